"""Changing a passphrase: the data keys are wrapped anew, in one replacement of `keys.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.casebook.vault.failing import said_plainly
from valoshka.casebook.vault.folder import CasebookFolder
from valoshka.casebook.vault.keys import open_keys, read_identity, recovered, rewrapped, unwrapped
from valoshka.casebook.vault.passphrase import DEFAULT_COST, KdfCost, Passphrase
from valoshka.casebook.vault.secluding import seclude
from valoshka.casebook.vault.slots import WrongPassphrase
from valoshka.casebook.vault.stores import stores_open
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


def change_passphrase(path: Path, old: str, new: str, *, cost: KdfCost = DEFAULT_COST) -> tuple[str, ...]:
    """Put every store that `old` opens under `new`, and return their names.

    A kill leaves the old passphrase or the new one in force, for all of these stores together. Backups and detached
    identities keep the passphrase they were made with. Raises `Refused`: `old` is wrong, `new` is weak, a full disk.
    """
    seclude()
    fresh = Passphrase(new)
    fresh.check_strength()
    folder = CasebookFolder.at(path)
    with said_plainly(path), folder.locked():
        keys = folder.read_keys()
        opened = open_keys(path, keys, Passphrase(old), None)
        folder.write_keys(rewrapped(keys, opened, fresh, cost))
        folder.tidy(keys)
    return tuple(opened)


def change_identities_passphrase(path: Path, old: str, new: str, *, cost: KdfCost = DEFAULT_COST) -> None:
    """Give the attached identities a passphrase of their own; `old` is the one that opens them now."""
    seclude()
    fresh = Passphrase(new)
    fresh.check_strength()
    folder = CasebookFolder.at(path)
    with said_plainly(path), folder.locked():
        keys = folder.read_keys()
        if "identities" not in keys.slots:
            raise Refused(f"The identities of {path} are detached. Attach them first.")
        try:
            key = unwrapped(keys.slots["identities"], keys.place("identities"), Passphrase(old))
        except WrongPassphrase as error:
            raise WrongPassphrase(f"{path}: this passphrase does not open the identities. Try again.") from error
        folder.write_keys(rewrapped(keys, {"identities": key}, fresh, cost))


def recover(path: Path, identity_file: Path, new: str, *, cost: KdfCost = DEFAULT_COST) -> tuple[str, ...]:
    """Open the casebook by an age identity and put every attached store under the passphrase `new`.

    The recovered keys are tried on the stores before anything is changed. Raises `Refused`: the casebook was made
    without a recovery recipient, or for another identity; `new` is weak.
    """
    seclude()
    fresh = Passphrase(new)
    fresh.check_strength()
    identity = read_identity(identity_file)
    folder = CasebookFolder.at(path)
    with said_plainly(path), folder.locked():
        keys = folder.read_keys()
        folder.check_stores(keys)
        opened = {store: recovered(slots, keys.place(store), identity) for store, slots in keys.slots.items()}
        with stores_open(folder, opened):
            pass
        folder.write_keys(rewrapped(keys, opened, fresh, cost))
    return tuple(opened)
