import errno
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.load import load
from game.rules.moves import Hold, Pause
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.rules.transcript import Made, replay
from game.session.answers import Accepted, Command, Denial, Refused
from game.session.chain import FIRST, SIZE_LIMIT, chained
from game.session.codec import encode_record
from game.session.faults import SaveFault, Trouble
from game.session.kept import load_kept
from game.session.lifecycle import Phase
from game.session.saves import (
    RECOVERED,
    Header,
    Load,
    Save,
    continue_save,
    decode_header,
    encode_header,
    new_save,
    open_save,
    saves_in,
)
from game.session.seats import Sitter
from game.session.session import Session
from game.session.strict import CodecFault, Json
from tests.conftest import DELETION, PORTS
from tests.session.tables import Roller, Table, header_of, random_moves, saved_table
from tests.session.test_store import Ailing

LINES = ("vale propose ferry=none", "tarn hold", "vale act toast", "vale hold")


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return load(PORTS).sources


@pytest.fixture(scope="module")
def game(ports: Scenario, files: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Table:
    """A game of some moves, one taken back, saved and closed."""
    at_table = saved_table(ports, tmp_path_factory.mktemp("saves"), files)
    at_table.make(*LINES)
    at_table.session.undo("vale", id="back")
    at_table.make("vale hold")
    at_table.session.close()
    return at_table


def raw_of(at_table: Table) -> bytes:
    return path_of(at_table).read_bytes()


def path_of(at_table: Table) -> Path:
    path = getattr(at_table.session.store, "path", None)
    assert isinstance(path, Path)
    return path


def opened(folder: Path, raw: bytes, load: Load = load_kept) -> Save:
    path = folder / "game.negotiation.jsonl"
    path.write_bytes(raw)
    return open_save(path, load)


def hold_once(session: Session) -> None:
    seat = session.scenario.parties[to_move(session.state)].id
    Table(session, count=50).make(f"{seat} hold")


def trouble_of(folder: Path, raw: bytes) -> Trouble:
    with pytest.raises(SaveFault) as caught:
        opened(folder, raw)
    return caught.value.trouble


def same(left: Session, right: Session) -> None:
    """Assert that nothing tells the two sessions apart."""
    assert left.records == right.records
    assert left.states == right.states
    assert left.mainline == right.mainline
    for seat in ("vale", "tarn"):
        # The two scenarios were loaded apart; apart from that the views are the same.
        assert left.view(seat).state == right.view(seat).state
        assert left.number(seat) == right.number(seat)
    assert left._ledger.given == right._ledger.given
    assert left.phase == right.phase


def test_a_resumed_game_is_the_game_that_was_left(game: Table, tmp_path: Path) -> None:
    resumed = Session.resume(opened(tmp_path, raw_of(game)))
    same(resumed, game.session)
    resumed.close()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.integers(0, 2**32))
def test_any_game_is_resumed_as_it_was_left(
    ports: Scenario, files: Mapping[str, str], tmp_path: Path, seed: int
) -> None:
    at_table = saved_table(ports, tmp_path, files, seed=seed)
    random_moves(at_table.session, seed)
    at_table.session.undo("tarn")
    random_moves(at_table.session, seed + 1, limit=5)
    at_table.session.close()
    save = open_save(path_of(at_table), load_kept)
    assert save.damage is None
    resumed = Session.resume(save)
    same(resumed, at_table.session)
    resumed.close()


@pytest.mark.parametrize("folder", [PORTS, DELETION], ids=lambda folder: folder.name)
def test_a_whole_game_of_bots_is_kept_and_opened_without_them(folder: Path, tmp_path: Path) -> None:
    found = load(folder)
    assert found.scenario is not None, found.report.render()
    store = new_save(tmp_path, folder.name, header_of(found.scenario, 3, found.sources))
    session = Session(
        found.scenario, header_of(found.scenario, 3, found.sources), store, bots={0: Roller(), 1: Roller()}
    )
    session.begin()
    assert all(isinstance(answer, Accepted) for answer in session.bot_moves())
    session.close()
    assert session.phase is Phase.DEBRIEF
    assert session.faults == []
    resumed = Session.resume(open_save(store.path, load_kept))  # no bot is asked
    assert resumed.records == session.records
    assert resumed.states == session.states
    assert resumed.phase is Phase.DEBRIEF
    resumed.close()


