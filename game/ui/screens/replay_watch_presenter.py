"""Two bots at the table: the position, who thinks, what they did with the reasons of both, and the pace."""

from game.desk.beginning import persona_name
from game.desk.frames import frames
from game.desk.positions import board_lines, move_sentence, told_lines
from game.text.wording import Wording, capital
from game.ui.going import Go, Screen
from game.ui.replay_wishes import Pace, SetPace, SetPaused, StepOn
from game.ui.screens.parts import Control
from game.ui.screens.replay_board import scene
from game.ui.screens.replay_log import changes, log, voice
from game.ui.screens.replay_model import Caption, WatchModel
from game.ui.screens.replay_presenter import caption_ask
from game.ui.screens.replay_reasons import step_reasoned, worth_asks
from game.ui.sitting import Sitting


def watch_model(sitting: Sitting) -> WatchModel:
    """Return the watched game as it stands."""
    say, session = sitting.say, sitting.game.session
    scenario = session.scenario
    wording = Wording(say, scenario, None)
    told = frames(scenario, sitting.game.replayed(), None)
    now, news = told[-1], sitting.game.news(None)
    happened = told_lines(say, now, None)
    sentence = say("ui.replay.opening")
    if now.number:  # the first line of what followed tells the move
        sentence, *rest = happened or (move_sentence(say, now, None),)
        happened = tuple(rest)
    reasons = news[-1].reasons if now.made is not None and news else ()
    if reasons:
        happened = (*happened, say("news.reasons", n=len(reasons), reasons=" ".join(reasons)))
    first, second = (
        f"{capital(party.name)}: {persona_name(say, scenario, sitter.persona)}"
        for party, (_, sitter) in zip(scenario.parties, session.header.seats, strict=True)
    )
    number = say("ui.watch.number", n=now.number)
    still = sitting.paused or sitting.pace is Pace.STEP
    return WatchModel(
        title=scenario.title,
        who=(first, second),
        doing=_doing(sitting, still=still),
        scene=scene(wording, now, changes(told), sitting.seat.unfolded),
        caption=Caption(
            number=number,
            sentence=sentence,
            voice=voice(now.author),
            told=happened,
            note="",
            worth=worth_asks(wording, told, board_lines(say, now, None)[-2:]),
            ask=caption_ask(say, (number, sentence, *happened), step_reasoned(now, now.number)),
        ),
        caption_heading=say("ui.replay.move"),
        log_heading=say("ui.tab.log"),
        log=log(wording, news),
        pace_heading=say("ui.watch.pace"),
        paces=paces(sitting),
        pause=Control(
            "pause",
            say("ui.watch.go_on" if sitting.paused else "ui.watch.pause"),
            SetPaused(not sitting.paused),
            enabled=sitting.pace is not Pace.STEP,
            reason="" if sitting.pace is not Pace.STEP else say("ui.watch.step_pauses"),
            does=say("ui.watch.pause_does"),
        ),
        step=Control("step_on", say("ui.watch.next"), StepOn(), does=say("ui.watch.next_does")),
        leave=Control("title", say("ui.menu.title"), Go(Screen.TITLE), does=say("ui.about.title")),
    )


def _doing(sitting: Sitting, *, still: bool) -> str:
    say = sitting.say
    if sitting.asked or not still:
        return say("ui.top.thinking", who=sitting.thinking) if sitting.thinking else ""
    return say("ui.watch.rests")


def paces(sitting: Sitting) -> tuple[Control, ...]:
    """Return the paces, the present one on."""
    return tuple(
        Control(
            f"pace:{pace.value}",
            sitting.say(f"ui.watch.{pace.value}"),
            SetPace(pace),
            on=pace is sitting.pace,
            does=sitting.say(f"ui.watch.{pace.value}_does"),
        )
        for pace in Pace
    )
