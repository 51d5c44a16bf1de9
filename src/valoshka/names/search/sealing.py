"""An index on disk: its columns in one sealed run, readable only with the key, and only whole."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nacl import bindings
from nacl.exceptions import CryptoError

from valoshka.errors import Refused
from valoshka.names.knowledge import fingerprint
from valoshka.names.search.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.names.search.columns import Columns, Keys

_MARK = b"valoshka names 1\n"
_KEY_BYTES = 32
_PIECE = 1 << 22  # bytes that are sealed together
_SEAL = bindings.crypto_secretstream_xchacha20poly1305_ABYTES
_HEADER = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_MIDDLE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL


@dataclass(frozen=True)
class Sealed:
    """What a file held; `current` if it was written with today's knowledge of names."""

    current: bool
    segments: list[tuple[Columns, Keys]]


def write_sealed(path: Path, key: bytes, segments: Sequence[tuple[Columns, Keys]]) -> None:
    """Seal and write; the file appears whole or not at all, readable by its owner only."""
    path, key = Path(path), _checked(key)
    head, run = pack(segments)
    told = json.dumps({"knowledge": fingerprint(), **head}).encode()
    try:
        _replace(path, _sealed(len(told).to_bytes(8, "little") + told + run, key))
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused(
            f"The name index cannot be written to {path}: {why}. Nothing was changed; choose another place."
        ) from error


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    made, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(made, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def read_sealed(path: Path, key: bytes) -> Sealed:
    """Open what `write_sealed` wrote. Raises Refused if it is not there, not ours, damaged, or under another key."""
    path = Path(path)
    if not path.is_file():
        raise Refused(f"There is no name index at {path}. Build one with NameIndex.build and save it there.")
    sealed = path.read_bytes()
    if not sealed.startswith(_MARK):
        raise Refused(f"{path} is not a name index of this version. Build it anew from its list.")
    try:
        plain = _opened(sealed, _checked(key))
    except (CryptoError, ValueError) as error:
        raise Refused(
            f"{path} cannot be opened: the key is another one, or the file is damaged. Build it anew from its list."
        ) from error
    size = int.from_bytes(plain[:8], "little")
    head = json.loads(bytes(plain[8 : 8 + size]))
    current = head["knowledge"] == fingerprint()
    return Sealed(current, unpack(head, memoryview(plain)[8 + size :]))


def _checked(key: bytes) -> bytes:
    if len(key) != _KEY_BYTES:
        raise Refused(f"A name index is sealed with a key of {_KEY_BYTES} bytes, not {len(key)}.")
    return key


def _sealed(plain: bytes, key: bytes) -> Iterator[bytes]:
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    yield _MARK + bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    for start in range(0, len(plain), _PIECE):
        tag = _LAST if start + _PIECE >= len(plain) else _MIDDLE
        piece = plain[start : start + _PIECE]
        yield bindings.crypto_secretstream_xchacha20poly1305_push(state, piece, None, tag)


def _opened(sealed: bytes, key: bytes) -> bytearray:
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    start = len(_MARK) + _HEADER
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, sealed[len(_MARK) : start], key)
    plain, tag = bytearray(), _MIDDLE
    while tag != _LAST:
        piece = sealed[start : start + _PIECE + _SEAL]
        opened, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, piece, None)
        plain += opened
        start += len(piece)
    if start != len(sealed):
        raise ValueError("something follows the end")
    return plain
