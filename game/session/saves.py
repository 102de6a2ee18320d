"""Saves: a header with the whole scenario, then the records, line by line; opened as far as they are sound.

Saves hold everybody's secrets and belong to the authority. `store.py` writes them, `chain.py` seals
their lines, `codec.py` knows the records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.rules.scenario import Scenario
from game.rules.transcript import Record
from game.session.chain import Lines, damaged, read_lines
from game.session.codec import Fields, decode_record
from game.session.faults import Damage, SaveFault, Trouble
from game.session.folder import saves_in as saves_in
from game.session.names import stem_of
from game.session.placed import Placed, decode_placed, encode_placed
from game.session.reading import read_whole
from game.session.seats import Sitter
from game.session.store import Disk, FileStore
from game.session.strict import INTEGER_LIMIT, CodecFault, Flaw, Json

FORMAT = 1
"""The format written, and the newest that is read."""

RECOVERED = " (recovered)"
"""Ends the name of the save in which a damaged one goes on."""

_FILES_LIMIT = 100
_LINE_LIMIT = 200  # signs of a name, version or date

Load = Callable[[Mapping[str, str]], Scenario]
"""Source files by name -> the scenario. Raises `ValueError`, with a sentence, where they hold none."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a negotiation was begun with."""

    scenario: str  # its id
    files: tuple[tuple[str, str], ...]  # name and text of each source file
    fingerprint: str  # of these files, as the loader computed it
    seats: tuple[tuple[str, Sitter], ...]  # party id and who sits there, in the parties' order
    seed: int
    game: int = 0  # tells games of one seed apart
    chance_on: bool = True  # False: every event of chance turns as usual
    created: str = ""  # wall time, for people only
    version: str = ""  # of the game that wrote it
    origin: str = ""  # the save it was forked from, and where
    placed: Placed = field(default_factory=Placed)  # what an instructor laid down for the table
    line: bool = False  # begun as a line of play that a command wrote down: a witness, a plan


@dataclass(frozen=True, slots=True)
class Save:
    """A save as it was found: what is sound of it, and what is not."""

    path: Path
    header: Header
    scenario: Scenario
    records: tuple[Record, ...]
    damage: Damage | None
    raw: bytes
    lines: Lines

    @property
    def is_line(self) -> bool:
        """Whether nobody ever played it: a line of play was written down, and nothing came after."""
        return self.header.line and not any(record.id for record in self.records)

    @property
    def kept(self) -> int:
        """Bytes up to the end of the last sound record."""
        return self.lines.ends[len(self.records)]

    @property
    def digest(self) -> str:
        """The hash of the last sound line."""
        return self.lines.hashes[len(self.records)]

    def up_to(self, count: int, why: str) -> Save:
        """Return the save with its first `count` records, the next being unsound because of `why`."""
        return replace(self, records=self.records[:count], damage=damaged(count + 2, why))


def encode_header(header: Header) -> dict[str, Json]:
    """Return the first line of a save."""
    body: dict[str, Json] = {
        "format": FORMAT,
        "version": header.version,
        "scenario": header.scenario,
        "fingerprint": header.fingerprint,
        "seats": {seat: {"persona": who.persona, "name": who.name} for seat, who in header.seats},
        "seed": header.seed,
        "game": header.game,
        "chance": header.chance_on,
        "created": header.created,
        "origin": header.origin,
        "files": dict(header.files),
    }
    if header.placed != Placed():
        body["table"] = encode_placed(header.placed)
    if header.line:
        body["line"] = True
    return body


def decode_header(value: object) -> Header:
    """Return the header that `value` holds.

    Raises:
        SaveFault: it is of a newer format.
        CodecFault: it is no header.
    """
    fields = Fields(value, "a header")
    number = fields.integer("format", 1, INTEGER_LIMIT)
    if number > FORMAT:
        sentence = f"it has format {number}; this game reads up to {FORMAT}; install a newer one"
        raise SaveFault(Trouble.NEWER, sentence)
    header = Header(
        version=fields.text("version", _LINE_LIMIT),
        scenario=fields.text("scenario", _LINE_LIMIT),
        fingerprint=fields.text("fingerprint", _LINE_LIMIT),
        seats=_seats(fields.take("seats")),
        seed=fields.integer("seed", -INTEGER_LIMIT, INTEGER_LIMIT),
        game=fields.integer("game", 0, INTEGER_LIMIT),
        chance_on=fields.truth("chance"),
        created=fields.text("created", _LINE_LIMIT),
        origin=fields.text("origin", _LINE_LIMIT),
        files=_files(fields.take("files")),
        placed=decode_placed(fields.take("table")) if fields.has("table") else Placed(),
        line=fields.truth("line") if fields.has("line") else False,
    )
    fields.close()
    return header


