"""The concordance for a screen: each verdict with both texts and the changed words marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.desk.concordance import finding, head
from game.rules.concordance import Mark, Verdict
from game.rules.instrument import paragraphs
from game.text.wording import Wording, capital
from game.ui.screens.parts import Control
from game.ui.wishes import AskWhy


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a compared text: kept, struck (only in history) or added (only in the draft)."""

    words: str
    mark: str  # kept | struck | added


@dataclass(frozen=True, slots=True)
class ArticleVerdict:
    """A verdict of the concordance with both texts."""

    ask: Control  # what it is about, and the verdict; why: what it rests on
    verdict: str  # in words
    finding: str  # same | closer | different | absent | additional, for colour and shape
    towards: str  # whose way, "" for nobody's
    ground: str
    deviations: tuple[str, ...]
    official: tuple[str, ...]  # the text of history, in paragraphs
    draft: tuple[str, ...]  # ours
    pieces: tuple[Piece, ...]  # official turned into ours
    official_head: str = ""
    draft_head: str = ""


_MARKS = {Mark.KEPT: "kept", Mark.STRUCK: "struck", Mark.ADDED: "added"}


def article_verdicts(wording: Wording, judged: Sequence[Verdict]) -> tuple[ArticleVerdict, ...]:
    """Return verdicts as values of a screen."""
    say, scenario = wording.say, wording.scenario
    return tuple(
        ArticleVerdict(
            ask=Control(
                f"verdict:{n}",
                head(wording, scenario, verdict),
                AskWhy(f"verdict:{n}"),
                note="\n".join((say(f"ground.{verdict.ground.value}"), say("ui.concordance.why"))),
            ),
            verdict=finding(wording, verdict),
            finding=verdict.finding.value,
            towards="" if verdict.towards is None else scenario.parties[verdict.towards].name,
            ground=say(f"ground.{verdict.ground.value}"),
            deviations=tuple(
                say(
                    "ending.deviation",
                    issue=capital(wording.issue(each.issue)),
                    option=wording.option(each.issue, each.option),
                    history=wording.option(each.issue, each.history),
                )
                for each in verdict.deviations
            ),
            official=paragraphs(verdict.official),
            draft=paragraphs(verdict.draft),
            pieces=tuple(Piece(change.words, _MARKS[change.mark]) for change in verdict.changes),
            official_head=say("ui.concordance.official"),
            draft_head=say("ui.concordance.draft"),
        )
        for n, verdict in enumerate(judged)
    )
