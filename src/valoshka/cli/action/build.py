"""`valoshka action build`: an action's static pages, written only if the gate clears them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.own_passphrase import own_passphrase_option
from valoshka.cli.passphrase import passphrase_option

if TYPE_CHECKING:
    from valoshka.disclosure import ProtectedPerson

NOBODY_LISTED = (
    "Nobody was protected by list: only names that nobody listed, and identifiers, were looked for. "
    "Give --casebook or --protect to have the texts held against the people you protect."
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder for the site.")
@click.option("--casebook", type=click.Path(path_type=Path), help="The people to protect, from a casebook.")
@click.option("--protect", type=click.Path(path_type=Path), help="The people to protect, in a people.yml.")
@click.option(
    "--reasons", "sheet", type=click.Path(path_type=Path), metavar="FILE|-", help="Reasons for doubts, as a YAML sheet."
)
@own_passphrase_option
@passphrase_option
def command(
    folder: Path,
    output: Path,
    casebook: Path | None,
    protect: Path | None,
    sheet: Path | None,
    identities_passphrase_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Build the pages of the action in FOLDER: static files that any web host can serve.

    Nothing is written unless the gate clears every text and then every byte. What it blocks, nobody can override; a
    doubt takes a reason, asked for here or read from --reasons. Exit code 1: blocked, nothing written.
    """
    from valoshka.cli.action_gate import NOBODY, released_site
    from valoshka.cli.doubts import Doubts
    from valoshka.cli.protecting import protected
    from valoshka.cli.site_folder import write_site
    from valoshka.solidarity.action import read_action

    action = read_action(folder)
    people: tuple[ProtectedPerson, ...] = NOBODY
    if casebook or protect:
        people = protected(protect, casebook, passphrase_file, identities_passphrase_file)
    releases = released_site(action, people, Doubts.from_sheet(sheet) if sheet else Doubts())
    count = write_site(releases, output)
    click.echo(f"{count} files in {output}. Look at {output / 'index.html'} through a web server, then copy them all.")
    if people is NOBODY:
        click.echo(NOBODY_LISTED, err=True)
