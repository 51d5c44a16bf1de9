"""What stands on the outside of a sealed file: kind, dates, the casebook's random id and the key slots."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from valoshka.casebook.vault.keyfile import KeyFile
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"valoshka sealed 1\n"
NEWER = b"valoshka sealed "
LENGTH_BYTES = 4
LARGEST_LABEL = 1 << 20
SALT_BYTES = 16
STORE_OF = {"identities": "identities"}  # whose key seals the parcel; a backup is sealed by the casebook's
KINDS = {"backup": "a backup", "identities": "identities that travel"}


@dataclass(frozen=True)
class Label:
    """What stands on the outside. Days are ISO dates; `mark` names this detaching; `own`: a passphrase of their own."""

    kind: str
    made: str
    expires: str
    keys: KeyFile
    mark: str = ""
    own: bool = False
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(SALT_BYTES))

    read: bytes = b""

    def to_bytes(self) -> bytes:
        """Magic line, length, JSON; a label that was read gives back the very bytes, because the seal covers them."""
        if self.read:
            return self.read
        fields = {"kind": self.kind, "made": self.made, "expires": self.expires, "mark": self.mark, "own": self.own}
        text = json.dumps({**fields, "salt": self.salt.hex(), "keys": self.keys.to_text()}).encode()
        return MAGIC + len(text).to_bytes(LENGTH_BYTES, "big") + text

    def stream_key(self, data_key: bytes) -> bytes:
        """The key of this parcel's stream: BLAKE2b of the store's data key, the parcel's salt and its kind."""
        derived = hashlib.blake2b(self.kind.encode(), key=data_key, salt=self.salt, person=b"valoshka.parcel")
        return derived.digest()[:32]


def read_label(source: BinaryIO, where: Path) -> Label:
    """The label at the start of a parcel; `Refused` if `where` is something else, newer or damaged."""
    magic = source.read(len(MAGIC))
    if magic != MAGIC:
        newer = magic.startswith(NEWER)
        raise Refused(
            f"{where} was made by a newer Valoshka. Update Valoshka, then try again."
            if newer
            else f"{where} is not a file that Valoshka sealed. Give the file that `valoshka backup` or `detach` wrote."
        )
    length = int.from_bytes(source.read(LENGTH_BYTES), "big")
    try:
        text = source.read(min(length, LARGEST_LABEL))
        fields = json.loads(text)
        keys = KeyFile.from_text(fields["keys"], str(where))
        days = _day(fields["made"]), _day(fields["expires"]) if fields["expires"] else ""
        salt = bytes.fromhex(fields["salt"])
        whole = magic + length.to_bytes(LENGTH_BYTES, "big") + text
        label = Label(str(fields["kind"]), *days, keys, str(fields["mark"]), bool(fields["own"]), salt, whole)
        if len(salt) != SALT_BYTES or STORE_OF.get(label.kind, "casebook") not in keys.slots:
            raise damaged(where)
    # RecursionError: lists within lists, a hundred thousand deep.
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged(where) from error
    return label


def _day(written: str) -> str:
    return date.fromisoformat(written).isoformat()


def open_label(where: Path, kind: str) -> Label:
    """The label of the parcel at `where`; `Refused` if it cannot be read or is of another kind."""
    try:
        with where.open("rb") as source:
            label = read_label(source, where)
    except OSError as error:
        raise Refused(f"{where} could not be read ({error.strerror}). Check the path.") from error
    if label.kind != kind:
        raise Refused(
            f"{where} holds {KINDS.get(label.kind, 'something else')}, not {KINDS[kind]}. Give the other file."
        )
    return label


def damaged(where: Path) -> Refused:
    """The refusal of a parcel that does not open as it was sealed."""
    return Refused(f"{where} is damaged or was cut short. Use another copy of it.")
