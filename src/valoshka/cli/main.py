"""The `valoshka` command: finds the sub-commands, and turns a refusal into a sentence and an exit code."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import click

from valoshka import __version__
from valoshka.cli import commands
from valoshka.errors import Refused

INTERRUPTED = 130  # what shells expect after Ctrl-C


class Rooms(click.Group):
    """Imports a command only when it is called, so that `valoshka --help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the files in `cli/commands/`, in alphabetical order."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `command` that `cli/commands/<name>.py` defines, if there is such a file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"valoshka.cli.commands.{cmd_name}")
        command: click.Command = module.command
        return command


@click.command(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="valoshka")
def valoshka() -> None:
    """From a witness's words to a briefing in which nobody at risk can be recognised."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits with the refusal's code, and never shows a traceback for one."""
    try:
        sys.exit(valoshka.main(arguments, standalone_mode=False) or 0)
    except Refused as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(refusal.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped. Nothing was left half-written.", err=True)
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
