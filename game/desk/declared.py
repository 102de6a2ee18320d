"""An agreement reached on paper, kept in a file beside saves so that it joins the report of its class.

The file is JSON: `format` (1), `scenario` (its id), `fingerprint` (of the version that was played), `team` (a
name, may be empty), `package` (option by issue, ids; what is not named was left open, and a package that
settles nothing means that the table did not agree).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.desk.outgoing import json_file
from game.rules.package import Package
from game.rules.scenario import Scenario
from game.session.codec import Fields, decode_package
from game.session.happening_json import package_to_json
from game.session.reading import read_whole
from game.session.strict import INTEGER_LIMIT, CodecFault, Flaw, parse

DECLARED = ".declared.json"
"""Ends the file of an agreement reached on paper."""

FORMAT = 1
"""The format written, and the newest that is read."""

SIZE = 64 * 1024
"""Bytes of the largest such file."""

NAME = 80
"""Signs of the name of a team, at most."""

_LINE = 200


@dataclass(frozen=True, slots=True)
class Declared:
    """An agreement reached on paper."""

    scenario: Scenario
    team: str
    package: Package


def declared_file(scenario: Scenario, team: str, package: Package) -> bytes:
    """Return the file of an agreement."""
    return json_file(
        {
            "format": FORMAT,
            "scenario": scenario.id,
            "fingerprint": scenario.fingerprint,
            "team": team,
            "package": package_to_json(scenario, package),
        }
    )


def read_declared(path: Path, known: Callable[[str, str], Scenario | None]) -> Declared:
    """Return the agreement in the file at `path`.

    Args:
        known: the scenario of an id and a fingerprint, None where there is none.

    Raises:
        SaveFault: the file cannot be read.
        CodecFault: it holds no agreement, or one of a scenario that is not there.
    """
    raw = read_whole(path)
    fields = Fields(parse(raw, limit=SIZE), "an agreement")
    if fields.integer("format", 1, INTEGER_LIMIT) > FORMAT:
        raise CodecFault(Flaw.UNKNOWN_KIND, f"its format is newer than {FORMAT}, which this game reads")
    id, fingerprint = fields.text("scenario", _LINE), fields.text("fingerprint", _LINE)
    team, package = fields.text("team", NAME), fields.take("package")
    fields.close()
    scenario = known(id, fingerprint)
    if scenario is None:
        raise CodecFault(Flaw.UNKNOWN_NAME, f"no scenario here is {id!r} in the version that it was made for")
    return Declared(scenario, team, decode_package(scenario, package))
