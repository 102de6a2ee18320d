"""`export`: tables and JSON as documented, secrets of the other seat in none, hostile saves in sentences."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from game import places
from game.content.load import load
from game.desk import game_json
from game.desk.beginning import Wish, begin
from game.desk.finding import stored
from game.desk.game_csv import FORMULA, game_csv
from game.rules.moves import Propose
from game.rules.scenario import Scenario
from game.rules.transcript import Made, replay
from game.session.excerpt import open_excerpt
from game.session.placed import Placed
from game.session.saves import new_save, saves_in
from game.session.seats import Sitter
from game.session.session import Session
from game.text.catalogue import Catalogue
from game.text.catalogue import load as load_sentences
from tests.rules.walking import walk
from tests.session.tables import header_of, random_moves
from tests.terminal.canaries import marked_text
from tests.terminal.playing import PORTS, Printed, run

TYPES = {"integer": int, "text": str, "boolean": bool, "object": dict}


def documented() -> dict[str, tuple[str, str]]:
    """Return what the documentation says there is: path to (type, meaning)."""
    found = {}
    for line in (game_json.__doc__ or "").splitlines():
        row = re.fullmatch(r"    (\S+) +(integer|text|boolean|object)(?: +(\S.*))?", line)
        if row:
            found[row[1]] = (row[2], row[3] or "")
    assert len(found) > 40
    return found


def leaves(value: object, path: str, known: dict[str, tuple[str, str]]) -> Iterator[tuple[str, object]]:
    """Yield every value with its path as the documentation writes it; objects it calls so are values."""
    if known.get(path, ("", ""))[0] == "object" or not isinstance(value, dict | list):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, f"{path}[]", known)
    else:
        for key, item in value.items():
            below = f"{path}.{key}" if path else key
            is_named = any(
                each == below or each.startswith((f"{below}.", f"{below}[", f"{below}{{")) for each in known
            )
            yield from leaves(item, below if is_named else f"{path}{{}}", known)


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of watched games, one of them forked, one damaged."""
    folder = tmp_path_factory.mktemp("saves")
    words = ["watch", PORTS, "--as-a", "random-legal", "--as-b", "random-legal", "--games", "3"]
    assert run([*words, "--seed", "40", "--saves", str(folder)]).code == 0
    linear = [
        "watch",
        PORTS,
        "--as-a",
        "tit-for-tat-steps",
        "--as-b",
        "linear",
        "--games",
        "2",
        "--seed",
        "3",
    ]
    assert run([*linear, "--saves", str(folder)]).code == 0
    one = saves_in(folder)[0]
    assert run(["fork", str(one), "--at", "5", "--name", "forked", "--saves", str(folder)]).code == 0
    lines = one.read_bytes().splitlines(keepends=True)
    (folder / "damaged.negotiation.jsonl").write_bytes(b"".join(lines[:4]) + b"{}\n")
    at_class(folder)
    return folder


def at_class(folder: Path) -> None:
    """Begin the game of a table of a class."""
    loaded = load(PORTS)
    assert loaded.scenario is not None
    placed = Placed(name="Table 7", roles=(("Head", "Note-taker"), ()))
    wish = Wish((0,), "linear", 1, True, folder, lambda: "noon", teams=("Herons", ""), placed=placed)
    begin(load_sentences(places.sentences_file()), loaded.scenario, loaded, wish).session.close()


def exported(save: Path, *words: str) -> Printed:
    return run(["export", str(save), *words, "--saves", str(save.parent)])


@lru_cache
def parsed(save: Path, *words: str) -> dict[str, Any]:
    value = json.loads(exported(save, "--json", *words).text)
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("seat", ["", "vale", "tarn"])
def test_the_json_is_what_its_documentation_says(saves: Path, seat: str) -> None:
    known, met = documented(), set()
    for save in saves_in(saves):
        value = parsed(save, *(["--seat", seat] if seat else []))
        for path, leaf in leaves(value, "", known):
            assert path in known, path
            kind, meaning = known[path]
            assert isinstance(leaf, TYPES[kind]), path
            assert isinstance(leaf, bool) is (kind == "boolean"), path
            assert not (seat and meaning.startswith("whole game only")), path
            assert seat or not meaning.startswith("of one seat only"), path
            met.add(path)
    other_kind = "whole game only" if seat else "of one seat only"
    wanted = {path for path, (_, meaning) in known.items() if not meaning.startswith(other_kind)}
    if seat:
        wanted.discard("damage")  # of the file, which the seat never had
    assert wanted - met <= {"positions[].ended.package{}"}, "everything documented was met"


