"""A casebook's folder: what lies where in it, and who may be in it at the moment."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from valoshka.casebook.vault.atomically import flush_folder, replacing, shred, sweep_unfinished
from valoshka.casebook.vault.blobs import BLOB_NAME
from valoshka.casebook.vault.keyfile import FORMAT, STORES, KeyFile
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SMALLEST_STORE = 4096  # one page; SQLite would take a shorter file for a new, empty store
KEEP_UPGRADED_DAYS = 30
LARGEST_KEYS = 1 << 20  # bytes; ours take a few thousand
KEEP_UPGRADED_SECONDS = KEEP_UPGRADED_DAYS * 86_400


@dataclass(frozen=True)
class CasebookFolder:
    """`keys.json`, `casebook.db`, `identities.db`, sealed originals in `originals/`; only their owner reads them."""

    path: Path

    @property
    def keys(self) -> Path:
        """The key slots."""
        return self.path / "keys.json"

    @property
    def originals(self) -> Path:
        """The sealed originals of interviews; they travel with the identities."""
        return self.path / "originals"

    @property
    def before_upgrade(self) -> Path:
        """The backup that was made before the last upgrade, if there was one."""
        return self.path / "before-upgrade.sealed"

    def store(self, name: str) -> Path:
        """The file of the store called `name`."""
        return self.path / f"{name}.db"

    @classmethod
    def at(cls, path: Path) -> CasebookFolder:
        """The casebook at `path`; `Refused`, with what is there instead, if there is none."""
        try:
            if not path.exists():
                raise Refused(
                    f"There is no casebook at {path}. Check the path, or make one with `valoshka new {path}`."
                )
            if not path.is_dir():
                raise Refused(f"{path} is a file; a casebook is a folder. Give the folder that `valoshka new` made.")
            if not (path / "keys.json").is_file():
                raise Refused(
                    f"{path} is a folder, but not a casebook: it has no keys.json. Give the folder that `valoshka new` "
                    "made; if keys.json was lost, restore the casebook from a backup."
                )
        except PermissionError as error:
            raise Refused(f"You may not read {path}. Ask its owner, or check its permissions.") from error
        return cls(path)

    def read_keys(self) -> KeyFile:
        """The key slots; `Refused` if `keys.json` is damaged, newer or unreadable."""
        try:
            with self.keys.open("rb") as file:
                text = file.read(LARGEST_KEYS).decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        except OSError as error:
            raise Refused(f"{self.keys} could not be read ({error.strerror}). Check its permissions.") from error
        keys = KeyFile.from_text(text, str(self.keys))
        if "casebook" not in keys.slots:
            raise Refused(f"{self.keys} has no key for the records. Restore the casebook from a backup.")
        return keys

    def write_keys(self, keys: KeyFile) -> None:
        """Replace `keys.json` in one step; the moment at which a new passphrase, a detaching or an attaching counts."""
        with replacing(self.keys) as file:
            file.write(keys.to_text().encode("utf-8"))

    def check_stores(self, keys: KeyFile) -> None:
        """Refuse a store that is missing or shorter than a page, before SQLite takes it for a new one."""
        for name in keys.slots:
            store = self.store(name)
            if not store.is_file():
                raise Refused(f"{store} is missing. Restore the casebook from a backup with `valoshka restore`.")
            if store.stat().st_size < SMALLEST_STORE:
                raise Refused(f"{store} was cut short. Restore the casebook from a backup with `valoshka restore`.")

    def tidy(self, keys: KeyFile) -> None:
        """Finish what a kill interrupted: half-written files, and identities that have already left."""
        sweep_unfinished(self.path)
        shutil.rmtree(self.path / ".incoming", ignore_errors=True)
        if self.originals.is_dir():
            sweep_unfinished(self.originals)
        if keys.away is not None:
            self.remove_identities()
        if self.before_upgrade.exists() and time.time() - self.before_upgrade.stat().st_mtime > KEEP_UPGRADED_SECONDS:
            self.forget_upgrade()

    def forget_upgrade(self) -> None:
        """Overwrite and remove the backup of the last upgrade: its keys live on in `keys.json`."""
        if self.before_upgrade.exists():
            shred(self.before_upgrade)

    def strangers(self) -> list[str]:
        """What lies in the folder and is no part of a casebook, by its path within, in alphabetical order."""
        ours = {"keys.json", "lock", "originals", self.before_upgrade.name}
        ours |= {f"{name}.db{suffix}" for name in STORES for suffix in ("", "-wal", "-shm")}
        found = [each.name for each in self.path.iterdir() if each.name not in ours]
        if self.originals.is_dir():
            within = [each.name for each in self.originals.iterdir()]
            found += [f"{self.originals.name}/{name}" for name in within if not BLOB_NAME.fullmatch(name)]
        return sorted(found)

    def remove_identities(self) -> None:
        """Overwrite and remove the identities' store and originals; for when they have been sealed into a file."""
        if self.store("identities").exists():
            # It holds the identities too, which are meant to leave this machine.
            self.forget_upgrade()
        originals = sorted(self.originals.iterdir()) if self.originals.is_dir() else []
        rest = [self.path / f"identities.db{suffix}" for suffix in ("-wal", "-shm", "")]
        for file in [*originals, *rest]:
            if file.is_file():
                shred(file)
        flush_folder(self.path)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other process out for the length of a `with` block; a kill frees the lock by itself."""
        lock = FileLock(self.path / "lock", timeout=0, mode=0o600)
        try:
            lock.acquire()
        except Timeout as error:
            raise Refused(
                f"{self.path} is open in another window or program. Close it there, then try again."
            ) from error
        except OSError as error:
            raise Refused(f"You may not write in {self.path} ({error.strerror}). Check its permissions.") from error
        try:
            yield
        finally:
            lock.release()


def make_folder(path: Path) -> None:
    """Make `path`, open to its owner only, whatever the process's umask."""
    path.mkdir(mode=0o700)
    if os.name != "nt":
        path.chmod(0o700)


def refuse_inside_a_casebook(path: Path) -> None:
    """Refuse to write `path` if it is a casebook's folder, or lies in one: `Refused`, naming that casebook.

    What is meant to leave must not stay beside what it was taken from, and a backup dies with the disk that it lies on.
    """
    whole = path.absolute().resolve()
    for folder in (whole, *whole.parents):
        if _is_a_casebook(folder):
            raise Refused(
                f"{path} would lie inside the casebook {folder}. Choose a place outside it, best of all on another "
                "disk or a stick."
            )


def _is_a_casebook(folder: Path) -> bool:
    keys = folder / "keys.json"
    try:
        if not keys.is_file():
            return False
        with keys.open("rb") as file:
            # One whose keys.json is damaged or cannot be read is a casebook all the same.
            return FORMAT.encode() in file.read(LARGEST_KEYS) or (folder / "casebook.db").exists()
    except OSError:
        return (folder / "casebook.db").exists()


__all__ = ["STORES", "CasebookFolder", "make_folder", "refuse_inside_a_casebook"]
