"""The notebook of a delegation: what it believes of the other side, kept, read, and told with its marks.

It is nobody's business but the seat's: it is no move, it is in no view and no record, and no bot is shown it.
"""

from game.analysis.notebook import BANDS, SIGNS, Belief, Guess, Marked, Nearness, latest
from game.analysis.space import bargained_issues
from game.rules.scenario import Scenario
from game.text.wording import Wording, capital

NAMES = ("little", "some", "much", "most")
"""The bands as they are typed and kept, from 0 on."""


def as_kept(scenario: Scenario, guesses: tuple[Guess, ...]) -> list[dict[str, object]]:
    """Return a notebook as JSON values, names outside."""
    return [
        {
            "move": each.step,
            "issue": scenario.issues[each.issue].id,
            "band": None if each.band is None else NAMES[each.band],
            "words": each.words,
        }
        for each in guesses
    ]


def from_kept(scenario: Scenario, told: object) -> tuple[Guess, ...]:
    """Return a notebook from JSON values; what makes no sense is left out."""
    ids = [issue.id for issue in scenario.issues]
    found = []
    for each in told if isinstance(told, list) else []:
        if not isinstance(each, dict):
            continue
        step, issue, band, words = (each.get(key) for key in ("move", "issue", "band", "words"))
        if isinstance(step, int) and step >= 0 and issue in ids and isinstance(words, str):
            named = NAMES.index(band) if band in NAMES else None
            found.append(Guess(step, ids.index(issue), named, words[:SIGNS]))
    return tuple(found)


def guess_lines(wording: Wording, guesses: tuple[Guess, ...]) -> list[str]:
    """Return what a delegation believes now, question by question."""
    say, lines = wording.say, []
    for issue in bargained_issues(wording.scenario):
        guess = latest(guesses, issue)
        if guess is not None and guess.band is not None:
            lines.append(say("notebook.guess", issue=wording.issue(issue), band=say(f"band.{guess.band}")))
        if guess is not None and guess.words:
            lines.append(say("notebook.words", issue=wording.issue(issue), words=guess.words))
    return lines or [say("notebook.no_guess")]


def belief_line(wording: Wording, belief: Belief) -> str:
    """Return a guess beside the truth, and whether sounding had told it."""
    say = wording.say
    line = say(
        f"notebook.{belief.nearness.value}",
        issue=capital(wording.issue(belief.issue)),
        band=say(f"band.{belief.band}"),
        truth=say(f"band.{belief.truth}"),
    )
    if belief.told is None:
        return line
    return f"{line} {say('notebook.told', band=wording.band(belief.told.low, belief.told.high))}"


def belief_reasons(wording: Wording, belief: Belief) -> list[str]:
    """Return what the truth rests on, how the guess came about, and what was done to find out."""
    say, scenario = wording.say, wording.scenario
    some, much, most = scenario.conduct.bands
    band = say(f"band.{belief.truth}")
    lines = [
        say("notebook.truth", n=belief.spread, band=band),
        say("notebook.bands", some=some, much=much, most=most),
    ]
    for each in belief.course:
        if each.band is not None:
            key = "notebook.after" if each.step else "notebook.before"
            lines.append(say(key, n=each.step, band=say(f"band.{each.band}")))
    for sounding in belief.soundings:
        lines.append(say("notebook.sounded", n=sounding.step, band=wording.band(sounding.low, sounding.high)))
    lines += [say("notebook.asked", n=step) for step in belief.asked]
    if not belief.soundings and not belief.asked:
        lines.append(say("notebook.unasked"))
    if belief.course[-1].words:
        lines.append(say("notebook.thought", words=belief.course[-1].words))
    interest = scenario.issues[belief.issue].interests[1 - (wording.you or 0)].strip()
    if interest and belief.course[-1].words:
        lines.append(say("notebook.wanted", interest=interest))
    return lines


def counted(wording: Wording, marked: Marked) -> str:
    """Return how many guesses were right, one band off and far off; what to say where there is none."""
    if not marked.beliefs:
        return wording.say("notebook.none")
    right, near, far = (marked.count(each) for each in Nearness)
    return wording.say("notebook.counted", right=right, near=near, far=far)


def score_reasons(wording: Wording, marked: Marked) -> list[str]:
    """Return how the score is reckoned, guess by guess, and that the rule is ours."""
    say, most = wording.say, BANDS - 1
    each = [
        say("notebook.term", issue=capital(wording.issue(belief.issue)), n=most - belief.miss, of=most)
        for belief in marked.beliefs
    ]
    earned = sum(most - belief.miss for belief in marked.beliefs)
    result = say("notebook.sum", n=earned, of=most * len(marked.beliefs), score=marked.score or 0)
    return [
        say("notebook.formula"),
        *each,
        result,
        say("why.assumption", text=say("notebook.assumption")),
    ]


def question(wording: Wording, marked: Marked) -> str:
    """Return what to think over: the widest miss and the offer before it, else what told so much."""
    say, widest = wording.say, marked.widest
    if not marked.beliefs:
        return ""
    if widest is None:
        return say("notebook.all_right")
    asked = say(
        "notebook.misled",
        issue=wording.issue(widest.issue),
        band=say(f"band.{widest.band}"),
        truth=say(f"band.{widest.truth}"),
    )
    last = widest.offered[-1:]
    return f"{asked} {say('notebook.last_offer', n=last[0]) if last else say('notebook.no_offer_yet')}"


def marked_lines(wording: Wording, marked: Marked) -> list[str]:
    """Return the whole of it as lines, reasons indented under what they explain."""
    lines = [wording.say("notebook.head"), f"  {counted(wording, marked)}"]
    for belief in marked.beliefs:
        lines.append(f"  {belief_line(wording, belief)}")
        lines += [f"    {line}" for line in belief_reasons(wording, belief)]
    if marked.score is not None:
        lines.append(f"  {wording.say('notebook.score', n=marked.score)}")
        lines += [f"    {line}" for line in score_reasons(wording, marked)]
        lines.append(f"  {question(wording, marked)}")
    return lines
