"""The notebook in text mode: what may be typed, and the marks at the end."""

import json
from pathlib import Path

from tests.terminal.playing import play


def test_a_guess_is_written_down_read_again_and_marked_at_the_end(tmp_path: Path) -> None:
    printed = play(
        tmp_path, "guess ferry most they row by day", "guess dues little", "notebook", "walk out", "yes"
    )
    assert "Your guess: The ferry matters the most to them." in printed.text
    assert "What you think they want on The ferry: they row by day" in printed.text
    end = printed.after("What you believed of them.")
    assert "The ferry: you thought it matters the most to them" in end
    assert "Before the first move you wrote: little." in end
    assert "You neither sounded them out on it nor asked why." in end
    assert "of 100 for what you believed." in end
    assert "Assumption: the rule is ours." in end


def test_a_guess_sounded_before_is_marked_so(tmp_path: Path) -> None:
    (at,) = [
        line.split(".")[0].strip()
        for line in play(tmp_path / "a", "act", "", "quit").text.splitlines()
        if "Sound" in line and line.strip()[:1].isdigit()
    ][:1]
    printed = play(tmp_path / "b", f"act {at}", "1", "guess ferry little", "notebook", "walk out", "yes")
    again = play(tmp_path / "c", f"act {at}", "1", "guess ferry most", "walk out", "yes")
    told = [each.text.count("Sounding had told you:") for each in (printed, again)]
    assert sorted(told) == [0, 1], "one of two guesses at the ends is what was told"
    assert "you sounded them out; what you learnt:" in printed.text


def test_no_guess_is_told_without_blame(tmp_path: Path) -> None:
    assert "Your notebook holds no guess." in play(tmp_path, "walk out", "yes").after("What you believed")


def test_what_is_typed_wrongly_is_told_with_what_may_be_typed(tmp_path: Path) -> None:
    typed = ("guess", "guess ferry", "guess nowhere much", "guess ferry mach", "guess pilots much", "quit")
    printed = play(tmp_path, *typed).text
    assert printed.count("Type guess, an issue, how much it matters to them") == 2
    assert "There is no issue called 'nowhere'." in printed
    assert "Did you mean much?" in printed
    assert not list(tmp_path.glob("*.plan.json")) or "pilots" in printed


def test_each_of_two_people_has_a_notebook_of_their_own(tmp_path: Path) -> None:
    printed = play(
        tmp_path,
        *[""] * 4,
        "guess ferry most zebras",
        "hold",
        "",
        "notebook",
        "guess ferry little",
        "quit",
        side="both",
    )
    assert "You have written down no guess yet." in printed.after("zebras")
    (path,) = tmp_path.glob("*.plan.json")
    told = json.loads(path.read_text("utf-8"))
    assert [told[each]["notebook"][-1]["band"] for each in ("vale", "tarn")] == ["most", "little"]
    (save,) = tmp_path.glob("*.jsonl")
    assert "zebras" not in save.read_text("utf-8")