def test_the_whole_game_is_there_move_by_move(saves: Path) -> None:
    (save,) = [each for each in saves_in(saves) if each.name == "two-ports-watched.negotiation.jsonl"]
    value = parsed(save)
    records = [json.loads(line) for line in save.read_text("utf-8").splitlines()[1:]]
    assert [each["move"] for each in value["positions"][1:]] == [each["move"] for each in records]
    assert value["seed"] == 40
    assert "ended" in value["positions"][-1]


@pytest.mark.parametrize("seat", ["", "vale", "tarn"])
def test_the_table_has_a_row_for_every_position(saves: Path, tmp_path: Path, seat: str) -> None:
    words = ["--seat", seat] if seat else []
    for save in saves_in(saves)[:2]:
        file = tmp_path / "game.csv"
        exported(save, "--csv", *words, "-o", str(file))
        body = file.read_bytes()
        assert body.startswith(b"\xef\xbb\xbf")
        head, *rows = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""))
        positions = parsed(save, *words)["positions"]
        assert [int(row[0]) for row in rows] == [each["number"] for each in positions]
        assert [row[3] for row in rows] == [each["date"] for each in positions]
        party = seat or "vale"
        name = {"vale": "Vale", "tarn": "Tarn"}[party]
        column = head.index(f"{name}: points agreed")
        assert [int(row[column]) for row in rows] == [each["points"][party]["agreed"] for each in positions]
        if seat:
            assert all(("Vale" if seat == "tarn" else "Tarn") not in title for title in head)


RISKY = (
    *FORMULA,
    "=HYPERLINK(1)",
    "@SUM",
    "\t",
    "\r",
    "\n",
    " =",
    "\u00a0+",
    "\ufeff=",
    "\u200b=",
    "'=",
    "\t@",
)


@pytest.mark.parametrize("first", RISKY)
def test_no_cell_begins_like_a_formula(say: Catalogue, ports: Scenario, first: str) -> None:
    moves = [Made(ply.author, ply.move) for ply in walk(ports, 3)]
    hostile = replace(
        ports,
        parties=(replace(ports.parties[0], name=f"{first}Vale"), ports.parties[1]),
        rounds=tuple(
            replace(
                each,
                title=f"{first}title",
                slots=tuple(replace(slot, label=f"{first}slot") for slot in each.slots),
            )
            for each in ports.rounds
        ),
    )
    for party in (None, 0, 1):
        text = game_csv(say, hostile, replay(hostile, moves), party).decode()
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        bare = [cell.lstrip(" \t\r\n\u00a0\ufeff\u200b") for cell in cells]
        assert not [cell for cell in bare if cell.startswith(FORMULA) and not re.fullmatch(r"-\d+", cell)]
        assert any(cell.startswith(f"'{first}") for cell in cells)


def test_words_of_a_person_stay_one_cell(say: Catalogue, ports: Scenario) -> None:
    words = '"a", b; =1'
    moves = [Made(0, Propose((ports.package(ferry="none"),), words=words))]
    rows = list(
        csv.reader(io.StringIO(game_csv(say, ports, replay(ports, moves), None).decode(), newline=""))
    )
    assert len({len(row) for row in rows}) == 1
    assert words in rows[-1][-1]


