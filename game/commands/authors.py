"""What an author may type at the command line: `new`, `diff`, `rename`, `plan` and others; no logic."""

from game.commands.typed import Command
from game.content.kinds import KINDS
from game.terminal.beginning import known_templates, new
from game.terminal.comparing import diff
from game.terminal.describing import write_reference, write_schema
from game.terminal.plan_telling import plan
from game.terminal.renaming import rename
from game.terminal.translating import DEEDS, i18n
from game.terminal.upgrading import upgrade
from game.text.catalogue import Catalogue


def author_commands(command: Command, say: Catalogue) -> None:
    """Add the commands of an author."""
    begun = command("new", lambda world, words: new(world, words.name, words.template, words.folder))
    begun.add_argument("name", metavar="NAME", help=say("cli.new_name"))
    templates = known_templates()
    begun.add_argument("--template", choices=templates, default=templates[0], help=say("cli.template"))
    begun.add_argument("-o", dest="folder", default=".", metavar="FOLDER", help=say("cli.new_folder"))

    renamed = command(
        "rename",
        lambda world, words: rename(
            world, words.kind, words.old, words.new, words.scenario, dry_run=words.dry_run
        ),
    )
    renamed.add_argument("kind", choices=KINDS, metavar="KIND", help=say("cli.kind", known=", ".join(KINDS)))
    renamed.add_argument("old", metavar="OLD", help=say("cli.old_id"))
    renamed.add_argument("new", metavar="NEW", help=say("cli.new_id"))
    renamed.add_argument("scenario", metavar="SCENARIO", help=say("cli.scenario"))
    renamed.add_argument("--dry-run", action="store_true", help=say("cli.dry_run"))

    compared = command("diff", lambda world, words: diff(world, words.old, words.new, as_json=words.json))
    compared.add_argument("old", metavar="OLD", help=say("cli.scenario"))
    compared.add_argument("new", metavar="NEW", help=say("cli.scenario"))
    compared.add_argument("--json", action="store_true", help=say("cli.diff_json"))

    played = command(
        "plan", lambda world, words: plan(world, words.path, scenario=words.scenario, folder=words.lines)
    )
    played.add_argument("path", metavar="PLAN", help=say("cli.plan_path"))
    played.add_argument("--scenario", default="", metavar="SCENARIO", help=say("cli.plan_scenario"))
    played.add_argument("--lines", metavar="FOLDER", help=say("cli.plan_lines"))

    told = command("i18n", lambda world, words: i18n(world, words.deed, words.what, words.word))
    told.add_argument("deed", choices=DEEDS, help=say("cli.i18n_deed"))
    told.add_argument("what", metavar="SCENARIO", help=say("cli.i18n_what"))
    told.add_argument("word", nargs="?", default="", metavar="LANGUAGE|FILE", help=say("cli.i18n_word"))

    schema = command("schema", lambda world, words: write_schema(world, words.file))
    schema.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))

    reference = command("reference", lambda world, words: write_reference(world, words.file))
    reference.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))

    upgraded = command("upgrade", lambda world, words: upgrade(world, words.path, dry_run=words.dry_run))
    upgraded.add_argument("path", metavar="PATH", help=say("cli.scenario"))
    upgraded.add_argument("--dry-run", action="store_true", help=say("cli.dry_run"))
