"""`valoshka new`: make a sealed casebook."""

from __future__ import annotations

from pathlib import Path

import click

from valoshka.cli.own_passphrase import own_passphrase_option
from valoshka.cli.passphrase import ask, passphrase_option
from valoshka.errors import Refused

AFTERWARDS = """Made {path}, sealed.

The passphrase: nobody can reset it. Write it on paper, and keep the paper apart from this computer.
{recovery}
Next:
  valoshka import {path} FILE...     read interviews into it
  valoshka backup {path} FILE        seal a copy to keep elsewhere"""
WITH_RECOVERY = """
If it is forgotten, the age identity of {recipient} opens the casebook:
  valoshka passwd {path} --recover IDENTITY_FILE
Keep that identity on a stick in another place; whoever has it and this casebook can read everything.
"""
WITHOUT_RECOVERY = """
There is no recovery key. If the passphrase is lost, everything in this casebook is lost. To have one, make the
casebook anew with --recovery (an age recipient) or --make-recovery FILE, before anything is entered.
"""


@click.command()
@click.argument("casebook", type=click.Path(path_type=Path))
@click.option("--recovery", metavar="AGE1...", help="An age recipient that can open the casebook as well.")
@click.option(
    "--make-recovery",
    "recovery_file",
    type=click.Path(path_type=Path),
    help="Make a new age identity in this file (on a stick, say) and use it for recovery.",
)
@click.option("--own-passphrase", is_flag=True, help="Give the identities a passphrase of their own.")
@click.option("--suggest", is_flag=True, help="Show a random passphrase that you can take.")
@own_passphrase_option
@passphrase_option
def command(
    casebook: Path,
    recovery: str | None,
    recovery_file: Path | None,
    own_passphrase: bool,
    suggest: bool,
    identities_passphrase_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Make a sealed CASEBOOK, a folder such as case.valoshka."""
    from valoshka.casebook.opening import create
    from valoshka.casebook.vault.keys import write_identity
    from valoshka.casebook.vault.making import refuse_occupied
    from valoshka.casebook.vault.passphrase import suggest_passphrase

    refuse_occupied(casebook)
    if recovery and recovery_file:
        raise Refused("Give --recovery or --make-recovery, not both.")
    if suggest:
        click.echo(f"A random passphrase: {suggest_passphrase()}", err=True)
    passphrase = ask(passphrase_file, "Passphrase (12 characters or more)", confirm=True)
    own = own_passphrase or identities_passphrase_file is not None
    own_one = ask(identities_passphrase_file, "The identities' own passphrase", confirm=True) if own else None
    recipient = write_identity(recovery_file) if recovery_file else recovery
    create(casebook, passphrase, identities_passphrase=own_one, recovery=recipient)
    said = (WITH_RECOVERY if recipient else WITHOUT_RECOVERY).format(recipient=recipient, path=casebook)
    click.echo(AFTERWARDS.format(path=casebook, recovery=said))
