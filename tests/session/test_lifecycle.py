import pytest

from game.session.lifecycle import Lifecycle, Phase

STEPS = {
    "brief": {Phase.LOBBY: Phase.BRIEFING},
    "begin": {Phase.LOBBY: Phase.NEGOTIATING, Phase.BRIEFING: Phase.NEGOTIATING},
    "pause": {Phase.NEGOTIATING: Phase.PAUSED},
    "resume": {Phase.PAUSED: Phase.NEGOTIATING},
    "conclude": {Phase.NEGOTIATING: Phase.DEBRIEF, Phase.PAUSED: Phase.DEBRIEF},
    "take_back": {Phase.DEBRIEF: Phase.NEGOTIATING},
}
WAYS = {
    Phase.LOBBY: [],
    Phase.BRIEFING: ["brief"],
    Phase.NEGOTIATING: ["begin"],
    Phase.PAUSED: ["begin", "pause"],
    Phase.DEBRIEF: ["begin", "conclude"],
}


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("step", STEPS)
def test_a_phase_changes_only_along_its_edges(phase: Phase, step: str) -> None:
    life = Lifecycle()
    for way in WAYS[phase]:
        assert getattr(life, way)()
    assert life.phase is phase
    assert getattr(life, step)() == (phase in STEPS[step])
    assert life.phase is STEPS[step].get(phase, phase)


def test_no_phase_can_be_jumped_to() -> None:
    life = Lifecycle()
    assert not [name for name in dir(life) + dir(life._model) if name.startswith("to_")]
