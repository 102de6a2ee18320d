"""What may be typed about games: watched, simulated, explored, told again, forked, handed on, drawn."""

import argparse

from game.commands.typed import DEFAULT_SCENARIO, Command, count, language_arguments, saves_argument, seconds
from game.terminal.exploring import explored, outlined_for_spin
from game.terminal.exporting import export
from game.terminal.forking import fork, fork_written
from game.terminal.graphing import FORMATS, graph
from game.terminal.simulating import Files, simulate
from game.terminal.stepping import replayed
from game.terminal.swaying import simulate_slack
from game.terminal.watching import watch
from game.terminal.world import World
from game.text.catalogue import Catalogue


def game_commands(command: Command, say: Catalogue) -> None:
    """Add what is done with games."""
    watching = command("watch", _watch)
    watching.add_argument("scenario", nargs="?", default=DEFAULT_SCENARIO, help=say("cli.scenario"))
    language_arguments(watching, say)
    watching.add_argument("--as-a", default="", metavar="PERSONA", help=say("cli.as_a"))
    watching.add_argument("--as-b", default="", metavar="PERSONA", help=say("cli.as_b"))
    watching.add_argument("--seed", type=int, metavar="N", help=say("cli.seed"))
    watching.add_argument("--delay", type=seconds, default=0.0, metavar="S", help=say("cli.delay"))
    watching.add_argument("--games", type=count, default=1, metavar="N", help=say("cli.games"))
    saves_argument(watching, say)

    many = command("simulate", _simulate)
    many.add_argument("scenario", help=say("cli.scenario"))
    many.add_argument("--games", type=count, metavar="N", help=say("cli.simulated"))
    many.add_argument("--workers", type=count, default=0, metavar="W", help=say("cli.workers"))
    many.add_argument("--as-a", default="", metavar="PERSONA", help=say("cli.as_a"))
    many.add_argument("--as-b", default="", metavar="PERSONA", help=say("cli.as_b"))
    many.add_argument("--seed", type=int, default=1, metavar="S", help=say("cli.seed"))
    many.add_argument("--csv", metavar="FILE", help=say("cli.simulate_csv"))
    many.add_argument("--json", metavar="FILE", help=say("cli.simulate_json"))
    many.add_argument("--chart", metavar="FILE", help=say("cli.chart"))
    many.add_argument("--slack", action="store_true", help=say("cli.simulate_slack"))
    many.add_argument("--kept", metavar="FILE", help=say("cli.simulate_kept"))

    explore = command("explore", _explore)
    explore.add_argument("scenario", help=say("cli.scenario"))
    explore.add_argument("--seconds", type=seconds, metavar="N", help=say("cli.seconds"))
    explore.add_argument("--json", action="store_true", help=say("cli.explore_json"))
    explore.add_argument("--lines", metavar="FOLDER", help=say("cli.lines"))
    explore.add_argument("--promela", metavar="FILE", help=say("cli.promela"))

    replay = command("replay", _replay)
    replay.add_argument("save", help=say("cli.replayed"))
    language_arguments(replay, say)
    replay.add_argument("--seat", default="", metavar="PARTY", help=say("cli.seat"))
    replay.add_argument("--at", type=int, metavar="N", help=say("cli.at"))
    written = replay.add_mutually_exclusive_group()
    written.add_argument("--line", default="", metavar="NAME", help=say("cli.replay_line"))
    written.add_argument("--plan", default="", metavar="NAME", help=say("cli.replay_plan"))
    replay.add_argument("--all", dest="whole", action="store_true", help=say("cli.all"))
    saves_argument(replay, say)

    forked = command("fork", _fork)
    forked.add_argument("save", help=say("cli.forked"))
    forked.add_argument("--at", type=int, required=True, metavar="N", help=say("cli.fork_at"))
    forked.add_argument("--name", default="", metavar="NAME", help=say("cli.fork_name"))
    written = forked.add_mutually_exclusive_group()
    written.add_argument("--line", default="", metavar="NAME", help=say("cli.fork_line"))
    written.add_argument("--plan", default="", metavar="NAME", help=say("cli.fork_plan"))
    forked.add_argument("--side", default="", metavar="SIDE", help=say("cli.side"))
    forked.add_argument("--against", default="", metavar="PERSONA", help=say("cli.against"))
    saves_argument(forked, say)

    exported = command("export", _export)
    exported.add_argument("save", help=say("cli.save"))
    language_arguments(exported, say)
    exported.add_argument("--seat", default="", metavar="PARTY", help=say("cli.seat"))
    form = exported.add_mutually_exclusive_group()
    form.add_argument("--csv", dest="form", action="store_const", const="csv", help=say("cli.csv"))
    form.add_argument("--json", dest="form", action="store_const", const="json", help=say("cli.game_json"))
    form.add_argument("--gradebook", dest="form", action="store_const", const="rows", help=say("cli.rows"))
    exported.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))
    exported.set_defaults(form="excerpt")
    saves_argument(exported, say)

    told = command("report", _report)
    told.add_argument("save", metavar="SAVE|FOLDER", help=say("cli.reported"))
    language_arguments(told, say)
    told.add_argument("--with-names", action="store_true", help=say("cli.report_names"))
    told.add_argument("--check", metavar="FILE", help=say("cli.report_check"))
    told.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))
    told.add_argument("--pdf", metavar="FILE", help=say("cli.pdf"))
    saves_argument(told, say)

    drawn = command("graph", _graph)
    drawn.add_argument("scenario", help=say("cli.scenario"))
    drawn.add_argument("--format", choices=tuple(FORMATS), default="mermaid", help=say("cli.format"))
    drawn.add_argument("--coverage", nargs="+", metavar="SAVE", help=say("cli.coverage"))
    drawn.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))
    saves_argument(drawn, say)


