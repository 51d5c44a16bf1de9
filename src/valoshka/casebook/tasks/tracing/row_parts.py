"""Rows of kept lists a part at a time: a million of them neither fill the memory nor hold a cursor open.

A cursor that is open when somebody stops the program would be closed after the store is, with a complaint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from valoshka.casebook.identities.models import KeptRow

ROWS_AT_ONCE = 10_000


def in_parts(rows: QuerySet[KeptRow]) -> Iterator[KeptRow]:
    """`rows` in the order of their numbers."""
    last = 0
    while part := list(rows.filter(number__gt=last).order_by("number")[:ROWS_AT_ONCE]):
        yield from part
        last = part[-1].number


def names_in_parts(rows: QuerySet[KeptRow]) -> Iterator[tuple[int, str]]:
    """The number of each of `rows` with each name in it; blacked-out rows have none."""
    last = 0
    while part := list(rows.filter(number__gt=last).order_by("number").values_list("number", "names")[:ROWS_AT_ONCE]):
        yield from ((number, name) for number, names in part for name in names.split("\n") if name)
        last = part[-1][0]