def test_a_save_is_its_scenario_too(game: Table, files: Mapping[str, str], tmp_path: Path) -> None:
    save = opened(tmp_path, raw_of(game))
    assert dict(save.header.files) == dict(files)
    assert save.scenario.fingerprint == game.session.scenario.fingerprint == save.header.fingerprint
    assert replay(save.scenario, game.session.mainline).final == game.session.state


def test_a_command_repeated_after_a_restart_gets_its_answer_again(
    ports: Scenario, files: Mapping[str, str], tmp_path: Path
) -> None:
    at_table = saved_table(ports, tmp_path, files)
    command = at_table.command("vale hold", id="mine")
    first = at_table.session.submit(command)
    second = at_table.session.submit(at_table.command("tarn hold", id="yours"))  # nature speaks after it
    back = at_table.session.undo("tarn", id="back")
    at_table.session.close()
    resumed = Session.resume(open_save(path_of(at_table), load_kept))
    assert resumed.submit(command) == first
    assert resumed.submit(Command("yours", "tarn", 0, Hold())) == second
    assert resumed.undo("tarn", id="back") == back
    assert resumed.submit(replace(command, move=Hold("other"))) == Refused(Denial.ID_REUSED)
    assert len(resumed.records) == len(at_table.session.records)
    resumed.close()


def test_a_paused_game_is_resumed_paused(ports: Scenario, files: Mapping[str, str], tmp_path: Path) -> None:
    at_table = saved_table(ports, tmp_path, files)
    at_table.make("vale hold")
    at_table.instruct(Pause())
    at_table.session.close()
    resumed = Session.resume(open_save(path_of(at_table), load_kept))
    assert resumed.phase is Phase.PAUSED
    resumed.close()


def test_a_game_without_a_move_is_resumed_in_the_lobby(
    ports: Scenario, files: Mapping[str, str], tmp_path: Path
) -> None:
    at_table = saved_table(ports, tmp_path, files)
    at_table.session.close()
    resumed = Session.resume(open_save(path_of(at_table), load_kept))
    assert resumed.phase is Phase.LOBBY
    resumed.close()


def test_every_truncation_opens_up_to_the_last_whole_record(game: Table, tmp_path: Path) -> None:
    raw = raw_of(game)
    ends = [place + 1 for place, sign in enumerate(raw) if sign == ord("\n")]
    step = range(ends[0], len(raw))
    for length in step:
        save = opened(tmp_path, raw[:length], lambda files: game.session.scenario)
        assert len(save.records) == sum(end <= length for end in ends) - 1
        assert (save.damage is None) == (length in ends)
        if save.damage is not None:
            assert save.damage.trouble is Trouble.TORN
            assert str(save.damage).startswith("warning S208: ")


