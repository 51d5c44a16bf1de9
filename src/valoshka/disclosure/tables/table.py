"""A published table as its reader knows it: which groups are counted, what is told of each, which counts add up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from valoshka.errors import Refused

Group: TypeAlias = frozenset[str]
"""Who is counted: everybody to whom all of these labels apply. `frozenset()` is everybody."""

Told: TypeAlias = Literal["exact", "hidden", "range", "rounded", "percent"]

EVERYBODY: Group = frozenset()


class CannotJudge(Refused):
    """A table of which nobody can say whether it is safe: too large, or too hard. It is not clear."""

    exit_code = 2


@dataclass(frozen=True)
class Interval:
    """A count of people that lies between `low` and `high`, both included; `high` is `None` if nothing bounds it.

    >>> Interval(1, 4).values, Interval(3, 3).exact, str(Interval(1, 4)), str(Interval(7, 7))
    (4, True, '1 to 4', '7')
    """

    low: int = 0
    high: int | None = None

    @property
    def exact(self) -> bool:
        """Whether one number is left."""
        return self.low == self.high

    @property
    def values(self) -> int | None:
        """How many numbers are left; `None` if no end is known."""
        return None if self.high is None else self.high - self.low + 1

    def meet(self, other: Interval) -> Interval:
        """What both leave open; may be empty (`low` above `high`)."""
        highs = [high for high in (self.high, other.high) if high is not None]
        return Interval(max(self.low, other.low), min(highs, default=None))

    def __str__(self) -> str:
        """The interval in words."""
        if self.exact:
            return str(self.low)
        return f"{self.low} or more" if self.high is None else f"{self.low} to {self.high}"


ANY = Interval()


@dataclass(frozen=True)
class Cell:
    """One count as it is printed: of which `group`, what it tells, in which way, and where it stands.

    `at` is (row, column) in its sheet, from 0; `names` are the labels as printed; `sheet` the page of a workbook.
    """

    group: Group
    interval: Interval
    told: Told = "exact"
    at: tuple[int, int] | None = None
    names: tuple[str, ...] = ()
    sheet: str | None = None

    @property
    def name(self) -> str:
        """The cell in words: its labels, as printed."""
        return ", ".join(self.names)


@dataclass(frozen=True)
class Sum:
    """`total` is made of `parts`, and of nobody else unless there may be a `rest` that the table does not list."""

    total: Group
    parts: tuple[Group, ...]
    rest: bool = False


@dataclass(frozen=True)
class Table:
    """Counts of people and how they add up. A group is counted once; `title` is what the table calls itself.

    `counts` says in folded words what is counted ("detained"), so that only tables of the same people are joined;
    `siblings` are the labels of each side that stand beside each other, with each label as it is printed.

    >>> hrodna, brest = frozenset({"hrodna"}), frozenset({"brest"})
    >>> cells = (Cell(hrodna, ANY, "hidden"), Cell(brest, Interval(9, 9)), Cell(EVERYBODY, Interval(12, 12)))
    >>> Table(cells, (Sum(EVERYBODY, (hrodna, brest)),)).told_of(brest)
    Interval(low=9, high=9)
    """

    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...] = ()
    title: str = ""
    counts: str = ""
    siblings: tuple[tuple[tuple[str, str], ...], ...] = ()
    _by_group: dict[Group, Cell] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look each group up in one step."""
        by_group: dict[Group, Cell] = {}
        for cell in self.cells:
            by_group.setdefault(cell.group, cell)
        object.__setattr__(self, "_by_group", by_group)

    def of(self, group: Group) -> Cell | None:
        """The cell that counts `group`; `None` if the table does not show it."""
        return self._by_group.get(group)

    def told_of(self, group: Group) -> Interval:
        """What the table tells of `group` by itself; anything, if it does not show it."""
        cell = self._by_group.get(group)
        return ANY if cell is None else cell.interval
