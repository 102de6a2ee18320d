"""What a person types becomes options, packages, offers and commands."""

import io

import pytest

from game.desk.assignments import Problem, find, read_issue, read_offer, read_option, read_package, split
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.terminal.commands import NAMES, Command, Unknown, parse
from game.terminal.console import PRIVACY_LINES, Console, Leave
from game.text.catalogue import Catalogue

COLOURS = [("red", "a warm red"), ("blue_dark", "dark blue"), ("blue_light", "light blue")]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("red", 0),
        ("RED", 0),
        ("a warm red", 0),
        ("2", 1),
        ("blue-dark", 1),
        ("light", 2),
        ("r", 0),
        ("warm", 0),
    ],
)
def test_a_thing_is_named_by_id_label_number_beginning_or_part(word: str, found: int) -> None:
    assert find(word, COLOURS) == found


@pytest.mark.parametrize("word", ["", "blue", "0", "4", "green", "=", "-"])
def test_what_names_nothing_or_two_things_is_not_found(word: str) -> None:
    assert find(word, COLOURS) is None


def test_a_package_is_read_issue_by_issue(say: Catalogue, ports: Scenario) -> None:
    package = read_package(say, ports, ["ferry=weekly", "dues=open"])
    assert package == ports.package(ferry="weekly")
    assert isinstance(read_issue(say, ports, "boat"), Problem)
    assert read_option(say, ports.issues[0], "open") == OPEN


def test_an_offer_is_read_with_alternatives_manner_and_words(say: Catalogue, ports: Scenario) -> None:
    typed = read_offer(say, ports, 'ferry=none or ferry=weekly dues=half linked referendum "A word."')
    assert not isinstance(typed, Problem)
    assert typed.packages == (ports.package(ferry="none"), ports.package(ferry="weekly", dues="half"))
    assert (typed.linked, typed.ad_referendum, typed.words) == (True, True, "A word.")


def test_quotes_keep_words_together() -> None:
    assert split('a "b c" d') == ["a", '"b c"', "d"]
    assert split('a "b c') == ["a", '"b c']
    assert split("") == []


def test_every_command_is_understood_and_the_nearest_offered() -> None:
    for name in NAMES:
        assert parse(f"{name} more words") == Command(name, "more words")
    assert parse("bord") == Unknown("bord", "board")
    assert parse("") == Unknown("", "")


def test_a_console_breaks_lines_and_keeps_their_beginning() -> None:
    target = io.StringIO()
    console = Console(io.StringIO(), target)
    console.line("  " + "word " * 40)
    lines = target.getvalue().splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert lines[0].startswith("  word")
    assert lines[1].startswith("    word")


def test_what_a_person_types_is_echoed_without_signs_that_cannot_be_seen() -> None:
    target = io.StringIO()
    console = Console(io.StringIO(" of\x1bfer\n"), target, echo=True)
    assert console.ask("Your move:") == "offer"
    assert target.getvalue() == "Your move: offer\n"
    with pytest.raises(Leave):
        console.ask("Your move:")


def test_privacy_needs_no_terminal() -> None:
    target = io.StringIO()
    Console(io.StringIO(), target).hide()
    assert target.getvalue() == "\n" * PRIVACY_LINES
