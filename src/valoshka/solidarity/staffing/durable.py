"""Writing so that a kill or a power cut leaves the old file or the new one, and what was said to be kept is kept."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MINE = 0o600


def write_durably(path: Path, content: bytes) -> None:
    """Put `content` at `path`, readable by its owner only, and return once the disk has it. Raises `Refused`.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_durably(pathlib.Path(folder) / "one", b"two")
    ...     (pathlib.Path(folder) / "one").read_bytes()
    b'two'
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with said_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(unfinished, "xb", opener=_private) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
        _settle(path.parent)


def append_durably(path: Path, line: bytes) -> None:
    """Add `line` and a line feed to the file at `path`, and return once the disk has it. Raises `Refused`.

    What a power cut left of an earlier line stays a line of its own.
    """
    with said_plainly(path), open(path, "ab", opener=_private) as file:
        file.write((b"\n" if _is_torn(path) else b"") + line + b"\n")
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turns what the system says of `path` into a refusal."""
    try:
        yield
    except OSError as error:
        raise Refused(
            f"{path.name} in {path.parent.name} cannot be read or written ({error.strerror}). Make room, or see whose "
            "file it is; then try again."
        ) from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, _MINE)


def _is_torn(path: Path) -> bool:
    if not path.stat().st_size:
        return False
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() != b"\n"


def _settle(folder: Path) -> None:
    """Have the folder's own entry on the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
