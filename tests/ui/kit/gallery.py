# ruff: noqa: RUF001, E501 - the marks of Japanese and Russian are meant
"""One screen with every widget on it, in English and in the pseudo-language: to be measured, walked and
looked at."""

from game.ui.kit import (
    Button,
    Card,
    Choice,
    Column,
    Columns,
    Dialog,
    Fold,
    Grid,
    Grow,
    HeaderBar,
    Label,
    Ladder,
    ListRow,
    ListView,
    Meter,
    Option,
    Overlay,
    Pane,
    Panel,
    Paragraph,
    Row,
    Rule,
    Rung,
    Scroll,
    Sheet,
    Tab,
    Table,
    Tabs,
    TextField,
    Theme,
    Tick,
    Widget,
    rich,
)

TELEGRAM = """**TOP SECRET - TELEGRAM No. 163**
London, 9 August 1955

From: Plenipotentiary Matsumoto (松本俊一)
To: Foreign Minister Shigemitsu (重光葵)

At today's eleventh session Ambassador Malik (Я. А. Малик) stated, after tea and without any preliminary, that the \
Soviet side would be **prepared to hand over the Habomai group (歯舞群島) and Shikotan (色丹島)** as part of a treaty \
of peace. He linked the offer to the straits; [Instruction 16, § 3](instruction_16) sets the minimum, and \
[§ 2](instruction_2) directs me to press first for Kunashiri and Etorofu.

「引き渡す」 or «передать»: which word was said is not certain. 会談は午後四時に始まり、マリク全権は領土問題について新しい提案を行った。"""


def ladders(say) -> list[Widget]:
    return [
        Ladder(
            "islands",
            say("Islands") + " 領土",
            (
                Rung("nothing", say("None"), ("ussr",)),
                Rung("after", say("Two, after the treaty"), (), "draft", note=say("they have said it twice")),
                Rung("once", say("Two at once"), ("japan", "history")),
                Rung("talks", say("Two, and talks on two more")),
                Rung(
                    "four", say("Four islands"), (), "", True, say("Your orders of 29 September forbid this.")
                ),
            ),
            gap=say("far apart: three steps"),
            icon="islands",
        ),
        Ladder(
            "war",
            say("State of war") + " 戦争状態の終結",
            (
                Rung("open", say("Open")),
                Rung("entry", say("Ends on entry into force"), ("ussr", "japan"), "agreed"),
                Rung("treaty", say("Ends with the treaty")),
            ),
            gap=say("agreed"),
            gap_tone="green",
            icon="shaking-hands",
        ),
    ]


def gallery(theme: Theme, say=str, dialog: bool = False, toast: str = "", first: str | None = None) -> Widget:
    """Return the screen; `say` turns every English sentence into another language."""
    board = Panel(
        Scroll(
            "board_scroll",
            Column(
                *ladders(say),
                Rule(),
                Fold("un", say("United Nations"), say("both sides would support an application")),
                Fold("fish", say("Fisheries"), say("open; nothing offered yet")),
                Rule(),
                Paragraph(
                    rich(
                        say(
                            "Worth to you **41 points** before, **46** with what is composed. *Home is unsure.*"
                        )
                    ),
                    "label",
                    "control",
                    id="worth",
                ),
                Choice(
                    "answer",
                    (
                        Option("linked", say("Linked"), say("all of it or none")),
                        Option("parts", say("Severable")),
                        Option(
                            "referendum",
                            say("Ad referendum"),
                            enabled=False,
                            reason=say("You have full powers."),
                        ),
                    ),
                    chosen="linked",
                    title=say("How it is offered"),
                ),
                Tick("letter", say("With a letter beside it"), True),
                TextField("words", "", say("A sentence with the offer")),
                Row(
                    Button("table", say("Table this offer"), "brass", shortcut="1", icon="scroll-unfurled"),
                    Button("clear", say("Clear")),
                    Button(
                        "walk",
                        say("Walk out"),
                        "red",
                        enabled=False,
                        reason=say("Not before the last meeting."),
                    ),
                    gap=10,
                ),
                gap=10,
            ),
        ),
        title=say("The draft on the table"),
    )
    log = ListView(
        "log",
        tuple(
            ListRow(
                say(f"{n} October. The Soviet delegation tables an offer on the islands and the war."),
                tone=tone,
            )
            for n, tone in enumerate(("", "green", "red", "brass") * 5, 1)
        ),
        end=True,
    )
    table = Scroll(
        "votes",
        Table(
            (say("Constituency"), say("Votes"), say("Stands")),
            (
                (say("Main stream of the party"), "4", say("for, if two islands are named")),
                (say("Yoshida's friends"), "3", say("against")),
                (say("Fishing towns"), "2", say("undecided")),
            ),
            align=("left", "right", "left"),
        ),
    )
    side = Tabs(
        "side",
        (
            Tab(
                "document",
                say("Document"),
                Scroll("doc", Sheet(Paragraph(rich(say(TELEGRAM)), "label", "typed"))),
            ),
            Tab("log", say("Log"), Panel(log, pad=10)),
            Tab("home", say("Home"), Panel(table, pad=12)),
        ),
        chosen=first,
    )
    cards = Grid(
        Card("sound", say("Sound them out"), say("Ask about one question. Learn how much it means to them."),
             say("1 exchange"), "2", tone="baize", icon="conversation"),
        Card("ask", say("Ask Tokyo"), say("Cable for new instructions. The answer comes at the next meeting."),
             say("1 exchange; unity -1"), "3", icon="envelope"),
        Card("press", say("Leak to the press"), say("Pressure grows at home and in Moscow. It cannot be undone."),
             say("trust -2"), "4", tone="red", icon="newspaper"),
        Card("visit", say("Call on Bulganin"), "", say("1 exchange"), "5", enabled=False,
             reason=say("He receives nobody before the evening of 18 October.")),
        min_width=210,
    )  # fmt: skip
    head = HeaderBar(
        say("The Deletion"),
        say("Moscow, 16 October 1956, afternoon"),
        Meter("trust", say("Trust"), 5, 10, say("wary")),
        Meter("unity", say("Unity"), 3, 7, say("split"), "red"),
        Meter("hurry", say("Time"), 4, 6, say("four meetings left"), "brass"),
    )
    hint = Panel(
        Row(
            Label(say("Suggested next step"), "label", colour="gilt", bold=True),
            Grow(
                Paragraph(say("Close the easy one: both sides gain by trade."), "label", "control", "light")
            ),
            Button("do_it", say("Show me"), "quiet", size="label"),
        ),
        "dark",
        pad=9,
    )
    body = Columns(
        "columns", Pane("board", say("Board"), board, 420, 1.3), Pane("papers", say("Papers"), side, 330)
    )
    screen = Column(head, Grow(Column(hint, Grow(body), cards, gap=12, pad=12)), gap=0)
    if dialog:
        return Overlay(
            screen,
            Dialog(
                say("Beyond your orders"),
                Paragraph(
                    say("Your orders of 29 September forbid an offer of four islands. You may ask Tokyo.")
                ),
                (Button("ask_home", say("Ask Tokyo"), "brass"), Button("back", say("Leave it"))),
            ),
            toast,
        )
    return Overlay(screen, None, toast)
