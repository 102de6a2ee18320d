"""The settings: text, contrast, motion, sound, plain display, language."""

from dataclasses import dataclass

from game.rules.scenario import Scenario
from game.text.catalogue import ORIGINAL, Catalogue
from game.text.languages import name_of
from game.ui.screens.key_names import keys_named
from game.ui.screens.parts import Control
from game.ui.settings import SIZES, SWITCHES, Settings
from game.ui.wishes import Back, Go, ResetSettings, Screen, SetLanguage, SetNames, SetSwitch, SetText


@dataclass(frozen=True, slots=True)
class SettingsModel:
    """Settings; a change holds at once."""

    title: str
    text_heading: str
    text: tuple[Control, ...]  # 100, 125, 150, 200 %
    languages_heading: str
    languages: tuple[Control, ...]  # each by its own name
    names_heading: str
    names: tuple[Control, ...]  # neutral, and those of each side; empty where the talks have no other
    switches_heading: str
    switches: tuple[Control, ...]
    sample_heading: str
    sample: tuple[str, ...]  # words to judge the choice by: read, typed, small
    keys: Control
    kept: str  # where they are kept, or why they cannot be
    reset: Control
    back: Control


def settings_model(
    say: Catalogue,
    settings: Settings,
    kept: str,
    languages: tuple[str, ...] = (ORIGINAL,),
    scenario: Scenario | None = None,
    *,
    has_voice: bool = True,
) -> SettingsModel:
    """Return the settings.

    Args:
        kept: where they are kept, or why they cannot be.
        languages: those that there are, by their tags; one that is chosen and not among them is added.
        scenario: the talks whose names may be chosen.
        has_voice: whether the system has a voice.
    """
    names = _names(say, settings, scenario)
    closed = {} if has_voice or settings.aloud else {"aloud": say("ui.settings.no_voice")}
    larger, smaller = (keys_named(say, settings.keys, deed) for deed in ("larger", "smaller"))
    size_does = say("ui.settings.size_does", larger=larger, smaller=smaller)
    return SettingsModel(
        title=say("ui.settings.title"),
        text_heading=say("ui.settings.text"),
        text=tuple(
            Control(
                f"text:{size}",
                say("ui.settings.percent", n=size),
                SetText(size),
                on=settings.text == size,
                does=size_does,
            )
            for size in SIZES
        ),
        languages_heading=say("ui.settings.language"),
        languages=tuple(
            Control(
                f"language:{each}",
                name_of(each),
                SetLanguage(each),
                on=settings.language == each,
                does=say("ui.settings.language_does"),
            )
            for each in dict.fromkeys((*languages, settings.language))
        ),
        names_heading=say("ui.settings.names") if names else "",
        names=names,
        switches_heading=say("ui.settings.switches"),
        switches=tuple(
            Control(
                f"switch:{name}",
                say(f"ui.settings.{name}"),
                SetSwitch(name, not settings.is_on(name)),
                note=say(f"ui.settings.{name}_note"),
                on=settings.is_on(name),
                enabled=name not in closed,
                reason=closed.get(name, ""),
            )
            for name in SWITCHES
        ),
        sample_heading=say("ui.settings.sample"),
        sample=tuple(say(f"ui.settings.sample_{kind}") for kind in ("read", "typed", "small")),
        keys=Control("go:keys", say("ui.settings.keys"), Go(Screen.KEYS), does=say("ui.settings.keys_does")),
        kept=kept,
        reset=Control(
            "reset",
            say("ui.settings.reset"),
            ResetSettings(),
            enabled=settings != Settings(),
            reason="" if settings != Settings() else say("ui.settings.as_it_comes"),
            does=say("ui.settings.reset_does"),
        ),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def _names(say: Catalogue, settings: Settings, scenario: Scenario | None) -> tuple[Control, ...]:
    """Return whose names may be chosen: neutral ones, or those of a side that calls something otherwise."""
    words = () if scenario is None else scenario.dossier.glossary
    if scenario is None or not any(any(word.called) for word in words):
        return ()
    sides = [(party.id, say("ui.settings.names_of", adjective=party.adjective)) for party in scenario.parties]
    chosen = settings.whose if settings.whose in {id for id, _ in sides} else ""
    return tuple(
        Control(
            f"names:{id or 'neutral'}",
            label,
            SetNames(id),
            on=id == chosen,
            does=say("ui.settings.names_does"),
        )
        for id, label in (("", say("ui.settings.names_neutral")), *sides)
    )
