"""The `valoshka` command: finds the sub-commands, and turns a refusal into a sentence and an exit code."""

from __future__ import annotations

import ast
import gc
import importlib
import io
import os
import pkgutil
import sys
from importlib.resources import files
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

import click

from valoshka import __version__
from valoshka.cli import commands
from valoshka.errors import Refused

if TYPE_CHECKING:
    from types import TracebackType

DEVELOPING = "VALOSHKA_TRACEBACK"
INTERRUPTED = 130  # what shells expect after Ctrl-C
# A command builds its tables once and ends: looking through them for garbage after every 700 objects takes a tenth of
# its time, and a third if it protects 100,000 people.
_NEW_OBJECTS = 200_000


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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with the first sentence of its help."""
        names = self.list_commands(ctx)
        room = formatter.width - 6 - max(map(len, names))  # as click leaves round a name
        told = [click.Command(name, help=help_of(name)).get_short_help_str(room) for name in names]
        with formatter.section("Commands"):
            formatter.write_dl(list(zip(names, told, strict=True)))


def help_of(name: str) -> str:
    """The help of a command: the docstring of `command` in its file, which is read but not imported.

    >>> help_of("verify").partition(",")[0]
    'Check every page'
    """
    module = ast.parse(files(commands).joinpath(f"{name}.py").read_text(encoding="utf-8"))
    found = (node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == "command")
    return ast.get_docstring(next(found)) or ""


@click.command(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="valoshka")
def valoshka() -> None:
    """From a witness's words to a briefing in which nobody at risk can be recognised."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits with the refusal's code, and never shows a traceback for one."""
    speak_unicode()
    gc.set_threshold(_NEW_OBJECTS, 20, 50)
    sys.excepthook = tell_unforeseen
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


def speak_unicode() -> None:
    """Write UTF-8 whatever the console's code page: a name in Cyrillic must not end a command half-way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def tell_unforeseen(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Say where a fault of ours lies and nothing else: an error's message and its values may hold a name."""
    if os.environ.get(DEVELOPING):
        sys.__excepthook__(kind, error, traceback)
        return
    places = [f"{Path(frame.filename).name}, line {frame.lineno}" for frame in extract_tb(traceback)[-3:]]
    click.echo(
        f"Something happened that Valoshka did not foresee: {kind.__name__} at {' < '.join(reversed(places))}. "
        "What was acknowledged before is kept. Please report that line to the maintainers; it names nobody. "
        f"Developers: set {DEVELOPING}=1 to see all.",
        err=True,
    )


if __name__ == "__main__":
    main()
