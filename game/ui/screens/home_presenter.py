"""Constituencies at home as faces, for the briefing, the composer and the ratification."""

from dataclasses import dataclass

from game.desk.homefront import own_tally
from game.rules.package import Package
from game.rules.scenario import Constituency
from game.rules.state import Standing, Tally
from game.rules.view import PartyView
from game.text.wording import Wording, capital


@dataclass(frozen=True, slots=True)
class Face:
    """A constituency at home as a face: its stand to a package, in words and as a number for the drawing."""

    id: str
    label: str
    standing: str  # for | away | against, in words
    mood: int  # 1 for, 0 away, -1 against
    note: str  # votes, whether it is a gate, one step short of what
    why: str


MOODS = {Standing.FOR: 1, Standing.AWAY: 0, Standing.AGAINST: -1}


def own_faces(wording: Wording, view: PartyView, package: Package) -> tuple[Face, ...]:
    """Return how one's own constituencies stand to what is agreed with `package` laid upon it."""
    return faces_of(wording, own_tally(view, package))


def faces_of(wording: Wording, tally: Tally) -> tuple[Face, ...]:
    """Return a home's standings as faces; only one's own can be asked why."""
    faces = []
    for index, standing, support in tally.standings:
        item = wording.scenario.constituencies[index]
        own = wording.you in (None, tally.party)
        faces.append(
            Face(
                id=item.id,
                label=capital(item.label),
                standing=wording.standing(standing),
                mood=MOODS[standing],
                note=weight(wording, item, standing, support if own else None),
                why=f"support:{item.id}" if own else "",
            )
        )
    return tuple(faces)


def weight(
    wording: Wording, item: Constituency, standing: Standing = Standing.FOR, support: int | None = None
) -> str:
    """Return what the word of a constituency weighs; where `support` is told, also what it is short of."""
    say = wording.say
    notes = [say("home.votes", n=item.votes)] if item.votes else []
    if item.gate:
        notes.append(say("home.gate"))
    elif item.must_be_for:
        notes.append(say("home.must_be_for"))
    elif item.must_not_be_against:
        notes.append(say("home.must_not_be_against"))
    if not notes:
        return say("home.no_vote")
    if support is not None and standing is not Standing.FOR and support == item.carries_at - 1:
        notes.append(say("home.short_of_for").lstrip(", "))
    elif support is not None and standing is Standing.AGAINST and support == item.blocks_at:
        notes.append(say("home.short_of_away").lstrip(", "))
    return ", ".join(notes)
