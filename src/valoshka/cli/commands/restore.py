"""`valoshka restore`: a new casebook out of a backup."""

from __future__ import annotations

from pathlib import Path

import click

from valoshka.cli.passphrase import ask, passphrase_option


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("casebook", metavar="CASE", type=click.Path(path_type=Path))
@click.option(
    "--recover", "identity_file", type=click.Path(path_type=Path), help="Open the backup by this age identity file."
)
@click.option("--expired", is_flag=True, help="Take a backup that has expired.")
@passphrase_option
def command(
    file: Path, casebook: Path, identity_file: Path | None, expired: bool, passphrase_file: Path | None
) -> None:
    """Unpack the backup FILE into a new folder CASE; an existing one is never overwritten."""
    from valoshka.casebook.vault.backing_up import restore
    from valoshka.casebook.vault.label import open_label
    from valoshka.casebook.vault.making import refuse_occupied

    refuse_occupied(casebook)
    made = open_label(file, "backup").made
    passphrase = None if identity_file else ask(passphrase_file, f"Passphrase of {made}, when the backup was made")
    restore(file, casebook, passphrase, identity_file=identity_file, expired_too=expired)
    click.echo(
        f"Restored {casebook} as it was on {made}. It opens with the passphrase of that day.\n"
        f"Whoever was erased since {made} is in it again: erase them again before you work with it."
    )
    if identity_file:
        click.echo(f"Set a new passphrase: valoshka passwd {casebook} --recover {identity_file}")
