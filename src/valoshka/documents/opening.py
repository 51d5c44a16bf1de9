"""Taking the bytes of a file that nobody vouches for."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from valoshka.documents.limits import LIMITS, MIB, Limits
from valoshka.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

# Absent on Windows, where a name cannot be a fifo and opening does not wait.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_NOT_A_FILE = (
    (stat.S_ISDIR, "it is a folder", "Give its files, or import the folder as a whole."),
    (stat.S_ISFIFO, "it is a pipe, not a file", "Save what it carries as a file first."),
    (stat.S_ISSOCK, "it is a socket, not a file", "Give a document."),
)


def bytes_of(path: Path, limits: Limits = LIMITS) -> bytes:
    """The whole content of the regular file at `path`.

    Raises `Unreadable` for anything else: links (which may lead out of the folder that was meant), folders, pipes,
    devices, files that are too large or may not be read.
    """
    if path.is_symlink():
        raise Unreadable(path.name, "it is a link to another file", "Give the file that it leads to.")
    try:
        # Opened once and judged by what was opened: a name can be turned into a link between two looks.
        with open(path, "rb", opener=_opened_without_waiting) as file:
            return _capped(path.name, file.read(limits.file_bytes + 1), limits)
    except FileNotFoundError as error:
        raise Unreadable(path.name, "there is no such file", "Check how the name is written.") from error
    except (OSError, ValueError) as error:
        reason = f"it could not be opened ({getattr(error, 'strerror', None) or 'the name is not valid'})"
        raise Unreadable(path.name, reason, "Check that you may read it and that no other program holds it.") from error


def _opened_without_waiting(path: str, _: int) -> int:
    descriptor = os.open(path, _FLAGS)
    try:
        _require_regular(os.path.basename(path), os.fstat(descriptor))
    except Unreadable:
        os.close(descriptor)
        raise
    return descriptor


def _require_regular(name: str, status: os.stat_result) -> None:
    for is_kind, reason, advice in _NOT_A_FILE:
        if is_kind(status.st_mode):
            raise Unreadable(name, reason, advice)
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(name, "it is a device, not a file", "Give a document.")


def _capped(name: str, content: bytes, limits: Limits) -> bytes:
    if len(content) > limits.file_bytes:
        raise too_large(name, limits)
    return content


def too_large(name: str, limits: Limits) -> Unreadable:
    """The refusal of a file beyond the cap."""
    return Unreadable(
        name, f"it is larger than {limits.file_bytes // MIB} MB", "Take out large pictures, or split it in two."
    )
