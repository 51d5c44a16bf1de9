"""Which given names a word may be: as the table writes it or, failing that, declined, or as it sounds."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from valoshka.names.agreement import agree, identical
from valoshka.names.folding import fold, script
from valoshka.names.given.declined import declined, in_shared_letters
from valoshka.names.given.lexicon import forms_of, given_names, written
from valoshka.names.given.sieve import Sounded

if TYPE_CHECKING:
    from collections.abc import Iterator


_SHORT = 3  # letters: what is so short is a name only as the table writes it
_LONG = 5  # letters: a Cyrillic word that is longer may be a name by its sound alone


def is_given_name(folded: str) -> bool:
    """Whether the table of given names has exactly this word."""
    return bool(forms_of(folded))


@functools.lru_cache(maxsize=1 << 16)
def given_groups(folded: str) -> frozenset[int]:
    """Numbers of the given names that `folded` may be; empty for a word that is none.

    The closest likeness counts, and what is less close is not asked for: as the table writes it; in letters that
    neighbours exchange or in some grammatical case; to the vowel by its sound; and, for a full name in Latin letters,
    by its sound but for vowels that are heard differently. What only a neighbour's table writes may also be a case of
    a name from here (Петру).

    >>> given_groups("tsimafei") == given_groups("тимофей") == given_groups("цімафею")
    True
    >>> given_groups("бонч")
    frozenset()
    """
    letters = script(folded)
    if exact := frozenset(form.number for form in forms_of(folded)):
        return exact if letters != "cyrillic" or exact & _at_home() else exact | (declined(folded) & _at_home())
    if len(folded) <= _SHORT or letters == "other":
        return frozenset()
    # One tier: Марине is Маринэ as a neighbour writes her, and Марина in another case.
    if letters == "cyrillic" and (known := in_shared_letters(folded) | declined(folded)):
        return known
    return _by_sound(folded, romanised=letters == "latin")


def given_forms(folded: str) -> frozenset[str]:
    """Every form, folded, of the given name `folded`, itself among them.

    >>> "николай" in given_forms("мікалай")
    True
    """
    names = given_names()
    return frozenset({folded, *(fold(form) for number in given_groups(folded) for form in names[number].forms)})


@functools.cache
def _at_home() -> frozenset[int]:
    """The names of most people here, so that their cases are met more often than names from elsewhere."""
    return frozenset(name.number for name in given_names() if name.table == "east_slavic")


def _by_sound(folded: str, *, romanised: bool) -> frozenset[int]:
    """A Cyrillic word that only sounds as a name does is more often another word: only long full names are heard."""
    if not romanised and len(folded) <= _LONG:
        return frozenset()
    alike = list(_heard_alike(folded))
    return frozenset(number for number, exact, short in alike if exact and (romanised or not short)) or frozenset(
        number for number, _, short in alike if romanised and not short
    )


def _heard_alike(folded: str) -> Iterator[tuple[int, bool, bool]]:
    """Names that sound as the word does: their numbers, whether to the vowel, and whether the form is short."""
    alike: dict[str, bool] = {}
    for one, candidate, other in _sounded().like(folded):
        if one.trail == other.trail and agree(one, other):
            alike[candidate] = alike.get(candidate, False) or identical(one, other)
    for candidate, exact in alike.items():
        for form in forms_of(candidate):
            yield form.number, exact, form.short


@functools.cache
def _sounded() -> Sounded:
    return Sounded(word for word in written() if len(word) > _SHORT and script(word) != "other")
