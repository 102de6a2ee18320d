"""`graph`: both languages are written so that their own grammar takes them, and the counts are true."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from game.analysis.coverage import coverage
from game.content.load import load
from game.desk.diagram import Line, diagram
from game.desk.dot import dot
from game.desk.mermaid import mermaid
from game.rules.scenario import Scenario
from game.rules.transcript import Made
from game.session.saves import saves_in
from game.text.catalogue import Catalogue
from game.text.wording import Wording
from tests.conftest import DELETION, PORTS
from tests.rules.walking import walk
from tests.terminal.playing import run

TOWNS = DELETION.parent / "two-towns"

LABEL = r'"[^"\n<>`]*(?:<br/>[^"\n<>`]*)*"'
BOX = re.compile(
    rf"(?P<id>[a-z]\w*)(?:\(\({LABEL}\)\)|\(\(\({LABEL}\)\)\)|\(\[{LABEL}\]\)|\[\[{LABEL}\]\]"
    rf"|\[/{LABEL}/\]|\[{LABEL}\]|\{{\{{{LABEL}\}}\}}|\({LABEL}\))"
)
ARROW = re.compile(rf"(?P<a>[a-z]\w*) (?:-->|-\.->|==>)(?:\|{LABEL}\|)? (?P<b>[a-z]\w*)")


def check_mermaid(text: str) -> tuple[set[str], list[tuple[str, str]]]:
    """Return the boxes and arrows of a flowchart; fail at the first line that the grammar does not take."""
    first, *lines = text.splitlines()
    assert first == "flowchart TD"
    boxes: set[str] = set()
    arrows: list[tuple[str, str]] = []
    open_parts = 0
    for line in (each.strip() for each in lines):
        if re.fullmatch(r"acc(?:Title|Descr): [^\n;#{}]+", line):
            continue
        if re.fullmatch(rf"subgraph part_\w+\[{LABEL}\]", line):
            open_parts += 1
        elif line == "end":
            open_parts -= 1
            assert open_parts >= 0
        elif found := re.fullmatch(r"linkStyle (\d+) stroke:#[0-9a-f]{6}", line):
            assert int(found[1]) < len(arrows)
        elif found := re.fullmatch(r"class ([\w,]+) passed_\w+", line):
            assert set(found[1].split(",")) <= boxes
        elif re.fullmatch(r"classDef passed_\w+ [\w:#, -]+", line):
            pass
        elif found := BOX.fullmatch(line):
            assert found["id"] not in boxes, "each box once"
            boxes.add(found["id"])
        else:
            found = ARROW.fullmatch(line)
            assert found, line
            assert {found["a"], found["b"]} <= boxes, line
            arrows.append((found["a"], found["b"]))
    assert open_parts == 0
    for sign in re.findall(r"#[^;\s]*;", re.sub(r"(?:stroke|fill|color):#[0-9a-f]{6}", "", text)):
        assert re.fullmatch(r"#(?:\d+|[a-z]+);", sign)
    return boxes, arrows


TOKEN = re.compile(r'\s*("(?:\\.|[^"\\])*"|->|[{}\[\];=,]|\w+)', re.DOTALL)


def check_dot(text: str) -> tuple[set[str], list[tuple[str, str]]]:
    """Return the nodes and edges of a graph, read by the grammar of the DOT language as far as it is used."""
    tokens, place = [], 0
    while text[place:].strip():
        found = TOKEN.match(text, place)
        assert found, text[place : place + 40]
        tokens.append(found[1])
        place = found.end()
    tokens.reverse()
    nodes: set[str] = set()
    edges: list[tuple[str, str]] = []

    def take(*wanted: str) -> str:
        token = tokens.pop()
        assert not wanted or token in wanted, (token, wanted)
        return token

    def is_name(token: str) -> bool:
        return token.startswith('"') or token.isidentifier()

    def attributes() -> None:
        take("[")
        while True:
            assert is_name(tokens[-1])
            take()
            take("=")
            assert is_name(take())
            if take(",", "]") == "]":
                return

    def statements() -> None:
        take("{")
        while tokens[-1] != "}":
            if tokens[-1] == "subgraph":
                take()
                assert is_name(take())
                statements()
                continue
            name = take()
            assert is_name(name)
            if tokens[-1] == "=":
                take()
                assert is_name(take())
            elif tokens[-1] == "->":
                take()
                edges.append((name, take()))
                attributes()
            else:
                attributes()
                nodes.add(name)
            take(";")
        take("}")

    take("digraph")
    take()
    statements()
    assert not tokens
    assert {end for edge in edges for end in edge} <= nodes
    return nodes - {"graph"}, edges


@pytest.mark.parametrize("path", [PORTS, DELETION, TOWNS], ids=lambda path: path.name)
def test_both_languages_are_valid_and_draw_the_same(say: Catalogue, path: Path) -> None:
    scenario = load(path).scenario
    assert scenario is not None
    drawn = diagram(Wording(say, scenario, None))
    boxes, arrows = check_mermaid(mermaid(drawn))
    nodes, edges = check_dot(dot(drawn))
    assert {f'"{box}"' for box in boxes} == nodes
    assert [(f'"{a}"', f'"{b}"') for a, b in arrows] == edges
    assert {f"round_{each.id}" for each in scenario.rounds} <= boxes
    assert {f"ending_{each.id}" for each in scenario.endings} <= boxes
    assert {f"decision_{each.id}" for each in scenario.decisions} <= boxes
    assert {f"event_{each.id}" for each in scenario.events} <= boxes
    assert len(mermaid(drawn)) < 50_000, "more is not drawn by Mermaid as it comes"


def test_labels_of_strangers_break_no_grammar(say: Catalogue, ports: Scenario) -> None:
    hostile = 'a "b" ]|} #lt; <script>\\" `c` & d; %% end\n--> x {{y}} //'
    scenario = replace(
        ports,
        title=hostile,
        rounds=tuple(replace(each, title=hostile) for each in ports.rounds),
        endings=tuple(replace(each, title=hostile) for each in ports.endings),
        decisions=tuple(replace(each, title=hostile) for each in ports.decisions),
        events=tuple(replace(each, label=hostile) for each in ports.events),
    )
    drawn = diagram(Wording(say, scenario, None), coverage(scenario, []))
    check_mermaid(mermaid(drawn))
    check_dot(dot(drawn))


def test_counts_and_lines_tell_how_many_games_passed(say: Catalogue, ports: Scenario) -> None:
    games = [[*walk(ports, seed)] for seed in range(10)]
    cover = coverage(ports, [[Made(ply.author, ply.move) for ply in game] for game in games])
    drawn = diagram(Wording(say, ports, None), cover)
    boxes = {box.id: (box, arrows) for part in drawn.parts for box, arrows in part.boxes}
    for index, ending in enumerate(ports.endings):
        box, _ = boxes[f"ending_{ending.id}"]
        count = sum(
            outcome is not None and outcome.ending == index
            for outcome in (game[-1].after.outcome for game in games)
        )
        assert box.lines[-1] == say("diagram.passed", n=count)
        assert box.line is (Line.NONE if not count else Line.MOST if count >= 5 else Line.SOME)
    entered = sum(cover.ways[way] for way in cover.ways if ports.protocol[way[0], way[1]][way[2]].target == 1)
    assert boxes["round_heads"][0].lines[-1] == say("diagram.passed", n=entered)
    text = mermaid(drawn)
    assert "-.->" in text, "what no game passed is not told by colour alone"
    assert 'style="dashed"' in dot(drawn)


def test_rounds_come_first_and_each_is_followed_by_what_leads_out_of_it(
    say: Catalogue, ports: Scenario
) -> None:
    drawn = diagram(Wording(say, ports, None))
    assert [part.id for part in drawn.parts] == ["rounds", "endings", "decisions", "events"]
    for part in drawn.parts:
        for box, arrows in part.boxes:
            assert all(arrow.source == box.id for arrow in arrows)


def test_the_command_counts_the_games_of_a_folder_and_leaves_out_what_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saves = ["--saves", str(tmp_path)]
    run(["watch", str(PORTS), "--as-a", "random-legal", "--as-b", "random-legal", "--games", "3", *saves])
    run(["watch", "the-deletion", "--as-a", "always-reject", "--as-b", "always-reject", *saves])
    (tmp_path / "broken.negotiation.jsonl").write_bytes(b"\x00\xff no save")
    capsys.readouterr()
    printed = run(["graph", str(PORTS), "--coverage", str(tmp_path), *saves])
    assert printed.code == 0
    check_mermaid(printed.text)
    assert "how many of 3 games passed" in printed.text
    aside = capsys.readouterr().err
    assert "broken.negotiation.jsonl" in aside
    assert "another scenario, the-deletion" in aside
    file = tmp_path / "ports.dot"
    written = run(
        ["graph", str(PORTS), "--format", "dot", "--coverage", str(tmp_path), "-o", str(file), *saves]
    )
    assert written.code == 0
    check_dot(file.read_text("utf-8"))
    assert len(saves_in(tmp_path)) == 5


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_takes_it(say: Catalogue, deletion: Scenario) -> None:
    drawn = dot(diagram(Wording(say, deletion, None)))
    subprocess.run(["dot", "-Tsvg"], input=drawn.encode(), capture_output=True, check=True, timeout=60)
