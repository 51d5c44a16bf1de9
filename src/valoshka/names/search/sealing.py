"""An index on disk: its columns in one sealed run, readable only with the key, and only whole."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from nacl import bindings
from nacl.exceptions import CryptoError

from valoshka.errors import Refused
from valoshka.names.knowledge import fingerprint
from valoshka.names.search.packing import ALIGNED, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.names.search.columns import Columns, Keys

_MARK = b"valoshka names 2\n"
_KEY_BYTES = 32
_SIZE = 8  # bytes that say how long the head is
_PIECE = 1 << 18  # bytes that are sealed together: few enough to stay in the processor's own memory
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
    told += b" " * (-(_SIZE + len(told)) % ALIGNED)
    try:
        _replace(path, _sealed(len(told).to_bytes(_SIZE, "little") + told + run, key))
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
    with path.open("rb") as file:
        if file.read(len(_MARK)) != _MARK:
            raise Refused(f"{path} is not a name index of this version. Build it anew from its list.")
        try:
            plain = _opened(file, path.stat().st_size, _checked(key))
        except (CryptoError, ValueError) as error:
            raise Refused(
                f"{path} cannot be opened: the key is another one, or the file is damaged. Build it anew from its list."
            ) from error
    size = int.from_bytes(plain[:_SIZE], "little")
    head = json.loads(bytes(plain[_SIZE : _SIZE + size]))
    return Sealed(head["knowledge"] == fingerprint(), unpack(head, plain[_SIZE + size :]))


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


def _opened(file: BinaryIO, size: int, key: bytes) -> memoryview:
    """What is sealed from here on, opened piece by piece into one place of memory; `size` is at least its bytes."""
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, file.read(_HEADER), key)
    plain, end, tag = np.empty(size, np.uint8).data, 0, _MIDDLE
    while tag != _LAST:
        opened, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, file.read(_PIECE + _SEAL), None)
        plain[end : end + len(opened)] = opened
        end += len(opened)
    if file.read(1):
        raise ValueError("something follows the end")
    return plain[:end]
