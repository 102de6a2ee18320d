"""What lies around the board: log, draft, notebook, documents; actions as cards; the moves of a turn."""

from game.analysis.notebook import BANDS, SIGNS, latest
from game.analysis.space import bargained_issues
from game.desk.beyond import Way
from game.desk.deeds import (
    closed_because,
    closed_sentence,
    issues_at_hand,
    needs_issue,
    own_actions,
    packages_at_hand,
    price,
)
from game.desk.dossier import sureness
from game.desk.news import News
from game.desk.papers import draft_lines, notebook_lines, offered_lines, papers, readable
from game.desk.status import meetings_left, talked_issues
from game.rules.happenings import DecisionPut, FlagChanged, Happening
from game.rules.instrument import paragraphs
from game.rules.legality import refusal
from game.rules.moves import Act, Hold, PartyMove, Reject, Sign, WalkOut
from game.rules.package import decided
from game.rules.refusals import Why
from game.rules.scenario import RoundKind
from game.text.explain import cited, order_lines, refusal_lines
from game.text.wording import Wording, capital
from game.ui.screens.news_reasons import topic_of
from game.ui.screens.parts import Control, Field, Said
from game.ui.screens.table_model import (
    GuessPage,
    LogEntry,
    Notes,
    Paper,
    Picker,
    RefusalBox,
    TabsModel,
)
from game.ui.seat import Facts
from game.ui.wishes import (
    ActOnIssue,
    ActOnPackage,
    AskWalkOut,
    AskWhy,
    Back,
    Go,
    GuessBand,
    GuessWords,
    HoldTurn,
    OpenDocument,
    OpenGuess,
    PickAction,
    RejectOffer,
    Screen,
    ShowTab,
    Tab,
    TakeWay,
    TurnPaper,
    Undo,
    WalkOutNow,
    Wish,
)

_PAGE_TELLS = (Why.REQUIRED_OPEN, Why.NEEDS, Why.ANSWER_AWAITED)
"""What is in the way of signing and is shown best on the treaty page itself."""

_SILENT = (DecisionPut, FlagChanged)  # a card is shown whole; flags are the author's bookkeeping


def entries(wording: Wording, news: tuple[News, ...], *, whole: bool, id: str) -> tuple[LogEntry, ...]:
    """Return news as lines of the log.

    Args:
        whole: tell bookkeeping too.
        id: what the ids of lines that can be asked why begin with.
    """
    found: list[LogEntry] = []
    for each in news:
        reasons = each.reasons
        for happening in each.happenings:
            if not whole and isinstance(happening, _SILENT):
                continue
            told = [line for line in wording.happening(happening) if line]
            voice = _voice(wording, happening)
            topic = topic_of(wording.scenario, happening)
            for place, line in enumerate(told):
                at = f"{id}:{len(found)}"
                ask = (
                    Control(at, line, AskWhy(at), why=topic)
                    if topic and any(map(str.isdigit, line))
                    else None
                )
                found.append(LogEntry(line, voice, int(place > 0), ask))
            if told and reasons and voice == "they":
                line = wording.say("news.reasons", n=len(reasons), reasons=" ".join(reasons))
                found.append(LogEntry(line, voice, 1))
                reasons = ()
    return tuple(found)


def _voice(wording: Wording, happening: Happening) -> str:
    party = getattr(happening, "party", None)
    if party not in (0, 1):
        return "other"
    return "you" if party == wording.you else "they"


def tabs(facts: Facts) -> TabsModel:
    """Return the tabs with the content of all of them: a wide window may show several."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    return TabsModel(
        tabs=tuple(
            Control(
                f"tab:{tab.value}",
                say(f"ui.tab.{tab.value}"),
                ShowTab(tab),
                on=tab is facts.seat.tab,
                does=say("ui.about.tab"),
            )
            for tab in Tab
        ),
        shown=facts.seat.tab,
        paper=paper(facts),
        documents=document_controls(facts),
        documents_heading=say("ui.paper.all"),
        log=entries(wording, facts.news, whole=True, id="log"),
        draft=tuple(line for line in draft_lines(wording, view, view.state.provisional) if line),
        notebook=notebook(facts),
        guesses=tuple(guess_page(facts, issue) for issue in bargained_issues(view.scenario)),
        guesses_heading=say("ui.notebook.guesses"),
        guesses_note=say("ui.notebook.guesses_note"),
    )


def notebook(facts: Facts) -> tuple[Notes, ...]:
    """Return what is believed of the other side."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    told = tuple(happening for each in facts.news for happening in each.happenings)
    offered = tuple(offered_lines(wording, view, told)) or (say("ui.notebook.no_offer"),)
    home = capital(say("ui.composer.theirs", home=view.scenario.homes[1 - view.party].name))
    return (
        Notes(say("ui.notebook.learnt"), tuple(notebook_lines(wording, view))),
        Notes(say("ui.notebook.offered"), offered),
        Notes(say("ui.notebook.home"), (home,)),
    )


