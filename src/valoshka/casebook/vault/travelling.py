"""Travel mode: the identities leave the casebook in one sealed file, and come back.

The replacement of `keys.json` is the moment at which leaving or coming back counts; what a kill interrupts before or
after it is undone or finished at the next opening (`CasebookFolder.tidy`).
"""

from __future__ import annotations

import secrets
import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from valoshka.casebook.vault.atomically import flush_folder
from valoshka.casebook.vault.backing_up import refuse_taken
from valoshka.casebook.vault.blobs import blob_ids
from valoshka.casebook.vault.failing import said_plainly
from valoshka.casebook.vault.folder import CasebookFolder, make_folder
from valoshka.casebook.vault.keyfile import Away, KeyFile
from valoshka.casebook.vault.keys import (
    has_own_passphrase,
    open_keys,
    read_identity,
    recovered,
    rewrapped_alike,
    unwrapped,
)
from valoshka.casebook.vault.label import Label, open_label
from valoshka.casebook.vault.parcel import unpack_parcel, write_parcel
from valoshka.casebook.vault.passphrase import Passphrase
from valoshka.casebook.vault.secluding import seclude
from valoshka.casebook.vault.slots import WrongPassphrase
from valoshka.casebook.vault.sqlcipher.maintenance import problems
from valoshka.casebook.vault.stores import raw, stores_open
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


class WrongTravelPassphrase(WrongPassphrase):
    """The file of identities was sealed under another passphrase than the casebook has now."""


def detach(path: Path, passphrase: str, target: Path, *, identities_passphrase: str | None = None) -> None:
    """Seal identities and originals into the new file `target`, verify it, then remove them from the casebook.

    Raises `Refused`: a wrong passphrase, nothing attached, damage, a full disk, a `target` that is taken.
    """
    seclude()
    folder = CasebookFolder.at(path)
    refuse_taken(target)
    with said_plainly(target), folder.locked():
        keys = folder.read_keys()
        if keys.away is not None:
            raise Refused(
                f"The identities of {path} have been detached since {keys.away.since}. There is nothing to do."
            )
        folder.check_stores(keys)
        own = Passphrase(identities_passphrase) if identities_passphrase is not None else None
        opened = open_keys(path, keys, Passphrase(passphrase), own)
        if "identities" not in opened:
            raise Refused(f"The identities of {path} have a passphrase of their own. Give it to detach them.")
        folder.tidy(keys)
        with stores_open(folder, opened):
            _refuse_damaged(path)
        _seal_and_leave(folder, keys, opened["identities"], target)


def _seal_and_leave(folder: CasebookFolder, keys: KeyFile, data_key: bytes, target: Path) -> None:
    away = Away(date.today().isoformat(), secrets.token_hex(8))  # noqa: DTZ011 - the day on the user's calendar
    travelling = KeyFile(keys.casebook, {"identities": keys.slots["identities"]})
    label = Label("identities", away.since, "", travelling, away.mark, has_own_passphrase(keys))
    members: dict[str, Path | bytes] = {"identities.db": folder.store("identities")}
    members |= {f"originals/{blob}": folder.originals / blob for blob in sorted(blob_ids(folder.originals))}
    write_parcel(target, label, data_key, members)
    folder.write_keys(keys.without("identities", away))
    folder.remove_identities()


def attach(
    path: Path,
    passphrase: str,
    source: Path,
    *,
    travel_passphrase: str | None = None,
    identity_file: Path | None = None,
) -> None:
    """Bring the identities in `source` back into the casebook at `path`.

    `travel_passphrase` opens `source`, or the age identity in `identity_file` if that was forgotten; without either
    the casebook's is tried, and `WrongTravelPassphrase` raised if it was changed since. Identities without a passphrase
    of their own come under the casebook's present one. Raises `Refused` for another casebook's identities, or those of
    an earlier journey.
    """
    seclude()
    folder = CasebookFolder.at(path)
    label = open_label(source, "identities")
    with said_plainly(path), folder.locked():
        keys = folder.read_keys()
        folder.check_stores(keys)
        present = Passphrase(passphrase)
        open_keys(path, keys, present, None)
        _refuse_strangers(path, keys, label, source)
        data_key = _travel_key(label, present, travel_passphrase, identity_file, source)
        folder.tidy(keys)
        _unpack(folder, source, label, data_key)
        back = replace(keys.with_slots("identities", label.keys.slots["identities"]), away=None)
        folder.write_keys(back if label.own else rewrapped_alike(back, "identities", data_key, present))


def _travel_key(
    label: Label, present: Passphrase, travel_passphrase: str | None, identity_file: Path | None, source: Path
) -> bytes:
    slots, place = label.keys.slots["identities"], label.keys.place("identities")
    if identity_file is not None:
        return recovered(slots, place, read_identity(identity_file))
    given = Passphrase(travel_passphrase) if travel_passphrase is not None else present
    try:
        return unwrapped(slots, place, given)
    except WrongPassphrase as error:
        raise WrongTravelPassphrase(
            f"The passphrase does not open {source}. Give the one that the identities had on {label.made}."
        ) from error


def _refuse_strangers(path: Path, keys: KeyFile, label: Label, source: Path) -> None:
    if label.keys.casebook != keys.casebook:
        raise Refused(f"{source} holds the identities of another casebook, not of {path}. Give the right file.")
    if keys.away is None:
        raise Refused(f"{path} has its identities already. There is nothing to attach.")
    if label.mark != keys.away.mark:
        raise Refused(
            f"{source} is of an earlier journey, from {label.made}; what was entered since is not in it. Give the file "
            f"that was made on {keys.away.since}."
        )


def _unpack(folder: CasebookFolder, source: Path, label: Label, data_key: bytes) -> None:
    """Unpack beside the casebook's files, try the store, then move in; `tidy` removes it all until the keys say so."""
    incoming = CasebookFolder(folder.path / ".incoming")
    shutil.rmtree(incoming.path, ignore_errors=True)
    make_folder(incoming.path)
    try:
        make_folder(incoming.originals)
        unpack_parcel(source, label, data_key, incoming.path)
        with stores_open(incoming, {"identities": data_key}):
            _refuse_damaged(source)
        if not folder.originals.is_dir():
            make_folder(folder.originals)
        for blob in blob_ids(incoming.originals):
            (incoming.originals / blob).rename(folder.originals / blob)
        incoming.store("identities").rename(folder.store("identities"))
    finally:
        shutil.rmtree(incoming.path, ignore_errors=True)
    flush_folder(folder.originals)
    flush_folder(folder.path)


def _refuse_damaged(where: Path) -> None:
    found = problems(raw("identities"))
    if found:
        raise Refused(f"The identities in {where} are damaged ({'; '.join(found)}). Use a backup or another copy.")
