"""Originals as sealed files, each with a key of its own: to destroy the key is to destroy the file.

A file's name is random and its content sealed, so that the folder tells only how many there are and how large. The key
is handed to the caller, who keeps it in the identities' store.
"""

from __future__ import annotations

import hashlib
import io
import re
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from valoshka.casebook.vault.atomically import flush_folder, replacing, shred
from valoshka.casebook.vault.failing import said_plainly
from valoshka.casebook.vault.sealing import CHUNK, Broken, SealingWriter, opened_chunks
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KEY_BYTES = 32
BLOB_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Blob:
    """A sealed original: its random id (its file's name), its key, and the clear bytes' SHA-256 (hex) and size."""

    id: str
    key: bytes = field(repr=False)
    sha256: str
    size: int


def seal(original: bytes | BinaryIO, folder: Path) -> Blob:
    """Seal `original` into a new file in `folder`; on the disk when this returns, or not there at all.

    Raises `Refused` if the disk is full or cannot be written.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     blob = seal(b"an invented interview", pathlib.Path(folder))
    ...     open_blob(pathlib.Path(folder), blob.id, blob.key), blob.size
    (b'an invented interview', 21)
    """
    source = io.BytesIO(original) if isinstance(original, bytes) else original
    blob_id, key = secrets.token_hex(16), secrets.token_bytes(KEY_BYTES)
    digest, size = hashlib.sha256(), 0
    with said_plainly(folder), replacing(folder / blob_id) as target:
        writer = SealingWriter(target, key, blob_id.encode())
        while clear := source.read(CHUNK):
            digest.update(clear)
            size += writer.write(clear)
        writer.finish()
    return Blob(blob_id, key, digest.hexdigest(), size)


def stream_blob(folder: Path, blob_id: str, key: bytes) -> Iterator[bytes]:
    """The original in chunks of at most 64 KiB; `Refused` if it is missing, cut short or changed."""
    try:
        yield from _opened(_file(folder, blob_id), key)
    except FileNotFoundError as error:
        raise Refused(f"The sealed original {blob_id} is missing. Restore the casebook from a backup.") from error
    except Broken as error:
        raise Refused(f"The sealed original {blob_id} is damaged: {error}. Restore it from a backup.") from error


def _opened(file: Path, key: bytes) -> Iterator[bytes]:
    with file.open("rb") as source:
        yield from opened_chunks(source, key, file.name.encode())


def open_blob(folder: Path, blob_id: str, key: bytes) -> bytes:
    """The whole original; see `stream_blob`."""
    return b"".join(stream_blob(folder, blob_id, key))


def destroy(folder: Path, blob_id: str) -> None:
    """Overwrite and remove the sealed file, if it is there. Erase its key as well: that is what counts."""
    file = _file(folder, blob_id)
    with said_plainly(folder):
        if file.exists():
            shred(file)
            flush_folder(folder)


def blob_ids(folder: Path) -> set[str]:
    """The ids of the sealed files in `folder`."""
    return {file.name for file in folder.iterdir() if BLOB_NAME.fullmatch(file.name)} if folder.is_dir() else set()


def orphans(folder: Path, known_ids: Iterable[str]) -> set[str]:
    """Sealed files that no row names: what an import leaves that was killed before it counted. Nobody can open them."""
    return blob_ids(folder) - set(known_ids)


def problems(folder: Path, known: Iterable[tuple[str, bytes, str]]) -> list[str]:
    """What is wrong with the sealed originals, each in a few words without a full stop; empty if nothing is.

    `known` gives id, key and SHA-256 of each original that the identities' store names. Each is opened to its end.
    """
    return [problem for blob in known for problem in _problem(folder, *blob)]


def _problem(folder: Path, blob_id: str, key: bytes, sha256: str) -> list[str]:
    digest = hashlib.sha256()
    try:
        for clear in _opened(_file(folder, blob_id), key):
            digest.update(clear)
    except FileNotFoundError:
        return [f"the sealed original {blob_id} is missing"]
    except Broken as error:
        return [f"the sealed original {blob_id} is damaged ({error})"]
    except Refused:
        return ["a sealed original has an impossible id"]
    return [] if digest.hexdigest() == sha256 else [f"the sealed original {blob_id} is not the one that was imported"]


def _file(folder: Path, blob_id: str) -> Path:
    # An id from a tampered row must not lead out of the folder.
    if not BLOB_NAME.fullmatch(blob_id):
        raise Refused("A sealed original has an impossible id. Run `valoshka verify` on the casebook.")
    return folder / blob_id
