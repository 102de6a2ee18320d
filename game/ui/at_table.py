"""What a person asks for at the table: an offer put together, moves made, ways beyond the mandate taken."""

from collections.abc import Callable
from typing import Any

from game.desk.composition import MOST_ALTERNATIVES, Composition, best_within_orders, start
from game.desk.deeds import closed_because, needs_issue, needs_package, packages_at_hand
from game.desk.status import talked_issues
from game.rules.moves import Accept, Act, Decide, Hold, Propose, Reject, Reopen, Sign, WalkOut
from game.rules.package import OPEN, empty, merged, restricted
from game.rules.view import PartyView
from game.ui import wishes
from game.ui.sitting import Sitting


def _view(sitting: Sitting) -> PartyView:
    return sitting.game.view(sitting.seat.party)


def _made(sitting: Sitting) -> Composition:
    sitting.seat.freshen(_view(sitting))
    sitting.seat.refused, sitting.seat.ways = None, ()
    return sitting.seat.made


# Putting an offer together


def _put(sitting: Sitting, wish: wishes.PutOption) -> None:
    view = _view(sitting)
    if wish.issue in talked_issues(view) and wish.option < len(view.scenario.issues[wish.issue].options):
        _made(sitting).put(wish.issue, max(OPEN, wish.option))


def _take_alternative(sitting: Sitting, wish: wishes.TakeAlternative) -> None:
    made = _made(sitting)
    if 0 <= wish.which < len(made.packages):
        made.at = wish.which


def _add(sitting: Sitting, wish: wishes.AddAlternative) -> None:
    made = _made(sitting)
    if len(made.packages) < MOST_ALTERNATIVES:
        made.packages.append(made.package)
        made.at = len(made.packages) - 1


def _drop(sitting: Sitting, wish: wishes.DropAlternative) -> None:
    made = _made(sitting)
    if len(made.packages) > 1:
        del made.packages[made.at]
        made.at = 0


def _linked(sitting: Sitting, wish: wishes.SetLinked) -> None:
    _made(sitting).linked = wish.on


def _referendum(sitting: Sitting, wish: wishes.SetReferendum) -> None:
    _made(sitting).ad_referendum = wish.on


def _words(sitting: Sitting, wish: wishes.WriteWords) -> None:
    _made(sitting).words = wish.text


def _from_theirs(sitting: Sitting, wish: wishes.BeginFromTheirs) -> None:
    view = _view(sitting)
    offer = view.state.offers[1 - view.party]
    if offer is not None and 0 <= wish.which < len(offer.packages):
        made = _made(sitting)
        made.packages[made.at] = restricted(offer.packages[wish.which], frozenset(made.issues))


def _from_mine(sitting: Sitting, wish: wishes.BeginFromMine) -> None:
    fresh, made = start(_view(sitting)), _made(sitting)
    made.packages, made.at = fresh.packages, 0


def _from_best(sitting: Sitting, wish: wishes.BeginFromBest) -> None:
    made = _made(sitting)
    made.packages[made.at] = best_within_orders(_view(sitting))


def _clear(sitting: Sitting, wish: wishes.ClearOffer) -> None:
    made = _made(sitting)
    made.packages[made.at] = empty(len(made.package))


# Moving


def _table(sitting: Sitting, wish: wishes.TableOffer) -> None:
    sitting.make(_made(sitting).move())


def _accept(sitting: Sitting, wish: wishes.AcceptOffer) -> None:
    sitting.make(Accept(wish.which, wish.issues))


def _reject(sitting: Sitting, wish: wishes.RejectOffer) -> None:
    sitting.make(Reject(sitting.seat.made.words))


def _hold(sitting: Sitting, wish: wishes.HoldTurn) -> None:
    sitting.make(Hold(sitting.seat.made.words))


def _reopen(sitting: Sitting, wish: wishes.ReopenIssue) -> None:
    sitting.make(Reopen(wish.issue))


def _pick(sitting: Sitting, wish: wishes.PickAction) -> None:
    view = _view(sitting)
    if not 0 <= wish.action < len(view.scenario.actions):
        return
    action = view.scenario.actions[wish.action]
    open_now = closed_because(view, wish.action) is None
    if open_now and (needs_issue(action) or needs_package(action)):
        sitting.seat.clear()
        sitting.seat.picked = wish.action
    else:
        sitting.make(Act(wish.action))


def _on_issue(sitting: Sitting, wish: wishes.ActOnIssue) -> None:
    if sitting.seat.picked is not None:
        sitting.make(Act(sitting.seat.picked, issue=wish.issue))


def _on_package(sitting: Sitting, wish: wishes.ActOnPackage) -> None:
    view, seat = _view(sitting), sitting.seat
    choices = packages_at_hand(sitting.say, view, seat.made.package)
    if seat.picked is not None and 0 <= wish.which < len(choices):
        package = merged(view.state.provisional, choices[wish.which][1])
        sitting.make(Act(seat.picked, package=package))


def _way(sitting: Sitting, wish: wishes.TakeWay) -> None:
    ways = sitting.seat.ways
    if 0 <= wish.which < len(ways):
        all(sitting.make(move) for move in ways[wish.which].moves)


def _choice(sitting: Sitting, wish: wishes.TakeChoice) -> None:
    view = _view(sitting)
    if view.state.pending[view.party]:
        sitting.make(Decide(view.state.pending[view.party][0], wish.choice))


def _sign(sitting: Sitting, wish: wishes.SignText) -> None:
    sitting.make(Sign())


def _ask_walk_out(sitting: Sitting, wish: wishes.AskWalkOut) -> None:
    sitting.seat.clear()
    sitting.seat.leaving = True


def _walk_out(sitting: Sitting, wish: wishes.WalkOutNow) -> None:
    if sitting.seat.leaving:
        sitting.make(WalkOut())


def _suggestion(sitting: Sitting, wish: wishes.TakeSuggestion) -> None:
    """Do what is advised; an offer is only put in hand, to be looked at before it is tabled."""
    advised = sitting.facts().advice
    if advised is None or isinstance(advised.move, WalkOut):
        return
    if isinstance(advised.move, Propose):
        made = _made(sitting)
        made.packages, made.at = list(advised.move.packages), 0
        made.linked = advised.move.linked
    else:
        sitting.make(advised.move)


AT_TABLE: dict[type, Callable[[Sitting, Any], None]] = {
    wishes.PutOption: _put,
    wishes.TakeAlternative: _take_alternative,
    wishes.AddAlternative: _add,
    wishes.DropAlternative: _drop,
    wishes.SetLinked: _linked,
    wishes.SetReferendum: _referendum,
    wishes.WriteWords: _words,
    wishes.BeginFromTheirs: _from_theirs,
    wishes.BeginFromMine: _from_mine,
    wishes.BeginFromBest: _from_best,
    wishes.ClearOffer: _clear,
    wishes.TableOffer: _table,
    wishes.AcceptOffer: _accept,
    wishes.RejectOffer: _reject,
    wishes.HoldTurn: _hold,
    wishes.ReopenIssue: _reopen,
    wishes.PickAction: _pick,
    wishes.ActOnIssue: _on_issue,
    wishes.ActOnPackage: _on_package,
    wishes.TakeWay: _way,
    wishes.TakeChoice: _choice,
    wishes.SignText: _sign,
    wishes.AskWalkOut: _ask_walk_out,
    wishes.WalkOutNow: _walk_out,
    wishes.TakeSuggestion: _suggestion,
}
"""What may be asked at the table, on a card and on the treaty page."""
