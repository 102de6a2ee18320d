"""The language is switched while a game goes on: the game, what is in hand and the save stay as they are."""

import json
from pathlib import Path

import pytest

from game.content.pseudo import pseudo
from game.session.lifecycle import Phase
from game.session.store import FileStore
from game.ui.intents import Back, Chosen, Pressed
from game.ui.settings import FILE, Settings, keep, read
from game.ui.wishes import Screen
from tests.ui.test_why_on_everything import PLACES
from tests.ui.windows import PORTS, Person

TOWNS = "two-towns"


def at_the_quay(folder: Path) -> Person:
    """The table of the two towns as Skerry, something in hand."""
    person = Person(folder, TOWNS).begin("skerry", "mayor")
    person.do("choice:0", "go_on")
    assert person.flow.screen is Screen.TABLE
    return person.do("put:bank:three_days", "put:light:shared", "tab:notebook")


def save_of(person: Person) -> Path:
    assert person.flow.sitting is not None
    store = person.flow.sitting.game.session.store
    assert isinstance(store, FileStore)
    return store.path


def switched(person: Person, language: str) -> Person:
    person.do("settings" if person.flow.sitting is not None else "go:settings")
    assert person.flow.screen is Screen.SETTINGS
    return person.do(Chosen("language", f"language:{language}"), Back())


def test_the_languages_are_offered_by_their_own_names(tmp_path: Path) -> None:
    person = Person(tmp_path).do("go:settings")
    offered = {each.label: each.on for each in person.model.languages}
    assert offered == {"English": True, "Deutsch": False}
    person.do(Chosen("language", "language:de"))
    assert {each.label for each in person.model.languages if each.on} == {"Deutsch"}
    assert read(tmp_path).language == "de"


def test_a_game_goes_on_in_another_language_and_back(tmp_path: Path) -> None:
    person = at_the_quay(tmp_path)
    sitting = person.flow.sitting
    assert sitting is not None
    english, records = person.model, sitting.game.session.records
    made, before = sitting.seat.made.packages, save_of(person).read_bytes()
    switched(person, "de")
    assert person.flow.screen is Screen.TABLE
    assert [row.label for row in person.model.rows][:2] == ["Die Heringsbank", "Das Leuchtfeuer"]
    assert "Am Kai" in str(person.model.top)
    assert sitting.seat.made.packages == made
    assert sitting.game.session.records == records
    switched(person, "en")
    assert person.model == english, "nothing else has changed"
    assert save_of(person).read_bytes() == before


def test_the_reasons_that_were_heard_are_heard_in_the_new_language(tmp_path: Path) -> None:
    person = at_the_quay(tmp_path).do("hold", "hold")
    assert person.flow.sitting is not None
    reasons = dict(person.flow.sitting.game.session.reasons)
    assert reasons
    person.flow.speak("pseudo")
    person.flow._refresh()
    assert dict(person.flow.sitting.game.session.reasons) == reasons
    told = " ".join(entry.text for entry in person.model.tabs.log)
    assert pseudo("You") in told
    assert "You" not in told


def test_moves_go_on_into_the_same_save(tmp_path: Path) -> None:
    person = at_the_quay(tmp_path)
    switched(person, "de")
    before = save_of(person).read_bytes()
    person.do("hold")
    after = save_of(person).read_bytes()
    assert after.startswith(before)
    assert len(after) > len(before)
    assert "Heringsbank" not in after[len(before) :].decode("utf-8"), "a save keeps ids, never sentences"
    assert person.flow.sitting is not None
    assert person.flow.sitting.game.session.damage is None


@pytest.mark.parametrize("language", ["de", "pseudo"])
def test_two_games_in_two_languages_are_the_same_game(tmp_path: Path, language: str) -> None:
    told = []
    for folder, spoken in ((tmp_path / "a", "en"), (tmp_path / "b", language)):
        person = Person(folder, TOWNS)
        person.flow.speak(spoken)
        person.begin("skerry", "mayor").do("choice:0", "go_on", "hold")
        assert person.flow.sitting is not None
        told.append([(each.author, each.move) for each in person.flow.sitting.game.session.mainline])
    assert told[0] == told[1]


ASKED = ("refusal", "action", "leaving")


