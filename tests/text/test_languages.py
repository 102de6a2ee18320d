"""A catalogue in another language: sentence by sentence, with the forms that its numbers take."""

from pathlib import Path

import pytest

from game.content.tags import LANGUAGE
from game.text.catalogue import Catalogue, load
from game.text.languages import NAMES, form, forms, name_of
from game.text.sentences import texts_in

ORIGINAL = """
join: " and "
left: {one: "{n} meeting left", other: "{n} meetings left"}
hello: Hello {name}
only: Only here
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "en.yaml"
    path.write_text(ORIGINAL, "utf-8")
    return path


def spoken(file: Path, language: str, entries: dict[str, tuple[str, str]]) -> Catalogue:
    texts = "".join(f"  {key}:\n    from: '{old}'\n    to: '{new}'\n" for key, (old, new) in entries.items())
    other = file.parent / "i18n" / f"{language}.yaml"
    other.parent.mkdir(exist_ok=True)
    other.write_text(f"format: 1\ntexts:\n{texts}", "utf-8")
    return load(file, language)


def test_a_sentence_without_translation_is_said_in_the_original(file: Path) -> None:
    say = spoken(file, "de", {"hello": ("Hello {name}", "Guten Tag, {name}")})
    assert say.language == "de"
    assert (say("hello", name="Anna"), say("only"), say("join")) == ("Guten Tag, Anna", "Only here", " and ")
    assert say.has("only")
    assert say.names("hello") == {"name"}
    assert [say("left", n=n) for n in (1, 2)] == ["1 meeting left", "2 meetings left"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hallo {name}", "Guten Tag, {name}"),  # made from other words
        ("Hello {name}", "Guten Tag, {who}"),  # no value has that name
        ("Hello {name}", "{name.__class__} {name!r:>99}"),
        ("Hello {name}", "Guten Tag, {name"),
        ("Hello {name}", "}{"),
    ],
)
def test_what_cannot_be_right_is_not_said(file: Path, old: str, new: str) -> None:
    assert spoken(file, "de", {"hello": (old, new)})("hello", name="Anna") == "Hello Anna"


def test_space_around_a_sentence_is_that_of_the_original(file: Path) -> None:
    assert spoken(file, "de", {"join": (" and ", "und")})("join") == " und "


RUSSIAN = {
    "left.one": ("{n} meeting left", "осталась {n} встреча"),
    "left.few": ("{n} meetings left", "осталось {n} встречи"),
    "left.many": ("{n} meetings left", "осталось {n} встреч"),
}


def test_numbers_take_the_forms_of_the_language(file: Path) -> None:
    say = spoken(file, "ru", RUSSIAN)
    told = [say("left", n=n) for n in (1, 3, 5, 11, 21, 112)]
    assert [text.split()[-1] for text in told] == [
        "встреча",
        "встречи",
        "встреч",
        "встреч",
        "встреча",
        "встреч",
    ]


def test_a_sentence_that_lacks_a_form_is_said_in_the_original_with_the_forms_of_that(file: Path) -> None:
    say = spoken(file, "ru", {key: said for key, said in RUSSIAN.items() if key != "left.few"})
    assert [say("left", n=n) for n in (1, 3, 21)] == ["1 meeting left", "3 meetings left", "21 meetings left"]


def test_each_form_of_a_language_is_there_to_be_translated(file: Path) -> None:
    for language, wanted in (("de", {"one", "other"}), ("ru", {"one", "few", "many"}), ("ja", {"other"})):
        keys = {text.key for text in texts_in(file, language) if text.key.startswith("left.")}
        assert keys == {f"left.{each}" for each in wanted}


CLDR = {
    "de": {"one": (1,), "other": (0, 2, 11, 21, 101)},
    "fr": {"one": (0, 1), "other": (2, 11, 21)},
    "ja": {"other": (0, 1, 2)},
    "ru": {"one": (1, 21, 101), "few": (2, 4, 22, 104), "many": (0, 5, 11, 12, 14, 100, 111)},
    "uk": {"one": (1, 31), "few": (3, 24), "many": (0, 7, 13, 20)},
    "pl": {"one": (1,), "few": (2, 4, 22), "many": (0, 5, 12, 14, 21, 101, 112)},
    "cs": {"one": (1,), "few": (2, 3, 4), "other": (0, 5, 11, 21)},
}
"""Samples of the Unicode plural rules, for whole numbers."""


@pytest.mark.parametrize("language", sorted(CLDR))
def test_forms_follow_the_rules_of_unicode(language: str) -> None:
    for wanted, numbers in CLDR[language].items():
        assert {form(language, n) for n in numbers} == {wanted}
        assert {form(language, -n) for n in numbers} == {wanted}
    assert set(CLDR[language]) == set(forms(language))


def test_every_language_has_forms_and_a_name() -> None:
    for language in NAMES:
        assert LANGUAGE.fullmatch(language)
        assert {form(language, n) for n in range(200)} == set(forms(language))
    assert name_of("tlh") == "tlh"


def test_a_changed_translation_or_original_is_read_anew(file: Path) -> None:
    assert spoken(file, "de", {"only": ("Only here", "Nur hier")})("only") == "Nur hier"
    assert spoken(file, "de", {"only": ("Only here", "Hier allein")})("only") == "Hier allein"
    file.write_text(ORIGINAL.replace("Only here", "Only there today"), "utf-8")
    assert load(file, "de")("only") == "Only there today"
