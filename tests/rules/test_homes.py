"""Who carries and who blocks at home, and what a mandate counts (negotiation-model section 1)."""

from dataclasses import replace

from game.rules.home import support, support_terms, tally, would_permit, would_ratify
from game.rules.mandate import level_of, orders_broken
from game.rules.scenario import Constituency, Level, RoundKind, Scenario
from game.rules.state import Standing, State
from tests.rules.playing import package, played, refused
from tests.rules.test_apply import SIGNED
from tests.rules.test_legality import AT_HEADS

VALE, TARN = 0, 1


def wing(ports: Scenario, id: str, start: int, votes: int = 0, **marks: bool) -> Constituency:
    """Return a constituency of Vale with `start` support for everything: for at 7, against at 3."""
    plain = replace(
        ports.constituencies[0], id=id, start=start, votes=votes, terms=(), carries_at=7, blocks_at=3,
        gate=False, must_be_for=False, must_not_be_against=False, asked_first_at=None,
    )  # fmt: skip
    return replace(plain, **marks)  # type: ignore[arg-type]


def home(ports: Scenario, *wings: Constituency, quorum: int = 0) -> Scenario:
    """Return the scenario in which Vale's home is made of `wings` alone."""
    theirs = tuple(item for item in ports.constituencies if item.party == TARN)
    homes = (replace(ports.homes[VALE], quorum=quorum), ports.homes[TARN])
    return replace(ports, constituencies=(*wings, *theirs), homes=homes)


def carried(scenario: Scenario) -> bool:
    state = played(scenario)
    result = tally(scenario, state, VALE, state.provisional)
    assert result.carried == would_ratify(scenario, state, VALE, state.provisional)
    return result.carried


def test_more_must_be_for_than_against(ports: Scenario) -> None:
    assert not carried(home(ports, wing(ports, "a", 8, 3), wing(ports, "b", 1, 3)))
    assert carried(home(ports, wing(ports, "a", 8, 4), wing(ports, "b", 1, 3)))


def test_the_quorum_must_be_reached(ports: Scenario) -> None:
    wings = (wing(ports, "a", 8, 3), wing(ports, "b", 5, 3))
    assert carried(home(ports, *wings, quorum=3))
    assert not carried(home(ports, *wings, quorum=4))


def test_who_must_be_for_may_not_stay_away(ports: Scenario) -> None:
    voters = wing(ports, "a", 8, 3)
    assert not carried(home(ports, voters, wing(ports, "b", 5, must_be_for=True)))
    assert carried(home(ports, voters, wing(ports, "b", 7, must_be_for=True)))


def test_who_must_not_be_against_and_a_gate_may_stay_away(ports: Scenario) -> None:
    voters = wing(ports, "a", 8, 3)
    for mark in ("must_not_be_against", "gate"):
        assert carried(home(ports, voters, replace(wing(ports, "b", 7), **{mark: True})))
        low = replace(wing(ports, "b", 3 if mark == "must_not_be_against" else 5), **{mark: True})
        assert carried(home(ports, voters, low)) is False  # the gate bears the envoys' weight of -2


def test_support_at_the_threshold_counts(ports: Scenario) -> None:
    for start, standing in ((7, Standing.FOR), (6, Standing.AWAY), (4, Standing.AWAY), (3, Standing.AGAINST)):
        scenario = home(ports, wing(ports, "a", start, 1))
        state = played(scenario)
        assert tally(scenario, state, VALE, state.provisional).standings[0][1] is standing


def test_a_signature_weighs_with_the_gate_alone(ports: Scenario) -> None:
    """The envoys' weight is -2."""
    scenario = home(ports, wing(ports, "a", 5, 1), wing(ports, "b", 5, gate=True))
    state = played(scenario)
    rows = tally(scenario, state, VALE, state.provisional).standings
    assert [row[2] for row in rows] == [5, 3]
    assert [c.amount for c in support_terms(scenario, state, 1, state.provisional, weight=-2)] == [5, -2]
    assert [c.amount for c in support_terms(scenario, state, 0, state.provisional, weight=-2)] == [5]


