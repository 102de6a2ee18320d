"""Set up and start: make the environment beside this file if it is not there, then hand over to game/cli.py.

Standard library only, and no syntax newer than Python 3.6 above or below the check of the version, so that
an old Python can say what it lacks. Commands that belong to the set-up itself are `test`, `bench` and
`wheels`; every other word goes to the game.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (this is the file that must be able to say so)
    sys.exit(
        "error S01: Python 3.11 or newer is needed and this is {}.{}; install a newer one and start with "
        "it, as in `python3.11 main.py` (Windows: `py -3.11 main.py`).".format(*sys.version_info)
    )

import os
from collections import deque
from pathlib import Path

from game import places

ROOT = Path(__file__).resolve().parent
STARTED = "PLENIPOTENTIARY_STARTED"
"""Set for the process that this one starts, so that it does not look at the environment again."""

PLAY, DEVELOP = "", "-dev"
"""Which needs: the suffix of the requirements file and of the stamp."""

SHARED = ["--numprocesses=auto", "--maxprocesses=8", "--dist=worksteal"]
"""How the tests are shared; `auto` knows that a debugger needs a single process."""

ALONE = ("no:xdist", "-s", "--capture=no", "--help", "-h", "--version", "--collect-only", "--co")
"""Words with which the tests are not shared."""


class Trouble(Exception):
    """What stands in the way, as a coded sentence that says what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"error {code}: {sentence}")


def main(argv: list[str]) -> int:
    """Set up what `argv` needs, carry it out, and return the exit code."""
    try:
        offline, rest = take_offline(argv)
        return carry_out(rest, offline)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped; start again to go on.", file=sys.stderr)
        return 130


def carry_out(words: list[str], offline: Path | None) -> int:
    """Run the tests, the benchmarks or the game, each in an environment that has what it needs."""
    if words[:1] == ["test"]:
        return run([ready(DEVELOP, offline), "-m", "pytest", *shared(words[1:])], ROOT)
    if words[:1] == ["bench"]:
        return run([ready(PLAY, offline), "-m", "tests.benchmarks", *words[1:]], ROOT)
    if words[:1] == ["wheels"]:
        return run([ready(PLAY, offline), str(ROOT / "release/wheels.py"), *words[1:]], Path.cwd())
    if os.environ.pop(STARTED, None) is not None:
        return hand_over(words)
    python = ready(PLAY, offline)
    if python == sys.executable:
        return hand_over(words)
    os.environ[STARTED] = "1"
    return run([python, str(ROOT / "main.py"), *words], Path.cwd())


def shared(words: list[str]) -> list[str]:
    """Return the words for pytest with those that share the tests among workers, one a processor.

    A file is sooner done without them; whoever says how many, leaves the plugin out or wants to see what is
    printed gets what was asked for.
    """
    for word in words:
        names_file = word.partition("::")[0].endswith(".py")
        if names_file or word.startswith(("-n", "--numprocesses", "--dist")) or word in ALONE:
            return words
    return [*SHARED, *words]


def take_offline(argv: list[str]) -> tuple[Path | None, list[str]]:
    """Take `--offline WHEELS` out of the command line, wherever it stands.

    Refuses a folder that is not there.
    """
    rest = list(argv)
    folder: str | None = None
    for place, word in enumerate(argv):
        if word == "--offline":
            folder = "".join(argv[place + 1 : place + 2])
            del rest[place : place + 2]
            break
        if word.startswith("--offline="):
            folder = word.partition("=")[2]
            del rest[place]
            break
    if folder is None:
        return None, rest
    wheels = Path(folder).expanduser().absolute()
    if not folder or not wheels.is_dir():
        raise Trouble(
            "S02",
            f"there is no folder '{folder}' to install from; fill one with `python3 main.py wheels FOLDER` "
            "on a machine with a network and name it after --offline.",
        )
    return wheels, rest


def run(command: list[str], folder: Path) -> int:
    """Become `command` in `folder`; on Windows, where a process cannot, wait for it."""
    sys.stdout.flush()
    os.chdir(folder)
    if os.name == "nt":
        import subprocess

        with subprocess.Popen(command) as child:
            while True:
                try:
                    return child.wait()
                except KeyboardInterrupt:
                    continue  # the child was told as well, and knows what is to be kept
    os.execv(command[0], command)


def hand_over(words: list[str]) -> int:
    """Run the game's own command line in this process."""
    try:
        from game.cli import main as play
    except ModuleNotFoundError as missing:
        if (missing.name or "game").split(".")[0] == "game":
            raise
        raise Trouble(
            "S08",
            f"the package '{missing.name}' is missing from {sys.prefix}; delete that folder and start again.",
        ) from None
    code: int = play(words)
    return code


# The environment


def ready(needs: str, offline: Path | None) -> str:
    """Return the Python that has what is needed, making its environment first where there is none."""
    environment = places.environment_folder()
    python = python_of(environment)
    if is_stamped(environment, needs):
        refuse_two_pygames(environment)
        return python
    if Path(sys.prefix).resolve() != environment.resolve() and is_satisfied(needs):
        return sys.executable
    make(environment, needs, offline)
    refuse_two_pygames(environment)
    return python


def python_of(environment: Path, system: str = os.name) -> str:
    """Return where an environment keeps its Python on this kind of system (`nt` is Windows)."""
    return str(environment / ("Scripts/python.exe" if system == "nt" else "bin/python"))


