"""At the table: every command, wrong input, the ways beyond a mandate, the end."""

from pathlib import Path

import pytest

from game.session.saves import saves_in
from game.terminal.commands import NAMES
from tests.terminal.playing import PORTS, play, run


def test_the_status_says_where_when_and_whose_turn_it_is(tmp_path: Path) -> None:
    told = play(tmp_path).after("The talks begin.")
    for words in ("Monday", "Gull Island", "Exchange 1 of 2", "1 meeting left", "It is your turn."):
        assert words in told


def test_a_number_does_what_its_line_says(tmp_path: Path) -> None:
    printed = play(tmp_path, "1", "1 2", "send")
    assert "You table an offer." in printed.text


def test_an_offer_may_be_typed_whole(tmp_path: Path) -> None:
    printed = play(tmp_path, 'offer ferry=none dues=half or ferry=weekly linked "We row."', "log")
    assert "You table an offer." in printed.text
    assert "all of it or none" in printed.after("): log")
    assert '"We row."' in printed.after("): log")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("offer fery=none", "Did you mean ferry?"),
        ("offer ferry=dayly", "Did you mean daily?"),
        ("offer ferry=submarine", "Options: none, weekly, daily."),
        ("offer ferry", "Write issue=option"),
        ("offer ferry=none ferry=weekly", "named twice"),
        ("acept", "Did you mean accept?"),
        ("xyzzy", "Type help for all commands."),
        ("99", "Type a number from 1 to"),
        ("accept", "nothing on the table"),
        ('offer ferry=none "' + "x" * 201 + '"', "The words are too long."),
        ("reject", "nothing on the table"),
        ("reopen", "Reopen what?"),
        ("reopen ferry", "nothing to reopen"),
        ("reopen moon", "There is no issue called 'moon'."),
        ("decide 1", "No decision waits"),
        ("act moonwalk", "You have no action called 'moonwalk'."),
        ("why moon", "nothing called 'moon'"),
        ("why refusal", "Nothing has been refused yet."),
        ("why last", "no reasons"),
        ("why 3", "no alternative number 3"),
        ("read 99", "Read which document?"),
        ("sign", "no full powers"),
        ("undo", "no move of yours"),
    ],
)
def test_wrong_input_is_answered_with_what_is_allowed(tmp_path: Path, typed: str, said: str) -> None:
    printed = play(tmp_path, typed)
    assert said in " ".join(printed.text.split())
    assert printed.code == 0


@pytest.mark.parametrize("command", NAMES)
def test_every_command_is_answered(tmp_path: Path, command: str) -> None:
    for typed in (command, f"{command} 1", f"{command} ferry", f'{command} "x', f"{command} ="):
        assert play(tmp_path, typed, "", "").code == 0


def test_the_board_shows_locks_with_their_reasons_and_where_agreed_text_comes_from(tmp_path: Path) -> None:
    told = " ".join(play(tmp_path, "board").after("): board").split())
    assert "The board has not spoken of a daily ferry." in told
    assert "Half the dues only for a lasting accord." in told
    assert "stands agreed" in told
    assert "Origin:" in told


def test_the_composer_says_what_an_offer_is_worth_and_why_it_cannot_be_tabled(tmp_path: Path) -> None:
    printed = play(
        tmp_path, "offer", "ferry daily", "another", "ferry=none", "A", "drop", "words Hm.", "linked",
        "clear", "theirs", "mine", "referendum", "points", "home", "moon", "9 9", "1 moon", "1", "2",
        "cancel",
    )  # fmt: skip
    told = " ".join(printed.text.split())
    assert "It cannot be tabled yet: This goes beyond your mandate." in told
    assert "Together with what is agreed it is worth" in told
    assert "Alternative B of A, B" in told
    assert "'moon' is no number" in told
    assert "No offer was made." in told


