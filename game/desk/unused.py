"""Things that nothing uses: delegates never sent, papers never cited, values that never move."""

from game.analysis.suggested import effects
from game.content import codes
from game.desk.proof import Proof
from game.rules.scenario import Add, Appoint, SetFlag, SetMeter


def tell_unused(proof: Proof) -> None:
    """Warn of delegates whom no effect sends, and hint at papers and values that nothing comes of."""
    _delegates(proof)
    _documents(proof)
    _values(proof)


def _delegates(proof: Proof) -> None:
    sent = {each.delegate for each in effects(proof.scenario) if isinstance(each, Appoint)}
    for index, each in enumerate(proof.scenario.delegates):
        if index not in sent:
            proof.add(codes.N537, proof.reading.at("delegate", each.id), delegate=each.id)


def _documents(proof: Proof) -> None:
    """Hint at documents that have a weight for who cites them, and no action that does."""
    cited = {each.document for each in proof.scenario.actions}
    for index, each in enumerate(proof.scenario.documents):
        if each.weight and index not in cited:
            proof.add(codes.N538, proof.reading.at("document", each.id), document=each.id)


def _values(proof: Proof) -> None:
    """Hint at flags and meters that stay for ever as they are at the opening.

    The meter of trust moves by conduct, and that of unity by deciding alone.
    """
    scenario = proof.scenario
    flags = {each.flag for each in effects(scenario) if isinstance(each, SetFlag)}
    moved = {each.meter for each in effects(scenario) if isinstance(each, Add | SetMeter)}
    moved |= {scenario.conduct.meter, *(home.unity for home in scenario.homes if home.unity is not None)}
    for index, flag in enumerate(scenario.flags):
        if index not in flags:
            proof.add(codes.N539, proof.reading.at("flag", flag.id), name=flag.id, verb="set")
    for index, meter in enumerate(scenario.meters):
        if index not in moved:
            proof.add(codes.N539, proof.reading.at("meter", meter.id), name=meter.id, verb="add")
