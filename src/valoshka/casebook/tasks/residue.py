"""Looking for what should be gone: in every row of both stores, and in every byte of the casebook's folder.

Pages need no search of their own: the stores are compacted first, which leaves no free page, and this is checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connections

from valoshka.casebook.tasks.stores import identities_open
from valoshka.casebook.vault import blobs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

CHUNK = 1 << 20
LONGEST_CANARY = 200
SHORTEST_NEEDLE = 6  # shorter runs of bytes occur in sealed files by chance
ENCODINGS = ("utf-8", "utf-16-le", "cp1251")


@dataclass(frozen=True)
class Residue:
    """Where something that should be gone was found: a table and column, or a file; never the words themselves."""

    where: str


def residue(words: Collection[str], folder: Path) -> list[Residue]:
    """Every place below `folder`, or in a row of the open stores, that still holds any of `words` (capitals aside)."""
    sought = {word.casefold() for word in words if word.strip()}
    if not sought:
        return []
    return [*_in_rows(sought), *_in_free_pages(), *_in_files(words, folder)]


def open_stores() -> list[str]:
    """The aliases that can be searched now."""
    return ["casebook", "identities"] if identities_open() else ["casebook"]


def _in_rows(sought: Collection[str]) -> Iterator[Residue]:
    for alias in open_stores():
        with connections[alias].cursor() as cursor:
            for table in connections[alias].introspection.table_names(cursor):
                columns = [
                    column.name for column in connections[alias].introspection.get_table_description(cursor, table)
                ]
                cursor.execute(f"SELECT * FROM {connections[alias].ops.quote_name(table)}")  # noqa: S608 - from SQLite's own schema
                yield from _in_table(f"{alias}, {table}", columns, cursor.fetchall(), sought)


def _in_table(
    where: str, columns: list[str], rows: list[tuple[object, ...]], sought: Collection[str]
) -> Iterator[Residue]:
    for index, column in enumerate(columns):
        if any(_holds(row[index], sought) for row in rows):
            yield Residue(f"{where}, column {column}")


def _holds(value: object, sought: Collection[str]) -> bool:
    if isinstance(value, bytes | memoryview):
        value = bytes(value).decode("utf-8", "replace")
    if not isinstance(value, str):
        return False
    # JSON columns keep letters beyond ASCII as escapes.
    unescaped = value.encode().decode("unicode_escape", "replace") if "\\u" in value else ""
    whole = f"{value} {unescaped}".casefold()
    return any(word in whole for word in sought)


def _in_free_pages() -> Iterator[Residue]:
    for alias in open_stores():
        with connections[alias].cursor() as cursor:
            free = cursor.execute("PRAGMA freelist_count").fetchone()
        if free and int(free[0]):
            yield Residue(f"{alias}, {free[0]} free page(s) that were not compacted")


def _in_files(words: Collection[str], folder: Path) -> Iterator[Residue]:
    needles = {
        word[:LONGEST_CANARY].encode(encoding, "ignore")
        for word in words
        for encoding in ("utf-8", "utf-16-le", "cp1251")
    }
    needles = {needle for needle in needles if len(needle) > 3}
    overlap = max(map(len, needles), default=1)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if _file_holds(file, needles, overlap):
            yield Residue(f"file {file.relative_to(folder)}")


def _file_holds(file: Path, needles: Collection[bytes], overlap: int) -> bool:
    before = b""
    with file.open("rb") as open_file:
        while chunk := open_file.read(CHUNK):
            window = before + chunk
            if any(needle in window for needle in needles):
                return True
            before = window[-overlap:]
    return False


def originals_left(folder: Path, gone: Collection[str]) -> list[Residue]:
    """The sealed files of `gone` that are still there."""
    return [Residue(f"sealed original {blob}") for blob in sorted(blobs.blob_ids(folder) & set(gone))]
