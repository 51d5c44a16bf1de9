"""`valoshka trace`: one person, in any spelling, in many lists; `watch` and `matches` keep a search open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.cli.tracing_lists import lists
from valoshka.cli.tracing_watch import matches, watch

if TYPE_CHECKING:
    from collections.abc import Sequence


class Tracing(click.Group):
    """Searches lists, unless its first word is a sub-command; a list of such a name is given as ./watch."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the unnamed command first where none is named."""
        named = [*self.commands, *ctx.help_option_names]
        return super().parse_args(ctx, args if args and args[0] in named else [LISTS, *args])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The sub-commands that have a name."""
        return [name for name in super().list_commands(ctx) if name != LISTS]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Those of the unnamed command."""
        return lists.collect_usage_pieces(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the unnamed command, then the sub-commands."""
        lists.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


LISTS = " "  # no word of a command line, so that every list can be named


def group(unnamed: click.Command, named: Sequence[click.Command]) -> Tracing:
    """The group of `named` sub-commands that does `unnamed` where none of them is called."""
    made = Tracing("trace", help=unnamed.help, context_settings={"help_option_names": ["-h", "--help"]})
    made.add_command(unnamed, LISTS)
    for each in named:
        made.add_command(each)
    return made


command = group(lists, (watch, matches))
