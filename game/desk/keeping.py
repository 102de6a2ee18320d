"""An agreement on paper is kept beside the saves under its team's name, to join the report of its class."""

from pathlib import Path

from game.desk.declared import DECLARED, NAME, declared_file, read_declared
from game.desk.finding import Trouble, shown
from game.desk.outgoing import write_whole
from game.rules.apply import open_negotiation
from game.rules.mandate import needs_failed
from game.rules.package import OPEN, Package, empty, merged
from game.rules.scenario import Scenario
from game.session.faults import SaveFault
from game.session.names import stem
from game.session.strict import CodecFault, forbidden_sign
from game.text.catalogue import Catalogue


def on_paper(scenario: Scenario, ticked: Package) -> Package:
    """Return what a table that ticked this has agreed: that and what stood agreed before, or nothing."""
    before = scenario.opening.agreed
    new = any(option not in (OPEN, stood) for option, stood in zip(ticked, before, strict=True))
    return merged(before, ticked) if new else empty(len(before))


def keep_declared(say: Catalogue, folder: Path, scenario: Scenario, team: str, ticked: Package) -> str:
    """Write what a team ticked into its file in `folder`; return in a sentence where it is.

    What the same team had kept of the same scenario is replaced, and nothing else ever is.

    Raises:
        Trouble: the team has no name, its text does not hold together, the file is another's or cannot be
            written.
    """
    name = "".join(sign for sign in team if forbidden_sign(sign) is None).strip()[:NAME].strip()
    if not name:
        raise Trouble(say("keep.no_team"))
    package = on_paper(scenario, ticked)
    if any(needs_failed(scenario, open_negotiation(scenario).state, package, final=True)):
        raise Trouble(say("keep.no_text"))
    path = folder / f"{stem(name)}{DECLARED}"
    again = path.exists()
    if again and not _is_of(path, scenario, name):
        raise Trouble(say("keep.others", name=path.name))
    write_whole(say, path, declared_file(scenario, name, package))
    return say("keep.again" if again else "keep.kept", where=shown(path))


def _is_of(path: Path, scenario: Scenario, team: str) -> bool:
    """Say whether a file is an agreement of this team in this scenario, as it is now."""

    def known(id: str, fingerprint: str) -> Scenario | None:
        return scenario if (id, fingerprint) == (scenario.id, scenario.fingerprint) else None

    try:
        return read_declared(path, known).team == team
    except (SaveFault, CodecFault):
        return False
