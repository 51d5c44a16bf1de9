"""Writing so that a kill, a power cut or a full disk leaves the old file or the new one, never a part of either."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from glob import escape
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UNFINISHED = ".unfinished"


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A new file, readable by its owner only, that takes `target`'s place when the block ends without an error.

    It is written beside its place, flushed to the disk and moved in; then the folder is flushed too. On an error
    nothing is left but the old `target`; what an earlier, killed writing of it left is removed. One writer a target at
    a time: the callers hold the casebook's lock. Raises `OSError` (a full disk, no permission).

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     note = pathlib.Path(folder) / "note"
    ...     with replacing(note) as file:
    ...         _ = file.write(b"whole")
    ...     note.read_bytes(), oct(note.stat().st_mode)[-3:], [found.name for found in pathlib.Path(folder).iterdir()]
    (b'whole', '600', ['note'])
    """
    for left_over in target.parent.glob(f".{escape(target.name)}.????????{UNFINISHED}"):
        left_over.unlink()
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with private_file(unfinished) as file:
            yield file
            flush(file)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)


def private_file(path: Path) -> BinaryIO:
    """A new file at `path`, open for writing, that only its owner can read; an existing one is an `OSError`."""
    return open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600))


def flush(file: BinaryIO) -> None:
    """Wait until what was written to `file` is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make a rename or removal in `folder` survive a power cut. Windows flushes folders by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep_unfinished(folder: Path) -> None:
    """Remove what a killed `replacing` left in `folder`; the caller holds the lock, so nobody is still writing it."""
    for left_over in folder.glob(f".*{UNFINISHED}"):
        if left_over.is_file():
            left_over.unlink()


def shred(file: Path) -> None:
    """Overwrite `file` once, then remove it.

    On flash storage old blocks may survive that; what then guards the content is that its key is gone.
    """
    with file.open("r+b") as open_file:
        left = file.stat().st_size
        while left > 0:
            left -= open_file.write(os.urandom(min(left, 1 << 20)))
        flush(open_file)
    file.unlink()
