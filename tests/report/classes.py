"""Folders of games for the tests of reports, and a page taken apart."""

import shutil
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from game import places
from game.content.load import load
from game.desk.beginning import Wish, begin
from game.text.catalogue import Catalogue
from game.text.catalogue import load as load_sentences
from tests.terminal.playing import PORTS, Printed, run

SAY: Catalogue = load_sentences(places.assets_folder() / "text" / "en.yaml")


def play_bots(
    folder: Path,
    seed: int,
    bots: tuple[str, str] = ("random_legal", "random_legal"),
    *,
    scenario: str = PORTS,
    wall: str = "noon",
) -> None:
    """Let two bots play a game to its end."""
    loaded = load(scenario)
    assert loaded.scenario is not None
    wish = Wish((), "", seed, True, folder, lambda: wall, bots)
    game = begin(SAY, loaded.scenario, loaded, wish)
    game.session.begin()
    while game.step():
        pass
    game.session.close()


def class_of_eight(folder: Path) -> Path:
    """Return a folder of eight games that came out differently."""
    folder.mkdir()
    for seed in range(1, 6):
        play_bots(folder, seed)
    for seed, bots in enumerate((("linear", "linear"), ("trader", "linear"), ("linear", "trader")), 1):
        play_bots(folder, seed, bots)
    return folder


def reported(what: Path, page: Path, *words: str) -> Printed:
    """Write the page of a save or folder."""
    return run(["report", str(what), "-o", str(page), *words])


def checked(what: Path, page: Path) -> Printed:
    """Check a page against a save or folder."""
    return run(["report", str(what), "--check", str(page)])


def copied(folder: Path, target: Path) -> Path:
    """Return a copy of a folder that may be spoilt."""
    return Path(shutil.copytree(folder, target))


@dataclass
class Page(HTMLParser):
    """A page taken apart as a browser would: its elements, their attributes, its words."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """Its words, one blank between them."""
        return " ".join("\n".join(self.words).split())


def taken_apart(page: Path) -> Page:
    """Return the page in a file."""
    found = Page()
    found.feed(page.read_text("utf-8"))
    found.close()
    return found
