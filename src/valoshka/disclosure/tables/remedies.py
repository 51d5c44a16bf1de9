"""The smallest change that makes a table safe: which rows to merge, or which other counts to hide as well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.attack import intervals
from valoshka.disclosure.tables.programme import ImpossibleError
from valoshka.disclosure.tables.smallness import FLOOR, small_cells
from valoshka.disclosure.tables.table import ANY, CannotJudge, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from valoshka.disclosure.tables.table import Cell, Group, Table

_LARGEST = 600  # counts; above it, looking for other counts to hide takes too long for a suggestion
_MOST_MERGED = 4
_UNSAFE = frozenset({"derived", "narrow", "group"})


@dataclass(frozen=True)
class Remedy:
    """What to do about one count: `merge` these labels, or hide it and `hide` these cells. Both may be empty."""

    merge: tuple[str, ...] = ()
    hide: tuple[Cell, ...] = ()


def merging(table: Table, group: Group, floor: int = FLOOR) -> tuple[str, ...]:
    """The labels, as printed, to merge so that no count with any of them is small; empty if up to four do not do.

    Of the sides of the table the longer one is tried first, because it loses least; of the labels beside the small one
    the smallest that is enough.

    >>> from valoshka.disclosure.tables.sheets import delimited
    >>> from valoshka.disclosure.tables.reading import tables_in
    >>> [told] = tables_in(delimited("Region,Detained\\nHrodna,3\\nBrest,12\\nMinsk,40\\nTotal,55"))
    >>> merging(told, frozenset({"hrodna"}))
    ('Hrodna', 'Brest')
    """
    known = _known(table)
    for side in sorted(table.siblings, key=len, reverse=True):
        labels = [label for label, _ in side]
        own = next((label for label in labels if label in group), None)
        if own is not None and len(labels) > 2:
            merged = _merged(own, [label for label in labels if label != own], known, floor)
            if merged:
                return tuple(printed for label, printed in side if label in merged)
    return ()


def hiding(table: Table, floor: int = FLOOR) -> tuple[Cell, ...] | None:
    """Cells to hide beside the small ones so that subtracting tells nothing; `None` if none were found.

    Each step hides the smallest count in a sum in which one alone is hidden, first those that help two such sums; at
    the end, each that turns out not to be needed is shown again. Source: Hundepool et al. 2012, section 4.4.3.

    >>> from valoshka.disclosure.tables.sheets import delimited
    >>> from valoshka.disclosure.tables.reading import tables_in
    >>> [told] = tables_in(delimited("Region,Detained\\nHrodna,3\\nBrest,12\\nMinsk,40\\nTotal,55"))
    >>> [cell.name for cell in hiding(told)]
    ['Brest, Detained']
    """
    if len(table.cells) > _LARGEST:
        return None
    small = {cell.group for cell in table.cells if _is_printed_small(cell, floor)}
    beside: list[Group] = []
    try:
        while unsafe := _still_unsafe(table, small | set(beside), floor):
            chosen = _next(table, unsafe, small | set(beside))
            if chosen is None:
                return None
            beside.append(chosen)
        for group in list(beside):
            if not _still_unsafe(table, (small | set(beside)) - {group}, floor):
                beside.remove(group)
    except (ImpossibleError, CannotJudge):
        return None
    return tuple(cell for group in beside if (cell := table.of(group)) is not None)


def _known(table: Table) -> dict[Group, Interval]:
    """What an attacker knows of each count, so that a merged one can be judged."""
    told = {cell.group: cell.interval for cell in table.cells}
    try:
        return {**told, **intervals(table)} if len(table.cells) <= _LARGEST else told
    except (ImpossibleError, CannotJudge):
        return told


def _merged(own: str, others: Iterable[str], known: Mapping[Group, Interval], floor: int) -> frozenset[str]:
    size = {label: known.get(frozenset({label}), ANY).low or _sum_of(label, known) for label in others}
    merged = frozenset({own})
    nearest = sorted(size, key=lambda label: size[label])
    while len(merged) < _MOST_MERGED and nearest:
        enough = next((label for label in nearest if _safe(merged | {label}, known, floor)), None)
        if enough is not None:
            return merged | {enough}
        merged |= {nearest.pop(0)}
    return frozenset()


def _sum_of(label: str, known: Mapping[Group, Interval]) -> int:
    return sum(interval.low for group, interval in known.items() if label in group)


def _safe(merged: frozenset[str], known: Mapping[Group, Interval], floor: int) -> bool:
    """Whether every count with the merged labels together is nobody or enough people."""
    together: dict[Group, list[Interval]] = {}
    for group, interval in known.items():
        if group & merged:
            together.setdefault(group - merged, []).append(interval)
    sums = [(sum(each.low for each in told), sum(each.high or 0 for each in told)) for told in together.values()]
    return all(low >= floor or high == 0 for low, high in sums)


def _is_printed_small(cell: Cell, floor: int) -> bool:
    return cell.told in {"exact", "percent"} and cell.interval.low > 0 and (cell.interval.high or floor) < floor


def _still_unsafe(table: Table, hidden: set[Group], floor: int) -> list[Group]:
    return [small.group for small in small_cells(_hiding(table, hidden), floor) if small.how in _UNSAFE]


def _hiding(table: Table, hidden: set[Group]) -> Table:
    cells = [replace(cell, interval=ANY, told="hidden") if cell.group in hidden else cell for cell in table.cells]
    return replace(table, cells=tuple(cells))


def _next(table: Table, unsafe: Sequence[Group], hidden: set[Group]) -> Group | None:
    """The count to hide next: in sums in which one count alone is hidden, the smallest that helps most of them."""
    kept_back = hidden | {cell.group for cell in table.cells if not cell.interval.exact}
    sums = [(each.total, *each.parts) for each in table.sums if not each.rest]
    lonely = [groups for groups in sums if sum(group in kept_back for group in groups) == 1]
    within = lonely or [groups for groups in sums if any(group in unsafe for group in groups)]
    helped = Counter(group for groups in within for group in groups)
    totals = {each.total for each in table.sums}
    ranked = sorted(
        (cell for group in helped if group not in hidden and (cell := table.of(group)) is not None and _is_shown(cell)),
        key=lambda cell: (cell.group in totals, -helped[cell.group], cell.interval.low, sorted(cell.group)),
    )
    return ranked[0].group if ranked else None


def _is_shown(cell: Cell) -> bool:
    return cell.told == "exact" and cell.interval.low > 0
