"""Plans: what is written in them is read, played and held against what comes, in bounded work."""

import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.diagnostics import Report
from game.content.load import load, load_sources
from game.content.plan import Make, Plan
from game.content.plans import LINES_LIMIT, PLANS_LIMIT, plan_files, read_plan
from game.content.rename import NotRenamed, renamed
from game.content.rewriting import rewrite
from game.content.source import Source
from game.desk.plan_playing import PlannedPlay, plans_played, played
from game.desk.reviewing import reviewed
from game.rules.moves import TABLE_MOVES, Accept, Draw, Propose
from game.rules.scenario import NATURE, Scenario
from tests.plans import SCENARIOS, plan_names

PORTS = Path(__file__).parents[1] / "scenarios" / "two-ports"
SHIPPED = (
    "the-deletion",
    "two-towns",
    *(f"_templates/{name}" for name in ("mini", "bilateral", "historical")),
)
VALE, TARN = 0, 1


def read(scenario: Scenario, text: str) -> tuple[Plan | None, Report]:
    report = Report()
    return read_plan(Source("a.plan", text), scenario, report), report


def come(scenario: Scenario, text: str) -> PlannedPlay:
    """Return a plan played that must come as it is written."""
    plan, report = read(scenario, text)
    assert plan is not None, report.render()
    play = played(scenario, plan, report)
    assert not report.has_errors, report.render()
    return play


def codes_of(scenario: Scenario, text: str) -> tuple[str, ...]:
    plan, report = read(scenario, text)
    if plan is not None:
        played(scenario, plan, report)
    return report.codes()


def copied(name: str, folder: Path) -> Path:
    """Return a copy of a shipped scenario in a folder of its own, with its libraries."""
    return Path(shutil.copytree(SCENARIOS, folder / "scenarios")) / name


@pytest.mark.parametrize("name", SHIPPED)
def test_every_plan_that_is_shipped_comes_out_as_written(name: str) -> None:
    loaded = load(SCENARIOS / name)
    plays = plans_played(loaded)
    assert len(plays) >= (1 if name.startswith("_") else 6)
    assert loaded.report.render() == ""
    assert all(play.is_as_written for play in plays)
    assert all(play.plan is not None and play.plan.title for play in plays)


@pytest.mark.parametrize("name", ["the-deletion", "two-towns"])
def test_every_expectation_of_what_is_shipped_can_fail(name: str) -> None:
    """A move less, and something does not come any more: no plan expects only what would be so anyhow."""
    loaded = load(SCENARIOS / name)
    assert loaded.scenario is not None
    for plan in plan_names(name):
        lines = (SCENARIOS / name / "plans" / f"{plan}.plan").read_text("utf-8").splitlines()
        made = [i for i, line in enumerate(lines) if line and not line.startswith(("expect", "#"))]
        shorter = ["\n".join(lines[:cut] + lines[cut + 1 :]) for cut in made]
        assert any("N934" in codes_of(loaded.scenario, text) for text in shorter), plan


def test_a_side_may_be_named_once_for_all_its_moves(ports: Scenario) -> None:
    play = come(ports, "play vale\npropose ferry=weekly\ntarn hold\nhold\nexpect not agreed(ferry)")
    made = [step.line.says for step in play.steps[:3]]
    assert [said.party for said in made if isinstance(said, Make)] == [VALE, TARN, VALE]


def test_an_offer_is_read_as_it_is_typed_at_the_table(ports: Scenario) -> None:
    line = 'vale propose ferry=none or ferry=weekly dues=half linked "We row." # why not'
    play = come(ports, f"{line}\ntarn accept B\nexpect agreed ferry=weekly dues=half")
    packages = ports.package(ferry="none"), ports.package(ferry="weekly", dues="half")
    moves = [made.move for made in play.moves]
    assert moves[:2] == [Propose(packages, linked=True, words="We row."), Accept(1)]


def test_what_must_be_refused_is_not_made(ports: Scenario) -> None:
    play = come(
        ports, "vale propose ferry=daily\nexpect refused BEYOND_MANDATE v_daily\nvale hold\nexpect trust == 5"
    )
    assert len(play.moves) == 1