def stamp_of(needs: str) -> str:
    """Return what an environment made for these needs by this Python is stamped with."""
    content = requirements(needs).read_bytes() + requirements(PLAY).read_bytes()
    python = f"{sys.version_info.major}.{sys.version_info.minor} {sys.platform} {sys.base_prefix}"
    import hashlib  # not needed by the process that is started

    return hashlib.sha256(content + python.encode()).hexdigest()


def stamp_file(environment: Path, needs: str) -> Path:
    """Return where the stamp of these needs lies."""
    return environment / f"stamp{needs}.txt"


def requirements(needs: str) -> Path:
    """Return the file that pins these needs."""
    return ROOT / f"requirements{needs}.txt"


def is_stamped(environment: Path, needs: str) -> bool:
    """Say whether the environment was finished, for these very needs and this very Python."""
    try:
        written = stamp_file(environment, needs).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return False
    return written == stamp_of(needs) and Path(python_of(environment)).exists()


def is_satisfied(needs: str) -> bool:
    """Say whether the Python that runs this already has every direct need (pipx, conda, a developer)."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return all(figures(version(name)) >= figures(least) for name, least in least_versions(needs))
    except PackageNotFoundError:
        return False


def least_versions(needs: str) -> list[tuple[str, str]]:
    """Return the names and least versions that pyproject.toml asks for."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"]
    if needs == DEVELOP:
        wanted = wanted + project["optional-dependencies"]["dev"]
    return [(name, least) for name, _, least in (need.partition(">=") for need in wanted)]


def figures(version: str) -> list[int]:
    """Return the leading numbers of a version, enough to compare releases.

    >>> figures("2.5.8")
    [2, 5, 8]
    """
    numbers = []
    for part in version.split("."):
        if not part.isdigit():
            break
        numbers.append(int(part))
    return numbers


def make(environment: Path, needs: str, offline: Path | None) -> None:
    """Make the environment, or add the development needs to a finished one; stamp it last.

    An environment without a stamp was interrupted or belongs to other needs: it is made anew.
    """
    if not is_stamped(environment, PLAY):
        print(f"Making the environment {environment} (only this once) ...", flush=True)
        claim(environment)
        create(environment)
        install(environment, PLAY, offline)
    if needs != PLAY:
        install(environment, needs, offline)
    print("Ready.", flush=True)


def claim(environment: Path) -> None:
    """Make sure that the environment can be written here, and take away the stamps of an older one."""
    try:
        environment.mkdir(parents=True, exist_ok=True)
        probe = environment / "stamp-probe.txt"
        probe.write_text("")
        for stamp in environment.glob("stamp*.txt"):
            stamp.unlink()
    except OSError as error:
        raise Trouble(
            "S03",
            f"nothing can be written at {environment} ({error.strerror}); copy the whole folder to a place "
            f"of your own, or set {places.HOME_VARIABLE} to a folder of yours where the environment and the "
            "saves may lie, and start again.",
        ) from None


def create(environment: Path) -> None:
    """Make an empty environment with pip, by the Python that lies under this one."""
    import subprocess  # only where it is needed: a quarter of the time of a later start

    base = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run(
        [base, "-m", "venv", "--clear", str(environment)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if made.returncode == 0:
        return
    if "ensurepip" in made.stdout or "No module named" in made.stdout:
        raise Trouble(
            "S04",
            "this Python comes without the parts that make environments; on Debian, Ubuntu and Mint run "
            "`sudo apt install python3-venv`, elsewhere install Python from its own makers, and start again.",
        )
    raise Trouble(
        "S05",
        f"the environment {environment} could not be made; close what uses it, delete that folder and start "
        f"again. Python said: {tail(made.stdout.splitlines())}",
    )


def install(environment: Path, needs: str, offline: Path | None) -> None:
    """Install the pinned needs with pip, show its lines as they come, and stamp the environment."""
    import subprocess

    source = ["--no-index", "--find-links", str(offline)] if offline else ["--retries", "2"]
    command = [python_of(environment), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar", "off", *source, "-r", str(requirements(needs))]
    last: deque[str] = deque(maxlen=40)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        for line in pip.stdout or ():
            print("  " + line.rstrip(), flush=True)
            last.append(line)
    if pip.returncode:
        raise Trouble(
            "S06",
            "the needed packages could not be installed; check the connection and start again, or install "
            f"from a folder with --offline WHEELS (docs/install.md). pip said: {tail(last)}",
        )
    stamp = stamp_file(environment, needs)
    unfinished = stamp.with_suffix(".part")
    unfinished.write_text(stamp_of(needs) + "\n", "utf-8")
    os.replace(str(unfinished), str(stamp))


def tail(lines: deque[str] | list[str]) -> str:
    """Return the last errors among `lines`, or else their last line."""
    said = [line.strip() for line in lines if line.strip()]
    errors = [line for line in said if line.upper().startswith("ERROR")]
    return " / ".join((errors or said)[-2 if errors else -1 :]) or "nothing"


def refuse_two_pygames(environment: Path) -> None:
    """Refuse an environment with `pygame` beside `pygame-ce`: both write into one folder and break it."""
    for packages in ("lib/python*/site-packages", "Lib/site-packages"):
        if any(environment.glob(packages + "/pygame-[0-9]*.dist-info")):
            raise Trouble(
                "S07",
                f"'pygame' is installed beside 'pygame-ce' in {environment} and they spoil each other; "
                "delete that folder and start again.",
            )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
