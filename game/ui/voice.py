"""The system's own voice: the command that speaks, found or not, and one process that is speaking."""

import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass

LANGUAGE = "{language}"
"""Stands for the language among the arguments of a command."""

PATIENCE = 1
"""Seconds that a command is given to end before it is killed."""

QUEUED = "+"
"""Begins a line, for a command that stays, that is spoken after what is being spoken."""

_WINDOWS = (
    "Add-Type -AssemblyName System.Speech; "
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "while ($null -ne ($line = [Console]::In.ReadLine())) { "
    f"if ($line.StartsWith('{QUEUED}')) {{ $line = $line.Substring(1) }} "
    "else { $voice.SpeakAsyncCancelAll() } "
    "[void]$voice.SpeakAsync($line) }"
)
"""Reads a line an utterance for as long as the window is open."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A command that speaks what it reads; `LANGUAGE` among its arguments is a tag such as "de"."""

    program: str
    arguments: tuple[str, ...] = ()
    hush: tuple[str, ...] = ()
    """Arguments with which it ends what is being spoken, where ending its process does not."""
    stays: bool = False
    """Whether one process takes an utterance a line; else each has a process of its own."""


ENGINES = {
    "win32": (Engine("powershell", ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS), stays=True),),
    "darwin": (Engine("say"),),
    "linux": (
        Engine("spd-say", ("--pipe-mode", "--language", LANGUAGE), hush=("--cancel",)),
        Engine("espeak-ng", ("--stdin", "-v", LANGUAGE)),
        Engine("espeak", ("--stdin", "-v", LANGUAGE)),
    ),
}
"""What speaks on each system, the best first."""


def engine() -> Engine | None:
    """Return the command that speaks here, None where there is none."""
    system = sys.platform if sys.platform in ENGINES else "linux"
    return next((each for each in ENGINES[system] if shutil.which(each.program)), None)


class Voice:
    """Speaks one thing at a time. A command that fails only leaves it silent."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._speaking: subprocess.Popen[bytes] | None = None
        self._waiting: list[tuple[str, str]] = []  # words and their language
        self._ended: list[subprocess.Popen[bytes]] = []

    def speak(self, words: str, language: str, *, queued: bool = False) -> None:
        """Speak words, in place of what is being spoken or, `queued`, after it.

        Args:
            language: a tag such as "de".
        """
        if self.engine.stays:
            if not self._is_busy():
                self._begin(language)
            self._write(QUEUED * queued + " ".join(words.split()))
            return
        if not queued:
            self.hush()
        self._waiting.append((words, language))
        self.tick()

    def tick(self) -> None:
        """Go on with what waits, once what was being spoken has ended; call it between frames."""
        if self._waiting and not self._is_busy():
            words, language = self._waiting.pop(0)
            self._begin(language)
            self._write(" ".join(words.split()))
            self._shut()

    def _is_busy(self) -> bool:
        return self._speaking is not None and self._speaking.poll() is None

    def _begin(self, language: str) -> None:
        waiting, self._waiting = self._waiting, []
        self.hush()
        self._waiting = waiting
        self._speaking = self._started(self.engine.arguments, language)

    def _write(self, line: str) -> None:
        if self._speaking is not None and self._speaking.stdin is not None:
            with suppress(OSError):  # it has ended, for whatever reason
                self._speaking.stdin.write(line.encode("utf-8") + b"\n")
                self._speaking.stdin.flush()

    def _shut(self) -> None:
        if self._speaking is not None and self._speaking.stdin is not None:
            with suppress(OSError):
                self._speaking.stdin.close()

    def hush(self) -> None:
        """End what is being spoken, and leave what waits unsaid."""
        self._waiting.clear()
        self._ended = [each for each in self._ended if each.poll() is None]
        if self._speaking is None:
            return
        if self._speaking.poll() is None:
            self._speaking.terminate()
            if self.engine.hush and (hushing := self._started(self.engine.hush, "")) is not None:
                self._ended.append(hushing)
                if hushing.stdin is not None:
                    hushing.stdin.close()
        self._ended.append(self._speaking)
        self._shut()
        self._speaking = None

    def close(self) -> None:
        """Fall silent and leave no process behind."""
        self.hush()
        for each in self._ended:
            with suppress(subprocess.TimeoutExpired):
                each.wait(PATIENCE)
            each.kill()
            each.wait()
        self._ended.clear()

    def _started(self, arguments: tuple[str, ...], language: str) -> "subprocess.Popen[bytes] | None":
        filled = [language if each == LANGUAGE else each for each in arguments]
        try:
            return subprocess.Popen(
                [self.engine.program, *filled],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
