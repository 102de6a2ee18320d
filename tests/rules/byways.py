"""Lines of play that lead where chance seldom goes, per scenario; walks follow them and stray from them.

`test_byways.py` holds each to its promise.
"""

_WAITING = (
    "japan propose islands=two_at_once rest=words",
    "ussr decide one_or_two listen",
    "ussr hold",
    "japan hold",
    "japan act cite_letters",
    "japan hold",
    "ussr propose islands=nothing trade=protocol",
    "japan decide which_solution think",
    "japan hold",
    "ussr act recall_warning",
    "ussr hold",
    "japan hold",
    "ussr decide soviet_draft no_draft",
    "ussr hold",
)
"""To the afternoon of 18 October, with little said."""

WORDS_STAND = (
    *_WAITING,
    "japan hold",
    "ussr act consult_presidium islands=two_after okinawa=clause_out rest=words letters=stand missing=tracing un=in_text world=out trade=protocol",
    "ussr hold",
    "japan propose islands=two_after okinawa=clause_out rest=words letters=published missing=tracing un=no_link world=out trade=protocol",
    "ussr decide polish_clock say_nothing",
    "ussr decide the_words let_stand",
    "japan sign",
    "ussr sign",
    "japan decide publish_letters as_agreed",
    "japan hold",
    "ussr decide answer_publication note_of_protest",
    "ussr hold",
    "japan hold",
    "ussr hold",
    "japan hold",
    "ussr hold",
)

WORDS_AGAINST_A_PASSAGE = (*WORDS_STAND[:18], "ussr decide the_words trade")

LINE_SHOWN_AND_LEFT = (
    "japan act show_party_line",
    "japan propose islands=two_at_once rest=words",
    "ussr decide one_or_two either_or",
    "japan decide which_solution take_first",
    "ussr accept",
    "japan sign",
    "ussr sign",
    "japan decide publish_letters as_agreed",
    "japan hold",
    "ussr decide answer_publication silence",
    "ussr hold",
)

OKINAWA_STANDS = (
    *_WAITING[:11],
    "japan hold",
    "ussr decide soviet_draft okinawa_and_words",
    "japan decide okinawa_answer live_with_it",
    "japan propose islands=two_after okinawa=clause_in rest=words letters=published missing=joint un=no_link world=out trade=protocol",
    "ussr accept",
    "japan sign",
    "ussr sign",
    "japan decide publish_letters keep",
    "japan hold",
    "ussr hold",
    "japan hold",
    "ussr hold",
    "japan hold",
    "ussr hold",
)

BYWAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "the-deletion": (WORDS_STAND, WORDS_AGAINST_A_PASSAGE, LINE_SHOWN_AND_LEFT, OKINAWA_STANDS),
}
