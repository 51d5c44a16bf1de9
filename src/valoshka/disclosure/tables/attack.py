"""What somebody who subtracts can work out: for each count that a table does not tell, the numbers that are left."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.programme import ImpossibleError, Programme
from valoshka.disclosure.tables.table import ANY, CannotJudge, Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from valoshka.disclosure.tables.table import Group, Sum, Table

MOST_UNKNOWN = 2_000  # counts that hang together and are not told; a hand-made table has dozens
_ROUNDS = 50  # of narrowing; each only saves work for the programme


@dataclass(frozen=True)
class _Row:
    """Unknowns with factors 1 and -1 that add up to `value`."""

    factors: tuple[tuple[Group | int, int], ...]  # a number stands for the unlisted rest of a sum
    value: int


def intervals(table: Table, enough: Callable[[Interval], bool] | None = None) -> dict[Group, Interval]:
    """For each group that `table` does not tell exactly: the least and the most that it can be, in whole numbers.

    The attacker knows everything that is printed, and that counts are whole and not negative. If `enough` is given,
    a group for which it holds of an interval that is certainly possible is left out: for it nothing more is asked.
    Raises `ImpossibleError` if the numbers contradict each other, and `CannotJudge` for more than 2,000 unknown counts
    that hang together. Source: Hundepool et al. 2012, section 4.4.2 (the attacker's problem).

    >>> from valoshka.disclosure.tables.table import EVERYBODY, Cell, Sum, Table
    >>> a, b = frozenset({"a"}), frozenset({"b"})
    >>> told = Cell(a, ANY, "hidden"), Cell(b, Interval(9, 9)), Cell(EVERYBODY, Interval(12, 12))
    >>> intervals(Table(told, (Sum(EVERYBODY, (a, b)),)))[a]
    Interval(low=3, high=3)
    """
    known: dict[Group | int, Interval] = {group: table.told_of(group) for group in _groups(table)}
    open_ = {group for group in _groups(table) if not known[group].exact or _is_kept_back(table, group)}
    rows = list(_rows(table.sums, known))
    _narrow(rows, known)
    found: dict[Group, Interval] = {}
    for unknowns, held in _components(rows, known):
        solved = _solved(unknowns, held, known, enough)
        found.update((group, left) for group, left in solved if isinstance(group, frozenset))
    bound = {group for row in rows for group, _ in row.factors}
    for group in sorted(open_ - found.keys(), key=sorted):
        if known[group].exact or group not in bound:
            found[group] = known[group]
    return found


def _is_kept_back(table: Table, group: Group) -> bool:
    cell = table.of(group)
    return cell is not None and cell.told not in {"exact", "percent"}


def _groups(table: Table) -> Iterator[Group]:
    yield from dict.fromkeys(cell.group for cell in table.cells)
    yield from dict.fromkeys(group for each in table.sums for group in (each.total, *each.parts))


def _rows(sums: Iterable[Sum], known: dict[Group | int, Interval]) -> Iterator[_Row]:
    for number, each in enumerate(sums):
        factors: dict[Group | int, int] = dict.fromkeys(each.parts, 1)
        factors[each.total] = factors.get(each.total, 0) - 1
        if each.rest:
            known[number] = ANY
            factors[number] = 1
        yield _Row(tuple((group, factor) for group, factor in factors.items() if factor), 0)


def _narrow(rows: Sequence[_Row], known: dict[Group | int, Interval]) -> None:
    """Narrow every interval by each row alone, again and again: exact for simple tables, and safe for all."""
    for _ in range(_ROUNDS):
        changed = False
        for row in rows:
            changed |= _narrow_by(row, known)
        if not changed:
            return


def _narrow_by(row: _Row, known: dict[Group | int, Interval]) -> bool:
    """Narrow each count of `row` by all the others; whether any was narrowed."""
    changed = False
    lows, highs = _Ends(row.value), _Ends(row.value)
    for group, factor in row.factors:
        lows.add(_end(known[group], -factor, least=True))
        highs.add(_end(known[group], -factor, least=False))
    for target, factor in row.factors:
        told = known[target]
        least = lows.without(_end(told, -factor, least=True))
        most = highs.without(_end(told, -factor, least=False))
        if factor < 0:
            least, most = (None if most is None else -most), (None if least is None else -least)
        left = told.meet(Interval(max(least or 0, 0), most))
        if left.high is not None and left.low > left.high:
            raise ImpossibleError
        if left != told:
            known[target], changed = left, True
            lows.change(_end(told, -factor, least=True), _end(left, -factor, least=True))
            highs.change(_end(told, -factor, least=False), _end(left, -factor, least=False))
    return changed


class _Ends:
    """A sum of ends of intervals, some of them without bound (`None`), from which any one can be taken out again."""

    def __init__(self, value: int) -> None:
        self._sum, self._open = value, 0

    def add(self, end: int | None) -> None:
        self._sum += end or 0
        self._open += end is None

    def change(self, old: int | None, new: int | None) -> None:
        self._sum += (new or 0) - (old or 0)
        self._open += (new is None) - (old is None)

    def without(self, end: int | None) -> int | None:
        """The sum of all the others; `None` if it has no bound."""
        return None if self._open - (end is None) else self._sum - (end or 0)


def _end(told: Interval, sign: int, *, least: bool) -> int | None:
    """The least or the most of `sign` times a count; `None` without bound."""
    end = told.low if (sign > 0) == least else told.high
    return None if end is None else sign * end


def _components(
    rows: Sequence[_Row], known: Mapping[Group | int, Interval]
) -> Iterator[tuple[list[Group | int], list[_Row]]]:
    """Unknowns that hang together, with the rows that bind them; what is known already is put in."""
    bound = [_without_known(row, known) for row in rows]
    at: dict[Group | int, list[int]] = defaultdict(list)
    for number, row in enumerate(bound):
        for group, _ in row.factors:
            at[group].append(number)
    seen: set[Group | int] = set()
    for start in at:
        if start not in seen:
            unknowns = _reached(start, bound, at)
            seen |= set(unknowns)
            yield unknowns, [bound[number] for number in sorted({each for group in unknowns for each in at[group]})]


def _without_known(row: _Row, known: Mapping[Group | int, Interval]) -> _Row:
    value = row.value - sum(factor * known[group].low for group, factor in row.factors if known[group].exact)
    return _Row(tuple((group, factor) for group, factor in row.factors if not known[group].exact), value)


def _reached(start: Group | int, rows: Sequence[_Row], at: Mapping[Group | int, list[int]]) -> list[Group | int]:
    reached, waiting = {start: None}, [start]
    while waiting:
        for number in at[waiting.pop()]:
            for group, _ in rows[number].factors:
                if group not in reached:
                    reached[group] = None
                    waiting.append(group)
    return list(reached)


def _solved(
    unknowns: Sequence[Group | int],
    rows: Sequence[_Row],
    known: Mapping[Group | int, Interval],
    enough: Callable[[Interval], bool] | None,
) -> Iterator[tuple[Group | int, Interval]]:
    """The interval of each of `unknowns`; witnesses of one question answer others."""
    if len(unknowns) > MOST_UNKNOWN:
        raise CannotJudge(
            f"A table leaves {len(unknowns):,} counts open that hang together; above {MOST_UNKNOWN:,} it cannot be "
            "judged, so it is not clear. Split it into smaller tables."
        )
    # Nothing bounds some counts; a far end stands for that, far beyond whatever sums of what is printed can reach.
    far = 4 * (1_000 + sum(abs(row.value) for row in rows) + sum(known[each].high or 0 for each in unknowns))
    columns = {group: number for number, group in enumerate(unknowns)}
    highs = [far if (high := known[group].high) is None else high for group in unknowns]
    bound = [[(columns[group], factor) for group, factor in row.factors] for row in rows]
    programme = Programme([known[group].low for group in unknowns], highs, bound, [row.value for row in rows])
    least, most = list(highs), [-1] * len(unknowns)
    for number, group in enumerate(unknowns):
        for way in (True, False):
            if enough is not None and most[number] >= least[number] and enough(Interval(least[number], most[number])):
                break
            _, witness = programme.extreme(number, most=way)
            least = [min(pair) for pair in zip(least, witness, strict=True)]
            most = [max(pair) for pair in zip(most, witness, strict=True)]
        else:
            yield group, Interval(least[number], None if most[number] > far // 4 else most[number])