def guess_page(facts: Facts, issue: int) -> GuessPage:
    """Return the page of the notebook on a question."""
    wording, say, is_open = facts.wording, facts.wording.say, facts.seat.guessing == issue
    id, guess = facts.view.scenario.issues[issue].id, latest(facts.seat.guesses, issue)
    band, words = (None, "") if guess is None else (guess.band, guess.words)
    bands = tuple(
        Control(
            f"guess:{id}:{each}",
            capital(say(f"band.{each}")),
            GuessBand(issue, each),
            on=each == band,
            does=say("ui.notebook.band_does"),
        )
        for each in range(BANDS)
    )
    told = say("ui.notebook.not_guessed") if band is None else say(f"band.{band}")
    does = say("ui.notebook.guess_does")
    whose = facts.view.scenario.parties[facts.view.party].id  # a field remembers what was typed by its id
    field = Field(f"guess_words:{whose}:{id}", say("ui.notebook.words"), words, GuessWords, SIGNS, at=issue)
    return GuessPage(
        fold=Control(
            f"guess:{id}", capital(wording.issue(issue)), OpenGuess(issue), note=told, on=is_open, does=does
        ),
        bands=bands if is_open else (),
        words=field if is_open else None,
        written=words.strip(),
    )


def paper(facts: Facts) -> Paper | None:
    """Return the paper that lies open, None where there is none to read."""
    view, say, there = facts.view, facts.wording.say, readable(facts.view)
    if not there:
        return None
    at = facts.seat.paper % len(there)
    document = view.scenario.documents[there[at]]
    label = say("papers.label", label=sureness(say, document.label)) if document.label else ""
    source = say("why.source", text=cited(view.scenario, document.source)) if document.source else ""
    return Paper(
        title=document.title,
        date=document.date,
        paragraphs=paragraphs(document.text),
        source=" ".join(each for each in (label, source) if each),
        count=say("ui.paper.count", n=at + 1, of=len(there)),
        previous=Control(
            "paper_previous", say("ui.paper.previous"), TurnPaper(-1), does=say("ui.about.paper")
        ),
        next=Control("paper_next", say("ui.paper.next"), TurnPaper(1), does=say("ui.about.paper")),
    )


def document_controls(facts: Facts) -> tuple[Control, ...]:
    """Return the papers that may be read."""
    return paper_controls(facts, "document")


def paper_controls(facts: Facts, *kinds: str) -> tuple[Control, ...]:
    """Return the papers of these kinds: document, role, page."""
    does = facts.wording.say("ui.about.paper")
    return tuple(
        Control(paper.key, paper.title, OpenDocument(paper.key), paper.date, does=does)
        for paper in papers(facts.wording, facts.view)
        if paper.key.partition(":")[0] in kinds
    )


