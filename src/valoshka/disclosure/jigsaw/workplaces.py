"""Words of a workplace's name: those that a narrator leaves out, and those for one sort of institution."""

from __future__ import annotations

import functools
import re
from typing import cast

from valoshka.disclosure.jigsaw.knowledge import entries
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


@functools.cache
def institutions() -> tuple[frozenset[str], ...]:
    """Words for one sort of institution, folded, a set for each."""
    return tuple(frozenset(map(fold, group)) for group in cast(list[list[str]], _told()["institutions"]))


@functools.cache
def _told() -> dict[str, object]:
    return cast(dict[str, object], entries("workplaces.yml"))
