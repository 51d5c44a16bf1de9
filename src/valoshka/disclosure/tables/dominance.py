"""Sums of money or days behind which one or a few people stand.

A count may be kept back while the sum beside it is printed; and who contributed the second most can work out the most.
Only what the sheet itself tells is judged: where neither the count nor the largest amount is printed, nobody can say.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from valoshka.disclosure.tables.smallness import FLOOR
from valoshka.disclosure.tables.wording import folded
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.tables.layout import Layout

_NEAR = 0.1  # the p% rule with p = 10: Hundepool et al. 2012, ch. 4.2
_AMOUNT = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"[ \u00a0\u202f]|[.,](?=\d{3}(?:\D|$))")
Why: TypeAlias = Literal["few", "dominant"]


@dataclass(frozen=True)
class TellingSum:
    """A printed amount at (row, column) of its sheet: of `few` people, or nearly all of it one person's."""

    at: tuple[int, int]
    name: str
    why: Why


def telling_sums(layout: Layout, floor: int = FLOOR) -> Iterator[TellingSum]:
    """Amounts of a table from which somebody's own can be told.

    >>> from valoshka.disclosure.tables.layout import layouts
    >>> from valoshka.disclosure.tables.sheets import delimited
    >>> text = "Region,People,Fines BYN,Largest fine\\nHrodna,x,2700,900\\nBrest,9,9000,8500\\nMinsk,40,50000,3000"
    >>> [(each.at, each.why) for table in layouts(delimited(text)) for each in telling_sums(table)]
    [((1, 2), 'few'), ((1, 3), 'few'), ((2, 2), 'dominant')]
    """
    headings = {column: folded(layout.heading(column)) for column in range(len(layout.cells[0]))}
    amounts = [c for c, said in headings.items() if c not in layout.labels and _says(said, "amounts")]
    people = [c for c in layout.counts if c not in amounts]
    largest = [c for c in amounts if _says(headings[c], "largest")]
    sums = [c for c in amounts if c not in largest and not _says(headings[c], "averages")]
    for row in layout.body:
        few = len(people) == 1 and _is_few(layout, row, people[0], floor)
        for column in amounts:
            whole = _amount(layout.cells[row][column])
            if not whole:
                continue
            most = _amount(layout.cells[row][largest[0]]) if len(largest) == 1 and column in sums else None
            if few or (most and most <= whole and whole - most < _NEAR * most):
                labels = [*(layout.cells[row][each] for each in layout.labels), layout.heading(column)]
                name = ", ".join(label.strip() for label in labels if label.strip())
                yield TellingSum((layout.top + row, column), name, "few" if few else "dominant")


def _is_few(layout: Layout, row: int, column: int, floor: int) -> bool:
    """Whether the count of a row is small or kept back."""
    told = layout.figures.get((row, column))
    if told is None:
        return False
    return told.told == "hidden" or 0 < (told.interval.high or 0) < floor


def _amount(text: str) -> float | None:
    match = _AMOUNT.search(text)
    return float(_THOUSANDS.sub("", match[0]).replace(",", ".")) if match else None


@functools.cache
def _words(kind: str) -> frozenset[str]:
    known = cast(dict[str, dict[str, list[str]]], own_yaml("valoshka.disclosure.tables", "magnitudes.yml"))[kind]
    return frozenset(folded(word) for words in known.values() for word in words)


def _says(heading: str, kind: str) -> bool:
    return not _words(kind).isdisjoint(re.findall(r"\w+", heading))
