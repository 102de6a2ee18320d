"""An author at work, for tests: files of their own, saves as editors make them, looks at the disk counted."""

import itertools
import os
from concurrent.futures import Executor
from pathlib import Path
from shutil import copytree

from game.desk.rehearsal import line_of
from game.ui.flow import Flow
from game.ui.intents import Intent, Pressed
from game.ui.previewing import LOOKS, Preview, begin_preview
from game.ui.sitting import Sitting
from game.ui.wishes import Wish
from game.ui.worker import AtOnce
from tests.ui.windows import PORTS, SAY, disk

_SECONDS = itertools.count(1_800_000_000)


def written(file: Path, text: str) -> None:
    """Write a file at a moment of its own, however coarse the clock of the disk is."""
    file.write_text(text, "utf-8")
    at = next(_SECONDS)
    os.utime(file, (at, at))


class Author:
    """Somebody who edits a scenario with the preview beside the editor."""

    def __init__(
        self, folder: Path, scenario: str = PORTS, executor: Executor | None = None, *, begun: bool = True
    ) -> None:
        self.home = Path(copytree(scenario, folder / "scenarios" / Path(scenario).name))
        self.file = self.home / "scenario.yaml"
        self.flow = Flow(disk(folder, str(self.home)), executor or AtOnce())
        if begun:
            self.begin()

    def begin(self) -> "Author":
        begin_preview(self.flow, str(self.home))
        return self

    @property
    def preview(self) -> Preview:
        assert self.flow.preview is not None
        return self.flow.preview

    @property
    def sitting(self) -> Sitting:
        assert self.flow.sitting is not None
        return self.flow.sitting

    @property
    def codes(self) -> list[str]:
        return [each.code.id for each in self.preview.found]

    @property
    def line(self) -> list[str]:
        """The moves on the table, told."""
        return [step.told for step in line_of(SAY, self.sitting.game.session)]

    def text(self) -> str:
        return self.file.read_text("utf-8")

    def edit(self, old: str, new: str) -> "Author":
        """Change the scenario's file and save it."""
        assert old in self.text()
        written(self.file, self.text().replace(old, new, 1))
        return self

    def look(self, times: int = 6) -> "Author":
        """Let so many looks at the disk pass, and all that they lead to."""
        preview = self.flow.preview
        wanted = times + (0 if preview is None else preview.looks)
        for _ in range(times * (LOOKS + 1)):
            self.flow.tick()
            if preview is not None and preview.looks == wanted:
                break
        for _ in range(3):  # what the last look has led to
            self.flow.tick()
        return self

    def do(self, *asked: str | Intent | Wish) -> "Author":
        for each in asked:
            self.flow.handle(Pressed(each) if isinstance(each, str) else each)
        return self
