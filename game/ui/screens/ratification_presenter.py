"""The ratification: one constituency at a time, on both sides."""

from dataclasses import dataclass

from game.rules.reasoned import standing_reasoned, support_reasoned, votes_reasoned
from game.rules.reasons import stated
from game.rules.scenario import Scenario
from game.rules.state import Standing, State, Tally
from game.text.catalogue import Catalogue
from game.text.explain import support_lines
from game.text.wording import Wording, capital
from game.ui.screens.home_presenter import Face, faces_of, weight
from game.ui.screens.parts import Control, Explanation
from game.ui.wishes import AskWhy, Next


@dataclass(frozen=True, slots=True)
class Voice:
    """A constituency in the vote: how it stands once it has spoken, and why."""

    ask: Control
    told: str  # how it stands, or that it has not spoken
    note: str  # its votes, what it can stop
    mood: int | None  # 1 for, 0 away, -1 against, None: it has not spoken


@dataclass(frozen=True, slots=True)
class HomeVote:
    """A home's vote, as far as it has been told."""

    flag: str  # the id of the party
    capital: str
    body: str
    voices: tuple[Voice, ...]
    guests: tuple[Voice, ...]  # those that are heard and have no vote
    guests_title: str
    cast: tuple[int, int, int]  # votes for, against, and still to be cast or withheld
    sides: tuple[str, str]  # what the two arms of the scales are called
    count: str  # votes so far
    result: str  # once all have spoken
    ask: Control  # who cast them


@dataclass(frozen=True, slots=True)
class RatificationModel:
    """Both homes, and who speaks now."""

    title: str
    homes: tuple[HomeVote, ...]
    speaking: str  # the last that spoke, as a sentence
    go_on: Control
    explanation: Explanation | None


def ratification_model(say: Catalogue, scenario: Scenario, state: State, told: int) -> RatificationModel:
    """Return both votes as far as `told` constituencies have spoken, one home after the other.

    The votes are over and both sides are told them, so that the whole scenario may be used here.
    """
    wording = Wording(say, scenario, None)
    homes, speaking, left = [], say("ui.vote.begins"), told
    for party, tally in enumerate(state.votes):
        faces = faces_of(wording, tally) if tally is not None else ()
        spoken = min(left, len(faces))
        left -= spoken
        if spoken and tally is not None:
            last = scenario.constituencies[tally.standings[spoken - 1][0]]
            key = "ui.vote.speaks" if last.votes else "ui.vote.speaks_guest"
            speaking = say(key, who=faces[spoken - 1].label, standing=faces[spoken - 1].standing)
        homes.append(_home(wording, state, party, faces, spoken))
    return RatificationModel(
        title=say("ui.vote.title"),
        homes=tuple(homes),
        speaking=speaking,
        go_on=Control("go_on", say("ui.vote.go_on"), Next(), does=say("ui.vote.go_on_does")),
        explanation=None,
    )


def voices(votes: tuple[Tally | None, Tally | None]) -> int:
    """Return how many constituencies speak in all."""
    return sum(len(tally.standings) for tally in votes if tally is not None)


def _home(wording: Wording, state: State, party: int, faces: tuple[Face, ...], spoken: int) -> HomeVote:
    say, scenario, tally = wording.say, wording.scenario, state.votes[party]
    standings = tally.standings if tally is not None else ()
    heard: tuple[list[Voice], list[Voice]] = ([], [])
    votes = {standing: 0 for standing in Standing}
    total = 0
    for n, ((index, standing, _), face) in enumerate(zip(standings, faces, strict=True)):
        item = scenario.constituencies[index]
        heard[item.votes == 0].append(_voice(wording, state, index, face, told=n < spoken))
        total += item.votes
        votes[standing] += item.votes if n < spoken else 0
    count = say(
        "home.count",
        votes_for=votes[Standing.FOR],
        votes_against=votes[Standing.AGAINST],
        quorum=scenario.homes[party].quorum,
    )
    heard_of = tuple(standings[:spoken])
    cast = (votes[Standing.FOR], votes[Standing.AGAINST])
    so_far = Tally(party, heard_of, *cast, carried=False, blockers=())
    told = (
        say("package.item", issue=face.label, option=f"{face.standing}, {face.note}")
        for face in faces[:spoken]
    )
    over = tally is not None and spoken == len(faces)
    return HomeVote(
        flag=scenario.parties[party].id,
        capital=scenario.parties[party].capital,
        body=scenario.homes[party].body,
        voices=tuple(heard[0]),
        guests=tuple(heard[1]),
        guests_title=say("ui.vote.guests") if heard[1] else "",
        cast=(*cast, total - sum(cast)),
        sides=(say("ui.vote.for"), say("ui.vote.against")),
        count=count if tally is not None else "",
        result=capital(wording.vote(tally)[0]) if over and tally is not None else "",
        ask=Control(
            f"count:{scenario.parties[party].id}",
            count,
            AskWhy(f"count:{scenario.parties[party].id}"),
            note="\n".join((count, *told, scenario.homes[party].body)),
            reasons=(*votes_reasoned(scenario, so_far), stated("left", total - sum(cast))),
        ),
    )


def _voice(wording: Wording, state: State, index: int, face: Face, *, told: bool) -> Voice:
    say, item = wording.say, wording.scenario.constituencies[index]
    id = f"voice:{item.id}"
    votes = stated("votes", item.votes, words=item.label, basis=item.basis)
    if not told:
        waiting = say("ui.vote.waiting")
        ask = Control(id, face.label, AskWhy(id), note=waiting, reasons=(votes,))
        return Voice(ask, waiting, weight(wording, item), None)  # how near it comes is not told before
    because = [*support_lines(wording, state, index, state.provisional)]
    because += [item.note.strip()] if item.note.strip() else []
    level = support_reasoned(wording.scenario, state, index, state.provisional)
    reasons = (level, standing_reasoned(wording.scenario, index, level.value), votes)
    ask = Control(id, face.label, AskWhy(id), note="\n".join(because), reasons=reasons)
    return Voice(ask, face.standing, face.note, face.mood)
