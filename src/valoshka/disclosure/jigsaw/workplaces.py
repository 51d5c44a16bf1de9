"""Words of a workplace's name: those that a narrator leaves out, and those for one sort of institution."""

from __future__ import annotations

import functools
import re
from typing import cast

from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.sayings import expression
from valoshka.names.folding import fold


@functools.cache
def ranks() -> re.Pattern[str]:
    """A word that says only of what rank an institution is: central, district, city, clinical."""
    return re.compile("|".join(word.replace("~", r"\w*") for word in cast(list[str], _told()["ranks"])), re.IGNORECASE)


@functools.lru_cache(maxsize=1 << 14)
def is_rank(folded: str) -> bool:
    """Whether a folded word is one of those.

    >>> is_rank("обласної"), is_rank("лікарні")
    (True, False)
    """
    return ranks().fullmatch(folded) is not None


def ordinals_in(text: str) -> set[str]:
    """The numbers, in figures, that a text says as ordinals in words.

    >>> ordinals_in("the ninth school")
    {'9'}
    """
    return {str(number) for number, said in _ordinals().items() if said.search(text)}


@functools.cache
def _ordinals() -> dict[int, re.Pattern[str]]:
    known = cast(dict[int, list[str]], _told()["ordinals"])
    return {
        number: re.compile(rf"(?<!\w)(?:{'|'.join(map(expression, said))})(?!\w)", re.IGNORECASE)
        for number, said in known.items()
    }


@functools.cache
def institutions() -> tuple[frozenset[str], ...]:
    """Words for one sort of institution, folded, a set for each."""
    return tuple(frozenset(map(fold, group)) for group in cast(list[list[str]], _told()["institutions"]))


@functools.cache
def _told() -> dict[str, object]:
    return cast(dict[str, object], entries("workplaces.yml"))
