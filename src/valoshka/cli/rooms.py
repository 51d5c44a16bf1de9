"""A folder of commands: one file each, imported only when it is called."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from importlib.resources import files

import click


class Rooms(click.Group):
    """The commands of a package: each file defines one `command`, so that `--help` answers at once."""

    def __init__(self, *, package: str, **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the package's files, in alphabetical order."""
        return sorted(module.name for module in pkgutil.iter_modules(importlib.import_module(self.package).__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `command` that the package's `<name>.py` defines, if there is such a file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{self.package}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with the first sentence of its help."""
        names = self.list_commands(ctx)
        room = formatter.width - 6 - max(map(len, names), default=0)  # as click leaves round a name
        told = [click.Command(name, help=help_of(self.package, name)).get_short_help_str(room) for name in names]
        with formatter.section("Commands" if told else ""):
            formatter.write_dl(list(zip(names, told, strict=True)))


def help_of(package: str, name: str) -> str:
    """The help of a command: the docstring of `command` in its file, which is read but not imported.

    >>> help_of("valoshka.cli.commands", "verify").partition(",")[0]
    'Check every page'
    """
    module = ast.parse(files(package).joinpath(f"{name}.py").read_text(encoding="utf-8"))
    found = (node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == "command")
    return ast.get_docstring(next(found)) or ""
