"""A casebook as lists to be searched: its people, and every list that it keeps, as each stood in its file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import KeptList, KeptRow, Name
from valoshka.casebook.records.models import Person
from valoshka.casebook.tasks.naming import stand_ins
from valoshka.casebook.tasks.stores import need_identities
from valoshka.casebook.tasks.tracing.row_parts import in_parts
from valoshka.casebook.tasks.tracing.searches import TRACING
from valoshka.terms import edtf
from valoshka.tracing import DetaineeList, ListRow
from valoshka.tracing.ledger import BETWEEN, Ledger, RawRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from valoshka.casebook.opening import Casebook

STEP = 5_000  # rows between two words to `tell`


class _KeptTeller:
    """Tells a row of a kept list from the cells that the ledger keeps of it: its id, its birth and its words."""

    def __init__(self, file: str, pages: Sequence[str]) -> None:
        self._file, self._pages = file, pages

    def row(self, raw: RawRow, names: tuple[str, ...]) -> ListRow:
        """The whole row, where it stands in the list's own file."""
        row_id, born, words = raw.cells
        birth = edtf.parse(born) if born else None
        return ListRow(self._file, self._pages[raw.page], raw.line, row_id, names, words, birth)


def lists_in(casebook: Casebook, tell: Callable[[int], None] = lambda _: None) -> list[DetaineeList]:
    """The people of `casebook`, one row each, then each kept list with its rows; `tell` hears how many rows were read.

    The id of a person's row is the person's, that of a kept row its list's with the row's number. People without a name
    and rows that were blacked out are not in it. Raises `Refused` in travel mode.
    """
    need_identities(TRACING)
    lists, before = [_people(casebook.path.name)], 0
    for kept in KeptList.objects.all():
        lists.append(_kept(kept, casebook.path.name, before, tell))
        before += kept.rows_kept
    return lists


def _people(file: str) -> DetaineeList:
    note = "the people of the casebook, by their real names; ids are theirs"
    return DetaineeList(file, list(_people_rows(file)), datetime.now(UTC), notes=(note,))


def _people_rows(file: str) -> Iterator[ListRow]:
    standing = stand_ins()
    names: dict[str, list[str]] = {}
    for name in Name.objects.order_by("id"):
        names.setdefault(name.person, []).append(name.text)
    for person in Person.objects.filter(id__in=names).order_by("id"):
        words = f"{standing[person.id]}: {'; '.join(names[person.id])}"
        born = edtf.parse(person.born) if person.born else None
        yield ListRow(file, person.id, 0, person.id, tuple(names[person.id]), words, born)


def _kept(kept: KeptList, casebook: str, before: int, tell: Callable[[int], None]) -> DetaineeList:
    pages: dict[str, int] = {}
    told: list[str] = []
    ledger = Ledger(_KeptTeller(kept.file_name, told))
    for number, row in enumerate(in_parts(KeptRow.objects.filter(kept_list=kept)), before + 1):
        page = pages.setdefault(row.page, len(told))
        if page == len(told):
            told.append(row.page)
        if row.names:
            cells = (f"{kept.id}-{row.number}", row.born, row.words.replace(BETWEEN, " "))
            ledger.append(RawRow(page, row.line, cells), row.names.split("\n"))
        if number % STEP == 0:
            tell(number)
    notes = (f"kept in {casebook}, read {kept.read_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC",)
    return DetaineeList(kept.file_name, ledger, kept.read_at, kept.written_at or kept.read_at, notes=notes)


def place_of(row: KeptRow) -> str:
    """Where `row` stands, in words: file, page and line."""
    return ", ".join(part for part in (row.kept_list.file_name, row.page, f"line {row.line}") if part)