@pytest.mark.parametrize("share", [0, 1, 50, 99])
def test_without_a_whole_header_there_is_no_save(game: Table, tmp_path: Path, share: int) -> None:
    raw = raw_of(game)
    assert trouble_of(tmp_path, raw[: raw.index(b"\n") * share // 100]) is Trouble.NOT_A_SAVE


def test_a_torn_tail_is_cut_when_the_game_goes_on(game: Table, tmp_path: Path) -> None:
    raw = raw_of(game)
    save = opened(tmp_path, raw + b'{"n":99,"id"')
    assert save.path.read_bytes() == raw + b'{"n":99,"id"'  # reading touches nothing
    resumed = Session.resume(save)
    assert resumed.store.name == save.path.name
    assert save.path.read_bytes() == raw
    hold_once(resumed)
    resumed.close()
    again = open_save(save.path, load_kept)
    assert again.damage is None
    assert again.records == resumed.records


def test_a_damaged_save_is_left_alone_and_goes_on_in_a_new_one(game: Table, tmp_path: Path) -> None:
    lines = raw_of(game).splitlines(keepends=True)
    lines[2] = lines[2].replace(b"hold", b"sign")
    save = opened(tmp_path, b"".join(lines))
    assert save.damage is not None
    assert save.damage.trouble is Trouble.DAMAGED
    assert save.damage.line == 3
    assert "line 3" in save.damage.sentence
    resumed = Session.resume(save)
    assert resumed.damage == save.damage
    assert RECOVERED in resumed.store.name
    assert len(resumed.records) == 1
    hold_once(resumed)
    resumed.close()
    assert save.path.read_bytes() == b"".join(lines)
    recovered = open_save(tmp_path / resumed.store.name, load_kept)
    assert recovered.damage is None
    assert recovered.records == resumed.records


def with_records(game: Table, *bodies: dict[str, Json]) -> bytes:
    """Return a well-sealed save of `game`'s header and the bodies."""
    return chained([encode_header(game.session.header), *bodies], FIRST)[0]


def test_a_record_against_the_rules_ends_a_save(game: Table, ports: Scenario, tmp_path: Path) -> None:
    records = [Made(0, Hold(), "a"), Made(0, Hold(), "b"), Made(1, Hold(), "c")]
    bodies: list[dict[str, Json]] = [
        {"n": place, **encode_record(ports, record)} for place, record in enumerate(records, start=1)
    ]
    save = opened(tmp_path, with_records(game, *bodies))
    assert save.damage is None
    resumed = Session.resume(save)
    assert len(resumed.records) == 1
    assert resumed.damage is not None
    assert resumed.damage.line == 3
    assert "NOT_YOUR_TURN" in resumed.damage.sentence
    assert RECOVERED in resumed.store.name
    resumed.close()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"n": 2, "id": "a", "by": "vale", "move": {"kind": "hold", "reason": ""}, "wall": ""},
        {"n": True, "id": "a", "by": "vale", "move": {"kind": "hold", "reason": ""}, "wall": ""},
        {"n": 1, "id": "a", "by": "nobody", "move": {"kind": "hold", "reason": ""}, "wall": ""},
        {"n": 1, "id": "a", "by": "vale", "move": {"kind": "jump"}, "wall": ""},
        {"n": 1, "id": "a", "by": "vale", "rewound": True, "wall": ""},
        {"n": 1, "id": "a", "by": "vale", "rewound": 0, "move": {"kind": "sign"}, "wall": ""},
        {"n": 1, "id": "a", "by": "vale", "move": {"kind": "sign"}, "wall": "", "more": 1},
    ],
    ids=str,
)
def test_a_record_of_another_shape_ends_a_save(game: Table, tmp_path: Path, body: dict[str, Json]) -> None:
    save = opened(tmp_path, with_records(game, body))
    assert save.records == ()
    assert save.damage is not None
    assert save.damage.line == 2


def test_a_rewind_beyond_the_beginning_ends_a_save(game: Table, tmp_path: Path) -> None:
    body: dict[str, Json] = {"n": 1, "id": "", "by": "vale", "rewound": 7, "wall": ""}
    resumed = Session.resume(opened(tmp_path, with_records(game, body)))
    assert resumed.records == ()
    assert resumed.damage is not None
    resumed.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_every_flipped_bit_is_noticed(game: Table, tmp_path: Path, data: st.DataObject) -> None:
    raw = bytearray(raw_of(game))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= 1 << data.draw(st.integers(0, 7))
    if place <= raw_of(game).index(b"\n"):
        assert trouble_of(tmp_path, bytes(raw)) is Trouble.NOT_A_SAVE
    else:
        assert opened(tmp_path, bytes(raw)).damage is not None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=500))
def test_any_bytes_are_no_save(tmp_path: Path, raw: bytes) -> None:
    assert trouble_of(tmp_path, raw) is Trouble.NOT_A_SAVE


SEATS = (("a", Sitter()), ("b", Sitter("hard", "H")))
HEADER = Header("x", (("x/scenario.yaml", "format: 1"),), "", SEATS, 1)


def test_a_header_is_read_as_it_was_written() -> None:
    assert decode_header(encode_header(HEADER)) == HEADER


