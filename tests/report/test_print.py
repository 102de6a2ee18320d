"""The print pack: public sheets hold no secret, a side's sheets none of the other, and text stays text."""

import re
from dataclasses import replace
from functools import lru_cache
from xml.etree.ElementTree import Element

import pytest

from game import places
from game.report.html import markup, page
from game.report.print_pack import STUDENTS, TEACHER, pack
from game.report.print_pieces import EVERYBODY, SIDES
from game.report.print_style import style_of
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.text.catalogue import load as sentences
from tests.conftest import DELETION, loaded
from tests.terminal.canaries import marked

SAY = sentences(places.sentences_file())
NAMES = ("the-deletion", "two-towns")


@lru_cache
def shipped(name: str) -> Scenario:
    return loaded(DELETION.parent / name)


def text(sheets: list[Element], *, names: bool = True) -> str:
    """All that is read on some sheets, and all that their markup says."""
    return "\n".join("".join(each.itertext()) + (markup(each) if names else "") for each in sheets)


def sheets(scenario: Scenario, readers: str, kind: str) -> list[Element]:
    found = [each for each in pack(SAY, scenario, readers=readers) if kind in each.get("class", "").split()]
    assert found
    return found


@pytest.mark.parametrize("party", [0, 1])
def test_a_side_reads_nothing_of_the_other(party: int) -> None:
    scenario = marked(party)  # the other side's points have six digits, its texts a mark
    for kind in (SIDES[party], EVERYBODY):
        given = text(sheets(scenario, STUDENTS, kind))
        for mark in (f"zq{1 - party}", f"zi{1 - party}", f"zd{1 - party}"):
            assert mark not in given, kind
        assert not re.search(r"\d{6}", given), kind
    alone = text(sheets(scenario, STUDENTS, SIDES[party]))
    assert f"zq{party}" in alone, "its own secrets are there, or nothing is tested"
    assert f"zq{party}" not in text(sheets(scenario, STUDENTS, EVERYBODY))
    assert f"zq{1 - party}" in text(sheets(scenario, STUDENTS, SIDES[1 - party]))


@pytest.mark.parametrize("name", NAMES)
def test_students_do_not_read_how_it_went(name: str) -> None:
    scenario = shipped(name)
    given = text(list(pack(SAY, scenario, readers=STUDENTS)))
    begins = scenario.rounds[scenario.opening.round].slots[0].date
    for moment in scenario.dossier.timeline:
        assert (" ".join(moment.text.split()) in given) == (moment.date < begins)
    for ending in scenario.endings:
        assert " ".join(ending.epilogue.split()) not in given
    teacher = text(list(pack(SAY, scenario, readers=TEACHER)), names=False)
    for said in (*scenario.dossier.questions, *(each.title for each in scenario.dossier.disputes)):
        assert said in teacher
        assert said not in given


def test_one_side_alone_gets_its_own_and_the_public_sheets() -> None:
    kinds = {
        each.get("class", "").split()[1]
        for each in pack(SAY, shipped("two-towns"), readers=STUDENTS, seats=(1,))
    }
    assert kinds == {EVERYBODY, SIDES[1]}


@pytest.mark.parametrize("name", NAMES)
def test_scoring_sheet_and_form_have_every_option(name: str) -> None:
    scenario = shipped(name)
    form = next(
        each
        for each in pack(SAY, scenario, readers=STUDENTS)
        if SAY("print.form") in "".join(each.itertext())
    )
    ticks = ("".join(each.itertext()) for each in form.iter("span") if each.get("class") == "tick")
    boxes = {each.split(maxsplit=1)[-1].casefold() for each in ticks}
    for party in (0, 1):
        rows = [
            "".join(row.itertext())
            for each in sheets(scenario, STUDENTS, SIDES[party])
            for row in each.iter("tr")
        ]
        for issue, agreed in enumerate(scenario.opening.agreed):
            for n, option in enumerate(scenario.issues[issue].options if agreed == OPEN else ()):
                assert option.label.casefold() in boxes
                worth = scenario.points[party][issue][n]
                assert any(
                    option.label.casefold() in row.casefold() and row.endswith(str(worth)) for row in rows
                )


def test_roles_have_sheets_of_their_own() -> None:
    scenario = shipped("two-towns")
    for role in scenario.dossier.roles:
        told = [
            each
            for each in pack(SAY, scenario, readers=STUDENTS)
            if " ".join(role.text.split()) in "".join(each.itertext())
        ]
        assert len(told) == 1
        assert told[0].get("class") == f"sheet {SIDES[role.party]}"


HOSTILE = "\"}</style></p><script src='//x'>alert(1)</script><img src=x onerror=1>&amp;\u202e\x00"


def test_hostile_texts_stay_text() -> None:
    scenario = shipped("two-towns")
    first, second = scenario.parties
    worse = replace(
        scenario,
        title=HOSTILE,
        summary=HOSTILE,
        parties=(replace(first, name=HOSTILE, delegation=HOSTILE), second),
        issues=tuple(replace(each, label=HOSTILE, question=HOSTILE) for each in scenario.issues),
        dossier=replace(scenario.dossier, sensitivity=HOSTILE, questions=(HOSTILE,)),
        briefing=replace(scenario.briefing, public=HOSTILE, confidential=(HOSTILE, HOSTILE)),
    )
    made = page(HOSTILE, pack(SAY, worse), style=style_of(SAY, worse), language="en").decode()
    body = made.partition("</style>")[2]
    assert made.count("</style>") == 1
    assert not any(sign in made for sign in ("<script", "<img", "\u202e"))
    assert "&lt;script" in body
    style = made.partition("<style>")[2].partition("</style>")[0]
    assert style.count("{") == style.count("}") == style_of(SAY, scenario).count("{")
    assert not re.search(r'content: "[^"]*[<>}][^"]*"', style)


@pytest.mark.parametrize("name", NAMES)
def test_the_pack_is_the_same_every_time_and_asks_for_nothing(name: str) -> None:
    def made() -> bytes:
        scenario = loaded(DELETION.parent / name)
        return page("x", pack(SAY, scenario), style=style_of(SAY, scenario), language="en")

    assert made() == made()
    assert not re.search(rb"<[^>]*(src|href)=|@import|url\(", made())


def test_every_sheet_says_whose_it_is() -> None:
    for name in NAMES:
        scenario = shipped(name)
        for each in pack(SAY, scenario):
            kind = each.get("class", "").split()[1]
            whose = {EVERYBODY: "for everybody", "teacher": "for the teacher alone"}.get(kind)
            whose = whose or f"{scenario.parties[SIDES.index(kind)].name} alone"
            assert "".join(each[0].itertext()).endswith(whose)


def test_papers_of_later_days_are_the_teachers_to_hand_out() -> None:
    scenario = shipped("two-islands")
    begins = scenario.rounds[scenario.opening.round].slots[0].date
    later = [each for each in scenario.documents if each.since > begins]
    assert later
    for readers in (STUDENTS, TEACHER):
        told = text(list(pack(SAY, scenario, readers=readers)), names=False)
        assert all((each.text.split("\n")[0] in told) == (readers == TEACHER) for each in later)
