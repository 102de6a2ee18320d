"""An outline as a model in Promela, the language of the checker SPIN: the same states, the same commands.

One process goes round a loop whose branches are the commands, each in one piece (`atomic`), so that SPIN
stores exactly the states of the outline; `outlining.py` says what those leave out of a scenario. Behind the
last meeting, `place` tells the ending and every other variable is 0. The last statement of a branch notes
which command it is, in a variable that is no part of the state: a search that never comes there has
shown that the command is never taken.
"""

from game.analysis.formula import Formula, In, Op, Sign, Var
from game.analysis.outline import PLACE, Command, Outline, Step

LONGEST = 200_000
"""Signs of a formula at most: what is read twice is written twice, so that nested limits grow fast."""

_INFIX = {
    Sign.PLUS: "+",
    Sign.MINUS: "-",
    Sign.TIMES: "*",
    Sign.EQUAL: "==",
    Sign.BELOW: "<",
    Sign.BOTH: "&&",
    Sign.EITHER: "||",
}


def promela(outline: Outline, title: str) -> str:
    """Return the model.

    Args:
        title: what the scenario is called, for the first line.

    Raises:
        TooLong: a condition cannot be written out in `LONGEST` signs.
    """
    return "".join(f"{line}\n" for line in _Writer(outline).lines(title))


class TooLong(Exception):
    """A condition of the scenario is far too long once it is written out."""


class _Writer:
    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._known: dict[Formula, str] = {}

    def lines(self, title: str) -> list[str]:
        """Return the lines of the model."""
        outline = self._outline
        written = ["/* Promela", f" * {_comment(title)}"]
        written += [f" * folded: {name}" for name in outline.folded]
        written.append(" */")
        for variable in outline.variables:
            written.append(f"byte {variable.name} = {variable.start}; /* 0 to {variable.size - 1} */")
        written.append("hidden short taken; /* the last command */")
        written += ["", "active proctype play()", "{", "end:", "\tdo"]
        for number, command in enumerate(outline.commands, 1):
            written += self._branch(command, number)
        return [*written, "\tod", "}"]

    def _branch(self, command: Command, number: int) -> list[str]:
        guard = self._text(In(PLACE, command.places))
        if command.guard != 1:
            guard = f"{guard} && {self._text(command.guard)}"
        steps = [self._step(step) for step in command.steps]
        if command.ends >= 0:
            steps = [f"{self._name(PLACE)} = {len(self._outline.places) + command.ends}"]
            steps += [f"{variable.name} = 0" for variable in self._outline.variables[PLACE + 1 :]]
        return [
            f"\t:: atomic {{ {guard} ->",
            *(f"\t\t{step};" for step in steps),
            f"\t\ttaken = {number} /* {_comment(command.name)} */ }}",
        ]

    def _step(self, step: Step) -> str:
        ways = []
        for each in step:
            does = "skip"
            if each.value is not None:
                does = f"{self._name(each.variable)} = {self._text(each.value)}"
            ways.append((each.when, does))
        if len(ways) == 1 and ways[0][0] == 1:
            return ways[0][1]
        return f"if {' '.join(f':: {self._text(when)} -> {does}' for when, does in ways)} fi"

    def _name(self, index: int) -> str:
        return self._outline.variables[index].name

    def _text(self, formula: Formula) -> str:
        match formula:
            case int():
                return str(formula)
            case Var(index):
                return self._name(index)
            case In(index, values):
                return self._among(self._name(index), sorted(values))
            case Op(sign, left, right):
                if formula not in self._known:
                    text = self._operation(sign, self._text(left), self._text(right))
                    if len(text) > LONGEST:
                        raise TooLong
                    self._known[formula] = text
                return self._known[formula]

    def _operation(self, sign: Sign, left: str, right: str) -> str:
        match sign:
            case Sign.LEAST:
                return f"({left} < {right} -> {left} : {right})"
            case Sign.MOST:
                return f"({left} > {right} -> {left} : {right})"
            case Sign.OVER:  # the divisor is positive; Promela rounds towards 0
                return f"({left} >= 0 -> {left} / {right} : -(({right} - 1 - {left}) / {right}))"
            case _:
                return f"({left} {_INFIX[sign]} {right})"

    def _among(self, name: str, values: list[int]) -> str:
        runs: list[tuple[int, int]] = []
        for value in values:
            if runs and runs[-1][1] == value - 1:
                runs[-1] = runs[-1][0], value
            else:
                runs.append((value, value))
        each = [f"{name} == {a}" if a == b else f"({name} >= {a} && {name} <= {b})" for a, b in runs]
        return f"({' || '.join(each)})"


def _comment(words: str) -> str:
    """Return `words` as they may stand in a comment."""
    return words.replace("*/", "* /").replace("\n", " ")
