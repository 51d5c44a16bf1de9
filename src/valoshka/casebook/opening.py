"""Making a casebook and unlocking it: the door of this room."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from valoshka.casebook.vault.backing_up import write_backup
from valoshka.casebook.vault.failing import said_plainly
from valoshka.casebook.vault.folder import KEEP_UPGRADED_DAYS, CasebookFolder, make_folder
from valoshka.casebook.vault.keyfile import STORES, KeyFile
from valoshka.casebook.vault.keys import fresh_key, has_own_passphrase, open_keys, wrapped
from valoshka.casebook.vault.making import making
from valoshka.casebook.vault.passphrase import DEFAULT_COST, FLOOR, KdfCost, Passphrase
from valoshka.casebook.vault.secluding import seclude
from valoshka.casebook.vault.slots import fresh_salt
from valoshka.casebook.vault.stores import checkpoint_all, compact_stores, stores_open
from valoshka.casebook.vault.upgrading import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
ID_LENGTH = 10


@dataclass(frozen=True)
class Casebook:
    """An open casebook: where it lies, its random id, and whether its identities are open, locked or detached."""

    path: Path
    id: str
    identities: Literal["open", "locked", "detached"]

    @property
    def has_identities(self) -> bool:
        """Whether names and originals can be read now."""
        return self.identities == "open"

    @property
    def originals(self) -> Path:
        """The folder of sealed originals, for `vault.blobs`."""
        return CasebookFolder(self.path).originals


def create(
    path: Path,
    passphrase: str,
    *,
    identities_passphrase: str | None = None,
    recovery: str | None = None,
    cost: KdfCost = DEFAULT_COST,
) -> str:
    """Make a sealed casebook at `path` and return its random id.

    `recovery` is an age recipient ("age1...") that can open it when the passphrase is forgotten. The casebook is built
    beside its place and moved there at the end. Raises `Refused` for a weak passphrase, a path that is taken, or a disk
    that cannot be written.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     case = pathlib.Path(folder) / "case.valoshka"
    ...     made = create(case, "васількі ў жыце", cost=FLOOR)
    ...     with unlock(case, "васількі ў жыце") as casebook:
    ...         casebook.id == made, casebook.has_identities
    (True, True)
    """
    seclude()
    shared = Passphrase(passphrase)
    shared.check_strength()
    own = Passphrase(identities_passphrase) if identities_passphrase is not None else shared
    own.check_strength()
    opened = {store: fresh_key() for store in STORES}
    with said_plainly(path), making(path) as unfinished:
        keys = _first_keys(opened, {"casebook": shared, "identities": own}, recovery, cost)
        folder = CasebookFolder(unfinished)
        make_folder(folder.originals)
        with stores_open(folder, opened):
            upgrade(opened, path, keep_backup=lambda: None)
        folder.write_keys(keys)
    return keys.casebook


def _first_keys(
    opened: dict[str, bytes], passphrases: dict[str, Passphrase], recovery: str | None, cost: KdfCost
) -> KeyFile:
    keys = KeyFile("".join(secrets.choice(ID_ALPHABET) for _ in range(ID_LENGTH)), {})
    salts = {passphrase: fresh_salt() for passphrase in passphrases.values()}
    for store, key in opened.items():
        passphrase = passphrases[store]
        slots = wrapped(key, keys.place(store), passphrase, salts[passphrase], cost, recovery)
        keys = keys.with_slots(store, slots)
    return keys


@contextmanager
def unlock(path: Path, passphrase: str, *, identities_passphrase: str | None = None) -> Iterator[Casebook]:
    """Open the casebook at `path` for the length of a `with` block; Django's two stores point at it meanwhile.

    A schema of an older version is upgraded, after a backup. If the identities have a passphrase of their own and it
    is not given, they stay locked. Raises `Refused`: no casebook there, a wrong passphrase, open elsewhere, damaged,
    made by a newer version, a full disk.
    """
    seclude()
    folder = CasebookFolder.at(path)
    with said_plainly(path), folder.locked():
        keys = folder.read_keys()
        folder.check_stores(keys)
        own = Passphrase(identities_passphrase) if identities_passphrase is not None else None
        opened = open_keys(path, keys, Passphrase(passphrase), own)
        folder.tidy(keys)
        with stores_open(folder, opened):
            upgrade(opened, path, keep_backup=lambda: _back_up_first(folder, keys, opened["casebook"]))
            casebook = Casebook(path, keys.casebook, _state_of_identities(keys, opened))
            _finish_erasing(casebook)
            yield casebook


def _back_up_first(folder: CasebookFolder, keys: KeyFile, data_key: bytes) -> None:
    checkpoint_all()
    write_backup(folder, keys, data_key, folder.before_upgrade, KEEP_UPGRADED_DAYS)


def _finish_erasing(casebook: Casebook) -> None:
    """What an erasing owes that was killed after its rows were gone: free pages and sealed files go now."""
    from valoshka.casebook.tasks import owing

    if casebook.has_identities and owing.is_owed():
        owing.settle(casebook)


def compact(casebook: Casebook) -> None:
    """The last step of erasing: rewrite the open stores without free pages or WAL, and drop the upgrade's backup."""
    compact_stores()
    CasebookFolder(casebook.path).forget_upgrade()


def _state_of_identities(keys: KeyFile, opened: dict[str, bytes]) -> Literal["open", "locked", "detached"]:
    if "identities" in opened:
        return "open"
    return "locked" if "identities" in keys.slots else "detached"


def needs_identities_passphrase(path: Path) -> bool:
    """Whether the identities of the casebook at `path` are attached and have a passphrase of their own."""
    return has_own_passphrase(CasebookFolder.at(path).read_keys())


__all__ = [
    "DEFAULT_COST",
    "FLOOR",
    "Casebook",
    "KdfCost",
    "compact",
    "create",
    "needs_identities_passphrase",
    "unlock",
]
