"""The two streams of the text mode: lines out, answers in; nothing here knows a negotiation.

One idea a line, no boxes, no colour, no clearing of the screen but for privacy, so that a screen reader
can follow. A prompt says what is awaited.
"""

import textwrap
from dataclasses import dataclass
from typing import TextIO

WIDTH = 100
"""Signs in a line of output; long sentences are broken at spaces, continued under their beginning."""

PRIVACY_LINES = 60
"""Empty lines that move a secret out of sight where the screen cannot be cleared."""


class Leave(Exception):
    """The person has left: the input has ended, or they broke it off."""


@dataclass(slots=True)
class Console:
    """Where lines go and answers come from.

    Attributes:
        source: what the person types.
        target: what the person reads.
        echo: repeat each answer in the output; for input that is no terminal, so that the output reads
            like the whole conversation.
        clears: the output is a terminal whose screen may be cleared between two people.
        width: signs in a line; a narrower terminal gets shorter lines.
    """

    source: TextIO
    target: TextIO
    echo: bool = False
    clears: bool = False
    width: int = WIDTH

    def line(self, text: str = "", indent: int = 0) -> None:
        """Write one line, broken at `WIDTH`, the blanks with which it begins kept; "" parts paragraphs."""
        for paragraph in text.split("\n"):
            blanks = len(paragraph) - len(paragraph.lstrip(" ")) + indent
            words = paragraph.split()
            numbered = bool(words) and words[0][:1].isdigit()
            wrapped = textwrap.wrap(
                " ".join(words),
                self.width,
                initial_indent=" " * blanks,
                subsequent_indent=" " * (blanks + (2 if numbered or blanks else 0)),
                break_long_words=False,
                break_on_hyphens=False,
            )
            self.target.write("\n".join(wrapped) + "\n")

    def raw(self, text: str) -> None:
        """Write a line as it is, its blanks and length kept."""
        self.target.write(f"{text}\n")

    def lines(self, texts: tuple[str, ...] | list[str], indent: int = 0) -> None:
        """Write several lines."""
        for text in texts:
            self.line(text, indent)

    def paragraphs(self, text: str) -> None:
        """Write an author's text: blank lines part paragraphs, line ends inside one mean nothing."""
        for number, paragraph in enumerate(piece for piece in text.strip().split("\n\n") if piece.strip()):
            if number:
                self.line()
            self.line(paragraph.replace("\n", " "))

    def ask(self, prompt: str) -> str:
        """Return what the person types after `prompt`, without blanks at its ends.

        Raises:
            Leave: the input has ended or the person interrupted it.
        """
        self.target.write(prompt if self.echo else f"{prompt} ")
        self.target.flush()
        try:
            typed = self.source.readline()
        except KeyboardInterrupt as interrupted:
            self.target.write("\n")
            raise Leave from interrupted
        if not typed:
            self.target.write("\n")
            raise Leave
        typed = "".join(sign for sign in typed.strip() if sign.isprintable())
        if self.echo:
            self.target.write(f" {typed}\n" if typed else "\n")
        return typed

    def flush(self) -> None:
        """Send out what has been written."""
        self.target.flush()

    def hide(self) -> None:
        """Move everything written so far out of sight."""
        self.target.write("\x1b[2J\x1b[3J\x1b[H" if self.clears else "\n" * PRIVACY_LINES)
        self.target.flush()
