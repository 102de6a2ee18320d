"""`plan` tells, at the table and while an offer is put together, who at home could live with a draft."""

from pathlib import Path

from tests.terminal.playing import play

REST = "rest=silent letters=stand missing=tracing un=in_text world=out trade=protocol"


def plan(saves: Path, okinawa: str) -> str:
    """Return what Tokyo says of two islands later with or without the Okinawa sentence."""
    draft = f"islands=two_after okinawa={okinawa} {REST}"
    printed = play(saves, f"plan {draft}", "quit", side="japan", scenario="the-deletion")
    return " ".join(printed.after("The draft, with what is agreed").split())


def test_plan_tells_who_blocks_a_draft_and_which_step_would_turn_them(tmp_path: Path) -> None:
    told = plan(tmp_path, "clause_in")
    assert "Main stream of the party: against" in told
    assert "Main stream of the party would stay away with one step: the Okinawa sentence: no such" in told
    assert "Tokyo would carry it with one step: the Okinawa sentence: no such sentence;" in told
    assert "No one step would turn Washington." in told
    assert "type why and its name." in told


def test_plan_tells_which_step_would_lose_a_home_and_whether_orders_forbid_it(tmp_path: Path) -> None:
    told = plan(tmp_path, "clause_out")
    lost = told.partition("Tokyo would no longer carry it with one step:")[2]
    assert "the Okinawa sentence: the sentence stands (beyond your orders)" in lost


def test_plan_is_understood_while_an_offer_is_put_together(tmp_path: Path) -> None:
    printed = play(tmp_path, "offer", "ferry=weekly dues=half", "plan", "cancel", "quit")
    assert "The draft, with what is agreed" in printed.text
