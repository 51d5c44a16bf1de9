"""The stem that a name has before its case endings, where that is not the name itself: Заяц, Зайца."""

from __future__ import annotations

import functools

from valoshka.names import knowledge
from valoshka.names.folding import script


@functools.lru_cache(maxsize=1 << 14)
def oblique_stems(folded: str) -> frozenset[str]:
    """What stands before a case ending instead of `folded`; empty for a name that stays as it is.

    No such stem is a word of its own: it counts only where an ending follows.

    >>> sorted(oblique_stems("арол")), sorted(oblique_stems("заяц")), sorted(oblique_stems("сорокин"))
    (['арл'], ['зайц'], [])
    """
    known = knowledge.case_endings("latin" if script(folded) == "latin" else "cyrillic")
    changed = (pattern.sub(stem, folded) for pattern, stem in known.stems)
    return frozenset(stem for stem in changed if stem != folded)
