"""`docs/game.schema.json` describes what `export --json` writes, and nothing else."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from game.rules.happenings import Happening
from game.rules.moves import Move
from game.rules.scenario import Scenario
from game.session.codec import encode_move
from game.session.happening_json import happenings_to_json
from tests.conftest import DELETION, ROOT, loaded
from tests.rules.walking import Ply, walk
from tests.terminal.playing import run

SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/game.schema.json").read_text("utf-8"))


def validator(part: str = "") -> Draft202012Validator:
    """Return what judges an export, or one of the parts that the schema names."""
    whole = {"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]} if part else SCHEMA
    return Draft202012Validator(whole)


def kinds(part: str) -> set[str]:
    """Return the kinds that the schema knows of moves or happenings."""
    return {each["properties"]["kind"]["const"] for each in SCHEMA["$defs"][part]["oneOf"]}


def in_small_letters(name: str) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_")


@cache
def walked() -> tuple[tuple[Scenario, Ply], ...]:
    """Return the plies of random games of scenarios that have much in them."""
    towns = loaded(DELETION.parent / "two-towns")
    return tuple((towns, ply) for seed in range(2) for ply in walk(towns, seed, astray=3))


def test_the_schema_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("part", "union"), [("move", Move), ("happening", Happening)])
def test_every_kind_is_in_it_and_no_other(part: str, union: Any) -> None:
    assert kinds(part) == {in_small_letters(each.__name__) for each in get_args(union)}


def test_moves_and_what_follows_are_as_described() -> None:
    moves, happenings, met = validator("move"), validator("happening"), set()
    for scenario, ply in walked():
        value = encode_move(scenario, ply.move)
        moves.validate(value)
        for told in happenings_to_json(scenario, ply.happenings):
            happenings.validate(told)
            met.add(told["kind"])
    assert len(met) > 20, sorted(met)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Return a game that was played to its end, whole and as each seat knew it."""
    folder: Path = tmp_path_factory.mktemp("saves")
    words = ["watch", "two-towns", "--seed", "4", "--saves", str(folder)]
    assert run(words).code == 0
    (save,) = folder.glob("*.negotiation.jsonl")
    seats = ([], *(["--seat", party.id] for party in walked()[0][0].parties))
    return [json.loads(run(["export", str(save), "--json", *seat]).text) for seat in seats]


def shortened(export: dict[str, Any], positions: slice) -> dict[str, Any]:
    """Return an export with some of its positions: to judge all of them takes its time."""
    return {**export, "positions": export["positions"][positions]}


def test_an_export_is_as_described(exports: list[dict[str, Any]]) -> None:
    for each in exports:
        validator().validate(shortened(each, slice(None, None, -9)))
    assert "ended" in exports[0]["positions"][-1]


@pytest.mark.long
def test_all_of_an_export_is_as_described(exports: list[dict[str, Any]]) -> None:
    for each in exports:
        validator().validate(each)


def test_a_seat_is_given_nothing_of_the_whole(exports: list[dict[str, Any]]) -> None:
    whole, one, _ = (shortened(each, slice(1)) for each in exports)
    for key in ("seed", "chance", "seats", "created"):
        assert list(validator().iter_errors({**one, key: whole[key]}))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a value that the schema gives a closed set of keys."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(item)


def test_an_unknown_key_or_a_missing_one_is_noticed(exports: list[dict[str, Any]]) -> None:
    short = shortened(exports[0], slice(-1, None))
    for number, found in enumerate(objects(short)):
        changed = copy.deepcopy(short)
        list(objects(changed))[number]["No id"] = 1
        assert list(validator().iter_errors(changed)), f"{found} may have any key"
    for key in ("format", "kind", "scenario", "positions"):
        assert list(validator().iter_errors({k: v for k, v in short.items() if k != key})), key
