"""What the screens show, as plain values: of the tests' own scenario and of the one that is shipped."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from game.desk.beyond import ways_on
from game.desk.composition import best_within_orders
from game.desk.lines import play_line
from game.desk.news import News
from game.desk.plan_card import Plan, plan_told, predicted
from game.rules.apply import apply, open_negotiation
from game.rules.legality import refusal
from game.rules.moves import Act, Hold, Propose, WalkOut
from game.rules.package import merged
from game.rules.refusals import Why
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.transcript import Made, replay
from game.rules.utility import points
from game.rules.view import view_for
from game.text.wording import Wording
from game.ui.finding import parts
from game.ui.screens.briefing_presenter import briefing_model
from game.ui.screens.chart_presenter import points_chart
from game.ui.screens.departure_presenter import departure
from game.ui.screens.document_presenter import document_model
from game.ui.screens.explain_presenter import explanation
from game.ui.screens.explain_rows import rows
from game.ui.screens.parts import Control, Said
from game.ui.screens.planning_presenter import planning_model
from game.ui.screens.table_presenter import table_model
from game.ui.screens.table_side import refusal_box
from game.ui.seat import Facts, seat_of
from tests.ui.windows import ROOT, SAY


def facts(scenario: Scenario, state: State, party: int, news: tuple[News, ...] = ()) -> Facts:
    view = view_for(scenario, state, party)
    return Facts(Wording(SAY, view.scenario, party), view, seat_of(view), news)


def opened(scenario: Scenario) -> State:
    return open_negotiation(scenario).state


def offered(scenario: Scenario, state: State, **options: str) -> State:
    author = state.turn
    return apply(scenario, state, author, Propose((scenario.package(**options),))).state


def test_the_board_has_the_agenda_first_and_folds_the_rest(deletion: Scenario) -> None:
    rows = table_model(facts(deletion, opened(deletion), 1)).rows
    assert [row.id for row in rows if not row.folded] == [
        "islands", "okinawa", "rest", "letters", "missing", "un", "world", "trade",
    ]  # fmt: skip
    assert all(row.agreed for row in rows if row.folded)
    assert len(rows) == len(deletion.issues)


def test_a_ladder_carries_both_markers_the_lock_and_the_gap_in_words(ports: Scenario) -> None:
    state = offered(ports, opened(ports), ferry="none", dues="full")
    state = offered(ports, state, ferry="daily")
    ferry, dues = table_model(facts(ports, state, 0)).rows[:2]
    assert [rung.mine for rung in ferry.rungs] == ["*", "", ""]
    assert [rung.theirs for rung in ferry.rungs] == ["", "", "*"]
    assert (ferry.steps, ferry.gap) == (2, "Between you: 2 steps.")
    assert ferry.rungs[2].lock == 1
    assert ferry.rungs[2].lock_reason == "The board has not spoken of a daily ferry."
    assert dues.steps is None
    assert dues.gap == "You have spoken; they have not."


def test_what_stands_agreed_says_where_it_comes_from(deletion: Scenario) -> None:
    rows = table_model(facts(deletion, opened(deletion), 1)).rows
    war = next(row for row in rows if row.id == "war")
    assert war.agreed
    assert [rung.agreed for rung in war.rungs].count(True) == 1
    assert not any(rung.put.enabled for rung in war.rungs)
    assert war.rungs[0].put.reason == "This question is not open now."


def test_the_composer_shows_points_before_and_after_and_homes_faces(ports: Scenario) -> None:
    sitting = facts(ports, opened(ports), 0)
    sitting.seat.made.put(0, 0)
    sitting.seat.made.put(1, 1)
    made = table_model(sitting).composer
    assert made is not None
    assert (made.before, made.after) == (0, 60)
    assert made.most == 100
    assert [face.id for face in made.faces] == ["board", "boatmen"]
    assert made.faces[1].mood == 1
    assert made.table.enabled
    sitting.seat.made.put(1, 2)
    beyond = table_model(sitting).composer
    assert beyond is not None
    assert beyond.table.enabled, "a press shows the ways beyond"
    assert any("The quay must be paid for." in line for line in beyond.problem)


def test_an_empty_offer_cannot_be_tabled_and_says_why(ports: Scenario) -> None:
    made = table_model(facts(ports, opened(ports), 0)).composer
    assert made is not None
    assert not made.table.enabled
    assert "settles nothing" in made.table.reason


def test_their_alternatives_stand_with_what_each_would_mean(ports: Scenario) -> None:
    state = apply(ports, opened(ports), 0, Hold()).state
    both = (ports.package(dues="nothing"), ports.package(ferry="weekly", dues="half"))
    state = apply(ports, state, 1, Propose(both)).state
    theirs = table_model(facts(ports, state, 0)).theirs
    assert [each.letter for each in theirs] == ["A", "B"]
    assert theirs[0].accept.note == "It lies beyond your mandate."
    assert theirs[1].points == 45
    assert [part.id for part in theirs[1].parts] == ["accept:1:ferry", "accept:1:dues"]


def test_closed_actions_give_their_reason_and_open_ones_their_cost(ports: Scenario) -> None:
    cards = {card.id: card for card in table_model(facts(ports, opened(ports), 0)).actions}
    assert cards["action:take_it_on_me"].reason == "Only a head may decide alone."
    assert "Answered at the next meeting." in cards["action:send_home"].note


def test_meters_are_those_that_this_side_sees(ports: Scenario) -> None:
    seen = [[gauge.id for gauge in table_model(facts(ports, opened(ports), p)).top.meters] for p in (0, 1)]
    assert seen == [["trust", "unity"], ["trust", "season"]]


@pytest.mark.parametrize("party", [0, 1])
def test_everything_that_can_be_asked_why_has_an_answer(deletion: Scenario, party: int) -> None:
    sitting = facts(deletion, opened(deletion), party)
    topics = {
        each.why for each in parts(table_model(sitting)) if isinstance(each, Control | Said) and each.why
    }
    topics |= {
        each.why
        for each in parts(briefing_model(sitting, begun=False))
        if isinstance(each, Control | Said) and each.why
    }
    topics |= {rung.why for row in table_model(sitting).rows for rung in row.rungs}
    topics |= {row.why for row in table_model(sitting).rows}
    topics |= {gauge.why for gauge in table_model(sitting).top.meters}
    topics |= {face.why for face in briefing_model(sitting, begun=False).faces}
    assert len(topics) > 40
    for topic in topics | {"mandate", "reservation", "last", "refusal", "points:agreed", "home:agreed"}:
        told = explanation(sitting, topic)
        assert told is not None
        assert told.lines != (SAY("ui.why.nothing"),), topic


@pytest.mark.parametrize("party", [0, 1])
def test_no_two_controls_of_a_screen_have_one_id(deletion: Scenario, party: int) -> None:
    sitting = facts(deletion, opened(deletion), party)
    for model in (table_model(sitting), briefing_model(sitting, begun=False), planning_model(sitting)):
        ids = [each.id for each in parts(model) if not isinstance(each, Said)]
        assert len(ids) == len(set(ids))


def test_a_closed_control_always_says_why(deletion: Scenario) -> None:
    sitting = facts(deletion, opened(deletion), 0)
    for each in parts(table_model(sitting)):
        assert not isinstance(each, Control) or each.enabled or each.reason, each


def test_the_briefing_keeps_the_other_sides_orders_out(ports: Scenario) -> None:
    told = str(briefing_model(facts(ports, opened(ports), 0), begun=False))
    assert "The board has not spoken of a daily ferry." in told
    assert "The council was promised a ferry." not in told
    assert "The season" not in told


def test_the_plan_predicts_what_may_or_may_not_get_into_the_text(deletion: Scenario) -> None:
    assert deletion.issues[predicted(deletion)].id == "islands"
    model = planning_model(facts(deletion, opened(deletion), 1))
    assert "Habomai" in model.prediction_heading
    assert not model.lock.enabled


def test_words_searched_for_are_marked_in_a_document(ports: Scenario) -> None:
    model = document_model(facts(ports, opened(ports), 0), "document:ledger", "HALF")
    assert model.found == "Found 2 times."
    assert [word for paragraph in model.paragraphs for word, found in paragraph if found] == ["half", "half"]
    assert model.use is not None
    assert model.use.id == "action:show_ledger"


def test_presenters_and_flow_need_no_pygame() -> None:
    folder = ROOT / "game" / "ui"
    plain = [*folder.glob("screens/*_presenter.py"), *folder.glob("screens/table_*.py")]
    plain = [file for file in plain if not file.stem.endswith("_screen")]
    names = ("flow", "pages", "doing", "at_table", "sitting", "seat", "worker", "world", "settings")
    plain += [folder / f"{name}.py" for name in (*names, "finding", "wishes", "intents", "screens/parts")]
    assert len(plain) > 30
    assert [str(file) for file in plain if _draws(file)] == []


def _draws(file: Path) -> bool:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        if any(name.split(".")[0] == "pygame" or name.startswith("game.ui.kit") for name in names):
            return True
    return False


@pytest.mark.parametrize(
    ("party", "secret"), [(0, "The council was promised a ferry."), (1, "The board has not")]
)
def test_the_table_keeps_the_other_sides_secrets_out(ports: Scenario, party: int, secret: str) -> None:
    assert secret not in str(table_model(facts(ports, opened(ports), party)))


@pytest.mark.parametrize("party", [0, 1])
def test_the_best_within_orders_can_be_tabled_as_it_is(deletion: Scenario, party: int) -> None:
    state = replace(opened(deletion), turn=party, pending=((), ()))
    view = view_for(deletion, state, party)
    package = best_within_orders(view)
    assert refusal(view.scenario, view.state, party, Propose((package,))) is None
    assert points(view.scenario, party, package) > 40


def test_the_plan_is_laid_beside_what_came_of_it(ports: Scenario) -> None:
    state = apply(ports, opened(ports), 0, WalkOut()).state
    assert state.outcome is not None
    wording = Wording(SAY, ports, 0)
    told = plan_told(wording, Plan(0, "leave", 70, locked=True), state.outcome)
    assert [answer for _, answer in told] == [
        "The ferry. Nothing was signed.",
        "Leave without an agreement",
        "Yes, 70 % sure. It has not.",
    ]
    assert plan_told(wording, Plan(locked=True), state.outcome) == ()


def test_a_first_offer_and_a_trade_belong_to_what_matters_most(ports: Scenario) -> None:
    sitting = facts(ports, opened(ports), 0)
    assert (planning_model(sitting).first, planning_model(sitting).give) == ((), ())
    sitting.seat.plan = Plan(0)
    model = planning_model(sitting)
    assert [each.id for each in model.first] == [f"first:{each.id}" for each in ports.issues[0].options]
    assert "give:ferry" not in [each.id for each in model.give]
    state = apply(ports, opened(ports), 0, WalkOut()).state
    assert state.outcome is not None
    told = plan_told(Wording(SAY, ports, 0), Plan(0, locked=True, first=2, give=1), state.outcome)
    assert [answer for _, answer in told] == [
        "The ferry. Nothing was signed.",
        "Every day.",
        "Harbour dues. Nothing was signed.",
    ]


def test_the_first_departure_from_history_is_found_and_words_are_none(ports: Scenario) -> None:
    line = play_line(ports, ports.history[0])
    same = replay(ports, line.moves)
    found = departure(SAY, ports, same)
    assert found is not None
    assert found.sentence == "Every move of the two delegations was as in history."
    assert all(moment.same for moment in found.timeline)
    other = replay(ports, [Made(line.moves[0].author, Hold("We wait for you."))])
    left = departure(SAY, ports, other)
    assert left is not None
    assert left.sentence == "The first departure from history is move 1 of the two delegations."
    assert not left.timeline[0].same


def test_what_a_game_did_as_in_history_after_a_detour_is_told_as_the_same(ports: Scenario) -> None:
    moves = play_line(ports, ports.history[0]).moves
    ledger = next(index for index, action in enumerate(ports.actions) if action.id == "show_ledger")
    detour = Made(0, Act(ledger))
    left = departure(SAY, ports, replay(ports, [*moves[:3], detour, *moves[3:5]]))
    assert left is not None
    assert left.sentence == "The first departure from history is move 4 of the two delegations."
    assert [moment.same for moment in left.timeline[:6]] == [True, True, True, False, True, True]
    assert left.timeline[3].history == "No move."


def test_the_chart_keeps_the_two_scales_apart(ports: Scenario) -> None:
    course = replay(ports, play_line(ports, ports.history[0]).moves)
    charts = [points_chart(Wording(SAY, ports, None), ports, course, party) for party in (0, 1)]
    one, other = charts
    assert one is not None
    assert other is not None
    assert {(each.x, each.y) for each in one.frontier} == {(each.y, each.x) for each in other.frontier}
    assert one.agreement is not None
    assert one.history is not None
    assert (one.agreement.x, one.agreement.y) == (one.history.x, one.history.y)
    assert [each.x for each in one.frontier] == sorted(each.x for each in one.frontier)


def test_every_refusal_has_a_word_or_two_for_its_stamp() -> None:
    assert [why for why in Why if not SAY.has(f"ui.refusal.code.{why.value.lower()}")] == []


def test_the_ways_on_have_the_action_as_label_and_its_price_as_note(deletion: Scenario) -> None:
    sitting = facts(deletion, opened(deletion), 1)
    move = Propose((deletion.package(islands="nothing"),))
    sitting.seat.refused = refusal(deletion, sitting.view.state, 1, move)
    sitting.seat.ways = tuple(ways_on(sitting.wording, sitting.view, move))
    box = refusal_box(sitting)
    assert box is not None
    assert box.code == "Beyond orders"
    assert "Habomai and Shikotan" in box.place
    home = next(way for way in box.ways if way.label == "Cable Tokyo for leave")
    assert home.note.startswith("Ask for leave")
    assert "Price:" in home.note


def test_summands_have_a_column_and_their_sum_and_sources_come_last(deletion: Scenario) -> None:
    sitting = facts(deletion, opened(deletion), 1)
    islands = next(n for n, issue in enumerate(deletion.issues) if issue.id == "islands")
    sitting.seat.made.put(islands, 1)
    told = explanation(sitting, "points")
    assert told is not None
    kinds = [row.kind for row in rows(told)]
    assert kinds[0] == "head"
    assert kinds[-1] == "source"
    package = merged(sitting.view.state.provisional, sitting.seat.made.package)
    sums = [row.amount for row in rows(told) if row.kind == "total"]
    shown = [int(row.amount) for row in rows(told) if row.kind == "amount"]
    assert sum(shown) == points(deletion, 1, package)
    assert sums == [f"{sum(shown):+d}"] or len(shown) < 2


def test_a_ladder_of_options_is_not_added_up(deletion: Scenario) -> None:
    told = explanation(facts(deletion, opened(deletion), 1), "issue:islands")
    assert told is not None
    assert "amount" in {row.kind for row in rows(told)}
    assert "total" not in {row.kind for row in rows(told)}


@pytest.mark.parametrize(
    ("party", "own", "other"), [(0, "The Presidium", "Tokyo"), (1, "Tokyo", "The Presidium")]
)
def test_a_verdict_speaks_only_of_what_is_decided_and_only_of_ones_own_home(
    deletion: Scenario, party: int, own: str, other: str
) -> None:
    sitting = facts(deletion, replace(opened(deletion), turn=party, pending=((), ())), party)
    made = table_model(sitting).composer
    assert made is not None
    assert made.verdict.text == f"{own} would carry what is decided so far; 8 questions are open."
    assert made.theirs.text == f"{other}: unknown, perhaps."
    homes = {item.id: item.party for item in deletion.constituencies}
    assert {homes[face.id] for face in made.faces} == {party}
    sitting.seat.made.packages = [best_within_orders(sitting.view)]
    whole = table_model(sitting).composer
    assert whole is not None
    assert whole.verdict.text in (f"{own} would carry it.", f"{own} would not carry it.")


def test_the_other_sides_last_move_is_told_with_its_reason(ports: Scenario) -> None:
    state = offered(ports, opened(ports), ferry="none", dues="full")
    applied = apply(ports, state, 1, Propose((ports.package(ferry="daily"), ports.package(dues="nothing"))))
    sitting = replace(
        facts(ports, applied.state, 0),
        news=(News(applied.happenings, ("Time is running out, so they give way.",)),),
    )
    told = table_model(sitting).opposite.last.text
    assert told == "They made 2 offers, of which you may take one. Time is running out, so they give way."
