"""Shares of a known number of people are counts: 25 % of 8 is two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.figures import Figure, base_in
from valoshka.disclosure.tables.wording import is_total

if TYPE_CHECKING:
    from valoshka.disclosure.tables.layout import Layout


def resolved(layout: Layout) -> Layout:
    """`layout` with each share as the count that it must be, wherever its base is told, and without all other shares.

    The base stands in the heading, the row's label or the title ("n = 8"), or is the row's only other count or its
    total. Shares of a column's total say nothing that the counts beside them do not.
    """
    shares = [column for column in layout.counts if _holds_shares(layout, column)]
    if not shares:
        return layout
    others = [column for column in layout.counts if column not in shares]
    totals = [column for column in others if is_total(layout.heading(column))]
    whole = totals[0] if totals else others[0] if len(others) == 1 else None
    figures = dict(layout.figures)
    kept: set[int] = set()
    for column in shares:
        if whole is not None and _distributes(layout, column, whole):
            continue
        for row in layout.body:
            counted = _counted(layout, row, column, whole)
            if counted is not None:
                figures[row, column] = counted
                kept.add(column)
    counts = tuple(column for column in layout.counts if column not in shares or column in kept)
    return replace(layout, figures=figures, counts=counts)


def _holds_shares(layout: Layout, column: int) -> bool:
    told = [layout.figures.get((row, column)) for row in layout.body]
    return any(each is not None and each.share is not None for each in told)


def _counted(layout: Layout, row: int, column: int, whole: int | None) -> Figure | None:
    told = layout.figures.get((row, column))
    base = _base(layout, row, column, whole)
    if told is None or told.share is None or base is None:
        return None
    interval = told.share.of(base)
    return None if interval is None else Figure(interval, "percent")


def _base(layout: Layout, row: int, column: int, whole: int | None) -> int | None:
    label = " ".join(layout.cells[row][each] for each in layout.labels)
    over = " ".join(layout.heading(each) for each in layout.labels)
    for text in (layout.heading(column), label, over, layout.title):
        if (base := base_in(text)) is not None:
            return base
    beside = layout.figures.get((row, whole)) if whole is not None else None
    return beside.interval.low if beside is not None and beside.interval.exact else None


def _distributes(layout: Layout, column: int, whole: int) -> bool:
    """Whether the shares in `column` are those of each row in the sum of column `whole`."""
    pairs = [(layout.figures.get((row, column)), layout.figures.get((row, whole))) for row in layout.body]
    known = [
        (one.share, other.interval.low) for one, other in pairs if one and one.share and other and other.interval.exact
    ]
    bases = [sum(count for _, count in known), max((count for _, count in known), default=0)]
    return any(
        bool(known)
        and all((left := share.of(base)) and left.low <= count <= (left.high or 0) for share, count in known)
        for base in bases
    )
