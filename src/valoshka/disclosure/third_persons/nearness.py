"""How near two marks of a text stand to each other, in words, and what parts them."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valoshka.disclosure.third_persons.context import Context
    from valoshka.disclosure.third_persons.vocabulary import Mark

FAR = 16  # words between a person and what was done to them
_STOP = re.compile(r";")


def any_near(context: Context, kind: str, mark: Mark) -> bool:
    """Whether a mark of a kind stands near `mark` in its sentence."""
    return any(
        distance(mark, other) <= FAR and not overlap(mark, other) and not _parted(context, mark, other)
        for other in context.of_kind(kind, context.sentence(mark))
    )


def _parted(context: Context, one: Mark, other: Mark) -> bool:
    """Whether a semicolon parts two marks, unless it goes on about the same person: "…; his kidneys failed"."""
    first, last = sorted((one, other), key=lambda mark: mark.start)
    theirs = context.places("theirs")
    return any(
        _STOP.search(context.text, before.end, after.start) is not None and number + 1 not in theirs
        for number, (before, after) in enumerate(
            itertools.pairwise(context.tokens[first.last : last.first + 1]), start=first.last
        )
    )


def distance(one: Mark, other: Mark) -> int:
    """Words from one mark to the other; 0 if they overlap."""
    return max(one.first - other.last, other.first - one.last, 0)


def overlap(one: Mark, other: Mark) -> bool:
    """Whether two marks share a character."""
    return one.start < other.end and other.start < one.end