def _seats(value: object) -> tuple[tuple[str, Sitter], ...]:
    if not isinstance(value, dict) or len(value) != 2:
        raise CodecFault(Flaw.WRONG_TYPE, "'seats' must be an object of two")
    seats = []
    for seat, entry in value.items():
        fields = Fields(entry, "a seat")
        seats.append((str(seat), Sitter(fields.text("persona", 80), fields.text("name", 80))))
        fields.close()
    return tuple(seats)


def _files(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not value or len(value) > _FILES_LIMIT:
        raise CodecFault(Flaw.WRONG_TYPE, f"'files' must be an object of 1 to {_FILES_LIMIT}")
    for name, text in value.items():
        if not isinstance(text, str) or len(name) > _LINE_LIMIT:
            raise CodecFault(Flaw.WRONG_TYPE, "'files' must hold the text of each file")
    return tuple(value.items())


def new_save(folder: Path, title: str, header: Header, *, disk: Disk | None = None) -> FileStore:
    """Return a new save in `folder`, named after `title`, its header on the disk.

    Raises:
        SaveFault: the folder cannot be written, or the disk is full.
        CodecFault: the header would not be read again: a pseudonym with forbidden signs, say.
    """
    body = encode_header(header)
    decode_header(body)
    return FileStore.create(folder, title, [body], disk=disk)


def open_save(path: Path, load: Load) -> Save:
    """Return the save at `path`, as far as it is sound; the file is not touched.

    A last line without line end is dropped (`TORN`); at any other unsound line the save ends
    (`DAMAGED`); `damage` says so. Whether the records are legal is seen when they are played.

    Raises:
        SaveFault: it is not there, no file, too large, no save, newer, or its scenario does not load.
    """
    raw = read_whole(path)
    lines = read_lines(raw)
    if not lines.bodies:
        raise SaveFault(Trouble.NOT_A_SAVE, f"{path.name} is no save: its first line is not a sound header")
    try:
        header = decode_header(lines.bodies[0])
    except CodecFault as fault:
        raise SaveFault(Trouble.NOT_A_SAVE, f"{path.name} is no save: {fault.sentence}") from None
    except SaveFault as fault:
        raise SaveFault(fault.trouble, f"{path.name} cannot be opened: {fault.sentence}") from None
    try:
        scenario = load(dict(header.files))
    except ValueError as fault:
        sentence = f"the scenario kept in {path.name} cannot be read: {fault}"
        raise SaveFault(Trouble.SCENARIO, sentence) from None
    if tuple(seat for seat, _ in header.seats) != tuple(party.id for party in scenario.parties):
        raise SaveFault(Trouble.NOT_A_SAVE, f"{path.name} is no save: its seats are not its parties")
    records, damage = _records(scenario, lines)
    return Save(path, header, scenario, records, damage or lines.damage, raw, lines)


def continue_save(save: Save, *, disk: Disk | None = None) -> FileStore:
    """Return the store in which `save` goes on.

    A torn last line is cut off. A damaged save stays as it is, for whoever wants to look at it; its
    sound part is copied into a new one.

    Raises:
        SaveFault: it cannot be written, is open elsewhere or has changed since it was read.
    """
    if save.damage is not None and save.damage.trouble is Trouble.DAMAGED:
        title = stem_of(save.path).removesuffix(RECOVERED)[: 60 - len(RECOVERED)] + RECOVERED
        return FileStore.copy(save.path.parent, title, save.raw[: save.kept], save.digest, disk=disk)
    return FileStore.reopen(save.path, found=len(save.raw), kept=save.kept, digest=save.digest, disk=disk)


def _records(scenario: Scenario, lines: Lines) -> tuple[tuple[Record, ...], Damage | None]:
    records: list[Record] = []
    for position, body in enumerate(lines.bodies[1:], start=1):
        try:
            if not isinstance(body, dict) or body.get("n") is True or body.get("n") != position:
                raise CodecFault(Flaw.WRONG_TYPE, f"it is not record {position}")
            kept = {key: value for key, value in body.items() if key != "n"}
            records.append(decode_record(scenario, kept))
        except CodecFault as fault:
            return tuple(records), damaged(position + 1, fault.sentence)
    return tuple(records), None
