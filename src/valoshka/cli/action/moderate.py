"""`valoshka action moderate`: the page on which staff decide."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.action_staff import by_option, counted, gate_for, opened_pile, people_of, protect_options

if TYPE_CHECKING:
    from valoshka.desk.web.visit import Visit

_PATIENCE = 10.0  # seconds, for a flower that is being drawn when the page is closed


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@protect_options
@by_option
@click.option("--language", type=click.Choice(["en", "be", "ru"]), default="en", show_default=True, help="The page's.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Its port on this computer; 0: any free one.")
def command(
    folder: Path,
    protect: Path | None,
    casebook: Path | None,
    identities_passphrase_file: Path | None,
    passphrase_file: Path | None,
    who: str,
    language: str,
    port: int,
) -> None:
    """Decide on the messages of the action in FOLDER, on a page in your browser, with the keyboard.

    The page is served on this computer only, by a link that works once. The key stays in this process, which ends when
    you close the page, after half an hour without a key pressed, or with Ctrl-C. Decisions are kept at once, in
    FOLDER/decisions.jsonl. Close, then publish with: valoshka action push.
    """
    # Set before the casebook sets Django up: pages and casebook live in one process.
    os.environ["DJANGO_SETTINGS_MODULE"] = "valoshka.desk.web.settings"
    from valoshka.casebook.vault.secluding import seclude
    from valoshka.desk.moderation.keys import secret_key_of
    from valoshka.desk.moderation.page.desk import DRAWING, Desk, lay
    from valoshka.desk.moderation.pictures import Darkroom
    from valoshka.desk.web.serving import serve
    from valoshka.own_yaml import own_yaml
    from valoshka.solidarity.action import read_action

    seclude()
    key = secret_key_of(folder)
    action = read_action(folder)
    people = people_of(protect, casebook, passphrase_file, identities_passphrase_file)
    pile = opened_pile(folder, key, gate_for(action, people), who)
    pile.tidy()
    darkroom = Darkroom()
    lay(Desk(pile, action, darkroom, language))
    try:
        serve(port, own_yaml("valoshka.desk.moderation", "limits.yml")["idle_minutes"], _tell)
    finally:
        DRAWING.acquire(timeout=_PATIENCE)
        darkroom.close()
    waiting = sum(pile.decision(id_) is None for id_ in pile.ids)
    click.echo(f"Closed. {counted(waiting, 'message')} still to decide on. Publish with: valoshka action push {folder}")


def _tell(visit: Visit) -> None:
    click.echo(f"Open this link on this computer, within this session; it works once:\n{visit.link}")