@pytest.mark.parametrize(
    "place", [name if name in ASKED else pytest.param(name, marks=pytest.mark.long) for name in PLACES]
)
def test_there_and_back_everything_is_as_it_was(tmp_path: Path, place: str) -> None:
    """What was refused, asked, written, ticked and opened on any screen, whatever language lies between."""
    screen, scenario, way = PLACES[place]
    person = Person(tmp_path, scenario)
    way(person)
    before = person.model
    for language in ("pseudo", "en"):
        person.flow.speak(language)
        person.flow._refresh()
        while person.flow.tick():
            pass
        assert person.flow.screen is screen
        assert (person.model == before) == (language == "en")


def test_a_briefing_stays_a_briefing(tmp_path: Path) -> None:
    person = Person(tmp_path, TOWNS).do("new_game", "side:skerry", "begin")
    assert person.flow.screen is Screen.BRIEFING
    person.flow.speak("de")
    assert person.flow.screen is Screen.BRIEFING
    assert person.flow.sitting is not None
    assert person.flow.sitting.game.session.records == ()
    assert person.flow.sitting.game.session.phase is Phase.BRIEFING
    person.flow._refresh()
    assert "Skerry hat die Heringsbank." in str(person.model)
    person.do("ready", "skip")
    assert person.flow.sitting.game.session.phase is Phase.NEGOTIATING


def test_a_save_begun_in_one_language_opens_in_another(tmp_path: Path) -> None:
    person = Person(tmp_path, TOWNS)
    person.flow.speak("de")
    person.begin("skerry", "mayor").do("choice:0")
    (name,) = person.world.saves()
    person.flow.close()
    header = json.loads(next((tmp_path / "saves").glob("*.jsonl")).read_text("utf-8").splitlines()[0])
    assert "two-towns/i18n/de.yaml" in str(header)
    other = Person(tmp_path, PORTS)
    assert other.world.shelved(name).title == "Two Towns"
    other.flow.resume(name)
    assert other.flow.load_trouble == ""
    assert "The Mayor" in str(other.flow.sitting.facts().opposite)  # type: ignore[union-attr]
    other.flow.speak("de")
    other.flow._refresh()
    assert other.world.shelved(name).title == "Zwei Städte"
    assert other.flow.sitting.facts().opposite == "Der Bürgermeister"  # type: ignore[union-attr]


def test_what_is_told_again_and_declared_speaks_the_new_language_too(tmp_path: Path) -> None:
    person = at_the_quay(tmp_path).do("hold")
    person.flow.go(Screen.TITLE)
    person.do("go:load", f"again:{person.world.saves()[0]}", "move_on")
    assert person.flow.tape is not None
    place = person.flow.tape.place
    person.flow.speak("de")
    person.flow._refresh()
    assert person.flow.tape.place == place
    assert "Die Heringsbank" in str(person.model)
    person.flow.go(Screen.TITLE)
    person.do("go:declare", "scenario:two-towns")
    assert "Das Leuchtfeuer" in str(person.model)
    person.flow.speak("en")
    person.flow._refresh()
    assert "The light" in str(person.model)


def test_the_window_opens_in_the_language_that_was_chosen(tmp_path: Path) -> None:
    keep(tmp_path, Settings(language="de"))
    assert read(tmp_path).language == "de"
    for junk in ('{"language": 3}', '{"language": "../../x"}', '{"language": ""}'):
        (tmp_path / FILE).write_text(junk)
        assert read(tmp_path) == Settings()


def test_the_defaults_bring_the_language_back(tmp_path: Path) -> None:
    person = Person(tmp_path, TOWNS).do("go:settings", "language:de")
    assert person.flow.say.language == "de"
    person.do(Pressed("reset"))
    assert person.flow.say.language == "en"


def named(person: Person, whose: str) -> Person:
    person.do("settings")
    return person.do(Chosen("names", f"names:{whose}"), Back())


def test_the_names_of_a_side_are_chosen_in_the_settings_and_the_game_stays_as_it_is(tmp_path: Path) -> None:
    person = at_the_quay(tmp_path)
    sitting = person.flow.sitting
    assert sitting is not None
    english, records = person.model, sitting.game.session.records
    before = save_of(person).read_bytes()

    def told() -> str:
        return sitting.game.session.scenario.briefing.confidential[0]

    said = told()
    assert "the bank" in said
    named(person, "lowick")
    assert "the Middle Bank" in told()
    assert "the bank" not in told()
    assert sitting.game.session.records == records
    assert read(tmp_path).whose == "lowick"
    named(person, "neutral")
    assert told() == said
    assert person.model == english
    assert save_of(person).read_bytes() == before


def test_talks_without_other_names_offer_no_choice_of_them(tmp_path: Path) -> None:
    assert Person(tmp_path).do("go:settings").model.names == ()
