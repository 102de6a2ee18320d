"""The sentences themselves: none missing, none idle, each can be said."""

import re
from pathlib import Path

import pytest

from game.text.catalogue import Catalogue, load
from tests.text import keys


def test_every_sentence_that_is_asked_for_is_there(say: Catalogue) -> None:
    sections = {key.split(".")[0] for key in say.sentences}
    missing = {key for key in keys.constants() if key.split(".")[0] in sections and not _is_there(say, key)}
    assert missing == set()


def _is_there(say: Catalogue, key: str) -> bool:
    return say.has(key) or any(each.startswith(f"{key}.") for each in say.sentences)


def test_every_sentence_is_asked_for_somewhere(say: Catalogue) -> None:
    asked, put_together = keys.constants(), [re.compile(each) for each in keys.patterns()]
    idle = {
        key
        for key in say.sentences
        if key not in asked and not any(pattern.fullmatch(key) for pattern in put_together)
    }
    assert idle == set()


def test_every_call_gives_the_values_that_its_sentence_names(say: Catalogue) -> None:
    lacking = [
        (key, say.names(key) - given)
        for key, given, more in keys.calls()
        if say.has(key) and not more and say.names(key) - given
    ]
    assert lacking == []


def test_every_sentence_formats(say: Catalogue) -> None:
    for key, sentence in say.sentences.items():
        values: dict[str, object] = {name: "x" for name in say.names(key)}
        for number in (1, 2):
            said = say(key, **{**values, "n": number})
            assert said, key
            assert "{" not in said, key
        assert isinstance(sentence, str) or set(sentence) == {"one", "other"}


def test_no_sentence_uses_the_words_of_one_side(say: Catalogue) -> None:
    contested = "return|restitution|gift|occupied|occupation|invasion|liberation|Kurils|Northern Territories"
    for key, sentence in say.sentences.items():
        for form in [sentence] if isinstance(sentence, str) else sentence.values():
            assert not re.search(rf"\b({contested})\b", form), key


def test_the_number_chooses_the_plural_form() -> None:
    say = Catalogue("en", {"left": {"one": "{n} meeting", "other": "{n} meetings"}})
    assert [say("left", n=n) for n in (0, 1, 2)] == ["0 meetings", "1 meeting", "2 meetings"]


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(KeyError, match="no sentence called 'lost'"):
        Catalogue("en", {})("lost")


def test_a_damaged_catalogue_says_where(tmp_path: Path) -> None:
    file = tmp_path / "en.yaml"
    file.write_text("a: [1, 2]\n")
    with pytest.raises(ValueError, match="a is neither a sentence nor a group"):
        load(file)
    file.write_text("a: x\na: y\n")
    with pytest.raises(ValueError, match="cannot be read"):
        load(file)
