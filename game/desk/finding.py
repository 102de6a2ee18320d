"""From what a person typed to a scenario, a save, a side or a line; or a coded sentence why not."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from game import places
from game.content.load import SCENARIO_FILE, Loaded, load, load_sources, scenario_names
from game.desk.assignments import find, near
from game.rules.scenario import HistoryLine, Scenario
from game.session.excerpt import Excerpt, open_excerpt
from game.session.faults import SaveFault
from game.session.names import SUFFIX
from game.session.saves import Save, open_save, saves_in
from game.text.catalogue import Catalogue


class Trouble(Exception):
    """What a person asked for cannot be done; the text is a coded sentence with one suggestion.

    Attributes:
        detail: diagnostics to show before the sentence, "" for none.
    """

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.detail = detail


def scenario_called(say: Catalogue, name: str) -> tuple[Scenario, Loaded]:
    """Return the scenario that a name, folder or file means.

    Raises:
        Trouble: there is none, or it has errors.
    """
    loaded = load(name, language=say.language, names=say.whose)
    if loaded.scenario is not None:
        if say.whose:
            seat_called(say, loaded.scenario, say.whose)  # or whose names are they?
        return loaded.scenario, loaded
    if not loaded.sources and not Path(name).exists():
        known = scenario_names(places.scenarios_folder())
        nearest = near(say, Path(name).name, [(each, each) for each in known])
        raise Trouble(say("error.no_scenario", name=name, nearest=nearest, known=", ".join(known)))
    raise Trouble(say("error.bad_scenario", program=places.program(), name=name), loaded.report.render())


def scenarios_meant(name: str) -> list[str]:
    """Return what there is to check under a name: a folder of scenarios means every one in it."""
    folder = Path(name)
    if folder.is_dir() and not (folder / SCENARIO_FILE).is_file():
        return [str(folder / inside) for inside in scenario_names(folder)] or [name]
    return [name]


def side_called(say: Catalogue, scenario: Scenario, word: str) -> tuple[int, ...]:
    """Return the parties that a side means: one, or both.

    Raises:
        Trouble: there is no such side.
    """
    names = [(party.id, party.name) for party in scenario.parties]
    if word.casefold() == "both":
        return (0, 1)
    found = find(word, names)
    if found is not None:
        return (found,)
    names.append(("both", "both"))
    known = ", ".join(id for id, _ in names)
    raise Trouble(say("error.no_side", word=word, nearest=near(say, word, names), known=known))


def seat_called(say: Catalogue, scenario: Scenario, word: str) -> int:
    """Return the party whose seat is meant.

    Raises:
        Trouble: there is no such seat; both together are none.
    """
    names = [(party.id, party.name) for party in scenario.parties]
    found = find(word, names)
    if found is not None:
        return found
    known = ", ".join(id for id, _ in names)
    raise Trouble(say("error.no_side", word=word, nearest=near(say, word, names), known=known))


def line_called(say: Catalogue, scenario: Scenario, word: str) -> HistoryLine:
    """Return a historical line by its id; hyphens and underscores are equal. "" means the first.

    Raises:
        Trouble: the scenario has no such line.
    """
    if not scenario.history:
        raise Trouble(say("error.no_history", name=scenario.id))
    if not word:
        return scenario.history[0]
    names = [(line.id, line.label) for line in scenario.history]
    for line in scenario.history:
        if line.id.replace("_", "-").casefold() == word.replace("_", "-").casefold():
            return line
    known = ", ".join(id.replace("_", "-") for id, _ in names)
    raise Trouble(say("error.no_line", word=word, nearest=near(say, word, names), known=known))


def persona_called(say: Catalogue, known: Sequence[str], word: str) -> str:
    """Return the id of an opponent among `known`.

    Raises:
        Trouble: nobody of that name may sit there.
    """
    for id in known:
        if id.replace("_", "-").casefold() == word.replace("_", "-").casefold():
            return id
    nearest = near(say, word, [(id, id) for id in known])
    raise Trouble(say("error.no_persona", word=word, nearest=nearest, known=", ".join(known)))


def stored(sources: Mapping[str, str], language: str = "", names: str = "") -> Scenario:
    """Return the scenario of the source files that a save keeps; raise `ValueError` where they hold none.

    Args:
        language: in which its texts are wanted, as far as the save has them.
        names: the party whose names are used, "" for neutral ones.
    """
    loaded = load_sources(sources, language=language, names=names)
    if loaded.scenario is None:
        first = next(iter(loaded.diagnostics), None)
        raise ValueError(first.message if first is not None else "its files hold no scenario")
    return loaded.scenario


def save_called(say: Catalogue, name: str, folder: Callable[[], Path]) -> Save:
    """Return the save that a path or the name of one in the folder of saves means.

    Raises:
        Trouble: there is none, or it cannot be opened.
    """
    path = Path(name)
    if not path.is_file():
        where = folder()
        short = {each.name.removesuffix(SUFFIX): each for each in saves_in(where)}
        path = short.get(name.removesuffix(SUFFIX), where / name)
        if not path.is_file():
            nearest = near(say, name, [(each, each) for each in short])
            raise Trouble(say("error.no_save", name=name, nearest=nearest, folder=shown(where)))
    try:
        return open_save(path, lambda files: stored(files, say.language, say.whose))
    except SaveFault as fault:
        raise Trouble(say("error.bad_save", name=path.name, reason=fault.sentence)) from None


def excerpt_called(say: Catalogue, name: str) -> Excerpt | None:
    """Return the excerpt in the file of that name, None where it is no file or no excerpt.

    Raises:
        Trouble: it cannot be opened.
    """
    path = Path(name)
    if not path.is_file():
        return None
    try:
        return open_excerpt(path)
    except SaveFault as fault:
        raise Trouble(say("error.bad_save", name=path.name, reason=fault.sentence)) from None


def shown(path: Path) -> str:
    """Return a path as short as a person may type it from here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
