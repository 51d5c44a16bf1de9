"""Taking the bytes of a list that nobody vouches for, and telling what it really is."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from valoshka.tracing.limits import LIMITS, MIB, Limits
from valoshka.tracing.refusals import ListUnreadable

if TYPE_CHECKING:
    from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_KINDS_READ = "csv, txt, xlsx, xls or ods"


@dataclass(frozen=True)
class Opened:
    """The bytes of a file, its name without the folder, and when it was last written (UTC)."""

    name: str
    untrusted_bytes: bytes
    written: datetime


def opened(path: Path, limits: Limits = LIMITS) -> Opened:
    """The whole content of the regular file at `path`. Raises `ListUnreadable` for anything else."""
    name = path.name
    try:
        # Opened once and judged by what was opened; a pipe must not be waited for.
        with open(path, "rb", opener=lambda file, _: os.open(file, _FLAGS)) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise _not_a_file(name, folder=stat.S_ISDIR(status.st_mode))
            content = file.read(limits.text_bytes + 1)
    except FileNotFoundError as error:
        raise ListUnreadable(name, "there is no such file", "Check how its name is written.") from error
    except IsADirectoryError as error:
        raise _not_a_file(name, folder=True) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        advice = "Check that you may read it and that no other program holds it."
        raise ListUnreadable(name, f"it could not be opened ({why})", advice) from error
    if len(content) > limits.text_bytes:
        raise too_large(name, limits.text_bytes)
    if not content:
        raise ListUnreadable(name, "it is empty", "Check that it was saved or sent whole.")
    return Opened(name, content, datetime.fromtimestamp(status.st_mtime, UTC))


def _not_a_file(name: str, *, folder: bool) -> ListUnreadable:
    if folder:
        return ListUnreadable(name, "it is a folder", "Give the lists in it by name, for example: folder/*.csv")
    return ListUnreadable(name, "it is a pipe or a device, not a file", "Save what it carries as a file first.")


def too_large(name: str, most: int) -> ListUnreadable:
    """The refusal of a file beyond the cap of `most` bytes."""
    return ListUnreadable(name, f"it is larger than {most // MIB} MB", "Split it into several lists and give them all.")


def kind_of(file: Opened) -> str:
    """`zip`, `xls` or `text`, by the first bytes: names of files lie.

    Raises `ListUnreadable` for what can hold a list but is not read: PDF, a web page that calls itself a sheet,
    pictures.
    """
    start = file.untrusted_bytes[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    for signatures, what, advice in _OTHERS:
        if start.startswith(signatures):
            raise ListUnreadable(file.name, f"it is really {what}", advice)
    return "text"


_SIGNATURES = ((b"pk\x03\x04", "zip"), (b"pk\x05\x06", "zip"), (bytes.fromhex("d0cf11e0a1b11ae1"), "xls"))
_SAVE_AS = f"Open it in a spreadsheet or text program, save it as {_KINDS_READ}, and give that."
_OTHERS: tuple[tuple[tuple[bytes, ...], str, str], ...] = (
    ((b"%pdf",), "a PDF", "Take out its text first: valoshka text FILE > list.txt, and give list.txt."),
    ((b"<!doctype html", b"<html", b"<table", b"<?xml"), "a web page or XML", _SAVE_AS),
    ((b"{\\rtf",), "a text document (RTF)", _SAVE_AS),
    (
        (b"\x89png", b"\xff\xd8\xff", b"gif8", b"riff", b"ii*\0", b"mm\0*"),
        "a picture",
        "Type its names into a text file, one person a line; a picture cannot be searched.",
    ),
    ((b"rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"bzh", b"\xfd7zxz"), "a packed archive", "Unpack it and give the lists."),
    ((b"sqlite format 3",), "a database", "Export its table as csv, and give that."),
)
