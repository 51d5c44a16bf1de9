"""`valoshka action takedown`: remove what was published, for good."""

from __future__ import annotations

import re
from pathlib import Path

import click

from valoshka.cli.action_staff import by_option, collector_of, counted

_ID = re.compile("[0-9a-f]{16}")
_REASONS = ("asked_by_person", "names_somebody", "endangers_sender", "hatred", "mockery", "advertising", "duplicate")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--reason", type=click.Choice(_REASONS), default=_REASONS[0], show_default=True, help="Why it must go.")
@by_option
def command(folder: Path, ids: tuple[str, ...], reason: str, who: str) -> None:
    """Remove messages or flowers of the action in FOLDER by their ids, for good.

    They go from FOLDER, and from the collector, whose pages follow within seconds, at most five minutes. They cannot be
    published again. What others saved or shared meanwhile cannot be recalled: say so to whoever asked.
    """
    from valoshka.desk.moderation.keys import secret_key_of
    from valoshka.desk.moderation.pile import today
    from valoshka.desk.moderation.publishing import take_down
    from valoshka.errors import Refused
    from valoshka.solidarity.action import read_action
    from valoshka.solidarity.staffing import Decision

    for id_ in ids:
        if not _ID.fullmatch(id_):
            raise Refused("An id has 16 hexadecimal digits, as in published.jsonl. Copy it whole.")
    key = secret_key_of(folder)
    collector = collector_of(read_action(folder), key)
    removed = take_down(folder, ids, collector, lambda id_: Decision(id_, "takedown", today(), who, reason))
    click.echo(f"Removed here: {counted(removed, 'published item')}.")
    if collector:
        click.echo("The collector has removed it too; its pages follow within five minutes.")
    else:
        click.echo("Make the pages anew and put them in their place: valoshka action wall.")
