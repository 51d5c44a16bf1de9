"""`valoshka identities`: travel mode."""

from __future__ import annotations

from pathlib import Path

import click

from valoshka.cli.own_passphrase import ask_own, own_passphrase_option
from valoshka.cli.passphrase import ask, passphrase_option

CASE = click.argument("casebook", metavar="CASE", type=click.Path(path_type=Path))
FILE = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def command() -> None:
    """Take names and originals out of a casebook, and bring them back (travel mode).

    Between the two the casebook works under pseudonyms; only tracing, the gate and re-contact need the identities.
    """


@command.command()
@CASE
@FILE
@own_passphrase_option
@passphrase_option
def detach(casebook: Path, file: Path, identities_passphrase_file: Path | None, passphrase_file: Path | None) -> None:
    """Seal the identities of CASE into the new FILE, then remove them from the casebook.

    FILE lies outside the casebook, best of all on a stick that somebody else carries:

    \b
      valoshka identities detach case.valoshka /media/stick/names.sealed
    """
    from valoshka.casebook.vault.backing_up import refuse_taken
    from valoshka.casebook.vault.folder import CasebookFolder
    from valoshka.casebook.vault.travelling import detach as seal_and_leave

    refuse_taken(file)
    CasebookFolder.at(casebook)
    passphrase = ask(passphrase_file)
    own_one = ask_own(casebook, passphrase_file, identities_passphrase_file)
    seal_and_leave(casebook, passphrase, file, identities_passphrase=own_one)
    click.echo(
        f"The names and originals of {casebook} are now in {file} and nowhere else in the casebook.\n"
        f"{file} was read back first. Give it to someone you trust, elsewhere, and remove it from this computer: "
        "without it nobody can bring the names back.\n"
        "Backups that you made before still hold the identities; keep them elsewhere too."
    )


@command.command()
@CASE
@FILE
@click.option(
    "--travel-passphrase-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Read the passphrase that FILE was sealed under, if it is another one now (for scripts).",
)
@click.option(
    "--recover",
    "identity_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="IDENTITY_FILE",
    help="Open FILE by this age identity, if the passphrase that it was sealed under is forgotten.",
)
@passphrase_option
def attach(
    casebook: Path,
    file: Path,
    travel_passphrase_file: Path | None,
    identity_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Bring the identities in FILE back into CASE.

    FILE is the one that the last detaching wrote; one of an earlier journey is refused, because it lacks what was
    entered since.

    \b
      valoshka identities attach case.valoshka /media/stick/names.sealed
    """
    from valoshka.casebook.vault.folder import CasebookFolder
    from valoshka.casebook.vault.label import open_label
    from valoshka.casebook.vault.travelling import WrongTravelPassphrase
    from valoshka.casebook.vault.travelling import attach as bring_back

    CasebookFolder.at(casebook)
    made = open_label(file, "identities").made
    passphrase = ask(passphrase_file)
    travel = ask(travel_passphrase_file) if travel_passphrase_file else None
    try:
        bring_back(casebook, passphrase, file, travel_passphrase=travel, identity_file=identity_file)
    except WrongTravelPassphrase:
        if travel is not None or passphrase_file is not None:
            raise
        travel = ask(None, f"The identities' passphrase on {made}, when they were detached")
        bring_back(casebook, passphrase, file, travel_passphrase=travel)
    click.echo(f"The identities are back in {casebook}. Delete {file} when you have made a backup.")
