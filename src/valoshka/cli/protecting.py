"""Whom a command protects: from a people.yml, or from a casebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.cli.own_passphrase import ask_own
from valoshka.cli.passphrase import ask
from valoshka.disclosure.people_yml import load_people
from valoshka.errors import Refused
from valoshka.terms.vocabulary import audiences

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.disclosure.people import ProtectedPerson
    from valoshka.disclosure.tables.plain import PlainTable


def known_audience(audience: str) -> str:
    """The code of an audience, or `Refused`."""
    if audience not in audiences():
        raise Refused(f"There is no audience of that name. Choose one of: {', '.join(audiences())}.")
    return audience


def protected(
    protect: Path | None, casebook: Path | None, passphrase_file: Path | None, own_file: Path | None
) -> tuple[ProtectedPerson, ...]:
    """Whom a command was told to protect, from one of the two. Raises `Refused` for both and for neither."""
    return protected_and_counted(protect, casebook, passphrase_file, own_file)[0]


def protected_and_counted(
    protect: Path | None, casebook: Path | None, passphrase_file: Path | None, own_file: Path | None
) -> tuple[tuple[ProtectedPerson, ...], tuple[PlainTable, ...]]:
    """The same, and what earlier releases of the casebook counted; without one, nothing is known of them."""
    if (protect is None) == (casebook is None):
        raise Refused("Say whom to protect: --protect people.yml, or --casebook case.valoshka.")
    if protect is not None:
        return load_people(protect), ()
    return _sealed(casebook, passphrase_file, own_file) if casebook is not None else ((), ())


def _sealed(
    casebook: Path, passphrase_file: Path | None, own_file: Path | None
) -> tuple[tuple[ProtectedPerson, ...], tuple[PlainTable, ...]]:
    # Imported here: a check against people.yml needs no casebook, and answers at once.
    from valoshka.casebook.opening import unlock
    from valoshka.casebook.tasks.protected import protected_people
    from valoshka.casebook.tasks.releases import earlier_counts
    from valoshka.casebook.vault.folder import CasebookFolder

    # A wrong path is said before a passphrase is asked for.
    CasebookFolder.at(casebook).read_keys()
    passphrase = ask(passphrase_file)
    with unlock(casebook, passphrase, identities_passphrase=ask_own(casebook, passphrase_file, own_file)):
        return tuple(protected_people()), tuple(earlier_counts())
