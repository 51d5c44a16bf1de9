"""`valoshka passwd`: change a passphrase, or set a new one by the recovery identity."""

from __future__ import annotations

from pathlib import Path

import click

from valoshka.cli.passphrase import ask, passphrase_option
from valoshka.errors import Refused

KEPT = "The identities kept their own passphrase; change it with --identities."
BACKUPS = "Backups made before today still open with the old passphrase; make a new one and delete those."


@click.command()
@click.argument("casebook", metavar="CASE", type=click.Path(path_type=Path))
@click.option(
    "--recover",
    "identity_file",
    type=click.Path(path_type=Path),
    help="Set a new passphrase by this age identity file; the old one is not asked for.",
)
@click.option("--identities", is_flag=True, help="Give the identities a passphrase of their own, or change it.")
@click.option(
    "--new-passphrase-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Read the new passphrase from the first line of this file (for scripts).",
)
@passphrase_option
def command(
    casebook: Path,
    identity_file: Path | None,
    identities: bool,
    new_passphrase_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Change the passphrase of CASE.

    Forgotten? If the casebook was made with a recovery key, the age identity on your stick sets a new one:

    \b
      valoshka passwd case.valoshka --recover /media/stick/recovery.txt
    """
    from valoshka.casebook.vault.changing import change_identities_passphrase, change_passphrase, recover
    from valoshka.casebook.vault.folder import CasebookFolder

    CasebookFolder.at(casebook).read_keys()
    if identity_file is not None:
        if identities:
            raise Refused("--recover sets one passphrase for all; give --identities afterwards.")
        recover(casebook, identity_file, _new(new_passphrase_file))
        click.echo(f"{casebook} opens with the new passphrase.\n{BACKUPS}")
    elif identities:
        old = ask(passphrase_file, "The passphrase that opens the identities now")
        change_identities_passphrase(casebook, old, _new(new_passphrase_file))
        click.echo(f"The identities of {casebook} open with the new passphrase.\n{BACKUPS}")
    else:
        changed = change_passphrase(casebook, ask(passphrase_file, "Present passphrase"), _new(new_passphrase_file))
        kept = [] if "identities" in changed or not _attached(casebook) else [KEPT]
        click.echo("\n".join([f"{casebook} opens with the new passphrase.", *kept, BACKUPS]))


def _new(new_passphrase_file: Path | None) -> str:
    return ask(new_passphrase_file, "New passphrase (12 characters or more)", confirm=True)


def _attached(casebook: Path) -> bool:
    from valoshka.casebook.vault.folder import CasebookFolder

    return "identities" in CasebookFolder(casebook).read_keys().slots