def test_beyond_the_mandate_the_ways_are_offered_and_can_be_taken(tmp_path: Path) -> None:
    printed = play(tmp_path, "offer ferry=daily dues=full", "1", "why refusal", "undo", "quit")
    told = " ".join(printed.text.split())
    assert "This goes beyond your mandate. The board has not spoken of a daily ferry." in told
    assert "You ask Saltmouth for leave." in told
    assert "Your last move is taken back." in told


def test_ad_referendum_is_one_of_the_ways(tmp_path: Path) -> None:
    printed = play(tmp_path, "offer ferry=daily dues=full", "2", "log")
    assert "ad referendum" in printed.after("Which way")
    assert "You table an offer." in printed.text


def test_an_action_asks_for_the_issue_it_needs(tmp_path: Path) -> None:
    printed = play(tmp_path, "act ask_them_why", "1", "notebook", "act toast")
    told = " ".join(printed.text.split())
    assert "On which issue" in told
    assert "You learn why they stand as they do on" in told
    assert "You have taken your action for this turn." in told


def test_a_seat_reads_its_own_papers_only(tmp_path: Path) -> None:
    printed = play(tmp_path, "documents", "read ledger", "read count")
    assert "Paid for stone: half." in printed.text
    assert "Forty boats" not in printed.text


def test_walking_out_wants_a_yes_and_ends_with_the_results(tmp_path: Path) -> None:
    printed = play(tmp_path, "walk out", "no", "walk out", "yes")
    told = " ".join(printed.text.split())
    assert "Nothing was done." in told
    for words in (
        "How it ended: A delegation left.",
        "Nothing was signed",
        "They are never added up.",
        "on your own scale",
        "What history did.",
        "python3 main.py replay",
    ):
        assert words in told


def test_every_move_is_saved_and_the_game_goes_on(tmp_path: Path) -> None:
    first = play(tmp_path, "offer ferry=none dues=half", "save", "quit")
    (save,) = saves_in(tmp_path)
    assert save.name in first.text
    resumed = run(["play", "--text", "--resume", str(save)], ["log", "undo", "log"])
    assert "The game goes on where it was left." in resumed.text
    assert "You table an offer." in resumed.after("log")
    assert "You table an offer." not in resumed.after("taken back.")
    by_name = run(["play", "--text", "--saves", str(tmp_path), "--resume", save.name.split(".")[0]])
    assert by_name.code == 0


def test_the_end_of_the_input_is_a_polite_farewell(tmp_path: Path) -> None:
    printed = play(tmp_path)
    assert "The game is saved." in printed.text
    assert printed.code == 0
    assert run(["play", PORTS, "--saves", str(tmp_path), "--text"]).code == 0


def test_two_people_never_see_each_others_papers(tmp_path: Path) -> None:
    printed = play(tmp_path, *[""] * 4, "offer ferry=none dues=half", "", "documents", side="both")
    before, _, after = printed.text.rpartition("Pass the chair to Highquay.")
    assert "Bring home a ferry that the boatmen survive." in before
    seat = after.partition("documents")[2]
    assert "A count of boats" in seat
    assert "The quay ledger" not in after
    screens = printed.text.split("\n" * 50)
    secrets = ("the boatmen survive", "the fleet can pay")
    assert not any(all(secret in screen for secret in secrets) for screen in screens)


def test_no_line_carries_colour_boxes_or_clearing(tmp_path: Path) -> None:
    printed = play(tmp_path, "board", "draft", "home 1", "help", "act", "", "status")
    assert not any(sign in printed.text for sign in "\x1b\t│─┌█")


def test_the_same_seed_and_lines_print_the_same_game(tmp_path: Path) -> None:
    typed = (
        "offer ferry=none dues=half",
        "hold",
        "act toast",
        "hold",
        "hold",
        "hold",
        "hold",
        "hold",
        "hold",
    )
    one, two = (play(tmp_path / name, *typed, against="trader").text for name in "ab")
    assert one.replace(str(tmp_path / "a"), "") == two.replace(str(tmp_path / "b"), "")
