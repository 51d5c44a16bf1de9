"""What a stranger wrote or photographed, closed on arrival so that only the staff's secret key opens it.

libsodium's sealed box (X25519, XSalsa20-Poly1305). The content is filled up to whole blocks first, so that not even its
length tells how much was written.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.public import SealedBox

from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.square.staff_key import StaffPublicKey, StaffSecretKey

WORDS_BLOCK = 4096
PICTURE_BLOCK = 65536
_HEAD = struct.Struct(">II")


@dataclass(frozen=True)
class Letter:
    """A message as it came: `picture` is a JPEG of our own making or empty, `alike` its 256-bit pHash in hex."""

    language: str
    country: str = ""
    seed: str = ""
    kind: str = ""
    phrase: str = ""
    words: str = ""
    alike: str = ""
    picture: bytes = field(default=b"", repr=False)


def seal(letter: Letter, key: StaffPublicKey) -> bytes:
    """The letter, closed; as long as any other of its sort.

    >>> from valoshka.square.staff_key import StaffSecretKey
    >>> key = StaffSecretKey.fresh()
    >>> sealed = seal(Letter("be", words="Трымайцеся"), key.public())
    >>> len(sealed), open_sealed(sealed, key).words
    (4144, 'Трымайцеся')
    """
    told = asdict(letter)
    picture = told.pop("picture")
    head = json.dumps(told, ensure_ascii=False).encode()
    plain = _HEAD.pack(len(head), len(picture)) + head + picture
    block = PICTURE_BLOCK if picture else WORDS_BLOCK
    plain += bytes(-len(plain) % block)
    return bytes(SealedBox(key.sealing).encrypt(plain))


def open_sealed(sealed: bytes, key: StaffSecretKey) -> Letter:
    """The letter that was sealed. Raises `Refused` if it was sealed to another key, or is damaged."""
    try:
        plain = SealedBox(key.opening).decrypt(sealed)
        head, picture = _HEAD.unpack_from(plain)
        start = _HEAD.size + head
        told = json.loads(plain[_HEAD.size : start])
        return Letter(**told, picture=plain[start : start + picture])
    except (CryptoError, ValueError, TypeError, struct.error) as error:
        raise Refused("A message does not open with this key. Use the key that the action was made with.") from error
