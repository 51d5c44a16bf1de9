"""`valoshka trace`: one person, in any spelling, in many lists; `watch` and `matches` keep a search open."""

from __future__ import annotations

import click

from valoshka.cli.tracing_lists import lists
from valoshka.cli.tracing_watch import matches, watch

LISTS = " "  # no word of a command line, so that every list can be named


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


@click.group(cls=Tracing, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Look for one person in many LISTs, in any spelling.

    A LIST is csv, txt, xlsx, xls, ods, or a casebook, with the lists that it keeps.

    Leave NAME out and it is asked for: shells keep histories, and other users may see a command line. With - it is
    read from standard input, one name a line; then there is one answer for each, in that order. Any script, case,
    order and spelling will do; initials too. Nobody is ever "found": every row is shown with its reasons and with the
    place where it stands, for a person to look at.

    \b
      valoshka trace okrestina.csv zhodzina.xlsx
      valoshka trace lists/*.csv --born 1982
      valoshka trace lists/*.csv - --json < names.txt

    To keep a search open, so that new lists are held against it: valoshka trace watch CASE
    """


lists.help = command.help  # `valoshka trace LIST --help` asks the unnamed command
for each, name in ((lists, LISTS), (matches, "matches"), (watch, "watch")):
    command.add_command(each, name)
