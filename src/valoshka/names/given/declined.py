"""Given names in the cases of Belarusian, Russian and Ukrainian: which name a declined word may be."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from valoshka.names import knowledge
from valoshka.names.declension import oblique_stems
from valoshka.names.folding import script
from valoshka.names.given.lexicon import written

_DOUBLED = re.compile(r"(.)\1+")
_OTHER = "other"
_SHORTEST = 2  # letters: a stem of one letter is no name


class _Stem(NamedTuple):
    """What stands before case endings of the class `endings`, and the name that it is of."""

    endings: str
    number: int
    changed: bool  # whether the stem is that of other cases only: Льв-, Вольз-


def shared(folded: str) -> str:
    """A folded Cyrillic word in letters that Belarusian, Russian and Ukrainian share, none doubled.

    >>> shared("ганнэ"), shared("геннадий")
    ('гане', 'генадий')
    """
    return _DOUBLED.sub(r"\1", folded.translate(knowledge.given_alone().same_letters))


def in_shared_letters(folded: str) -> frozenset[int]:
    """Numbers of the given names that a folded Cyrillic word is, but for letters that neighbours write differently."""
    return _spelt().get(shared(folded), frozenset())


def declined(folded: str) -> frozenset[int]:
    """Numbers of the given names of which a folded Cyrillic word is a form in some case of the singular.

    >>> from valoshka.names.given.lexicon import forms_of
    >>> {form.number for form in forms_of("мікалай")} <= declined("мікалаем")
    True
    """
    word, endings = shared(folded), knowledge.given_alone().endings
    longest = max(len(ending) for each in endings.values() for ending in each)
    found: set[int] = set()
    for cut in range(min(longest, len(word) - _SHORTEST) + 1):
        at = len(word) - cut
        # A stem and an ending may have met in one letter that is not written twice here: Сярге-ем.
        for known in (word[:at], word[: at + 1]) if cut else (word,):
            found.update(stem.number for stem in _stems().get(known, ()) if _may_follow(stem, word[at:]))
    return frozenset(found)


def _may_follow(stem: _Stem, ending: str) -> bool:
    known = knowledge.given_alone()
    if not ending and (stem.changed or stem.endings in ("а", "hushing", "я", "о")):
        # A vocative without its ending (Марин!) is heard, and hardly ever written in a list; surnames look so.
        return False
    return ending in known.endings[stem.endings]


@functools.cache
def _spelt() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for word, forms in written().items():
        if script(word) == "cyrillic":
            found.setdefault(shared(word), set()).update(form.number for form in forms)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@functools.cache
def _stems() -> dict[str, tuple[_Stem, ...]]:
    found: dict[str, dict[_Stem, None]] = {}
    for word, forms in written().items():
        if script(word) == "cyrillic":
            full = any(not form.short for form in forms)
            for stem, endings, changed in _stems_of(word, full=full):
                for form in forms:
                    found.setdefault(stem, {})[_Stem(endings, form.number, changed)] = None
    return {stem: tuple(each) for stem, each in found.items()}


def _stems_of(word: str, *, full: bool) -> list[tuple[str, str, bool]]:
    known = knowledge.given_alone()
    endings = word[-1] if word[-1] in known.endings else _OTHER
    stem = word if endings == _OTHER else word[:-1]
    if endings == "а" and stem[-1:] in known.hushing:
        endings = "hushing"
    found = [(shared(stem), endings, False)]
    # What falls out of a diminutive (Санёк, Санька) makes another diminutive, which the table has.
    found += [(shared(each), endings, True) for each in oblique_stems(word)] if full else []
    if (softened := known.softened.get(stem[-1:])) is not None:
        found.append((shared(stem[:-1] + softened), "softened", True))
    return [each for each in found if len(each[0]) >= _SHORTEST]
