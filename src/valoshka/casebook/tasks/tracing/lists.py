"""Lists kept in the identities: each row sealed with its file, page and line; the same file is taken once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connections

from valoshka.casebook.identities.models import KeptList, KeptRow
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import OWNER, author_code
from valoshka.casebook.tasks.stores import identities_first, need_identities
from valoshka.casebook.tasks.tracing.batches import batches
from valoshka.casebook.tasks.tracing.searches import TRACING
from valoshka.errors import Refused
from valoshka.tracing.opening import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from valoshka.tracing import DetaineeList, ListRow

ROWS_AT_ONCE = 2_000
LONGEST_FILE_NAME = 400
COLUMNS = ("kept_list_id", "page", "line", "label", "names", "born", "words")
LONGEST_PAGE = LONGEST_LABEL = 200


@dataclass(frozen=True)
class Kept:
    """What became of one list. `new` is false if these very bytes had been kept before; nothing changed then."""

    kept_list: KeptList
    new: bool


def sha256_of(path: Path) -> str:
    """The SHA-256 of the file at `path`. Raises `ListUnreadable` for what is no file, is empty or too large."""
    return hashlib.sha256(opened(path).untrusted_bytes).hexdigest()


def known_list(sha256: str) -> KeptList | None:
    """The list that was kept of the file with this SHA-256."""
    need_identities(TRACING)
    return KeptList.objects.filter(sha256=sha256).first()


def keep_list(
    detained: DetaineeList, sha256: str, author: str = OWNER, tell: Callable[[int], None] = lambda _: None
) -> Kept:
    """Keep every row of `detained`, or nothing of it; `tell` hears how many more rows have been taken.

    `sha256` is its file's. Raises `Refused` in travel mode, for a list without a row, and for a disk that is full.
    """
    if known := known_list(sha256):
        return Kept(known, False)
    if not len(detained):
        raise Refused(f"{detained.file} names nobody, so nothing was kept of it. Look at it, or name its column.")
    kept = _entry(detained, sha256, author)
    with identities_first():
        kept.save(force_insert=True)
        for batch in batches(detained, ROWS_AT_ONCE):
            _insert(batch, kept)
            tell(len(batch))
        audit.record("list.kept", kept.id, author)
    return Kept(kept, True)


def _entry(detained: DetaineeList, sha256: str, author: str) -> KeptList:
    return KeptList(
        file_name=detained.file[:LONGEST_FILE_NAME],
        sha256=sha256,
        read_at=detained.read,
        written_at=detained.written,
        read_by=author_code(author),
        rows_kept=len(detained),
        rows_refused=detained.faulty,
    )


def _insert(rows: Sequence[ListRow], kept: KeptList) -> None:
    """Past the models, which take ten times as long: a list can have a million rows."""
    into = f"{KeptRow._meta.db_table} ({', '.join(COLUMNS)})"
    values = ", ".join(["%s"] * len(COLUMNS))
    with connections["identities"].cursor() as cursor:
        cursor.executemany(f"INSERT INTO {into} VALUES ({values})", [_values(row, kept) for row in rows])  # noqa: S608 - the model's own table


def _values(row: ListRow, kept: KeptList) -> tuple[str | int, ...]:
    names = "\n".join(" ".join(name.split()) for name in row.names)
    born = str(row.born) if row.born else ""
    return kept.id, row.page[:LONGEST_PAGE], row.line, str(row.id)[:LONGEST_LABEL], names, born, row.words


def find_list(reference: str) -> KeptList:
    """The kept list with this id or file name. Raises `Refused` if there is none, or more than one of that name."""
    need_identities(TRACING)
    found = list(KeptList.objects.filter(id=reference.strip().upper()) or KeptList.objects.filter(file_name=reference))
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(f"{each.id} (read {each.read_at:%Y-%m-%d %H:%M})" for each in found)
        raise Refused(f"{len(found)} lists have that file name: {ids}. Say which by its id.")
    raise Refused("No list here has that id or file name. See all of them with: valoshka trace matches CASE --lists")
