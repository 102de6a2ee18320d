"""Putting an offer together, question by question, with what it is worth and what home would say."""

from dataclasses import replace

from game.desk.assignments import Problem, find, near, read_option, read_package
from game.desk.composition import MOST_ALTERNATIVES, Composition, start
from game.desk.homefront import home_lines, verdict
from game.desk.planning import prospect_lines
from game.desk.status import said
from game.rules.legality import refusal
from game.rules.mandate import level_of
from game.rules.moves import Propose
from game.rules.package import OPEN, empty, merged, restricted
from game.rules.scenario import Level
from game.rules.utility import points
from game.rules.view import PartyView
from game.terminal.chair import Chair
from game.terminal.commands import Command, parse
from game.terminal.looking import LOOKING
from game.text.explain import point_lines, refusal_lines
from game.text.wording import LETTERS, Wording, capital

WORDS = (
    "another", "drop", "linked", "severable", "referendum", "words", "theirs", "mine", "clear",
    "home", "plan", "points", "send", "cancel", "quit", "help",
)  # fmt: skip
"""What may be typed while an offer is put together, beside numbers and options."""


def compose(chair: Chair) -> Propose | None:
    """Let the person put an offer together; None where they gave it up."""
    made = start(chair.view)
    _show(chair, made)
    while True:
        typed = chair.console.ask(chair.say("compose.prompt"))
        chair.composed = made.package
        if not typed:
            _show(chair, made)
            continue
        word, _, rest = typed.partition(" ")
        known = find(word, [(name, name) for name in WORDS]) if not word[0].isdigit() else None
        match WORDS[known] if known is not None and "=" not in word else "":
            case "send":
                chair.composed = made.package
                return made.move()
            case "cancel" | "quit":
                chair.console.line(chair.say("compose.cancelled"))
                return None
            case "help":
                chair.console.lines(chair.say("compose.help").split("\n"))
            case "home":
                chair.console.lines(home_lines(chair.wording, chair.view, made.package))
            case "plan":
                chair.console.lines(prospect_lines(chair.wording, chair.view, made.package))
            case "points":
                chair.console.lines(point_lines(chair.wording, chair.view.state, chair.party, made.package))
            case "" if (look := _looking(typed)) is not None:
                LOOKING[look.name](chair, look.rest)
            case "":
                if _options(chair, made, typed):
                    _show(chair, made)
            case command:
                _change(chair, made, command, rest.strip())
                _show(chair, made)


def _looking(typed: str) -> Command | None:
    """Return the command that only looks that `typed` stands for, if it does."""
    if typed.split()[0].casefold() not in LOOKING:  # short forms mean alternatives and issues here
        return None
    command = parse(typed)
    return command if isinstance(command, Command) else None


def _change(chair: Chair, made: Composition, command: str, rest: str) -> None:
    """Carry out a command that changes the composition."""
    view, say = chair.view, chair.say
    match command:
        case "another":
            if len(made.packages) < MOST_ALTERNATIVES:
                made.packages.append(made.package)
                made.at = len(made.packages) - 1
            else:
                chair.console.line(say("compose.full", n=MOST_ALTERNATIVES))
        case "drop":
            if len(made.packages) > 1:
                del made.packages[made.at]
                made.at = 0
        case "linked":
            made.linked = True
        case "severable":
            made.linked = False
        case "referendum":
            made.ad_referendum = not made.ad_referendum
        case "words":
            made.words = rest.strip('"')
        case "theirs":
            offer = view.state.offers[1 - view.party]
            if offer is None:
                chair.console.line(say("refusal.nothing_tabled"))
            else:
                which = max(0, LETTERS.find(rest.upper()[:1])) if rest else 0
                taken = offer.packages[min(which, len(offer.packages) - 1)]
                made.packages[made.at] = restricted(taken, frozenset(made.issues))
        case "mine":
            fresh = start(view)
            made.packages, made.at = fresh.packages, 0
        case "clear":
            made.packages[made.at] = empty(len(view.scenario.issues))
        case _:
            raise ValueError(f"a word of the composer was expected; got {command!r}")


def _options(chair: Chair, made: Composition, typed: str) -> bool:
    """Read numbers and options typed; say whether anything changed."""
    scenario, say, console = chair.view.scenario, chair.say, chair.console
    if "=" in typed:
        package = read_package(say, scenario, typed.split())
        if isinstance(package, Problem):
            console.line(package.sentence)
            return False
        for named, chosen in enumerate(package):
            if chosen != OPEN:
                made.put(named, chosen)
        return True
    words = typed.split()
    if len(words) == 1 and words[0].upper() in LETTERS[: len(made.packages)]:
        made.at = LETTERS.index(words[0].upper())
        return True
    names = [(scenario.issues[issue].id, scenario.issues[issue].label) for issue in made.issues]
    position = find(words[0], names)
    if position is None:
        commands = [(name, name) for name in WORDS]
        console.line(say("compose.unknown", word=words[0], nearest=near(say, words[0], commands + names)))
        return False
    issue = made.issues[position]
    if len(words) > 1:
        answer = " ".join(words[1:])
    else:
        console.lines(option_lines(chair.wording, chair.view, issue))
        answer = console.ask(say("compose.option_prompt", issue=chair.wording.issue(issue)))
        if not answer:
            return False
    option = read_option(say, scenario.issues[issue], answer)
    if isinstance(option, Problem):
        console.line(option.sentence)
        return False
    made.put(issue, option)
    return True


def option_lines(wording: Wording, view: PartyView, issue: int) -> list[str]:
    """Return the numbered options of an issue with their marks, notes and points."""
    say, item = wording.say, view.scenario.issues[issue]
    lines = [item.question.strip()]
    for option, each in enumerate(item.options):
        marks = [say("compose.worth", n=view.scenario.points[view.party][issue][option])]
        if option in said(view.state, 1 - view.party, issue):
            marks.append(say("board.theirs"))
        level = level_of(view.scenario, view.state, view.party, issue, option)
        if level is not Level.FREE:
            marks.append(wording.level(level))
        note = f" {each.note.strip()}" if each.note.strip() else ""
        lines.append(
            say(
                "compose.option",
                number=option + 1,
                option=capital(each.label),
                marks="; ".join(marks),
                note=note,
            )
        )
    return lines


def _show(chair: Chair, made: Composition) -> None:
    """Show the offer as it stands, what it is worth, and whether it could be tabled."""
    say, wording, view, console = chair.say, chair.wording, chair.view, chair.console
    console.line()
    several = len(made.packages) > 1
    if several:
        letter, letters = LETTERS[made.at], ", ".join(LETTERS[: len(made.packages)])
        console.line(say("compose.alternative", letter=letter, letters=letters))
    else:
        console.line(say("compose.head"))
    for number, issue in enumerate(made.issues, start=1):
        console.line(f"{number}. {capital(wording.item(issue, made.package[issue]))}", indent=2)
    console.line(say("compose.linked" if made.linked else "compose.severable"))
    if made.ad_referendum:
        console.line(say("happening.offer_referendum"))
    if made.words:
        console.line(say("happening.offer_words", words=made.words))
    total = points(view.scenario, view.party, merged(view.state.provisional, made.package))
    console.line(f"{say('compose.points', n=total)} {verdict(wording, view, made.package)}")
    refused = refusal(view.scenario, view.state, view.party, replace(made.move(), words=""))
    if refused is not None and any(option != OPEN for option in made.package):
        console.line(say("compose.not_yet"))
        console.lines(refusal_lines(wording, view.state, view.party, refused), indent=2)