def action_cards(facts: Facts) -> tuple[Control, ...]:
    """Return the actions as cards: cost and effect as the note, the closed ones with their reason."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    if view.state.pending[view.party]:
        return ()
    cards = []
    for index in own_actions(view):
        action, refused = view.scenario.actions[index], closed_because(view, index)
        notes = [say("deeds.table" if action.table else "deeds.back_room")]
        notes += [" ".join(action.note.split())] if action.note.strip() else []
        cost = price(say, action)
        notes += [say("deeds.cost", cost=cost)] if cost else []
        cards.append(
            Control(
                f"action:{action.id}",
                action.label,
                PickAction(index),
                note="\n".join(notes),
                enabled=refused is None,
                reason="" if refused is None else closed_sentence(wording, view, index, refused),
                why=f"action:{action.id}",
            )
        )
    return tuple(cards)


def move_controls(facts: Facts) -> tuple[Control, ...]:
    """Return the moves besides an offer: reject, hold, sign, walk out, undo; each with why not."""
    view, say = facts.view, facts.wording.say
    ratification = view.scenario.rounds[view.state.round].kind is RoundKind.RATIFICATION
    hold = "ui.move.hold_ratification" if ratification else "ui.move.hold"
    note = ""
    if view.state.passes and not ratification:
        note = say("ui.move.hold_closes" if meetings_left(view) else "ui.move.hold_last")
    found = [_move(facts, "hold", say(hold), HoldTurn(), Hold(), note)]
    if not ratification:
        found.insert(0, _move(facts, "reject", say("ui.move.reject"), RejectOffer(), Reject()))
        ready = "" if talked_issues(view) else say("gap.all_agreed")
        found.append(_move(facts, "sign", say("ui.move.sign"), Go(Screen.SIGNING), Sign(), ready))
        if facts.seat.leaving:
            found.append(_move(facts, "walk_out", say("ui.move.walk_out_sure"), WalkOutNow(), WalkOut()))
        else:
            found.append(_move(facts, "walk_out", say("ui.move.walk_out"), AskWalkOut(), WalkOut()))
    if facts.solo:
        found.append(Control("undo", say("ui.move.undo"), Undo(), does=say("ui.about.undo")))
    return tuple(found)


def _move(facts: Facts, id: str, label: str, wish: Wish, move: PartyMove, note: str = "") -> Control:
    view = facts.view
    refused = refusal(view.scenario, view.state, view.party, move)
    able = refused is None or (id == "sign" and refused.why in _PAGE_TELLS)
    reason = "" if refused is None or able else facts.wording.refusal(refused)
    does = facts.wording.say(f"ui.about.{id}")
    return Control(id, label, wish, note, enabled=able, reason=reason, does=does)


def refusal_box(facts: Facts) -> RefusalBox | None:
    """Return why the last move was refused, with the ways on, None where none was."""
    view, say, refused = facts.view, facts.wording.say, facts.seat.refused
    if refused is None:
        return None
    sentence, *lines = refusal_lines(facts.wording, view.state, view.party, refused)
    root = refused.because or refused
    orders = (view.scenario.orders[order].issue for order in root.orders)
    lies = (root.issue, *root.issues, *orders)
    issues = tuple(dict.fromkeys(issue for issue in lies if issue is not None))
    return RefusalBox(
        heading=say("ui.refusal.heading"),
        code=say(f"ui.refusal.code.{root.why.value.lower()}"),
        place=say("ui.refusal.place", issues=facts.wording.issues(issues)) if issues else "",
        sentence=Said(sentence, "refusal"),
        # The ways on say themselves what they are; the order's own sentence has been said already.
        lines=tuple(
            line
            for line in (
                *(() if facts.seat.ways else lines),
                *order_lines(facts.wording, view.state, root.orders),
            )
            if line.strip() not in sentence
        ),
        ways=tuple(_way(facts, which, way) for which, way in enumerate(facts.seat.ways)),
        back=Control("refusal_back", say("beyond.back"), Back(), does=say("ui.refusal.back_does")),
    )


def _way(facts: Facts, which: int, way: Way) -> Control:
    """Return a way on: the action or move as its label, what follows and the price as its note."""
    opens = way.moves[0]
    label, note = way.label, ""
    if isinstance(opens, Act):
        action = facts.view.scenario.actions[opens.action]
        label, note = action.label, capital(way.label.removeprefix(f"{action.label}: "))
        if action.cost.strip():
            note += " " + facts.wording.say("deeds.cost", cost=" ".join(action.cost.split()))
    return Control(f"way:{which}", label, TakeWay(which), note=note, why="refusal")


def picker(facts: Facts) -> Picker | None:
    """Return what an action that was picked may be taken on, None where none was."""
    view, wording, say, picked = facts.view, facts.wording, facts.wording.say, facts.seat.picked
    if picked is None:
        return None
    action = view.scenario.actions[picked]
    if needs_issue(action):
        choices = tuple(
            Control(
                f"on:{view.scenario.issues[issue].id}",
                capital(wording.issue(issue)),
                ActOnIssue(issue),
                why=f"issue:{view.scenario.issues[issue].id}",
            )
            for issue in issues_at_hand(view)
        )
        heading = say("ui.picker.issue", action=action.label)
    else:
        choices = tuple(
            Control(
                f"on:{which}",
                label,
                ActOnPackage(which),
                note=wording.package(package) if any(decided(package)) else "",
            )
            for which, (label, package) in enumerate(packages_at_hand(say, view, facts.seat.made.package))
        )
        heading = say("ui.picker.package", action=action.label)
    return Picker(
        heading, choices, Control("picker_back", say("beyond.back"), Back(), does=say("ui.refusal.back_does"))
    )
