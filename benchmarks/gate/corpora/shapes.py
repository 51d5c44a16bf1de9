"""In which shape a mention names its person: told from the corpus's own base forms, before any engine reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from valoshka.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.gate.corpora.texts import Shape

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*\.?")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LIKE = 60  # of 100: a misspelling, a case or the other gender, not another name


def words(name: str) -> list[str]:
    """The words and initials of a name.

    >>> words("Валошка Г. П.")
    ['Валошка', 'Г.', 'П.']
    """
    return _WORD.findall(name)


def is_initial(word: str) -> bool:
    """One or two letters with a point, or one letter alone."""
    return len(word) == 1 or (word.endswith(".") and len(word) <= 3)


def shape(lemma: str, bases: Sequence[str]) -> Shape:
    """The shape of a mention by its base form, held against the person's full names in the same letters.

    >>> shape("Бонч", ["Галіна Бонч"]), shape("Г. Бонч", ["Галіна Бонч"]), shape("Шэрая Мышка", ["Галіна Бонч"])
    ('surname', 'initials', 'other')
    """
    told = words(lemma)
    long = [word for word in told if not is_initial(word)]
    if not long:
        return "other"
    same = [base for base in bases if bool(_CYRILLIC.search(base)) == bool(_CYRILLIC.search(lemma))]
    known = [[word for word in words(base) if not is_initial(word)] for base in same]
    if known and not any(_alike(word, other) for word in long for base in known for other in base):
        return "other"
    if len(told) > 1:
        return "full" if len(long) > 1 else "initials"
    firsts = [other for base in known for other in base[:1]]
    lasts = [other for base in known for other in base[1:]]
    if any(_alike(long[0], other) for other in lasts) or not known:
        return "surname"
    return "given" if any(_alike(long[0], other) for other in firsts) else "other"


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(fold(one), fold(other)) >= _LIKE
