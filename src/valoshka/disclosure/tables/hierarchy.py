"""Which rows or columns of a table are totals of which others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from valoshka.disclosure.tables.subtotals import owners
from valoshka.disclosure.tables.wording import folded, is_part, is_total, subtotal_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Path: TypeAlias = tuple[str, ...]
"""A category by its labels, from the outside in; `()` is the total."""

Numbers: TypeAlias = "Sequence[Mapping[int, int]]"
"""Lines across: of each, the exact count at each place along the axis, as far as it is told."""

TOTAL: Path = ()


@dataclass(frozen=True)
class Axis:
    """The categories along one side of a table, in order. `partial` are those said to be "of which"."""

    paths: tuple[Path, ...]
    partial: frozenset[Path] = frozenset()
    _within: dict[Path, list[Path]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Know at once which categories lie within each: a sheet may have thousands."""
        within: dict[Path, list[Path]] = {}
        for path in filter(None, self.paths):
            within.setdefault(path[:-1], []).append(path)
        object.__setattr__(self, "_within", within)

    def partitions(self, total: Path) -> tuple[tuple[tuple[Path, ...], bool], ...]:
        """What `total` is made of, in up to two ways: all its categories, and those "of which" (`True`: perhaps more).

        >>> axis(["Hrodna", "of whom women", "Brest", "Total"], []).partitions(("hrodna",))
        (((('hrodna', 'women'),), True),)
        """
        inside = self._within.get(total, ())
        ways = (
            (tuple(path for path in inside if path not in self.partial), False),
            (tuple(path for path in inside if path in self.partial), True),
        )
        return tuple(way for way in ways if way[0])


def axis(labels: Sequence[str], lines: Numbers) -> Axis:
    """The categories that `labels` say, in order, with totals and their parts.

    What the words leave open, indents and numbers decide: a last or first category that is the sum of all the others
    in every line is their total; which rows a subtotal takes, see `subtotals.py`.

    >>> axis(["Hrodna", "of whom women", "Brest", "Total"], []).paths
    (('hrodna',), ('hrodna', 'women'), ('brest',), ())
    """
    parts = _part_paths(labels)
    totals = _totals(labels)
    subtotals = {
        place: name for place, label in enumerate(labels) if (name := subtotal_of(label)) and place not in parts
    }
    named = [subtotals.get(place) or folded(label) or f"row {place + 1}" for place, label in enumerate(labels)]
    inside = owners(labels, subtotals.keys(), totals, set(parts), lines)

    def path(place: int) -> Path:
        if place in totals:
            return TOTAL
        owner = parts[place][0] if place in parts else inside.get(place)
        name = parts[place][1] if place in parts else named[place]
        return (*(path(owner) if owner is not None else TOTAL), name)

    unique = _unique([path(place) for place in range(len(labels))])
    if TOTAL not in unique and (found := _sum_of_the_others(unique, lines)) is not None:
        unique[found] = TOTAL
    return Axis(tuple(unique), frozenset(unique[place] for place in parts))


def _totals(labels: Sequence[str]) -> set[int]:
    """Places that say that they are the total, or that come last and say nothing."""
    said = {place for place, label in enumerate(labels) if is_total(label)}
    last = len(labels) - 1
    nameless = last > 1 and not labels[last].strip() and all(label.strip() for label in labels[:last])
    return said or ({last} if nameless else set())


def _part_paths(labels: Sequence[str]) -> dict[int, tuple[int | None, str]]:
    """Of each label under "of which": the place of what it is part of, and what it is called."""
    found: dict[int, tuple[int | None, str]] = {}
    owner: int | None = None
    opened = False
    for place, label in enumerate(labels):
        part = is_part(label)
        if part is not None:
            opened = not part
            if part:
                found[place] = (owner, part)
        elif opened and not is_total(label):
            found[place] = (owner, folded(label))
        else:
            owner, opened = place, False
    return found


def _unique(paths: Sequence[Path]) -> list[Path]:
    """Categories of one name are told apart: nothing says that they are the same people."""
    seen: dict[Path, int] = {}
    found: list[Path] = []
    for path in paths:
        seen[path] = seen.get(path, 0) + 1
        again = seen[path] > 1 and path != TOTAL
        found.append((*path[:-1], f"{path[-1]} #{seen[path]}") if again else path)
    return found


def _sum_of_the_others(paths: Sequence[Path], lines: Numbers) -> int | None:
    """The first or last place whose counts are the sums of all the others', in at least one line and in every one."""
    top = [place for place, path in enumerate(paths) if len(path) == 1]
    if len(top) < 3:
        return None
    for place in (top[-1], top[0]):
        others = [each for each in top if each != place]
        whole = [line for line in lines if place in line and all(each in line for each in others)]
        if any(line[place] for line in whole) and all(line[place] == sum(line[o] for o in others) for line in whole):
            return place
    return None
