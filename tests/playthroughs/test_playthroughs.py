"""Whole games as a person sees them: the lines typed, and all that was printed, compared sign by sign.

A file begins with the command line after `$`, then the typed lines after `>`; below the rule stands what
was printed. After a change that is meant, `pytest tests/playthroughs --rewrite` writes them anew; the
difference is then read like any other.
"""

import io
from pathlib import Path

import pytest

from game import cli

FILES = sorted(Path(__file__).parent.glob("*.txt"))
RULE = "-" * 100


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_game_is_told_as_it_was(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    head, _, expected = file.read_text("utf-8").partition(f"{RULE}\n")
    first, *typed = head.splitlines()
    monkeypatch.chdir(tmp_path)
    target = io.StringIO()
    lines = "".join(f"{line.removeprefix('>').strip()}\n" for line in typed)
    code = cli.main([*first.removeprefix("$ ").split(), "--saves", "saves"], io.StringIO(lines), target)
    if request.config.getoption("--rewrite", default=False):
        file.write_text(f"{head}{RULE}\n{target.getvalue()}", "utf-8")
        return
    assert code == 0
    assert target.getvalue() == expected


def test_there_is_a_game_from_each_chair() -> None:
    assert {file.stem.split("-")[0] for file in FILES} >= {"japan", "ussr"}
