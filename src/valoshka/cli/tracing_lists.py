"""`valoshka trace LIST... [NAME | -]`: lists and casebooks are searched for one person, or for many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import counted
from valoshka.cli.own_passphrase import own_passphrase_option
from valoshka.cli.passphrase import passphrase_option
from valoshka.cli.tracing_arguments import asked_names, taken_apart
from valoshka.cli.tracing_progress import Counting
from valoshka.cli.tracing_reading import read_all
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from valoshka.cli.tracing_arguments import AskedName
    from valoshka.tracing import DetaineeList


@click.command()
@click.argument("words", nargs=-1, metavar="LIST... [NAME|-]")
@click.option("--born", metavar="WHEN", help="A year, a date or 1980..1984; rows that say another stay, lower.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=10, show_default=True, help="Rows shown; 0: all, the faintest too."
)
@click.option("--name-column", multiple=True, metavar="COLUMN", help="By number or heading; several are joined.")
@click.option("--json", "as_json", is_flag=True, help="One array a question, best first, on a line of its own.")
@own_passphrase_option
@passphrase_option
def lists(
    words: tuple[str, ...],
    born: str | None,
    limit: int,
    name_column: tuple[str, ...],
    as_json: bool,
    identities_passphrase_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Search lists: what `valoshka trace` does where it is given no sub-command."""
    paths, name = taken_apart(words)
    if born is not None:
        from valoshka.tracing import asked_birth

        asked_birth(born)  # a slip is said before a long list is read
    names = asked_names(name)
    read, refusals = read_all(paths, name_column, passphrase_file, identities_passphrase_file)
    for each in refusals:
        click.echo(str(each), err=True)
    answered = _answer(read, names, born, limit, refused=len(refusals), as_json=as_json)
    if refusals:
        raise Refused(f"{counted(len(refusals), 'list was', 'lists were')} not searched; see above.")
    if not answered:
        raise Refused("Nothing was searched; see above.")


def _answer(
    read: Sequence[DetaineeList],
    names: Sequence[AskedName],
    born: str | None,
    limit: int,
    *,
    refused: int,
    as_json: bool,
) -> int:
    """Tell what the lists say to each name; how many names could be searched."""
    from valoshka.cli.tracing_telling import Telling
    from valoshka.tracing import CardIndex

    with Counting("Sorting in", "names") as counting:
        cards = CardIndex(read, counting.tell)
    telling = Telling(as_json=as_json, limit=limit)
    telling.say_lists(read)
    search = partial(cards.trace, born=born, limit=limit or None)
    answered = sum(telling.answer(name, search) for name in names)
    telling.end(cards.searched, refused)
    return answered
