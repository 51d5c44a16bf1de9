"""`valoshka action pull`: bring in what visitors sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from valoshka.desk.moderation.pile import Pile


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
    """Bring in messages and flowers from the collector of the action in FOLDER.

    Messages stay sealed, in FOLDER/inbox; what the gate says of each is told by its id. The collector forgets a
    message once it is safely here. Stopped half-way, run it again: nothing is lost, and nothing comes twice.
    """
    from valoshka.casebook.vault.secluding import seclude
    from valoshka.desk.moderation.keys import secret_key_of
    from valoshka.desk.moderation.pulling import pull
    from valoshka.errors import Refused
    from valoshka.solidarity.action import read_action

    seclude()
    key = secret_key_of(folder)
    action = read_action(folder)
    collector = collector_of(action, key)
    if collector is None:
        raise Refused("This action has no collector, so that nothing waits. Add posts with: valoshka action add.")
    people = people_of(protect, casebook, passphrase_file, identities_passphrase_file)
    pulled = pull(folder, collector, lambda left: click.echo(f"  {left} left at the collector", err=True))
    click.echo(f"Brought in: {counted(pulled.messages, 'message')}, {counted(pulled.flowers, 'flower')}.")
    _tell(opened_pile(folder, key, gate_for(action, people), who))


def _tell(pile: Pile) -> None:
    waiting = [id_ for id_ in pile.ids if pile.decision(id_) is None]
    for id_ in waiting:
        judged = pile.judged(id_)
        if judged.is_blocked:
            click.echo(f"{id_}  blocked: it cannot be published. See it on the page, and reject it.")
        elif judged.doubts:
            click.echo(f"{id_}  to be looked at: {counted(len(judged.doubts), 'doubt')} of the gate")
        elif judged.opened.letter.picture:
            click.echo(f"{id_}  a picture: no program can see who is in it")
    click.echo(f"{counted(len(waiting), 'message')} to decide on: valoshka action moderate {pile.folder}")