def test_the_reason_behind_a_closed_choice_counts_as_its_refusal(deletion: Scenario) -> None:
    """Without leave from the Presidium the words cannot stand: the choice that would let them is closed."""
    lines = (SCENARIOS / "the-deletion" / "plans" / "words_stand.plan").read_text("utf-8").splitlines()
    card = lines.index("ussr decide the_words not_yet")
    unasked = [line for line in lines[:card] if not line.startswith("ussr act consult_presidium")]
    for code in ("CHOICE_CLOSED", "BEYOND_MANDATE s_both"):
        come(deletion, "\n".join([*unasked, "ussr decide the_words let_stand", f"expect refused {code}"]))
    wrong = [*unasked, "ussr decide the_words let_stand", "expect refused BEYOND_MANDATE s_named"]
    assert codes_of(deletion, "\n".join(wrong)) == ("N934",)


def test_chance_takes_its_usual_course_unless_the_plan_says_how_it_turns(ports: Scenario) -> None:
    to_tuesday = "vale hold\ntarn hold\n"
    come(ports, f"{to_tuesday}expect slot == tuesday and not fog_stays")
    come(ports, f"draw fog stays\n{to_tuesday}expect slot == tuesday and fog_stays")
    turned = {fog_of(come(ports, f"seed {seed}\n{to_tuesday}expect slot == tuesday")) for seed in range(12)}
    assert turned == {0, 1}


def fog_of(play: PlannedPlay) -> int:
    return next(
        made.move.outcome for made in play.moves if isinstance(made.move, Draw) and made.author == NATURE
    )


def test_a_bot_gets_up_after_its_turns(ports: Scenario) -> None:
    text = "bot tarn trader 1 turn\nvale hold\nvale decide v_two_ways wait\nvale hold\ntarn hold\n"
    play = come(ports, f"{text}expect not agreed(ferry)")
    own = [made for made in play.moves if made.author == TARN and isinstance(made.move, TABLE_MOVES)]
    assert len(own) == 2, "one of the bot, and one of the plan"


def test_two_bots_play_to_the_end_and_always_the_same(ports: Scenario) -> None:
    text = "seed 5\nbot vale warden\nbot tarn trader\nexpect days_since('1931-05-04') >= 0"
    first, again = come(ports, text), come(ports, text)
    assert first.moves == again.moves
    assert first.state is not None
    assert first.state.outcome is not None


def test_an_event_of_the_instructors_may_be_let_happen() -> None:
    towns = load(SCENARIOS / "two-towns").scenario
    assert towns is not None
    opening = "skerry decide s_letter quietly\nlowick decide l_first bank_first\nskerry propose bank=shut\n"
    come(
        towns,
        f"{opening}expect offered(skerry, bank == shut)\ninject insult\nexpect not offered(skerry, true)",
    )


def test_a_meter_may_be_called_like_a_word_of_plans() -> None:
    text = (PORTS / "scenario.yaml").read_text("utf-8")
    other = load_sources({"two-ports/scenario.yaml": re.sub(r"\bseason\b", "points", text)}).scenario
    assert other is not None
    come(other, "vale hold\nexpect points >= 1\nexpect points vale >= 0")


def test_each_line_is_told_its_own_fault(ports: Scenario) -> None:
    text = "vale propose fery=weekly\n\ntarn acept\nexpect trst > 3\nexpect ending nobody\n"
    _, report = read(ports, text)
    assert [(each.code.id, each.place.line) for each in report] == [
        ("N201", 1),
        ("N201", 3),
        ("N309", 4),
        ("N201", 5),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("vale propose ferry=weekly ferry=none", "N932"),  # one issue, twice
        ("vale propose ferry=weekly or", "N931"),
        ("vale walk off", "N932"),
        ("vale accept D", "N201"),  # there are three ways at most, and no issue is called so
        ("bot vale nobody", "N201"),
        ("bot tarn warden", "N201"),  # he sits in the other chair
        ("bot vale warden 0 turns", "N932"),
        ("expect article 9 same", "N201"),
        ("expect article 1 closer", "N931"),
        ("expect points vale = 4", "N932"),
        ("expect agreed", "N931"),
    ],
)
def test_a_faulty_line_is_told_by_its_code(ports: Scenario, line: str, code: str) -> None:
    assert codes_of(ports, f"vale hold\n{line}") == (code,)


def test_an_article_is_closer_to_one_party_and_not_to_the_other(deletion: Scenario) -> None:
    text = (SCENARIOS / "the-deletion" / "plans" / "closed_for_good.plan").read_text("utf-8")
    assert "expect article 9 closer to ussr" in text
    assert codes_of(deletion, text.replace("closer to ussr", "closer to japan")) == ("N934",)


