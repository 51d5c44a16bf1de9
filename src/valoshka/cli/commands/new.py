"""`valoshka new`: make a sealed casebook."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.own_passphrase import own_passphrase_option
from valoshka.cli.passphrase import ask, passphrase_option
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

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
@click.argument("casebook", metavar="CASE", type=click.Path(path_type=Path))
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
    """Make a sealed CASE, a folder such as case.valoshka."""
    from valoshka.casebook.opening import create
    from valoshka.casebook.vault.making import refuse_occupied
    from valoshka.casebook.vault.passphrase import suggest_passphrase

    refuse_occupied(casebook)
    if recovery and recovery_file:
        raise Refused("Give --recovery or --make-recovery, not both.")
    if suggest:
        click.echo(f"A random passphrase: {suggest_passphrase()}", err=True)
    passphrase = _strong(passphrase_file, "Passphrase (12 characters or more)")
    own = own_passphrase or identities_passphrase_file is not None
    own_one = _strong(identities_passphrase_file, "The identities' own passphrase") if own else None
    with _recipient(recovery, recovery_file) as recipient:
        create(casebook, passphrase, identities_passphrase=own_one, recovery=recipient)
    said = (WITH_RECOVERY if recipient else WITHOUT_RECOVERY).format(recipient=recipient, path=casebook)
    click.echo(AFTERWARDS.format(path=casebook, recovery=said))


def _strong(passphrase_file: Path | None, prompt: str) -> str:
    from valoshka.casebook.vault.passphrase import Passphrase

    given = ask(passphrase_file, prompt, confirm=True)
    Passphrase(given).check_strength()
    return given


@contextmanager
def _recipient(recovery: str | None, recovery_file: Path | None) -> Iterator[str | None]:
    """The recovery recipient; a new identity's file goes again if the casebook is not made."""
    from valoshka.casebook.vault.keys import write_identity

    if recovery_file is None:
        yield recovery
        return
    recipient = write_identity(recovery_file)
    try:
        yield recipient
    except BaseException:
        recovery_file.unlink(missing_ok=True)
        raise
