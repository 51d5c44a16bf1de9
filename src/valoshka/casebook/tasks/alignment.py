"""The map between an interview's original text and its working text, in which pseudonyms stand for names.

Positions are Unicode code points, 0-based, end exclusive. Nothing here reads a store: a map holds where a name stood
and what stands there now, never the name.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Row: TypeAlias = "list[int | str]"


@dataclass(frozen=True, order=True)
class Replacement:
    """`original[start:end]` reads `text` in the working text; `person` is the random id of who is meant."""

    start: int
    end: int
    text: str
    person: str = ""


@dataclass(frozen=True)
class Span:
    """A stretch of text: code points, 0-based, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True)
class Alignment:
    """Replacements in order, none touching another's characters.

    >>> told = "Ivan Example met Ivan."
    >>> map_ = Alignment((Replacement(0, 12, "Les"), Replacement(17, 21, "Les")))
    >>> map_.working(told)
    'Les met Les.'
    >>> map_.to_original(Span(8, 11)), map_.to_working(Span(13, 21))
    (Span(start=17, end=21), Span(start=4, end=11))
    """

    replacements: tuple[Replacement, ...] = ()

    def __post_init__(self) -> None:
        """Refuse replacements that overlap or run backwards: no map could be read back from them."""
        if any(each.end <= each.start or each.start < 0 for each in self.replacements):
            raise ValueError("a replacement has no width")
        if any(after.start < before.end for before, after in pairwise(self.replacements)):
            raise ValueError("replacements overlap or are out of order")

    def working(self, original: str) -> str:
        """The working text of `original`."""
        parts, at = [], 0
        for each in self.replacements:
            parts += [original[at : each.start], each.text]
            at = each.end
        return "".join([*parts, original[at:]])

    @cached_property
    def _starts(self) -> tuple[list[int], list[int], list[int]]:
        """Starts in the original, starts in the working text, and how far the text after each has moved."""
        moved, starts, shifts = 0, [], []
        for each in self.replacements:
            starts.append(each.start + moved)
            moved += len(each.text) - (each.end - each.start)
            shifts.append(moved)
        return [each.start for each in self.replacements], starts, shifts

    def _edge_to_working(self, at: int, *, end: bool) -> int:
        originals, workings, shifts = self._starts
        index = bisect_right(originals, at - end) - 1
        if index < 0:
            return at
        each = self.replacements[index]
        if at < each.end:
            # A mark never cuts a name or a pseudonym in two: it takes all of it.
            return workings[index] + (len(each.text) if end else 0)
        return at + shifts[index]

    def _edge_to_original(self, at: int, *, end: bool) -> int:
        _, workings, shifts = self._starts
        index = bisect_right(workings, at - end) - 1
        if index < 0:
            return at
        each = self.replacements[index]
        if at < workings[index] + len(each.text):
            return each.end if end else each.start
        return at - shifts[index]

    def to_working(self, span: Span) -> Span:
        """Where a passage of the original stands in the working text; a name that it touches is taken whole."""
        return Span(self._edge_to_working(span.start, end=False), self._edge_to_working(span.end, end=True))

    def to_original(self, span: Span) -> Span:
        """Where a passage of the working text stands in the original; a pseudonym that it touches is taken whole."""
        return Span(self._edge_to_original(span.start, end=False), self._edge_to_original(span.end, end=True))

    def restated(self, working: str, standing: Mapping[str, str]) -> tuple[Alignment, str]:
        """The map and the working text under the pseudonyms of `standing`, without having the original.

        >>> Alignment((Replacement(0, 4, "Les", "HKQZTWBDVM"),)).restated("Les left.", {"HKQZTWBDVM": "Vera"})[1]
        'Vera left.'
        """
        renamed = tuple(replace(each, text=standing.get(each.person, each.text)) for each in self.replacements)
        parts, at = [], 0
        for start, before, after in zip(self._starts[1], self.replacements, renamed, strict=True):
            parts += [working[at:start], after.text]
            at = start + len(before.text)
        return Alignment(renamed), "".join([*parts, working[at:]])

    def as_rows(self) -> list[Row]:
        """The map as JSON keeps it: `[start, end, text, person]`."""
        return [[each.start, each.end, each.text, each.person] for each in self.replacements]

    @classmethod
    def of_rows(cls, rows: Sequence[Row]) -> Alignment:
        """Read back what `as_rows` wrote."""
        return cls(tuple(Replacement(int(a), int(b), str(text), str(who)) for a, b, text, who in rows))


def align(replacements: Iterable[Replacement]) -> Alignment:
    """An alignment of replacements in any order; of two that overlap, the longer stands, then the earlier.

    >>> align([Replacement(5, 9, "B"), Replacement(0, 9, "A")]).replacements
    (Replacement(start=0, end=9, text='A', person=''),)
    """
    chosen: list[Replacement] = []
    taken: list[tuple[int, int]] = []  # never overlapping, in order: only the two neighbours can be in the way
    for each in sorted(replacements, key=lambda one: (one.start - one.end, one.start, one.text)):
        at = bisect_right(taken, (each.start, each.end))
        beside = taken[max(0, at - 1) : at + 1]
        if each.end > each.start and all(each.end <= start or end <= each.start for start, end in beside):
            chosen.append(each)
            taken.insert(at, (each.start, each.end))
    return Alignment(tuple(sorted(chosen)))
