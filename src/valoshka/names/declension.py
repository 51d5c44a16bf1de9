"""The stem that a name has before its case endings, where that is not the name itself: Заяц, Зайца."""

from __future__ import annotations

import functools
import re

from valoshka.names import knowledge
from valoshka.names.folding import script

_NONE: frozenset[str] = frozenset()


@functools.lru_cache(maxsize=1 << 14)
def oblique_stems(folded: str) -> frozenset[str]:
    """What stands before a case ending instead of `folded`; empty for a name that stays as it is.

    No such stem is a word of its own: it counts only where an ending follows.

    >>> sorted(oblique_stems("арол")), sorted(oblique_stems("заяц")), sorted(oblique_stems("сорокин"))
    (['арл'], ['зайц'], [])
    """
    letters = "latin" if script(folded) == "latin" else "cyrillic"
    if not _any_change(letters).search(folded):
        return _NONE
    changed = (pattern.sub(stem, folded) for pattern, stem in knowledge.case_endings(letters).stems)
    return frozenset(stem for stem in changed if stem != folded)


@functools.cache
def _any_change(letters: str) -> re.Pattern[str]:
    """One pattern for all: most names stay as they are, and are asked about once."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in knowledge.case_endings(letters).stems))