def test_a_whole_save_is_exported_without_what_the_seat_may_not_know(tmp_path: Path) -> None:
    """Seed, files, fingerprint and the other's name are in the save; none of them reaches the excerpt."""
    files = {"two-ports/scenario.yaml": marked_text()}
    scenario = stored(files)
    for party, seat in enumerate(("vale", "tarn")):
        folder = tmp_path / seat
        folder.mkdir()
        sitters = (("vale", Sitter(name="pupil-of-vale")), ("tarn", Sitter(name="pupil-of-tarn")))
        header = replace(
            header_of(scenario, 987_654_321, files), seats=sitters, created="zz-created", origin="zz-origin"
        )
        session = Session(scenario, header, new_save(folder, "game", header), wall=lambda: "zz-wall")
        session.begin()
        random_moves(session, party + 1)
        session.close()
        (save,) = saves_in(folder)
        them = 1 - party
        for words in (["--seat", seat], ["--seat", seat, "--json"]):
            printed = exported(save, *words)
            assert printed.code == 0
            for secret in (
                f"zq{them}", "987654321", "pupil-of", "zz-", scenario.fingerprint, scenario.fingerprint[:16]
            ):  # fmt: skip
                assert secret not in printed.text, (words, secret)
        whole = exported(save, "--json").text
        assert all(each in whole for each in ("987654321", "pupil-of-vale", "zz-wall", scenario.fingerprint))


def test_an_excerpt_keeps_to_what_can_be_read_again(saves: Path, tmp_path: Path) -> None:
    for save in saves_in(saves)[:2]:
        for seat in ("vale", "tarn"):
            file = tmp_path / "excerpt.jsonl"
            exported(save, "--seat", seat, "-o", str(file))
            found = open_excerpt(file)
            assert found is not None
            assert found.damage is None
            positions = parsed(save, "--seat", seat)["positions"]
            assert [each.number for each in found.entries] == [each["number"] for each in positions]
            assert [each.view for each in found.entries] == [each["view"] for each in positions]
            assert [each.data for each in found.entries] == [
                {key: item for key, item in each.items() if key not in ("number", "view", "told")}
                for each in positions
            ]


def test_a_file_is_replaced_whole_and_a_save_never(
    saves: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save = saves_in(saves)[0]
    file = tmp_path / "game.json"
    file.write_text("old")
    exported(save, "--json", "-o", str(file))
    assert json.loads(file.read_text("utf-8"))["kind"] == "game"
    assert [each.name for each in tmp_path.iterdir()] == ["game.json"]
    before = save.read_bytes()
    capsys.readouterr()
    for name, code in (
        (str(save), "T13"),
        (str(tmp_path / "nowhere" / "game.json"), "T14"),
        (str(tmp_path), "T14"),
        ("a\0b", "T14"),
        ("x" * 5000, "T14"),
    ):
        assert exported(save, "--json", "-o", name).code == 2
        assert f"error {code}" in capsys.readouterr().err
    assert save.read_bytes() == before


def test_a_damaged_game_is_exported_up_to_its_damage(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = exported(saves / "damaged.negotiation.jsonl", "--json")
    assert printed.code == 1
    assert "S209" in capsys.readouterr().err
    assert len(json.loads(printed.text)["positions"]) == 4


HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "one brace": b"{",
    "a list": b"[]\n",
    "deep": b"[" * 100_000 + b"\n",
    "a null": b'{"format":null}\n',
    "no seal": b'{"kind":"excerpt","format":1}\n',
    "a line of a megabyte": b'{"kind":"' + b"x" * 1_000_000 + b'"}\n',
    "half a sign": '{"kind":"excerpt"}'.encode("utf-16") + b"\n",
}


@pytest.mark.parametrize("kind", [*HOSTILE, "truncated", "huge", "a folder"])
def test_hostile_files_are_refused_in_a_sentence(
    saves: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hostile.negotiation.jsonl"
    if kind == "a folder":
        file.mkdir()
    elif kind == "huge":
        with file.open("wb") as huge:
            huge.truncate(17 * 1024 * 1024)
    elif kind == "truncated":
        file.write_bytes(saves_in(saves)[0].read_bytes()[:500])
    else:
        file.write_bytes(HOSTILE[kind])
    for words in (
        ["replay", str(file), "--all"],
        ["fork", str(file), "--at", "1"],
        ["export", str(file), "--seat", "vale"],
        *([["graph", PORTS, "--coverage", str(file)]] if kind == "truncated" else []),
        ["play", "--resume", str(file), "--text"],
    ):
        printed = run([*words, "--saves", str(tmp_path)])
        told = capsys.readouterr().err
        assert printed.code == 2, words
        assert re.match(r"error T(0[67]|17)", told), (words, told)
        assert len(told) < 2000
