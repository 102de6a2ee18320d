"""The ratification: one constituency at a time, on both sides."""

from dataclasses import dataclass

from game.rules.scenario import Scenario
from game.rules.state import Standing, Tally
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital
from game.ui.screens.home_presenter import Face, faces_of
from game.ui.screens.parts import Control, Explanation, Said
from game.ui.wishes import Next


@dataclass(frozen=True, slots=True)
class HomeVote:
    """A home's vote, as far as it has been told."""

    home: str
    body: str
    faces: tuple[Face, ...]  # those that have spoken
    waiting: int  # how many have not
    count: str  # votes so far
    result: Said | None  # once all have spoken


@dataclass(frozen=True, slots=True)
class RatificationModel:
    """Both homes, and who speaks now."""

    title: str
    homes: tuple[HomeVote, ...]
    speaking: str  # the last that spoke, as a sentence
    go_on: Control
    explanation: Explanation | None


def ratification_model(
    say: Catalogue, scenario: Scenario, votes: tuple[Tally | None, Tally | None], told: int
) -> RatificationModel:
    """Return both votes as far as `told` constituencies have spoken, one home after the other.

    The votes are over and both sides are told them, so that the whole scenario may be used here.
    """
    wording = Wording(say, scenario, None)
    homes, speaking, left = [], say("ui.vote.begins"), told
    for party, tally in enumerate(votes):
        home = scenario.homes[party]
        faces = faces_of(wording, tally) if tally is not None else ()
        shown = faces[:left]
        left = max(0, left - len(faces))
        if shown:
            speaking = say("ui.vote.speaks", who=shown[-1].label, standing=shown[-1].standing)
        homes.append(
            HomeVote(
                home=home.name,
                body=home.body,
                faces=shown,
                waiting=len(faces) - len(shown),
                count=_count(say, scenario, tally, len(shown)) if tally is not None else "",
                result=Said(capital(wording.vote(tally)[0]))
                if tally is not None and len(shown) == len(faces)
                else None,
            )
        )
    return RatificationModel(
        title=say("ui.vote.title"),
        homes=tuple(homes),
        speaking=speaking,
        go_on=Control("go_on", say("ui.vote.go_on"), Next()),
        explanation=None,
    )


def voices(votes: tuple[Tally | None, Tally | None]) -> int:
    """Return how many constituencies speak in all."""
    return sum(len(tally.standings) for tally in votes if tally is not None)


def _count(say: Catalogue, scenario: Scenario, tally: Tally, shown: int) -> str:
    spoken = tally.standings[:shown]
    cast = {
        stand: sum(scenario.constituencies[index].votes for index, each, _ in spoken if each is stand)
        for stand in Standing
    }
    quorum = scenario.homes[tally.party].quorum
    return say(
        "home.count", votes_for=cast[Standing.FOR], votes_against=cast[Standing.AGAINST], quorum=quorum
    )
