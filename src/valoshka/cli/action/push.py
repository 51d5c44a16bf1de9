"""`valoshka action push`: publish what was approved."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from valoshka.cli.action_staff import (
    by_option,
    collector_of,
    counted,
    gate_for,
    opened_pile,
    people_of,
    protect_options,
)

HELD = 1


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@protect_options
@by_option
def command(
    folder: Path,
    protect: Path | None,
    casebook: Path | None,
    identities_passphrase_file: Path | None,
    passphrase_file: Path | None,
    who: str,
) -> None:
    """Publish what was approved of the action in FOLDER and is not public yet.

    Each item goes through the gate once more. What it holds back is told by its id, and the exit code is 1; the others
    go out. Run again, it sends nothing twice. Without a collector, items are written to FOLDER/published.jsonl only:
    valoshka action wall makes pages of them.
    """
    from valoshka.casebook.vault.secluding import seclude
    from valoshka.desk.moderation.keys import secret_key_of
    from valoshka.desk.moderation.pictures import Darkroom
    from valoshka.desk.moderation.publishing import push
    from valoshka.solidarity.action import read_action

    seclude()
    key = secret_key_of(folder)
    action = read_action(folder)
    people = people_of(protect, casebook, passphrase_file, identities_passphrase_file)
    pile = opened_pile(folder, key, gate_for(action, people), who)
    collector = collector_of(action, key)
    darkroom = Darkroom()
    try:
        pushed = push(pile, darkroom, collector, lambda done: click.echo(f"  {done} published", err=True))
    finally:
        darkroom.close()
    where = "sent to the collector" if collector else "written to published.jsonl; valoshka action wall makes the pages"
    click.echo(f"{counted(pushed.published, 'item')} {where}.")
    for id_, why in pushed.held.items():
        click.echo(f"{id_}  held back: {why}", err=True)
    pile.tidy()
    if pushed.held:
        sys.exit(HELD)