def test_a_plan_is_read_in_bounded_work(ports: Scenario) -> None:
    assert codes_of(ports, "vale hold\n" * (LINES_LIMIT + 1)) == ("N937",)
    assert codes_of(ports, f"expect {' and '.join(['trust >= 4'] * 9)}\n" * 800) == ("N937",)
    assert codes_of(ports, "vale propose " + "ferry=weekly " * 400) == ("N937",)
    assert codes_of(ports, "vale hold " + "x" * 30_000) == ("N007",)
    assert codes_of(ports, "expect " + "(" * 400 + "trust" + ")" * 400 + " > 3") == ("N305",)


def test_only_so_many_plans_of_a_scenario_are_played(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SCENARIOS / "_templates" / "mini", tmp_path / "mini"))
    for number in range(PLANS_LIMIT + 3):
        (folder / "plans" / f"p{number:03}.plan").write_text("hill hold\nexpect trust == 5\n", "utf-8")
    review = reviewed(folder)
    assert review.report.codes() == ("N937",)
    assert len(review.plans) == PLANS_LIMIT


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_that_leads_out_of_the_scenario_is_not_followed(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SCENARIOS / "_templates" / "mini", tmp_path / "mini"))
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", "utf-8")
    (folder / "plans" / "leak.plan").symlink_to(secret)
    report = Report()
    assert [file.name for file in plan_files(folder / "scenario.yaml", report)] == ["bargain.plan"]
    assert "a secret" not in reviewed(folder).report.render()


@pytest.mark.parametrize(
    ("kind", "old", "new", "line"),
    [
        ("issue", "bank", "shoals", "lowick propose shoals=three_days light=shared form=agreement linked"),
        (
            "option",
            "bank.three_days",
            "some_days",
            "expect carries skerry bank=some_days light=shared form=agreement",
        ),
        ("choice", "l_interval.hold_them", "keep_them", "lowick decide l_interval keep_them"),
        ("party", "skerry", "north", "north decide s_letter quietly"),
        ("meter", "accord", "unity", "expect happened(election) and unity == 7"),
        ("event", "election", "vote_of_april", "expect happened(vote_of_april) and accord == 7"),
        ("ending", "in_force", "agreed_upon", "expect ending agreed_upon"),
    ],
)
def test_a_renamed_id_is_renamed_in_the_plans(
    kind: str, old: str, new: str, line: str, tmp_path: Path
) -> None:
    folder = copied("two-towns", tmp_path)
    before = (folder / "plans" / "sent.plan").read_text("utf-8")
    found = renamed(folder, kind, old, new, folder.parent)
    rewrite(found.files, found.before)
    after = (folder / "plans" / "sent.plan").read_text("utf-8")
    assert line in after.splitlines()
    assert line not in before.splitlines()
    assert all(play.is_as_written for play in plans_played(load(folder)))


def test_nothing_is_renamed_beside_a_plan_that_cannot_be_read(tmp_path: Path) -> None:
    """Else an id would stay in it that nothing has any more."""
    folder = copied("two-towns", tmp_path)
    (folder / "plans" / "slip.plan").write_text("skerry decide s_leter quietly\n", "utf-8")
    with pytest.raises(NotRenamed, match="unreadable"):
        renamed(folder, "issue", "bank", "shoals", folder.parent)


WORDS = (
    "vale tarn propose accept act decide sign walk out hold expect refused legal ending agreed article",
    "closer to carries blocks stands points >= 30 ferry=weekly ferry=daily dues=half or linked referendum",
    "BEYOND_MANDATE v_daily play seed 7 draw fog stays bot warden trader turns inject trust ( ) and not",
    'agreed(ferry) "words # \u202e = == ferry= =daily A 2 board council for away 1',
)
LINES = st.lists(st.sampled_from(" ".join(WORDS).split()), max_size=9).map(" ".join) | st.text(max_size=80)


@settings(max_examples=120)
@given(st.lists(LINES, max_size=6).map("\n".join))
def test_no_plan_breaks_the_reader_or_the_stage(ports: Scenario, text: str) -> None:
    plan, report = read(ports, text)
    if plan is not None:
        played(ports, plan, report)
    report.render()


def test_a_scenario_with_errors_plays_no_plans(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SCENARIOS / "_templates" / "mini", tmp_path / "mini"))
    file = folder / "scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("title: At the inn", "titel: At the inn"), "utf-8")
    review = reviewed(folder)
    assert review.plans == ()
    assert review.report.codes() == ("N101",)