def test_support_is_the_clamped_sum_of_its_terms(ports: Scenario) -> None:
    state = played(ports)
    for options in (("ferry=daily", "dues=nothing"), ("ferry=weekly", "dues=half"), ()):
        judged = package(ports, *options)
        for index in range(len(ports.constituencies)):
            total = sum(item.amount for item in support_terms(ports, state, index, judged))
            assert support(ports, state, index, judged) == max(0, min(10, total))


def test_the_weight_is_that_of_who_signed_not_of_who_sits_at_the_vote(ports: Scenario) -> None:
    def weighed(weight: int) -> State:
        rounds = tuple(
            replace(r, delegations=(replace(r.delegations[0], weight=weight), r.delegations[1]))
            if r.id == "heads"
            else r
            for r in ports.rounds
        )
        scenario = replace(ports, rounds=rounds)
        state = played(scenario, *SIGNED)
        assert scenario.rounds[state.round].kind is RoundKind.RATIFICATION
        return played(scenario, "vale hold", "tarn hold", start=state)

    light, heavy = weighed(0).votes[VALE], weighed(2).votes[VALE]
    assert light is not None
    assert heavy is not None
    assert heavy.standings[0][2] == light.standings[0][2] + 2


def test_who_blocked_is_who_alone_could_have_carried_it(ports: Scenario) -> None:
    scenario = home(
        ports, wing(ports, "a", 8, 3), wing(ports, "b", 5, 2, must_be_for=True), wing(ports, "c", 1, 1)
    )
    state = played(scenario)
    assert tally(scenario, state, VALE, state.provisional).blockers == (1,)


def test_where_none_alone_could_have_carried_it_all_who_are_against_blocked(ports: Scenario) -> None:
    marked = {"must_not_be_against": True}
    scenario = home(
        ports, wing(ports, "a", 8, 3), wing(ports, "b", 1, **marked), wing(ports, "c", 1, **marked)
    )
    state = played(scenario)
    assert tally(scenario, state, VALE, state.provisional).blockers == (1, 2)


def test_home_asked_first_wants_the_whole_threshold_and_no_more(ports: Scenario) -> None:
    for start, leave in ((8, True), (7, False)):
        asked = replace(wing(ports, "a", start, 1), asked_first_at=8)
        scenario = home(ports, asked)
        state = played(scenario)
        assert would_permit(scenario, state, VALE, state.provisional) is leave


def test_home_asked_first_listens_to_those_who_vote(ports: Scenario) -> None:
    asked = replace(wing(ports, "a", 9, 1), asked_first_at=8)
    for votes, leave in ((0, True), (1, False)):
        scenario = home(ports, asked, wing(ports, "b", 2, votes))
        state = played(scenario)
        assert would_permit(scenario, state, VALE, state.provisional) is leave


def test_where_nobody_wants_to_be_asked_first_home_allows_what_it_would_carry(ports: Scenario) -> None:
    for start in (8, 5):
        scenario = home(ports, wing(ports, "a", start, 1))
        state = played(scenario)
        assert would_permit(scenario, state, VALE, state.provisional) is carried(scenario)


def test_what_the_agreed_text_goes_beyond_already_is_not_counted_again(ports: Scenario) -> None:
    state = replace(played(ports, *AT_HEADS, "tarn hold"), provisional=package(ports, "ferry=daily"))
    assert orders_broken(ports, state, VALE, package(ports, "dues=full")) == ()
    assert refused(ports, state, "vale propose dues=full") is None


def test_of_two_orders_on_one_option_the_stricter_binds(ports: Scenario) -> None:
    daily = next(order for order in ports.orders if order.id == "v_daily")
    scenario = replace(ports, orders=(*ports.orders, replace(daily, id="v_twice", level=Level.NEVER)))
    state = played(scenario)
    assert level_of(scenario, state, VALE, 0, 2) is Level.NEVER
    assert level_of(scenario, state, VALE, 0, 1) is Level.FREE
    assert level_of(ports, played(ports), VALE, 0, 2) is Level.ASK
