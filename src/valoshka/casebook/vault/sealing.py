"""Sealing a stream of any length in bounded memory: libsodium's secretstream, in chunks.

A sealed stream is the 24-byte secretstream header, then chunks of at most 64 KiB, each with a 17-byte authentication
tag; the last one is marked, so that cutting, reordering, repeating or changing a chunk is found out. Source: libsodium,
"Encrypted streams" (crypto_secretstream_xchacha20poly1305).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as SodiumError
from nacl.exceptions import ValueError as SodiumValueError

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 64 * 1024
HEADER = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
TAG = bindings.crypto_secretstream_xchacha20poly1305_ABYTES
MESSAGE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
FINAL = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL


class Broken(Refused):
    """A sealed stream was cut short, changed, or sealed with another key."""


class SealingWriter(io.RawIOBase):
    """Seals what is written to it into `target`; `finish` marks the end. `bound` must be given again to open it."""

    def __init__(self, target: BinaryIO, key: bytes, bound: bytes) -> None:
        self._target = target
        self._bound = bound
        self._waiting = bytearray()
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        target.write(bindings.crypto_secretstream_xchacha20poly1305_init_push(self._state, key))

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, clear: bytes | bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's ReadableBuffer
        """Take bytes of any length; whole chunks are sealed at once."""
        self._waiting += clear
        # A whole chunk waits until there is more, because only the last one is marked.
        while len(self._waiting) > CHUNK:
            self._push(bytes(self._waiting[:CHUNK]), MESSAGE)
            del self._waiting[:CHUNK]
        return len(clear)

    def finish(self) -> None:
        """Seal the last chunk, even if it is empty."""
        self._push(bytes(self._waiting), FINAL)
        self._waiting.clear()

    def _push(self, clear: bytes, tag: int) -> None:
        push = bindings.crypto_secretstream_xchacha20poly1305_push
        self._target.write(push(self._state, clear, self._bound, tag))


def opened_chunks(source: BinaryIO, key: bytes, bound: bytes) -> Iterator[bytes]:
    """The clear chunks of a sealed stream; `Broken` at the first that is not as it was sealed.

    Nothing that is yielded is whole until the iterator ends without an error.

    >>> import io
    >>> sealed = io.BytesIO()
    >>> writer = SealingWriter(sealed, b"k" * 32, b"example")
    >>> _ = writer.write(b"She ran from station to station.")
    >>> writer.finish()
    >>> b"".join(opened_chunks(io.BytesIO(sealed.getvalue()), b"k" * 32, b"example"))
    b'She ran from station to station.'
    >>> b"".join(opened_chunks(io.BytesIO(sealed.getvalue()[:-1]), b"k" * 32, b"example"))
    Traceback (most recent call last):
    valoshka.casebook.vault.sealing.Broken: it was cut short, changed, or sealed with another key
    """
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    tag = MESSAGE
    try:
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, source.read(HEADER), key)
        while tag != FINAL:
            sealed = source.read(CHUNK + TAG)
            clear, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, sealed, bound)
            yield clear
    except (CryptoError, SodiumError, SodiumValueError) as error:
        raise Broken("it was cut short, changed, or sealed with another key") from error
    if source.read(1):
        raise Broken("something was added to its end")


class OpeningReader(io.RawIOBase):
    """Reads opened chunks like a file, for `tarfile` and the like."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._waiting = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's WriteableBuffer
        """Fill `into` with what is at hand; 0 at the end."""
        while not self._waiting:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._waiting = chunk
        taken, self._waiting = self._waiting[: len(into)], self._waiting[len(into) :]
        into[: len(taken)] = taken
        return len(taken)