def test_a_pseudonym_must_not_turn_a_line_round(tmp_path: Path) -> None:
    header = replace(HEADER, seats=(("a", Sitter(name="\u202eevil")), ("b", Sitter())))
    with pytest.raises(CodecFault):
        new_save(tmp_path, "x", header)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"format": 2}, Trouble.NEWER),
        ({"format": 0}, Trouble.NOT_A_SAVE),
        ({"format": "1"}, Trouble.NOT_A_SAVE),
        ({"seed": True}, Trouble.NOT_A_SAVE),
        ({"files": {}}, Trouble.NOT_A_SAVE),
        ({"more": 1}, Trouble.NOT_A_SAVE),
        ({"seats": {"a": {"persona": "", "name": ""}}}, Trouble.NOT_A_SAVE),
        ({"files": {"x/scenario.yaml": "{[}"}}, Trouble.SCENARIO),
    ],
    ids=str,
)
def test_a_header_of_another_shape_is_no_save(
    tmp_path: Path, change: dict[str, Json], expected: Trouble
) -> None:
    body = {**encode_header(HEADER), **change}
    assert trouble_of(tmp_path, chained([body], FIRST)[0]) is expected


def test_seats_must_be_the_parties_of_the_scenario(game: Table, tmp_path: Path) -> None:
    body = encode_header(replace(game.session.header, seats=SEATS))
    assert trouble_of(tmp_path, chained([body], FIRST)[0]) is Trouble.NOT_A_SAVE


def test_only_a_file_of_a_save_s_size_is_read(tmp_path: Path) -> None:
    def trouble(path: Path) -> Trouble:
        with pytest.raises(SaveFault) as caught:
            open_save(path, load_kept)
        return caught.value.trouble

    large = tmp_path / "large"
    large.write_bytes(b"")
    os.truncate(large, SIZE_LIMIT + 1)
    assert trouble(large) is Trouble.TOO_LARGE
    assert trouble(tmp_path / "none") is Trouble.NOT_FOUND
    assert trouble(tmp_path / "a\x00b") is Trouble.NOT_READABLE
    assert trouble(tmp_path) in (Trouble.NOT_A_FILE, Trouble.NOT_READABLE)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert trouble(tmp_path / "pipe") is Trouble.NOT_A_FILE


@pytest.mark.parametrize(
    "ailing",
    [
        Ailing(write_at=1),
        Ailing(write_at=1, partly=20),
        Ailing(sync_at=1, code=errno.EIO),
        Ailing(sync_at=1, code=errno.EIO, cut_fails=True),
    ],
)
def test_a_move_that_is_not_on_the_disk_is_neither_made_nor_shown(
    ports: Scenario, files: Mapping[str, str], tmp_path: Path, ailing: Ailing
) -> None:
    at_table = saved_table(ports, tmp_path, files, disk=ailing.disk()).listen()
    command = at_table.command("vale hold")
    answer = at_table.session.submit(command)
    assert isinstance(answer, Refused)
    assert answer.why is Denial.NOT_SAVED
    assert answer.sentence.startswith("error S21")
    assert at_table.session.records == ()
    assert at_table.session.state == at_table.session.states[0]
    assert at_table.numbers() == (0, 0, 0)
    assert all(told == [] for told in at_table.heard.values())
    if not ailing.cut_fails:  # once there is room again, the same command is done
        assert isinstance(at_table.session.submit(command), Accepted)
        at_table.session.close()
        assert open_save(path_of(at_table), load_kept).records == at_table.session.records
    at_table.session.close()


def test_the_save_last_played_is_listed_first(ports: Scenario, tmp_path: Path) -> None:
    stores = [new_save(tmp_path, title, header_of(ports)) for title in ("a", "b", "c")]
    for moment, store in enumerate(stores):
        os.utime(store.path, (moment, moment))
    (tmp_path / "notes.txt").write_bytes(b"")
    assert [path.name[0] for path in saves_in(tmp_path)] == ["c", "b", "a"]
    assert saves_in(tmp_path / "none") == ()


def test_a_save_recovered_twice_is_numbered(game: Table, tmp_path: Path) -> None:
    raw = raw_of(game) + b"x\n"
    names = []
    for _ in range(2):
        store = continue_save(opened(tmp_path, raw))
        names.append(store.name)
        store.close()
    assert names == [f"game{RECOVERED}.negotiation.jsonl", f"game{RECOVERED} (2).negotiation.jsonl"]
