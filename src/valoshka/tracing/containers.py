"""Spreadsheets are zip containers from strangers: weighed before anything in them is unpacked or given room."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from valoshka.tracing.limits import LIMITS, MIB, Limits
from valoshka.tracing.opening import too_large
from valoshka.tracing.refusals import ListUnreadable, damaged
from valoshka.tracing.well_formed import require_well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.tracing.opening import Opened

_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
_ENCRYPTED = 0x1
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,4})(\d{1,9})["']""")
_REPEATED = re.compile(rb"""number-(columns|rows)-repeated\s*=\s*["'](\d{1,9})["']""")
_CHUNK = 4 * MIB
_OVERLAP = 128  # bytes: an attribute may lie across two chunks
_REPEATS = 200_000  # repetitions of a filled cell or row that an ODS may ask for in one place


def weigh(file: Opened, limits: Limits = LIMITS) -> str:
    """`xlsx` or `ods`, once the container is known to be neither damaged, nor locked, nor a bomb.

    Raises `ListUnreadable`; also for zip files that hold something else.
    """
    if len(file.untrusted_bytes) > limits.sheet_bytes:
        raise too_large(file.name, limits.sheet_bytes)
    try:
        with zipfile.ZipFile(io.BytesIO(file.untrusted_bytes)) as container:
            _weigh_parts(file.name, container.infolist(), limits)
            kind = _kind(file.name, container)
            require_well_formed(file.name, container)
            if kind == "xlsx":
                _weigh_xlsx(file.name, container, limits)
            else:
                _weigh_ods(file.name, container, limits)
    except _BROKEN as error:
        raise damaged(file.name) from error
    except RuntimeError as error:  # zipfile's word for an encrypted part
        raise locked(file.name) from error
    return kind


def _weigh_parts(name: str, infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise locked(name)
    if any(info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for info in infos):
        raise damaged(name)
    unpacked = sum(info.file_size for info in infos)
    dense = any(
        info.file_size > limits.ratio_from and info.file_size > limits.ratio * max(info.compress_size, 1)
        for info in infos
    )
    if len(infos) > limits.parts or unpacked > limits.unpacked_bytes or dense:
        raise _hostile(name)


def _kind(name: str, container: zipfile.ZipFile) -> str:
    parts = {part.lower() for part in container.namelist()}
    if "xl/workbook.xml" in parts:
        return "xlsx"
    if "content.xml" in parts and "mimetype" in parts:
        declared = container.read("mimetype")[:100]
        if b"opendocument.spreadsheet" in declared:
            return "ods"
    if "word/document.xml" in parts or "content.xml" in parts:
        advice = "Take out its text first: valoshka text FILE > list.txt, and give list.txt."
        raise ListUnreadable(name, "it is a text document, not a table", advice)
    if "xl/workbook.bin" in parts:
        raise ListUnreadable(name, "it is a binary workbook (xlsb)", "Save it as xlsx, and give that.")
    raise ListUnreadable(name, "it is a packed archive", "Unpack it, and give the lists in it.")


def _weigh_xlsx(name: str, container: zipfile.ZipFile, limits: Limits) -> None:
    """A reader makes room for the rectangle from A1 to the last cell, so one cell in the far corner is a bomb."""
    for part in container.namelist():  # a sheet may lie in any part
        columns, rows = 0, 0
        for chunk in _chunks(container, part, limits):
            places = set(_CELL.findall(chunk))
            rows = max([rows, *(int(row) for _, row in places)])
            columns = max([columns, *(_number(letters) for letters in {letters for letters, _ in places})])
        if columns * rows > limits.cells:
            raise _too_wide(name)


def _number(letters: bytes) -> int:
    """The number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _weigh_ods(name: str, container: zipfile.ZipFile, limits: Limits) -> None:
    """Repeated cells unfold; a sheet's empty rest is one such, and only that may be long."""
    columns = rows = 1
    for chunk in _chunks(container, "content.xml", limits):
        for way, times in _REPEATED.findall(chunk):
            if way == b"columns" and int(times) < 16_000:
                columns = max(columns, int(times))
            elif way == b"rows" and int(times) < _REPEATS * 5:
                rows = max(rows, int(times))
    if columns * rows > limits.cells:
        raise _too_wide(name)


def _chunks(container: zipfile.ZipFile, part: str, limits: Limits) -> Iterator[bytes]:
    """The bytes of a part, piece by piece; each begins with the end of the one before."""
    before, unpacked = b"", 0
    with container.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            unpacked += len(chunk)
            if unpacked > limits.unpacked_bytes:
                raise ListUnreadable(container.filename or "The list", "it unpacks to too much", "Split it.")
            yield before + chunk
            before = chunk[-_OVERLAP:]


def locked(name: str) -> ListUnreadable:
    """The refusal of a file that asks for a password."""
    advice = "Open it with the password, save a copy without one, and give that."
    return ListUnreadable(name, "it is protected with a password", advice)


def _hostile(name: str) -> ListUnreadable:
    advice = "Do not open it; ask whoever sent it, and treat the file as hostile."
    return ListUnreadable(name, "it would unpack to far more than a list holds", advice)


def _too_wide(name: str) -> ListUnreadable:
    advice = "Copy the names into a new sheet, save that, and give it."
    return ListUnreadable(name, "a sheet of it reaches far beyond any list, perhaps by a stray cell", advice)
