"""Translations begun, taken back and examined: of a scenario with its libraries, or of the interface."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game import places
from game.content.diagnostics import Report, shown_name
from game.content.load import Loaded, load, scenario_names
from game.content.merging import brought_up_to_date
from game.content.source import read_text
from game.content.tags import FOLDER, LANGUAGE, PSEUDO, language_of
from game.content.translatable import Text
from game.content.translation import Entry, Translation, read_translation
from game.content.translation_file import written
from game.content.untranslated import by_folder, check_translation, elsewhere
from game.desk.finding import Trouble
from game.text.catalogue import ORIGINAL, Catalogue
from game.text.catalogue import load as load_sentences
from game.text.sentences import texts_in

INTERFACE = "interface"
"""What the interface is called where else a scenario is named."""


@dataclass(frozen=True, slots=True)
class Part:
    """The texts of one folder, and their translation as it is."""

    path: Path
    """Of the translation's file, whether it is there or not."""
    texts: tuple[Text, ...]
    translation: Translation
    is_there: bool = True
    elsewhere: frozenset[str] = frozenset()
    """Keys of what stands in the folder's other files."""

    def figures(self) -> dict[str, int]:
        """Return how many texts there are and how far they are translated."""
        wanted = {each.key: each for each in self.texts}
        if not self.translation.instrument:
            wanted = {key: each for key, each in wanted.items() if not each.is_instrument}
        own = [each for each in self.translation.entries if each.key in wanted and each.to]
        right = sum(each.serves(wanted[each.key].text) for each in own)
        return {
            "n": len(wanted),
            "right": right,
            "missing": len(wanted) - len(own),
            "stale": len(own) - right,
            "unused": len(self.translation.unused),
        }


def parts_of(say: Catalogue, what: str, language: str) -> tuple[Part, ...]:
    """Return what there is to translate: of the libraries first, then of the scenario; or of the interface.

    Raises:
        Trouble: there is no such scenario, it has errors, or a translation that is there cannot be read.
    """
    if not LANGUAGE.fullmatch(language):
        raise Trouble(say("translation.no_language", name=language))
    if what == INTERFACE:
        path = places.sentences_file()
        return (_part(say, path.parent, texts_in(path, language), language, instrument=True),)
    loaded = _loaded(say, what)
    known = by_folder(loaded)
    found = []
    for folder, top in zip(loaded.files.folders, loaded.files.tops, strict=True):
        if folder in known:
            place = Path(top.place.file).parent
            has_original = loaded.scenario is not None and loaded.scenario.declaration is not None
            others = elsewhere(loaded.files, folder)
            texts = known.pop(folder)
            found.append(_part(say, place, texts, language, instrument=not has_original, others=others))
    return tuple(found)


def extracted(parts: Iterable[Part], back: Iterable[Entry] = ()) -> tuple[Part, ...]:
    """Return the parts with an entry for each text; what is translated already stays.

    Args:
        back: what a translator sends back. What no library has is the scenario's, which comes last.
    """
    parts, rest, made = tuple(parts), list(back), []
    for number, part in enumerate(parts, start=1):
        keys = {text.key for text in part.texts}
        mine = [entry for entry in rest if entry.key in keys or number == len(parts)]
        rest = [entry for entry in rest if entry not in mine]
        kept = part.elsewhere - keys
        translation = brought_up_to_date(part.texts, part.translation, mine, kept)
        made.append(Part(part.path, part.texts, translation, part.is_there, part.elsewhere))
    return tuple(made)


def file_of(say: Catalogue, part: Part) -> bytes:
    """Return the file of a part's translation."""
    where = {
        text.key: f"{shown_name(text.place.file).rpartition('/')[2]}:{text.place.line}" for text in part.texts
    }
    return written(part.translation, say("translation.head"), where).encode("utf-8")


def examined(parts: Iterable[Part]) -> Report:
    """Return all that is wrong with translations that are there."""
    report = Report()
    for part in parts:
        shown = dict.fromkeys(Path(text.place.file) for text in part.texts)
        for path in (*shown, *((part.path,) if part.is_there else ())):
            source = read_text(path, report)
            if source is not None:
                report.register(source)  # so that the report can show the lines it speaks of
        check_translation(part.texts, part.translation, report, part.elsewhere)
    return report


def sent_back(say: Catalogue, file: str) -> Translation:
    """Return the translation in a file that a translator sends back.

    Raises:
        Trouble: it cannot be read; its faults are the detail.
    """
    report = Report()
    source = read_text(Path(file), report)
    found = None if source is None else read_translation(source, report)
    if found is None or report.has_errors:
        raise Trouble(say("translation.unreadable", name=file), report.render())
    return found


def languages(say: Catalogue, what: str) -> tuple[str, ...]:
    """Return the languages into which something has a translation, however far it has come.

    Raises:
        Trouble: there is no such scenario.
    """
    if what == INTERFACE:
        return _languages_in(places.sentences_file().parent)
    found = {language_of(key) for key in _loaded(say, what).files.translations}
    return tuple(sorted(found - {""}))


def offered_languages() -> tuple[str, ...]:
    """Return the languages that may be chosen: that of the interface first, then those of any translation."""
    scenarios = places.scenarios_folder()
    folders = (places.sentences_file().parent, *(scenarios / name for name in scenario_names(scenarios)))
    found = {language for folder in folders for language in _languages_in(folder)}
    return (ORIGINAL, *sorted(found - {ORIGINAL}))


def spoken(say: Catalogue, language: str, name: str = "") -> Catalogue:
    """Return the catalogue of a language that somebody typed.

    Args:
        name: the scenario that is to be played, which may lie anywhere and have a translation of its own.

    Raises:
        Trouble: nothing is translated into it.
    """
    known = dict.fromkeys(offered_languages())
    folder = Path(name)
    known.update(dict.fromkeys(_languages_in(folder if folder.is_dir() else folder.parent) if name else ()))
    if language not in (*known, PSEUDO):
        raise Trouble(say("translation.not_offered", name=language, known=", ".join((*known, PSEUDO))))
    return load_sentences(places.sentences_file(), language)


def _languages_in(folder: Path) -> tuple[str, ...]:
    found = {language_of(file.name) for file in (folder / FOLDER).glob("*.yaml")}
    return tuple(sorted(found - {""}))


def _loaded(say: Catalogue, name: str) -> Loaded:
    loaded = load(name)
    if loaded.scenario is None:
        if not loaded.sources:
            known = ", ".join((INTERFACE, *scenario_names(places.scenarios_folder())))
            raise Trouble(say("translation.nothing", name=name, known=known))
        raise Trouble(say("error.bad_scenario", program=places.program(), name=name), loaded.report.render())
    return loaded


def _part(
    say: Catalogue,
    folder: Path,
    texts: tuple[Text, ...],
    language: str,
    *,
    instrument: bool,
    others: frozenset[str] = frozenset(),
) -> Part:
    path = folder / FOLDER / f"{language}.yaml"
    if not path.exists():
        return Part(path, texts, Translation(language, instrument), False, others)
    report = Report()
    source = read_text(path, report)
    found = None if source is None else read_translation(source, report)
    if found is None or report.has_errors:  # written over, the faulty entries would be lost
        raise Trouble(say("translation.unreadable", name=shown_name(path.as_posix())), report.render())
    return Part(path, texts, found, True, others)
