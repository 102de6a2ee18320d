"""What holds in every course of play and was hardly meant: told beside what is wrong with the files."""

from game.content.load import Loaded
from game.desk.idle import tell_idle
from game.desk.proof import Proof
from game.desk.stalled import tell_stalled
from game.desk.unmet import tell_unmet


def prove(loaded: Loaded) -> None:
    """Add to the report of a scenario without errors what can be proved of it, without playing it."""
    scenario, reading = loaded.scenario, loaded.reading
    if scenario is None or reading is None:
        return
    proof = Proof.of(reading, scenario)
    tell_unmet(proof)
    tell_idle(proof)
    tell_stalled(proof)
