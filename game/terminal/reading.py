"""`check --reading`: a table of what each side may read in a game, what it decides and how long it takes."""

from collections.abc import Sequence

from game.analysis.reading_load import SECONDS_A_DECISION, WORDS_A_MINUTE, Part, ReadingLoad
from game.rules.scenario import Scenario
from game.terminal.console import Console
from game.text.catalogue import Catalogue


def tell_reading(console: Console, say: Catalogue, scenario: Scenario, loads: Sequence[ReadingLoad]) -> None:
    """Write the table, one column a side."""
    rows: list[tuple[str, Sequence[object]]] = [
        (say("reading.side"), [scenario.parties[each.party].name for each in loads])
    ]
    rows += [(say(f"reading.{part.value}"), [each.words[part] for each in loads]) for part in Part]
    rows.append((say("reading.total"), [each.total for each in loads]))
    rows.append((say("reading.turns"), [each.turns for each in loads]))
    rows.append((say("reading.cards"), [each.cards for each in loads]))
    rows.append((say("reading.minutes"), [each.minutes for each in loads]))
    first = max(len(name) for name, _ in rows)
    wide = [max(len(str(cells[column])) for _, cells in rows) for column in range(len(loads))]
    for name, cells in rows:
        numbers = "  ".join(str(cell).rjust(width) for cell, width in zip(cells, wide, strict=True))
        console.raw(f"  {name.ljust(first)}  {numbers}")
    given = scenario.minutes
    console.line(say("reading.how", words=WORDS_A_MINUTE, seconds=SECONDS_A_DECISION, given=given))


def reading_data(scenario: Scenario, loads: Sequence[ReadingLoad]) -> list[dict[str, object]]:
    """Return the same for other programs: one object a side."""
    return [
        {
            "party": scenario.parties[each.party].id,
            "words": {part.value: each.words[part] for part in Part},
            "total": each.total,
            "turns": each.turns,
            "cards": each.cards,
            "minutes": each.minutes,
        }
        for each in loads
    ]
