"""`valoshka backup`: a whole casebook in one sealed file."""

from __future__ import annotations

from pathlib import Path

import click

from valoshka.cli.own_passphrase import ask_own, own_passphrase_option
from valoshka.cli.passphrase import ask, passphrase_option


@click.command()
@click.argument("casebook", metavar="CASE", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--keep-days", type=click.IntRange(1, 3650), default=90, show_default=True, help="After how many days it expires."
)
@own_passphrase_option
@passphrase_option
def command(
    casebook: Path, file: Path, keep_days: int, identities_passphrase_file: Path | None, passphrase_file: Path | None
) -> None:
    """Seal CASE into the new FILE, read it back and compare."""
    from valoshka.casebook.vault.backing_up import back_up, refuse_taken
    from valoshka.casebook.vault.folder import CasebookFolder

    CasebookFolder.at(casebook)
    refuse_taken(file)
    passphrase = ask(passphrase_file)
    own = ask_own(casebook, passphrase_file, identities_passphrase_file)
    backup = back_up(casebook, passphrase, file, identities_passphrase=own, keep_days=keep_days)
    click.echo(
        f"Sealed {casebook} into {file}, and read it back. It opens with today's passphrase.\n"
        f"Delete it on {backup.expires}: people who are erased from the casebook until then stay in this file.\n"
        f"To open it: valoshka restore {file} NEW_FOLDER"
    )
