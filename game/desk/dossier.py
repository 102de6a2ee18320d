"""What may be read about the talks beside the briefing, as lines: people, words, dates."""

from collections.abc import Callable

from game.rules.dossier import Dispute, Dossier, Moment, Person, Word
from game.rules.scenario import Scenario
from game.rules.state import State
from game.text.catalogue import Catalogue


def cast_lines(say: Catalogue, scenario: Scenario) -> list[str]:
    """Return who is who: each side's people, then those of third powers."""
    lines = []
    for party in (0, 1, None):
        found = [each for each in scenario.dossier.cast if each.party == party]
        if found:
            whose = say("dossier.third") if party is None else scenario.parties[party].name
            lines += [whose, *(person_line(say, each) for each in found)]
    return lines


def person_line(say: Catalogue, person: Person) -> str:
    """Return a person with office and part."""
    key = "dossier.person_did" if person.note else "dossier.person"
    return say(key, name=person.name, office=person.office, note=" ".join(person.note.split()))


def glossary_lines(say: Catalogue, scenario: Scenario) -> list[str]:
    """Return the words of the talks, with what each side says for them."""
    return [word_line(say, scenario, each) for each in scenario.dossier.glossary]


def word_line(say: Catalogue, scenario: Scenario, word: Word) -> str:
    """Return a word, what each side says for it, and what it means."""
    pairs = zip(scenario.parties, word.said, strict=True)
    said = [say("dossier.said", party=party.name, words=words) for party, words in pairs if words]
    note = " ".join(word.note.split())
    if not said:
        return say("dossier.word", term=word.term, note=note)
    return say("dossier.word_said", term=word.term, said="; ".join(said), note=note)


def timeline_lines(say: Catalogue, scenario: Scenario) -> list[str]:
    """Return the dated events of the record, each with its source and how sure it is."""
    return [moment_line(say, scenario, each) for each in scenario.dossier.timeline]


def moment_line(say: Catalogue, scenario: Scenario, moment: Moment) -> str:
    """Return an event; only what is less than attested says how sure it is."""
    text = " ".join(moment.text.split())
    if moment.label != "attested":
        text = say("dossier.unsure", text=text, label=sureness(say, moment.label))
    if moment.source:
        text = say("dossier.sourced", text=text, source=moment.source)
    return say("dossier.moment", when=moment.when, text=text)


def sureness(say: Catalogue, label: str) -> str:
    """Return how sure a paper or an event is, in a word or two; "" where nobody says."""
    return say(f"sureness.{label.replace(' ', '_')}") if label else ""


def disputes_touched(scenario: Scenario, final: State) -> tuple[Dispute, ...]:
    """Return the disputes of which a game that is over came to speak."""
    signed = final.signed_package
    package = final.provisional if signed is None else signed
    return tuple(
        each
        for each in scenario.dossier.disputes
        if each.when is None or each.when.evaluate(package, final, scenario)
    )


PAGES: dict[str, Callable[[Catalogue, Scenario], list[str]]] = {
    "cast": cast_lines,
    "glossary": glossary_lines,
    "timeline": timeline_lines,
}
"""What may be read beside the briefing, by the words that text mode and window call it."""


def pages_of(dossier: Dossier) -> tuple[str, ...]:
    """Return which of the pages a scenario has."""
    return tuple(name for name in PAGES if getattr(dossier, name))
