"""A whole casebook in one sealed file, and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from valoshka.casebook.vault.atomically import flush_folder
from valoshka.casebook.vault.blobs import blob_ids
from valoshka.casebook.vault.failing import said_plainly
from valoshka.casebook.vault.folder import CasebookFolder, make_folder, refuse_inside_a_casebook
from valoshka.casebook.vault.keys import open_keys, read_identity, recovered, unwrapped
from valoshka.casebook.vault.label import Label, open_label
from valoshka.casebook.vault.making import making
from valoshka.casebook.vault.parcel import unpack_parcel, write_parcel
from valoshka.casebook.vault.passphrase import Passphrase
from valoshka.casebook.vault.secluding import seclude
from valoshka.casebook.vault.slots import WrongPassphrase
from valoshka.casebook.vault.sqlcipher.maintenance import problems
from valoshka.casebook.vault.stores import raw, stores_open
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.casebook.vault.keyfile import KeyFile

KEEP_DAYS = 90


@dataclass(frozen=True)
class Backup:
    """What a backup says of itself: when it was made, and from which day on it should no longer exist (ISO dates)."""

    made: str
    expires: str


def back_up(
    path: Path, passphrase: str, target: Path, *, identities_passphrase: str | None = None, keep_days: int = KEEP_DAYS
) -> Backup:
    """Seal the casebook at `path` into the new file `target`; it is read back and compared before it counts.

    Raises `Refused`: a wrong passphrase, a damaged casebook (which must not replace a good backup), a full disk, a
    `target` that is taken.
    """
    seclude()
    folder = CasebookFolder.at(path)
    refuse_taken(target)
    with said_plainly(target), folder.locked():
        keys = folder.read_keys()
        folder.check_stores(keys)
        own = Passphrase(identities_passphrase) if identities_passphrase is not None else None
        opened = open_keys(path, keys, Passphrase(passphrase), own)
        folder.tidy(keys)
        with said_plainly(path), stores_open(folder, opened):
            _refuse_damaged(path, list(opened))
        label = write_backup(folder, keys, opened["casebook"], target, keep_days)
    return Backup(label.made, label.expires)


def write_backup(folder: CasebookFolder, keys: KeyFile, data_key: bytes, target: Path, keep_days: int) -> Label:
    """Seal what lies in `folder`, which the caller has locked and whose WALs it has emptied where it has the key."""
    today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
    label = Label("backup", today.isoformat(), (today + timedelta(days=keep_days)).isoformat(), keys)
    members: dict[str, Path | bytes] = {"keys.json": keys.to_text().encode()}
    for name in keys.slots:
        for file in (folder.store(name), folder.path / f"{name}.db-wal"):
            if file.is_file() and file.stat().st_size:
                members[file.name] = file
    if "identities" in keys.slots:
        members |= {f"originals/{blob}": folder.originals / blob for blob in sorted(blob_ids(folder.originals))}
    write_parcel(target, label, data_key, members)
    return label


def restore(
    backup: Path, path: Path, passphrase: str | None, *, identity_file: Path | None = None, expired_too: bool = False
) -> Backup:
    """Unpack `backup` into a new casebook at `path`, by the passphrase of that day or by an age identity.

    Raises `Refused`: a wrong passphrase, a damaged or expired backup (unless `expired_too`), a `path` that is taken.
    """
    seclude()
    label = open_label(backup, "backup")
    if label.expires < date.today().isoformat() and not expired_too:  # noqa: DTZ011
        raise Refused(
            f"{backup} expired on {label.expires}: what was erased since {label.made} would come back. Use a newer "
            "one, or add --expired and erase those people again at once."
        )
    try:
        data_key = _key_of(label, passphrase, identity_file)
    except WrongPassphrase as error:
        raise WrongPassphrase(
            f"The passphrase does not open {backup}. Give the one that the casebook had on {label.made}; if it is "
            "right, the file was changed: use another copy of it."
        ) from error
    with said_plainly(path), making(path) as unfinished:
        make_folder(unfinished / "originals")
        unpack_parcel(backup, label, data_key, unfinished)
        flush_folder(unfinished / "originals")
        folder = CasebookFolder(unfinished)
        folder.check_stores(folder.read_keys())
        with stores_open(folder, {"casebook": data_key}):
            _refuse_damaged(backup, ["casebook"])
    return Backup(label.made, label.expires)


def _key_of(label: Label, passphrase: str | None, identity_file: Path | None) -> bytes:
    slots, place = label.keys.slots["casebook"], label.keys.place("casebook")
    if identity_file is not None:
        return recovered(slots, place, read_identity(identity_file))
    return unwrapped(slots, place, Passphrase(passphrase or ""))


def _refuse_damaged(path: Path, stores: list[str]) -> None:
    found = [f"{name}: {problem}" for name in stores for problem in problems(raw(name))]
    if found:
        raise Refused(f"{path} is damaged ({'; '.join(found)}). Restore the casebook from an earlier backup.")


def refuse_taken(target: Path) -> None:
    """Refuse to write a sealed file over another one, into a casebook's folder, or where there is no folder."""
    if target.exists():
        raise Refused(f"{target} is there already. Choose another name, so that nothing is overwritten.")
    refuse_inside_a_casebook(target)
    if not target.absolute().parent.is_dir():
        raise Refused(f"There is no folder {target.absolute().parent}. Make it first, or choose another place.")
