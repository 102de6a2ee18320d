"""Lines of play that lead where chance seldom goes, per scenario; walks follow them and stray from them.

A move that is not legal any more, because a walk strayed, is left out.
"""

from game.rules.moves import PartyMove
from game.rules.scenario import Scenario
from tests.plans import moves_of, plan_names
from tests.rules.playing import parsed

WORDS = (
    "islands=two_after okinawa=clause_out rest=words "
    "letters=stand missing=tracing un=in_text world=out trade=protocol"
)

_TO_THE_WORDS = (
    "japan propose islands=two_at_once rest=words",
    "ussr decide one_or_two listen",
    "ussr hold",
    "japan hold",
    "japan hold",
    "ussr hold",
    "japan hold",
    "ussr decide soviet_draft no_draft",
    "ussr hold",
    "japan hold",
    f"ussr act consult_presidium {WORDS}",
    "ussr hold",
    f"japan propose {WORDS}",
    "ussr decide polish_clock say_nothing",
)
"""To the evening of 18 October, with leave from the Presidium and both things on the table."""

LINES: dict[str, tuple[tuple[str, ...], ...]] = {
    "the-deletion": (
        (*_TO_THE_WORDS, "ussr decide the_words trade"),  # for a passage on world affairs
        (*_TO_THE_WORDS, "ussr decide the_words let_stand"),
        (  # a line is shown, and the delegation goes below it
            "japan act show_party_line",
            "japan propose islands=two_at_once rest=words",
            "ussr decide one_or_two either_or",
            "japan decide which_solution take_first",
            "ussr accept",
            "japan sign",
            "ussr sign",
        ),
        (  # a document is cited and answered
            "japan propose islands=two_at_once rest=words",
            "ussr decide one_or_two either_or",
            "japan decide which_solution think",
            "japan act cite_letters",
            "japan hold",
            "ussr act recall_warning",
        ),
    ),
    "two-ports": (
        (  # a ferry every day is taken from a trusted hand
            "vale propose ferry=none",
            "tarn act toast",
            "tarn propose ferry=daily",
            "vale decide v_two_ways take_it",
        ),
        (  # an exchange of notes, and the dues left out
            "vale hold",
            "tarn hold",
            "vale hold",
            "tarn hold",
            "tarn decide t_rumour calm",
            "tarn propose ferry=none form=note",
            "vale accept",
            "tarn propose ferry=weekly form=note",
            "vale accept",
            "tarn sign",
            "vale sign",
        ),
        (  # the heads sign what the board cannot carry
            "vale hold",
            "tarn hold",
            "vale hold",
            "tarn hold",
            "tarn decide t_rumour calm",
            "tarn hold",
            "vale act take_it_on_me ferry=daily",
            "vale propose ferry=daily dues=half form=accord",
            "tarn accept",
            "vale sign",
            "tarn sign",
        ),
        (  # the heads would sign before Highquay has answered its envoy
            "vale hold",
            "tarn hold",
            "vale propose ferry=none",
            "tarn accept 1 referendum",
            "vale hold",
            "tarn hold",
            "tarn decide t_rumour calm",
            "tarn propose form=accord",
            "vale accept",
        ),
    ),
}


def byways(scenario: Scenario) -> list[list[tuple[int, PartyMove]]]:
    """Return the moves of every byway of `scenario`: the lines above and its plans."""
    lines = [[parsed(scenario, step) for step in steps] for steps in LINES.get(scenario.id, ())]
    return lines + [moves_of(scenario, name) for name in plan_names(scenario.id)]
