"""One sealed file that holds others: a backup, or identities that travel.

On the outside stand its kind, its dates, the casebook's random id and the key slots, which are useless without a
passphrase; inside, sealed as one stream, a tar of the files, so that not even their number shows. The stream's key is
derived from a store's data key, and the label is bound into it: whoever changes the label can no longer open it.
"""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from valoshka.casebook.vault.atomically import flush, private_file, replacing
from valoshka.casebook.vault.label import damaged
from valoshka.casebook.vault.sealing import CHUNK, Broken, OpeningReader, SealingWriter, opened_chunks
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from valoshka.casebook.vault.label import Label

MEMBER_NAME = re.compile(r"keys\.json|(casebook|identities)\.db(-wal)?|originals/[0-9a-f]{32}")


def write_parcel(target: Path, label: Label, data_key: bytes, members: Mapping[str, Path | bytes]) -> None:
    """Seal `members` (name → a file or bytes) into `target`, read it back, compare, and only then put it in place."""
    with replacing(target) as file:
        written = _seal(file, label, data_key, members)
        flush(file)
        if check_parcel(Path(file.name), label, data_key) != written:
            raise Refused(f"{target} did not read back as it was written. Check the disk; nothing was changed.")


def _seal(file: BinaryIO, label: Label, data_key: bytes, members: Mapping[str, Path | bytes]) -> dict[str, str]:
    outside = label.to_bytes()
    file.write(outside)
    writer = SealingWriter(file, label.stream_key(data_key), hashlib.sha256(outside).digest())
    digests: dict[str, str] = {}
    with tarfile.open(fileobj=writer, mode="w|") as tar:
        for name, member in members.items():
            digests[name] = _add(tar, name, member)
    writer.finish()
    return digests


def _add(tar: tarfile.TarFile, name: str, member: Path | bytes) -> str:
    """Add one member without time, owner or mode, and return the SHA-256 of what was read."""
    entry = tarfile.TarInfo(name)
    source = _Counted(member)
    entry.size = source.size
    with source:
        tar.addfile(entry, source)
    return source.digest.hexdigest()


class _Counted:
    """Reads a file or bytes once, and hashes on the way."""

    def __init__(self, member: Path | bytes) -> None:
        self.digest = hashlib.sha256()
        self.size = len(member) if isinstance(member, bytes) else member.stat().st_size
        self._source: BinaryIO = io.BytesIO(member) if isinstance(member, bytes) else member.open("rb")

    def read(self, size: int = -1) -> bytes:
        clear = self._source.read(size)
        self.digest.update(clear)
        return clear

    def __enter__(self) -> _Counted:
        return self

    def __exit__(self, *_error: object) -> None:
        self._source.close()


def check_parcel(where: Path, label: Label, data_key: bytes) -> dict[str, str]:
    """Open the parcel to its end and return name → SHA-256 (hex) of each member; `Refused` if it is damaged."""
    with _said_of(where):
        return {name: _digest(chunks) for name, chunks in _members(where, label, data_key)}


def unpack_parcel(where: Path, label: Label, data_key: bytes, folder: Path) -> None:
    """Write every member into `folder`, on the disk when this returns; `Refused` if the parcel is damaged."""
    with _said_of(where):
        for name, chunks in _members(where, label, data_key):
            with private_file(folder / name) as file:
                for chunk in chunks:
                    file.write(chunk)
                flush(file)


@contextmanager
def _said_of(where: Path) -> Iterator[None]:
    """A member is read by whoever asked for it, so the damage can show there as well as between two members."""
    try:
        yield
    except (Broken, tarfile.TarError) as error:
        raise damaged(where) from error


def _digest(chunks: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def _members(where: Path, label: Label, data_key: bytes) -> Iterator[tuple[str, Iterator[bytes]]]:
    with where.open("rb") as source:
        source.seek(len(label.to_bytes()))
        bound = hashlib.sha256(label.to_bytes()).digest()
        reader = OpeningReader(opened_chunks(source, label.stream_key(data_key), bound))
        with tarfile.open(fileobj=reader, mode="r|") as tar:
            for entry in tar:
                yield _allowed(entry, where), _chunks(tar, entry)
        # tar stops at its own end; the seal is only proved by the last chunk.
        while reader.read(CHUNK):
            pass


def _chunks(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> Iterator[bytes]:
    opened = tar.extractfile(entry)
    if opened is not None:
        while chunk := opened.read(CHUNK):
            yield chunk


def _allowed(entry: tarfile.TarInfo, where: Path) -> str:
    # Sealed by us does not mean made by us today: a name must never lead out of the folder.
    if not entry.isreg() or not MEMBER_NAME.fullmatch(entry.name):
        raise damaged(where)
    return entry.name
