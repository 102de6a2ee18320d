"""What is shown is told too: every control and every word of a screen, in the same words, and aloud."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.aloud import heard, spoken
from game.ui.kit import Button, Choice, Column, Dialog, Label, Option, Overlay, Paragraph, Stage, Theme, rich
from game.ui.kit.account import WORDS, Account, Part, account
from game.ui.voice import ENGINES, LANGUAGE, Engine, Voice
from game.ui.wishes import Screen
from tests.ui.every_screen import EVERY
from tests.ui.keys import Keyboard, keyboard
from tests.ui.screen_checks import staged
from tests.ui.shown import say
from tests.ui.windows import PORTS

SIZE = (1280, 800)
SAMPLE = ("settings", "table_hand_0", "table_refused_1")


def told(stage: Stage) -> Account:
    return account(stage, stage.paint(pygame.Surface(SIZE)))


def shown(widget: object, name: str = "here") -> Stage:
    stage = Stage(Theme(), SIZE)
    stage.show(widget, name)  # type: ignore[arg-type]
    return stage


@pytest.mark.parametrize(
    "name", [each if each in SAMPLE else pytest.param(each, marks=pytest.mark.long) for each in EVERY]
)
def test_every_control_and_every_word_that_is_seen_is_told_once(window: None, name: str) -> None:
    stage = staged(EVERY[name](), SIZE, 1.0)
    canvas = stage.paint(pygame.Surface(SIZE))
    found = account(stage, canvas)
    controls = [part.id for part in found.parts if part.role != WORDS]
    assert sorted(map(str, controls)) == sorted(str(item.id) for item in stage.items)
    assert all(part.label or part.role == "scroll" for part in found.parts)
    assert found.focused is not None
    assert found.focused.id == stage.focused
    assert len({part.id for part in found.parts}) == len(found.parts)
    said = " ".join(f"{part.label} {part.told} {part.state}" for part in found.parts)
    least = 1 if found.asks else 0
    written = [
        each for each in canvas.record.texts if each.layer >= least and each.rect.colliderect(each.clip)
    ]
    loose = [
        each
        for each in written
        if not any(item.seen().collidepoint(each.rect.center) for item in stage.items)
    ]
    assert [each.text for each in loose if each.text.strip() not in said] == []


def test_words_stand_between_the_controls_as_they_are_read(window: None) -> None:
    stage = shown(
        Column(Label("First"), Button("a", "Press"), Paragraph("Then this."), Button("b", "Or this"))
    )
    assert [part.label for part in told(stage).parts] == ["First", "Press", "Then this.", "Or this"]


def test_a_line_of_links_is_its_links(window: None) -> None:
    stage = shown(
        Column(Paragraph(rich("[One](one)  ·  [Two](two)")), Paragraph(rich("See [this](this) first.")))
    )
    assert [(part.role, part.label) for part in told(stage).parts] == [
        ("link", "One"), ("link", "Two"), (WORDS, "See this first."), ("link", "this"),
    ]  # fmt: skip


def test_under_a_question_only_the_question_is_told(window: None) -> None:
    under = Column(Label("Under it"), Button("no", "Not now"))
    stage = shown(
        Overlay(under, Dialog("Sure?", Paragraph("It cannot be undone."), (Button("yes", "Yes"),)), "Done.")
    )
    found = told(stage)
    assert [part.label for part in found.parts] == ["Sure?", "It cannot be undone.", "Yes"]
    assert found.asks
    assert found.passing == "Done."


def test_what_has_the_ring_is_said_with_what_it_is_how_it_stands_and_why_it_is_closed(window: None) -> None:
    choice = Choice("c", (Option(1, "North"), Option(2, "South", enabled=False, reason="It is frozen.")), 1)
    stage = shown(Column(choice, Button("b", "Go", shortcut="3", hint="It leads on.")))
    north, south, go = told(stage).parts
    assert spoken(say(), north) == "North. One of several. Chosen."
    assert spoken(say(), south) == "South. One of several. Not chosen. Closed. It is frozen."
    assert spoken(say(), go) == "Go. Button. Key 3. It leads on."


def test_an_option_says_whose_offer_stands_on_it(window: None) -> None:
    parts = told(staged(EVERY["table_hand_0"](), SIZE, 1.0)).parts
    states = {part.state for part in parts if part.role == "rung"}
    assert {"Tokyo offers", "Moscow asks", "In your offer. Needs leave"} <= states | {
        "Moscow asks. Tokyo offers"
    } | {"Moscow asks"}
    assert any("Tokyo offers" in state for state in states)
    assert any("In your offer" in state for state in states)


def part(id: str, label: str = "Go", on: bool | None = None) -> Part:
    return Part(id, "button", label, "", True, on, "", "", (0, 0, 9, 9))


def words(text: str) -> Part:
    return Part((WORDS, text, 0), WORDS, text, "", True, None, "", "", (0, 0, 9, 9))


BEFORE = Account("table", False, (words("The table"), part("a", "Hold"), part("b", "Sign")), "a", "")


@pytest.mark.parametrize(
    ("now", "news", "said"),
    [
        (BEFORE, (), ""),
        (BEFORE._replace(focus="b"), (), "Sign. Button."),
        (BEFORE, ("Moscow holds.",), "Moscow holds."),
        (BEFORE._replace(passing="Saved."), (), "Saved. Hold. Button."),
        (BEFORE._replace(screen="load"), (), "The table. Hold. Button."),
        (
            BEFORE._replace(
                asks=True, parts=(words("Refused"), words("Not so"), part("x", "Leave it")), focus="x"
            ),
            (),
            "Refused. Not so. Leave it. Button.",
        ),
        (BEFORE._replace(parts=(words("Other words"), *BEFORE.parts[1:])), (), ""),
        (
            BEFORE._replace(parts=(BEFORE.parts[0], part("a", "Hold on"), BEFORE.parts[2])),
            (),
            "Hold on. Button.",
        ),
    ],
)
def test_only_what_changed_is_said(now: Account, news: tuple[str, ...], said: str) -> None:
    assert heard(say(), BEFORE, now, news) == said


def test_every_role_that_is_named_has_a_word() -> None:
    from game.ui.aloud import ROLES

    assert [role for role in ROLES if not say().has(f"ui.aloud.{role}")] == []


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Keyboard]:
    with keyboard(tmp_path, scenario=PORTS) as seated:
        yield seated


WRITES = "import sys; open(sys.argv[1], 'a').write(sys.stdin.readline() + sys.argv[2])"


def writing(folder: Path) -> tuple[Voice, Path]:
    file = folder / "said"
    return Voice(Engine(sys.executable, ("-S", "-E", "-c", WRITES, str(file), LANGUAGE))), file


class Heard(Voice):
    """A voice that keeps what it is given."""

    def __init__(self) -> None:
        super().__init__(Engine("nothing"))
        self.said: list[str] = []

    def speak(self, words: str, language: str, *, queued: bool = False) -> None:
        self.said.append(words)


def test_a_game_read_aloud_tells_screens_refusals_and_news(seat: Keyboard) -> None:
    seat.window.voice = voice = Heard()
    seat.press("go:settings", "switch:aloud")
    assert voice.said[-1].startswith("Settings. ")
    assert voice.said[-1].endswith("On or off. Chosen.")
    seat.key(pygame.K_ESCAPE)
    assert "Plenipotentiary" in voice.said[-1].title()
    seat.press("new_game", "begin", "ready", "skip", "go_on")
    assert seat.flow.screen is Screen.TABLE
    seat.press("hold")
    assert seat.flow.screen is Screen.DECISION
    said = " ".join(voice.said)
    assert "You hold: you neither move nor answer." in said
    assert said.index("You hold") < said.index("They put two ways before you.")


def test_a_key_reads_the_whole_screen_whatever_the_setting(seat: Keyboard) -> None:
    seat.window.voice = voice = Heard()
    seat.press("go:settings")
    assert voice.said == []
    seat.key(pygame.K_F4)
    (said,) = voice.said
    assert said.startswith("Settings. Size of text. ")
    assert "Motion. Off: nothing moves by itself. On or off. Chosen." in said
    seat.window.voice = None
    seat.key(pygame.K_F4)
    assert seat.flow.say("ui.settings.no_voice") in seat.said()


def test_what_is_new_is_spoken_in_its_language_and_ends_what_was(tmp_path: Path) -> None:
    voice, file = writing(tmp_path)
    voice.speak("Guten\nTag", "de")
    assert voice._speaking is not None
    assert voice._speaking.wait(10) == 0
    voice.close()
    assert file.read_text("utf-8") == "Guten Tag\nde"
    slow = Voice(Engine(sys.executable, ("-S", "-E", "-c", "import time; time.sleep(60)")))
    slow.speak("one", "en")
    first = slow._speaking
    slow.speak("two", "en")
    assert first is not None
    assert first.wait(10) != 0
    assert slow._speaking is not first
    slow.close()
    assert slow._ended == []


def test_what_is_queued_waits_for_what_is_spoken(tmp_path: Path) -> None:
    voice, file = writing(tmp_path)
    for words in ("one", "two", "three"):
        voice.speak(words, "en", queued=True)
    while voice._waiting or voice._is_busy():
        voice.tick()
    voice.close()
    assert file.read_text("utf-8") == "one\nentwo\nenthree\nen"
    voice.speak("four", "en", queued=True)
    voice.speak("five", "en", queued=True)
    voice.hush()
    assert voice._waiting == []
    voice.close()


def test_a_voice_that_stays_takes_line_after_line(tmp_path: Path) -> None:
    file = tmp_path / "said"
    stays = "import sys\nfor line in sys.stdin: open(sys.argv[1], 'a').write(line)"
    voice = Voice(Engine(sys.executable, ("-S", "-E", "-c", stays, str(file)), stays=True))
    voice.speak("one", "en")
    first = voice._speaking
    voice.speak("two", "en", queued=True)
    assert voice._speaking is first
    assert first is not None
    assert first.stdin is not None
    first.stdin.close()
    first.wait(10)
    assert file.read_text("utf-8") == "one\n+two\n"
    voice.close()


def test_a_command_that_is_not_there_leaves_the_game_silent() -> None:
    voice = Voice(Engine("no-such-command-speaks"))
    voice.speak("one", "en")
    voice.hush()
    voice.close()
    failing = Voice(Engine(sys.executable, ("-S", "-E", "-c", "raise SystemExit(3)")))
    failing.speak("one", "en")
    failing.close()


def test_no_command_gets_its_words_through_a_shell_or_its_arguments() -> None:
    """What is spoken comes from scenarios too, which a stranger may have written."""
    for engine in (each for engines in ENGINES.values() for each in engines):
        assert not {"-c", "/c", "shell"} & set(engine.arguments)
        assert subprocess.list2cmdline([engine.program]) == engine.program
