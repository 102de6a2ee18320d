"""`history` notices one changed letter: the verdict of that article turns, and so does the exit code."""

import shutil
from pathlib import Path

import pytest

from game.cli import main

SCENARIOS = Path(__file__).parents[2] / "scenarios"

A_LETTER_OF_EACH_ARTICLE = {
    1: ("friendship and good-neighbourly relations between them", "friendshop"),
    2: ("with the rank of Ambassador", "renk"),
    3: ("undertake not to intervene directly", "undertoke"),
    4: ("will support Japan's application", "supporr"),
    5: ("will continue its efforts to discover", "efforrs"),
    6: ("renounces all reparations claims", "reparation"),
    7: ("on a firm and friendly basis", "film"),
    8: ("shall come into effect simultaneously", "affect"),
    9: ("agree to continue, after the restoration", "agrees"),
    10: ("is subject to ratification", "subjekt"),
}


def spoilt(words: str, wrong: str) -> str:
    """Return `words` with the word most like `wrong` replaced by it."""
    nearest = min(words.split(), key=lambda word: sum(a != b for a, b in zip(word, wrong, strict=False)))
    return words.replace(nearest, wrong, 1)


def copied(folder: Path) -> Path:
    shutil.copytree(SCENARIOS, folder / "scenarios")
    return folder / "scenarios"


@pytest.mark.parametrize("line", ["history", "history-other-reading"])
def test_both_documented_lines_end_with_ten_the_same(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", "the-deletion", "--line", line]) == 0
    assert capsys.readouterr().out.count(": same.") == 12


@pytest.mark.parametrize("article", A_LETTER_OF_EACH_ARTICLE)
def test_one_letter_of_a_clause_turns_its_article_and_the_exit_code(
    article: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenarios = copied(tmp_path)
    words, wrong = A_LETTER_OF_EACH_ARTICLE[article]
    clauses = [scenarios / "_1956" / "issues.yaml", *(scenarios / "_october").iterdir()]
    file = next(each for each in clauses if words in each.read_text(encoding="utf-8"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(words, spoilt(words, wrong)), encoding="utf-8")
    assert main(["history", str(scenarios / "the-deletion")]) == 1
    told = capsys.readouterr().out
    verdicts = [line for line in told.splitlines() if line.startswith("Article ")]
    assert [line for line in verdicts if not line.endswith(": same.")] == [
        line for line in verdicts if line.startswith(f"Article {article},")
    ]
