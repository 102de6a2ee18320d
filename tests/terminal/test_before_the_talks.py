"""Between the briefing and the table: what is typed there works, or it is said what became of it."""

from pathlib import Path

from game.terminal.looking import LOOKING
from tests.terminal.playing import PORTS, Printed, run

OFFER = "Type yes to take it, Enter to go to the table:"
ANSWER = "Your answer, for yourself (Enter to see ours):"


def play(saves: Path, *typed: str) -> Printed:
    words = ["play", PORTS, "--side", "vale", "--seed", "1", "--saves", str(saves), "--text"]
    return run([*words, "--against", "linear"], typed)


def offered(printed: Printed) -> int:
    return printed.text.count(OFFER)


def test_words_that_only_look_work_before_the_talks(tmp_path: Path) -> None:
    asking = ("home", "plan", "points")  # which package? none
    typed = [line for word in LOOKING for line in ((word, "") if word in asking else (word,))]
    printed = play(tmp_path, *typed, "", "quit")
    assert offered(printed) == len(LOOKING) + 1
    assert "There is no command" not in printed.text
    assert "is for the table" not in printed.text
    assert "Once a week [weekly]" in printed.after(f"{OFFER} board").partition(OFFER)[0]


def test_quit_leaves_before_the_talks_and_in_the_check(tmp_path: Path) -> None:
    for typed in (("hold", "bord", "quit"), ("yes", "quit")):
        printed = play(tmp_path, *typed)
        assert "Your move" not in printed.text
        assert "--resume" in printed.text


def test_a_move_before_the_talks_and_what_is_no_word_are_said_to_be_so(tmp_path: Path) -> None:
    printed = play(tmp_path, "hold", "bord", "No thanks", "quit")
    assert "The talks have not begun: hold is for the table." in printed.after(OFFER)
    assert "Did you mean board?" in printed.after(OFFER)
    assert offered(printed) == 3
    assert "Your move" in printed.text


def test_a_command_typed_as_an_answer_is_said_to_be_taken_as_one(tmp_path: Path) -> None:
    assert "Taken as your answer" not in play(tmp_path, "yes", "Board members may not").text
    printed = play(tmp_path, "yes", "board", "the Warden")
    assert "Taken as your answer. As a command, board works once the check is over." in printed.after(ANSWER)
    assert printed.text.count("Taken as your answer") == 1
