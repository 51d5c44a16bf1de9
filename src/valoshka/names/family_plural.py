"""Surnames in the genitive plural, as a family bears them: дом Кавальчукоў, у Ковальчуков."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.folding import script
from valoshka.names.index import is_common
from valoshka.names.surely import is_surely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.names.index import Fit, PartIndex
    from valoshka.names.words import Word

_SHORTEST = 3  # letters of a surname


def of_family(word: Word, index: PartIndex) -> Iterator[Fit]:
    """Surnames of which the word is a genitive plural (дом Кавальчукоў) and which is no frequent one itself."""
    endings = knowledge.surname_knowledge()["of_families"]
    if not word.capital or not word.folded.endswith(endings) or is_common(word.folded):
        return
    known = {id(fit.match) for fit in index.fits(word.folded)}
    for bare in (word.folded.removesuffix(each) for each in endings if word.folded.endswith(each)):
        for fit in index.fits(bare) if len(bare) >= _SHORTEST else ():
            whole = fit.exact and fit.match.part == "surname" and id(fit.match) not in known
            if whole and (is_surely(bare, fit.match.word) or script(bare) != script(fit.match.word)):
                yield fit
