"""Things that nothing uses: delegates never sent, papers never cited, values that never move."""

from game.content import codes
from game.content.reading import Reading
from game.rules.scenario import Add, Appoint, Scenario, SetFlag, SetMeter


def check_delegates(reading: Reading, scenario: Scenario) -> None:
    """Warn of delegates whom no effect sends."""
    sent = {caused.effect.delegate for caused in reading.caused if isinstance(caused.effect, Appoint)}
    for index, each in enumerate(scenario.delegates):
        if index not in sent:
            reading.report.add(codes.N537, reading.at("delegate", each.id), delegate=each.id)


def check_documents(reading: Reading, scenario: Scenario) -> None:
    """Hint at documents that have a weight for who cites them, and no action that does."""
    cited = {each.document for each in scenario.actions}
    for index, each in enumerate(scenario.documents):
        if each.weight and index not in cited:
            reading.report.add(codes.N538, reading.at("document", each.id), document=each.id)


def check_changes(reading: Reading, scenario: Scenario) -> None:
    """Hint at flags and meters that stay for ever as they are at the opening.

    The meter of trust moves by conduct, and that of unity by deciding alone.
    """
    effects = [caused.effect for caused in reading.caused]
    flags = {each.flag for each in effects if isinstance(each, SetFlag)}
    moved = {each.meter for each in effects if isinstance(each, Add | SetMeter)}
    moved |= {scenario.conduct.meter, *(home.unity for home in scenario.homes if home.unity is not None)}
    for index, flag in enumerate(scenario.flags):
        if index not in flags:
            reading.report.add(codes.N539, reading.at("flag", flag.id), name=flag.id, verb="set")
    for index, meter in enumerate(scenario.meters):
        if index not in moved:
            reading.report.add(codes.N539, reading.at("meter", meter.id), name=meter.id, verb="add")
