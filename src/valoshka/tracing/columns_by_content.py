"""Which columns hold the names, judged by what stands in them: where no heading says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from valoshka.tracing.name_sense import is_given, is_patronymic_word, is_plain, is_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

MOST = 0.5  # share of a column's cells that have to be names
FEW = 0.3  # share that is enough where no column has more


class Judged(NamedTuple):
    """Columns, from 0, that make up the name (none: no column reads as names), and how they were found, in words."""

    names: tuple[int, ...] = ()
    how: str = ""


def by_content(rows: Sequence[Sequence[str]], taken: Collection[int | None]) -> Judged:
    """The columns of names of `rows`, those apart that are `taken`.

    >>> by_content([("17", "Галіна Бонч"), ("18", "Алесь Сарока")], taken=())
    Judged(names=(1,), how='by what stands in it')
    """
    width = max(map(len, rows), default=0)
    cells = {place: filled(rows, place) for place in range(width) if place not in taken}
    whole = {place: share(cells[place], is_whole) for place in cells}
    best = max(whole, key=lambda place: whole[place], default=None)
    if best is not None and whole[best] >= MOST:
        return Judged((best,), "by what stands in it")
    if apart := _apart(cells):
        return Judged(apart, "by what stands in them")
    if best is not None and whole[best] >= FEW:
        return Judged((best,), "by what stands in it")
    if width == 1 and cells and share(cells[0], is_plain) >= MOST:
        return Judged((0,), "it is the only one")
    return Judged()


def _apart(cells: dict[int, list[str]]) -> tuple[int, ...]:
    """Surname, given name and patronymic in columns of their own; empty if there is no column of given names."""
    given = max(cells, key=lambda place: share(cells[place], _is_one_given), default=None)
    if given is None or share(cells[given], _is_one_given) < MOST:
        return ()
    patronymic = [place for place, filled in cells.items() if place != given and share(filled, _is_one_father) >= MOST]
    beside = [
        place
        for place in (given - 1, given + 1, *sorted(cells, key=lambda place: abs(place - given)))
        if place in cells and place not in (given, *patronymic) and share(cells[place], is_plain) > MOST
    ]
    return (*beside[:1], given, *patronymic[:1]) if beside else ()


def _is_one_given(cell: str) -> bool:
    return " " not in cell and is_given(cell)


def _is_one_father(cell: str) -> bool:
    return " " not in cell and is_patronymic_word(cell)


def filled(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """The cells of one column that hold anything."""
    return [row[place].strip() for row in rows if place < len(row) and row[place].strip()]


def share(cells: Sequence[str], reads: Callable[[str], bool]) -> float:
    """The share of cells of which `reads` is true; 0 of none."""
    return sum(map(reads, cells)) / len(cells) if cells else 0.0
