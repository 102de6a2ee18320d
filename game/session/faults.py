"""What can go wrong between a negotiation and the disk: a code and a sentence for a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Trouble(Enum):
    """Why a save cannot be opened, or a move cannot be kept."""

    NOT_FOUND = "S201"
    NOT_A_FILE = "S202"
    NOT_READABLE = "S203"
    TOO_LARGE = "S204"
    NOT_A_SAVE = "S205"
    NEWER = "S206"
    SCENARIO = "S207"
    TORN = "S208"
    DAMAGED = "S209"
    NOT_WRITABLE = "S210"
    DISK_FULL = "S211"
    NOT_KEPT = "S212"  # the disk did not confirm
    CHANGED = "S213"  # another program wrote to the save
    OPEN_ELSEWHERE = "S214"
    BROKEN = "S215"  # after an earlier fault the end of the save is unknown


class SaveFault(Exception):
    """The world did not do what a save needs."""

    def __init__(self, trouble: Trouble, sentence: str) -> None:
        super().__init__(f"error {trouble.value}: {sentence}")
        self.trouble = trouble
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Damage:
    """Where a save stops making sense, and what was done about it."""

    trouble: Trouble  # TORN or DAMAGED
    line: int  # counted from 1; the header is line 1
    sentence: str

    def __str__(self) -> str:
        return f"warning {self.trouble.value}: {self.sentence}"
