"""The staff's secret key: it lies beside the action's folder, never in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import nacl.hash
from nacl.encoding import HexEncoder, RawEncoder
from nacl.exceptions import CryptoError
from nacl.public import SealedBox

from valoshka.errors import Refused
from valoshka.square.staff_key import read_public_key, read_secret_key

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.square.staff_key import StaffPublicKey, StaffSecretKey

SECRET, PUBLIC = ".staff-key", "staff-key.pub"


def secret_key_of(folder: Path) -> StaffSecretKey:
    """The key of the action in `folder`. Raises `Refused`: no such folder or key, or the key of another action."""
    folder = folder.resolve()
    if not folder.is_dir():
        raise Refused(f"{folder.name} is no folder. Give the action's folder, the one that holds action.yml.")
    path = folder.with_name(f"{folder.name}{SECRET}")
    if not path.exists():
        raise Refused(
            f"The staff's key, {path.name}, is not beside the folder. Copy it there from where you keep it; without it "
            "nobody can read what came in."
        )
    key = read_secret_key(path)
    if key.public().line() != public_key_of(folder).line():
        raise Refused(f"{path.name} is the key of another action than {PUBLIC} in the folder. Copy the right one.")
    return key


def public_key_of(folder: Path) -> StaffPublicKey:
    """The public half, which lies in the folder. Raises `Refused`."""
    return read_public_key(folder / PUBLIC)


def seal_json(told: dict[str, object], key: StaffPublicKey) -> bytes:
    """Something of our own, closed so that only the staff's key opens it.

    >>> from valoshka.square.staff_key import StaffSecretKey
    >>> key = StaffSecretKey.fresh()
    >>> open_json(seal_json({"alt": "A poppy"}, key.public()), key)
    {'alt': 'A poppy'}
    """
    return bytes(SealedBox(key.sealing).encrypt(json.dumps(told, ensure_ascii=False).encode()))


def open_json(sealed: bytes, key: StaffSecretKey) -> dict[str, object]:
    """What was sealed by `seal_json`. Raises `Refused` if it does not open."""
    try:
        told = json.loads(SealedBox(key.opening).decrypt(sealed))
    except (CryptoError, ValueError) as error:
        raise Refused("A note does not open with this key. Use the key that the action was made with.") from error
    if not isinstance(told, dict):
        raise Refused("A note is not as Valoshka writes them. Remove it from the inbox, and write it again.")
    return told


def mark_of(finding_key: str, item: str, key: StaffSecretKey) -> str:
    """A mark by which a doubt is known again, and that tells nothing to whoever has no key: 16 hexadecimal digits."""
    secret = nacl.hash.blake2b(bytes(key.signing), person=b"valoshka-doubts", encoder=RawEncoder)
    marked = nacl.hash.blake2b(f"{item}\n{finding_key}".encode(), key=secret, digest_size=8, encoder=HexEncoder)
    return marked.decode("ascii")
