"""Translations are kept whole whatever is edited, shown only where right, and in nobody's way who plays."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import places
from game.content.diagnostics import Place, Report
from game.content.load import load, load_sources, scenario_names
from game.content.merging import brought_up_to_date
from game.content.rename import renamed
from game.content.source import BYTES_LIMIT, Source
from game.content.translatable import Text, keys
from game.content.translation import Entry, Translation, read_translation
from game.content.translation_file import written
from game.content.untranslated import by_folder, check_translations
from game.rules.concordance import Finding, verdicts
from game.rules.scenario import Scenario

SCENARIOS = places.scenarios_folder()
TOWNS = "two-towns/i18n/de.yaml"

SIGNS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co"])
TEXTS = st.text(SIGNS | st.sampled_from("\n :#-'\"{}[]&*!|>%@`,?\\"), min_size=1, max_size=220)


def read(text: str, report: Report | None = None) -> Translation | None:
    return read_translation(Source("x/i18n/de.yaml", text), Report() if report is None else report)


@given(TEXTS, TEXTS, TEXTS, TEXTS | st.just(""))
def test_what_is_written_is_read_again(source: str, to: str, was: str, note: str) -> None:
    one, other = Entry("a.b", source, to, was, note), Entry("a.c", source)
    translation = Translation("de", False, (one, other), (Entry("a.d", source, to),))
    text = written(translation, "A head.", {"a.b": "scenario.yaml:3"})
    report = Report()
    if read(text, report) != translation:
        assert set(report.codes()) <= {"N006"}, text  # a sign that may stand in no file of an author


def test_a_key_longer_than_a_line_is_read_again() -> None:
    entry = Entry(".".join(["endings", *["a_long_name_of_an_ending"] * 6]), "one", "eins")
    translation = Translation("de", True, (entry,), (entry,))
    assert read(written(translation, "", {})) == translation


# What a translation is shown for


def towns(folder: Path, edit: tuple[str, str] | None = None, file: str = "scenario.yaml") -> Scenario:
    """The two towns in German, after an edit of a text of theirs."""
    place = Path(shutil.copytree(SCENARIOS / "two-towns", folder / "two-towns"))
    if edit is not None:
        text = (place / file).read_text("utf-8")
        assert text.count(edit[0]) == 1, edit[0]
        (place / file).write_text(text.replace(*edit), "utf-8")
    scenario = load(place, language="de").scenario
    assert scenario is not None
    return scenario


def test_the_shipped_translation_is_complete_and_right(tmp_path: Path) -> None:
    loaded = load("two-towns")
    check_translations(loaded)
    assert loaded.report.render() == ""
    german, english = towns(tmp_path), loaded.scenario
    assert english is not None
    assert german.fingerprint == english.fingerprint, "the game is the same, whatever it is told in"
    assert [option.label for option in german.issues[0].options] == [
        "nie",
        "drei Tage in der Woche",
        "die ganze Fangzeit",
    ]
    own = {text.text for text in by_folder(loaded)["two-towns"]}
    names = {"Skerry", "Lowick", "Skerry Hall", "Lowick Green", "Midway House", "1688", "1702"}
    other = {text.text for text in by_folder(load("two-towns", language="de"))["two-towns"]}
    assert own == other, "keys and originals are those of the author"
    said = {text.to for text in _entries(SCENARIOS / TOWNS)}
    assert own & said <= names


def _entries(path: Path) -> tuple[Entry, ...]:
    found = read(path.read_text("utf-8"))
    assert found is not None
    return found.entries


def test_the_text_of_history_is_the_official_one_in_german_too(tmp_path: Path) -> None:
    german = towns(tmp_path)
    found = verdicts(german, german.historical_package())
    assert {each.finding for each in found} == {Finding.SAME}
    assert "Boote von Lowick" in found[0].draft


def test_a_text_that_changed_is_shown_as_it_is_now_and_the_others_in_german(tmp_path: Path) -> None:
    german = towns(
        tmp_path, ("note: It was elected to keep the bank.", "note: It was elected to sell the bank.")
    )
    assert german.constituencies[0].note == "It was elected to sell the bank."
    assert german.constituencies[0].label == "Der Rat"


@pytest.mark.parametrize(
    "edit",
    [
        ("    to: Lowick unterhält das Leuchtfeuer auf eigene Kosten.", "    to:"),
        ("instrument: yes", "instrument: no"),
    ],
)
def test_the_instrument_is_in_one_language_or_the_other(tmp_path: Path, edit: tuple[str, str]) -> None:
    german = towns(tmp_path, edit, "i18n/de.yaml")
    assert german.issues[0].label == "Die Heringsbank"
    clauses = [option.clause for issue in german.issues for option in issue.options if option.clause]
    assert all("soll" not in clause and "darf" not in clause and "tritt" not in clause for clause in clauses)
    assert {each.finding for each in verdicts(german, german.historical_package())} == {Finding.SAME}


@pytest.mark.parametrize("to", ["{year}", "[Rat](document:charter)", "Rat {", "Rat }"])
def test_what_would_be_filled_in_or_followed_and_is_not_in_the_text_is_not_shown(
    tmp_path: Path, to: str
) -> None:
    german = towns(tmp_path, ("    to: Der Rat\n", f"    to: '{to}'\n"), "i18n/de.yaml")
    assert german.constituencies[0].label == "The council"


def test_a_translation_reaches_texts_alone(tmp_path: Path) -> None:
    entries = (
        "texts:\n  points.skerry.bank.shut: {from: '50', to: '99'}\n"
        "  issues.bank.history: {from: three_days, to: shut}\n"
    )
    german = towns(tmp_path, ("texts:\n", entries), "i18n/de.yaml")
    assert german.points[0][0][0] == 50
    assert german.issues[0].history == 1


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe\x00", b"[" * 100_000, b"texts: {a: {from: b, to: c}}", b"format: 2\ntexts: {}",
        b"format: 1\ntexts: [a]",
        b"format: 1\ntexts: {a: b, c: {from: [x]}, d: {to: x}, e: {from: x, of: y}}",
        b"format: 1\ninstrument: perhaps", b"x" * (BYTES_LIMIT + 1), b"format: 1\ntexts:\n  <<: *a", b"\x00",
        b"format: 1\nunused: {a: b}", b"format: 1\nunused: [a, {key: [b]}, {key: c, from: d}]",
    ],
)  # fmt: skip
def test_a_broken_translation_is_told_and_keeps_nobody_from_playing(tmp_path: Path, content: bytes) -> None:
    place = Path(shutil.copytree(SCENARIOS / "two-towns", tmp_path / "two-towns"))
    (place / "i18n" / "de.yaml").write_bytes(content)
    german = load(place, language="de")
    assert german.scenario is not None
    assert german.scenario.title == "Two Towns"
    assert len(german.report) == 0
    check_translations(german)
    assert german.report.render() != ""


@pytest.mark.parametrize("name", scenario_names(SCENARIOS))
def test_every_shipped_scenario_is_whole_in_the_pseudo_language(name: str) -> None:
    plain, long = load(name).scenario, load(name, language="pseudo").scenario
    assert plain is not None
    assert long is not None
    assert long.fingerprint == plain.fingerprint
    assert {each.finding for each in verdicts(long, long.historical_package())} <= {Finding.SAME}
    for one, other in zip(plain.issues, long.issues, strict=True):
        assert one.id == other.id
        assert one.label != other.label


def test_stored_files_carry_their_translations() -> None:
    kept = load("two-towns").kept
    assert TOWNS in kept
    german = load_sources(kept, language="de").scenario
    assert german is not None
    assert german.title == "Zwei Städte"
    assert (
        german.fingerprint == load_sources({k: v for k, v in kept.items() if k != TOWNS}).scenario.fingerprint
    )  # type: ignore[union-attr]


# Kept whole

KEYS = st.sampled_from(
    [f"{section}.{n}.{name}" for section in "ab" for n in "123" for name in ("why", "label")]
)
WORDS = st.sampled_from(["one", "two", "three", "four"])
ENTRIES = st.lists(
    st.builds(
        Entry, KEYS, WORDS, st.sampled_from(["", "eins", "zwei", "drei"]), st.sampled_from(["", "zero"])
    ),
    max_size=8,
)
WANTED = st.lists(
    st.builds(Text, KEYS, WORDS, st.just(Place("x"))), max_size=8, unique_by=lambda text: text.key
)


@given(WANTED, ENTRIES, ENTRIES, ENTRIES)
def test_nothing_a_translator_wrote_is_ever_lost(
    texts: list[Text], have: list[Entry], unused: list[Entry], more: list[Entry]
) -> None:
    made = brought_up_to_date(texts, Translation("de", True, tuple(have), tuple(unused)), more)
    assert [entry.key for entry in made.entries] == [text.key for text in texts]
    assert [entry.source for entry in made.entries] == [text.text for text in texts]
    left = {entry.to for entry in (*made.entries, *made.unused) if entry.to}
    assert left == {entry.to for entry in (*have, *unused, *more) if entry.to}
    known = {(entry.source, entry.to) for entry in (*have, *unused, *more) if not entry.was}
    for entry in made.entries:
        if entry.to and not entry.was:
            assert (entry.source, entry.to) in known, "what is shown was written for these very words"
    again = brought_up_to_date(texts, made)
    assert Counter(again.entries) == Counter(made.entries)
    assert Counter(again.unused) == Counter(made.unused)


def test_an_entry_put_before_another_in_a_list_moves_its_translation() -> None:
    have = Translation("de", True, (Entry("a.1.why", "one", "eins"), Entry("a.2.why", "two", "zwei")))
    texts = [Text(f"a.{n}.why", word, Place("x")) for n, word in enumerate(("zero", "one", "two"), start=1)]
    made = brought_up_to_date(texts, have)
    assert [(entry.to, entry.was) for entry in made.entries] == [("", ""), ("eins", ""), ("zwei", "")]


def test_a_changed_text_keeps_its_old_translation_beside_what_it_was() -> None:
    have = Translation("de", True, (Entry("a.1.why", "one", "eins"),))
    (made,) = brought_up_to_date([Text("a.1.why", "two", Place("x"))], have).entries
    assert (made.source, made.to, made.was) == ("two", "eins", "one")
    assert not made.serves("two")


def test_what_comes_back_goes_before_what_was_there() -> None:
    have = Translation("de", True, (Entry("a.1.why", "one", "eins"),))
    made = brought_up_to_date([Text("a.1.why", "one", Place("x"))], have, [Entry("a.1.why", "one", "ein")])
    assert [entry.to for entry in made.entries] == ["ein"]
    assert [entry.to for entry in made.unused] == ["eins"]


def test_what_is_right_goes_before_what_is_stale_whoever_sent_it() -> None:
    have = Translation("de", True, (Entry("a.1.why", "one", "eins"),))
    stale = Entry("a.1.why", "one", "null", "zero")
    made = brought_up_to_date([Text("a.1.why", "one", Place("x"))], have, [stale])
    assert [(entry.to, entry.was) for entry in made.entries] == [("eins", "")]
    assert made.unused == (stale,)


@pytest.mark.parametrize(
    ("kind", "old"), [("party", "skerry"), ("order", "s_three"), ("choice", "l_first.lamp_first")]
)
def test_a_renamed_thing_keeps_its_translations(tmp_path: Path, kind: str, old: str) -> None:
    shelf = Path(shutil.copytree(SCENARIOS, tmp_path / "scenarios"))
    found = renamed("two-towns", kind, old, "freshly_named", shelf)
    for path, content in found.files.items():
        path.write_bytes(content)
    loaded = load("two-towns", shelf)
    check_translations(loaded)
    assert loaded.report.render() == ""
    assert "freshly_named" in (shelf / TOWNS).read_text("utf-8")


def test_keys_name_each_text_once() -> None:
    for name in scenario_names(SCENARIOS):
        loaded = load(name)
        found = [key for top in loaded.files.tops for key, _ in keys(top)]
        assert [
            key
            for key, count in Counter(found).items()
            if count > 1 and not key.startswith(("format", "include", "map."))
        ] == []
