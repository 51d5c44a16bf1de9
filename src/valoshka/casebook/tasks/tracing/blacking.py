"""Rows of kept lists that name somebody who is erased: the whole row is blacked out, its place in the list stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F

from valoshka.casebook.identities.models import Hit, KeptList, KeptRow, Search
from valoshka.casebook.tasks.tracing.batches import batches
from valoshka.casebook.tasks.tracing.row_parts import in_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.residue import Sought

BLACK_ROW = "█" * 8  # of one length: a row's own would hint at the name


def searches_for(person: Person) -> list[Search]:
    """The searches, open and closed, that are tied to `person`."""
    return list(Search.objects.filter(person=person.id))


def said_of(search: Search) -> set[str]:
    """Every name that `search` asks for or asked for before it was changed."""
    names = set(search.names)
    for before in search.turns.values_list("before", flat=True):
        names |= {before.get("name", ""), *before.get("other_names", ())}
    return names - {""}


def rows_naming(sought: Sought) -> Iterator[int]:
    """The numbers of the kept rows in which `residue` would find what is `sought`."""
    rows = in_parts(KeptRow.objects.all())
    return (row.number for row in rows if any(map(sought.in_value, (row.names, row.words, row.label))))


def black_out_rows(numbers: Collection[int]) -> None:
    """Leave of these rows where they stand, and nothing that they say; likenesses to them go. In one transaction.

    Each list counts its black rows: "no match" must not take them for searched.
    """
    for batch in batches(sorted(numbers)):
        Hit.objects.filter(row__in=batch).delete()
        rows = KeptRow.objects.filter(number__in=batch).exclude(names="")
        for kept, blackened in list(rows.order_by().values_list("kept_list").annotate(Count("number"))):
            KeptList.objects.filter(id=kept).update(rows_blacked=F("rows_blacked") + blackened)
        rows.update(names="", words=BLACK_ROW, label="", born="")