def _watch(world: World, words: argparse.Namespace) -> int:
    personas = (words.as_a, words.as_b)
    return watch(world, words.scenario, personas, seed=words.seed, delay=words.delay, games=words.games)


def _simulate(world: World, words: argparse.Namespace) -> int:
    personas = (words.as_a, words.as_b)
    if words.slack:
        return simulate_slack(
            world,
            words.scenario,
            personas,
            games=words.games or 100,
            workers=words.workers,
            seed=words.seed,
            kept=words.kept,
        )
    return simulate(
        world,
        words.scenario,
        personas,
        games=words.games or 1000,
        workers=words.workers,
        seed=words.seed,
        files=Files(words.csv, words.json, words.chart),
    )


def _explore(world: World, words: argparse.Namespace) -> int:
    if words.promela is not None:
        return outlined_for_spin(world, words.scenario, words.promela)
    return explored(world, words.scenario, seconds=words.seconds, as_json=words.json, folder=words.lines)


def _replay(world: World, words: argparse.Namespace) -> int:
    return replayed(
        world,
        words.save,
        seat=words.seat,
        line=words.line,
        plan=words.plan,
        at=words.at,
        whole=words.whole,
    )


def _fork(world: World, words: argparse.Namespace) -> int:
    if not (words.line or words.plan):
        return fork(world, words.save, step=words.at, title=words.name)
    return fork_written(
        world,
        words.save,
        line=words.line,
        plan=words.plan,
        step=words.at,
        title=words.name,
        side=words.side,
        against=words.against,
    )


def _export(world: World, words: argparse.Namespace) -> int:
    if words.form == "rows":
        # Met here and not above: no other form needs it.
        from game.report.gradebook import gradebook

        return gradebook(world, words.save, file=words.file)
    return export(world, words.save, seat=words.seat, form=words.form, file=words.file)


def _report(world: World, words: argparse.Namespace) -> int:
    # Met here and not above: no other command needs it.
    from game.report.errand import report

    return report(
        world, words.save, names=words.with_names, file=words.file, pdf=words.pdf, checked=words.check
    )


def _graph(world: World, words: argparse.Namespace) -> int:
    return graph(world, words.scenario, format=words.format, games=words.coverage, file=words.file)
