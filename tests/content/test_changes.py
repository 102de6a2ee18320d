"""`diff` tells what an author changed, in the author's own terms, and nothing else."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from game import places
from game.content.changes import ORDER, Kind, changes
from game.content.load import load
from game.content.rename import renamed
from game.content.shapes import SECTIONS

KEY = "two-towns/scenario.yaml"
TOWNS: Mapping[str, str] = load("two-towns").sources


def told(*edits: tuple[str, str]) -> list[tuple[str, str, str, str]]:
    text = TOWNS[KEY]
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    found = changes(TOWNS, {KEY: text})
    return [(each.kind.value, ".".join(each.path), each.old, each.new) for each in found]


def test_nothing_differs_from_itself() -> None:
    assert told() == []


def test_every_section_has_its_place_in_the_order() -> None:
    assert set(ORDER) == {*SECTIONS, "sources"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Two Towns", 'title: "Two Towns"   # a comment'),
        ("required: yes", "required: true"),
        ("agenda: [bank, light]", "agenda:\n      - bank\n      - light"),
        ("label: The herring bank", "label: >-\n      The herring\n      bank"),
        ("opening: {round: letter, agreed: {}}", "opening:\n  agreed: {}\n  round: letter"),
    ],
)
def test_layout_is_no_difference(old: str, new: str) -> None:
    assert told((old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("shut: 50,", "shut: 45,", ("changed", "points.skerry.bank.shut", "50", "45")),
        ("exchanges: 0}", "exchanges: 1}",
         ("changed", "rounds.letter.slots.ash_wednesday.exchanges", "0", "1")),
        ("Nothing is said.", "Not a word.",
         ("changed", "decisions.l_two_ways.choices.wait.note", "Nothing is said.", "Not a word.")),
        ("level: never, because: The", "level: ask, because: The",
         ("changed", "mandates.skerry.s_season.level", "never", "ask")),
        ("repeats: yes", "repeats: no", ("changed", "events.bell.repeats", "yes", "no")),
        ("- {add: 34,", "- {add: 35,", ("changed", "homes.skerry.reservation.1.add", "34", "35")),
    ],
)  # fmt: skip
def test_a_change_is_told_once_with_its_place(old: str, new: str, expected: tuple[str, ...]) -> None:
    assert told((old, new)) == [expected]


def test_what_is_added_and_removed_is_told_with_its_label() -> None:
    flag = "  sworn: {label: Skerry has sworn in print to keep its bank, seen_by: both, start: no}\n"
    another = "  moon: {label: The moon is full, seen_by: both}\n"
    assert told((flag, another)) == [
        ("removed", "flags.sworn", "Skerry has sworn in print to keep its bank", ""),
        ("added", "flags.moon", "", "The moon is full"),
    ]
    term = "      - {when: lamp_dark, add: -1, why: A boat was lost in the dark.}\n"
    assert told((term, "")) == [
        (
            "removed",
            "constituencies.widows.terms.3",
            "{when: lamp_dark, add: -1, why: A boat was lost in the dark.}",
            "",
        )
    ]


def test_another_order_of_options_is_told() -> None:
    lines = [
        line for line in TOWNS[KEY].splitlines(keepends=True) if line.startswith("      letters: {label")
    ]
    (line,) = lines
    options = "      treaty: {label"
    assert told((line, ""), (options, line + options)) == [
        ("moved", "issues.form.options", "letters, agreement, treaty", "agreement, letters, treaty")
    ]


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("option", "bank.three_days", "half_week"),
        ("issue", "light", "lamp"),
        ("meter", "herring", "shoals"),
        ("round", "hall", "great_hall"),
        ("order", "s_three", "s_days"),
        ("choice", "s_fund.listen", "hear"),
    ],
)
def test_a_renamed_id_is_one_difference(kind: str, old: str, new: str) -> None:
    file = places.scenarios_folder() / "two-towns" / "scenario.yaml"
    found = renamed("two-towns", kind, old, new, places.scenarios_folder())
    after = {KEY: found.files[Path(file)].decode("utf-8")}
    (change,) = changes(TOWNS, after)
    assert (change.kind, change.old, change.new) == (Kind.RENAMED, old.rpartition(".")[2], new)


def test_much_that_is_new_takes_no_time_to_guess_about() -> None:
    def many(letter: str) -> dict[str, str]:
        return {KEY: "flags:\n" + "".join(f"  {letter}{n}: {{label: The flag {n}}}\n" for n in range(3000))}

    assert len(changes(many("a"), many("b"))) == 6000


def test_sections_come_in_the_order_in_which_an_author_thinks() -> None:
    found = told(
        ("carries_at: 7", "carries_at: 8"), ("shut: 50,", "shut: 45,"), ("minutes: 25", "minutes: 30")
    )
    assert [path.partition(".")[0] for _, path, _, _ in found] == ["scenario", "points", "constituencies"]
