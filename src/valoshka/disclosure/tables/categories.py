"""Categories that overlap: age bands that were cut in other places, regions that were counted together."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.table import Sum
from valoshka.disclosure.tables.wording import joiners

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.disclosure.tables.table import Group, Table

_BAND = re.compile(r"(\d{1,4})\s*[-–—]\s*(\d{1,4})(?P<unit>\D*)")
_MOST_BANDS = 60


def with_pieces(table: Table) -> Table:
    """`table` with what its overlapping categories have in common, so that one can be subtracted from another.

    "18–30" beside "18–29" is those and the group aged 30; "Hrodna and Brest" beside "Hrodna" is Hrodna and Brest.

    >>> from valoshka.disclosure.tables.table import Cell, Interval, Table
    >>> told = Cell(frozenset({"18–29"}), Interval(12, 12)), Cell(frozenset({"18–30"}), Interval(14, 14))
    >>> [[*part] for each in with_pieces(Table(told)).sums for part in each.parts]
    [['18–29'], ['30']]
    """
    groups = list(dict.fromkeys(cell.group for cell in table.cells))
    labels = frozenset(label for group in groups for label in group)
    made_of = {**_bands(labels), **_joined(labels)}
    sums = [
        Sum(group, tuple((group - {label}) | {part} for part in parts))
        for group in groups
        for label in group
        if (parts := made_of.get(label))
    ]
    return replace(table, sums=tuple(dict.fromkeys((*table.sums, *sums))))


def _bands(labels: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Of each band that another cuts: the pieces between all the cuts."""
    found: dict[str, tuple[int, int, str]] = {}
    for label in labels:
        if (match := _BAND.fullmatch(label)) and int(match[1]) <= int(match[2]):
            found[label] = int(match[1]), int(match[2]), match["unit"].strip()
    made_of: dict[str, tuple[str, ...]] = {}
    if len(found) > _MOST_BANDS:
        return made_of
    for unit in {unit for _, _, unit in found.values()}:
        ends = {label: (low, high) for label, (low, high, own) in found.items() if own == unit}
        cuts = sorted({cut for low, high in ends.values() for cut in (low, high + 1)})
        named = {end: label for label, end in ends.items()}
        for label, (low, high) in ends.items():
            inside = [cut for cut in cuts if low <= cut <= high + 1]
            pieces = tuple(_piece(start, end - 1, unit, named) for start, end in pairwise(inside))
            if len(pieces) > 1:
                made_of[label] = pieces
    return made_of


def _piece(low: int, high: int, unit: str, named: dict[tuple[int, int], str]) -> str:
    told = str(low) if low == high else f"{low}–{high}"
    return named.get((low, high), f"{told} {unit}".strip())


def _joined(labels: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Of each label that says several categories, one of which stands by itself: those categories."""
    made_of: dict[str, tuple[str, ...]] = {}
    for label in labels:
        parts = tuple(dict.fromkeys(_parts(label)))
        if len(parts) > 1 and any(part in labels for part in parts):
            made_of[label] = parts
    return made_of


def _parts(label: str) -> Iterator[str]:
    pieces = [label]
    for sign in joiners():
        pieces = [part for piece in pieces for part in piece.split(sign)]
    yield from (piece.strip() for piece in pieces if piece.strip())


def shared(one: Table, other: Table) -> tuple[Group, ...]:
    """The groups that both tables count."""
    return tuple(cell.group for cell in one.cells if other.of(cell.group) is not None)
