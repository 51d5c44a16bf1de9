"""Tables as plain values, so that a release can keep what it counted and a later one be held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, cast

from valoshka.disclosure.tables.table import Cell, Interval, Sum, Table, Told

if TYPE_CHECKING:
    from collections.abc import Iterable


class PlainCell(TypedDict):
    """One count: the labels of its group, the least and most that is told of it, and in which way."""

    group: list[str]
    low: int
    high: int | None
    told: str


class PlainSum(TypedDict):
    """What a total is made of."""

    total: list[str]
    parts: list[list[str]]
    rest: bool


class PlainTable(TypedDict):
    """A table in lists, strings and numbers only, as JSON keeps it."""

    title: str
    counts: str
    cells: list[PlainCell]
    sums: list[PlainSum]


def as_plain(tables: Iterable[Table]) -> list[PlainTable]:
    """`tables` without places, in an order that does not hang on chance.

    >>> as_plain([Table((Cell(frozenset({"hrodna"}), Interval(12, 12)),), title="Detained")])[0]["cells"]
    [{'group': ['hrodna'], 'low': 12, 'high': 12, 'told': 'exact'}]
    """
    return [
        PlainTable(
            title=table.title,
            counts=table.counts,
            cells=[
                PlainCell(group=sorted(cell.group), low=cell.interval.low, high=cell.interval.high, told=cell.told)
                for cell in table.cells
            ],
            sums=[
                PlainSum(total=sorted(each.total), parts=[sorted(part) for part in each.parts], rest=each.rest)
                for each in table.sums
            ],
        )
        for table in tables
    ]


def from_plain(kept: Iterable[PlainTable]) -> list[Table]:
    """The tables that `as_plain` gave.

    >>> from_plain(as_plain([Table((Cell(frozenset({"hrodna"}), Interval(12, 12)),))]))[0].cells[0].interval
    Interval(low=12, high=12)
    """
    return [
        Table(
            tuple(
                Cell(frozenset(cell["group"]), Interval(cell["low"], cell["high"]), cast(Told, cell["told"]))
                for cell in table["cells"]
            ),
            tuple(
                Sum(frozenset(each["total"]), tuple(frozenset(part) for part in each["parts"]), each["rest"])
                for each in table["sums"]
            ),
            table["title"],
            table["counts"],
        )
        for table in kept
    ]
