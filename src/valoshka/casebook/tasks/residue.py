"""Looking for what should be gone: in every row of both stores, and in every byte of the casebook's folder.

Pages need no search of their own: the stores are compacted first, which leaves no free page, and this is checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from django.db import connections

from valoshka.casebook.tasks.stores import identities_open
from valoshka.casebook.vault import blobs
from valoshka.names import Finder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
CHUNK = 1 << 20
ROWS_AT_ONCE = 2_000
LONGEST_CANARY = 200
# A surname alone may be a relative's, who stays.
WHOLE_NAMES = ("full_name", "given_patronymic", "initials")
SURNAMES = ("surname", "surname_common", "surname_of_another")
SHORTEST_NEEDLE = 6  # shorter runs of bytes occur in sealed files by chance
ENCODINGS = ("utf-8", "utf-16-le", "cp1251")


@dataclass(frozen=True)
class Residue:
    """Where something that should be gone was found: a table and column, or a file; never the words themselves."""

    where: str


def residue(words: Collection[str], folder: Path, names: Collection[str] = ()) -> list[Residue]:
    """Every place below `folder`, or in a row of the open stores, that still holds any of `words` (capitals aside).

    `names` are looked for in the rows in every spelling and case form too.
    """
    return [*_in_rows(Sought.of(words, names)), *_in_free_pages(), *_in_files(words, folder)]


def to_look_at(names: Collection[str], pseudonyms: Collection[str]) -> list[Residue]:
    """Every column with a surname of `names` alone, or a pseudonym: it may be somebody else's, so a person looks."""
    borne = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in pseudonyms) or r"(?!)", re.IGNORECASE)
    return list(_in_rows(_Alone(borne, Finder({"erased": list(names)}))))


def _as_text(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        value = bytes(value).decode("utf-8", "replace")
    # JSON columns keep letters beyond ASCII as escapes.
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), value) if isinstance(value, str) else ""


@dataclass(frozen=True)
class _Alone:
    pseudonyms: re.Pattern[str]
    finder: Finder

    def in_value(self, value: object) -> bool:
        text = _as_text(value)
        return bool(self.pseudonyms.search(text)) or any(
            mention.how in SURNAMES and text[mention.start].isupper() for mention in self.finder.find(text)
        )


@dataclass(frozen=True)
class Sought:
    """Words in exactly these letters (capitals aside), and names in every spelling and case form."""

    words: frozenset[str]
    finder: Finder

    @classmethod
    def of(cls, words: Collection[str], names: Collection[str] = ()) -> Sought:
        """What `residue` looks for in the rows."""
        return cls(frozenset(word.casefold() for word in words if word.strip()), Finder({"erased": list(names)}))

    def in_value(self, value: object) -> bool:
        """Whether one value of a row holds any of it."""
        text = _as_text(value)
        folded = text.casefold()
        return any(word in folded for word in self.words) or any(
            mention.how in WHOLE_NAMES for mention in self.finder.find(text)
        )


def open_stores() -> list[str]:
    """The aliases that can be searched now."""
    return ["casebook", "identities"] if identities_open() else ["casebook"]


def _in_rows(sought: Sought | _Alone) -> Iterator[Residue]:
    for alias in open_stores():
        with connections[alias].cursor() as cursor:
            for table in connections[alias].introspection.table_names(cursor):
                columns = [
                    column.name for column in connections[alias].introspection.get_table_description(cursor, table)
                ]
                cursor.execute(f"SELECT * FROM {connections[alias].ops.quote_name(table)}")  # noqa: S608 - from SQLite's own schema
                # Kept lists can have a million rows: never all of them at once.
                parts = iter(partial(cursor.fetchmany, ROWS_AT_ONCE), [])
                yield from _in_table(f"{alias}, {table}", columns, chain.from_iterable(parts), sought)


def _in_table(
    where: str, columns: list[str], rows: Iterable[tuple[object, ...]], sought: Sought | _Alone
) -> Iterator[Residue]:
    clean = dict(enumerate(columns))
    for row in rows:
        for index in [index for index in clean if sought.in_value(row[index])]:
            yield Residue(f"{where}, column {clean.pop(index)}")


def _in_free_pages() -> Iterator[Residue]:
    for alias in open_stores():
        with connections[alias].cursor() as cursor:
            free = cursor.execute("PRAGMA freelist_count").fetchone()
        if free and int(free[0]):
            yield Residue(f"{alias}, {free[0]} free page(s) that were not compacted")


def _in_files(words: Collection[str], folder: Path) -> Iterator[Residue]:
    needles = {word[:LONGEST_CANARY].encode(encoding, "ignore") for word in words for encoding in ENCODINGS}
    needles = {needle for needle in needles if len(needle) >= SHORTEST_NEEDLE}
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
