"""Which given names a word may be: as the table writes it or, failing that, as it sounds."""

from __future__ import annotations

import functools
import itertools

from valoshka.names.agreement import agree
from valoshka.names.folding import fold
from valoshka.names.given.lexicon import forms_of, given_names
from valoshka.names.phones import Sound, sounds


def is_given_name(folded: str) -> bool:
    """Whether the table of given names has exactly this word."""
    return bool(forms_of(folded))


@functools.lru_cache(maxsize=1 << 16)
def given_groups(folded: str) -> frozenset[int]:
    """Numbers of the given names that `folded` may be: as it is written in the table or, failing that, by its sound."""
    if exact := forms_of(folded):
        return frozenset(form.number for form in exact)
    return frozenset(
        number
        for heard in sounds(folded)
        for sound, number in _heard().get(heard.skeleton, ())
        if agree(heard, sound) and heard.trail == sound.trail
    )


def given_forms(folded: str) -> frozenset[str]:
    """Every form, folded, of the given name `folded`, itself among them.

    >>> "николай" in given_forms("мікалай")
    True
    """
    names = given_names()
    return frozenset({folded, *(fold(form) for number in given_groups(folded) for form in names[number].forms)})


@functools.cache
def _heard() -> dict[str, list[tuple[Sound, int]]]:
    found: dict[str, list[tuple[Sound, int]]] = {}
    for name in given_names():
        for sound in frozenset(itertools.chain.from_iterable(sounds(fold(form)) for form in name.forms)):
            found.setdefault(sound.skeleton, []).append((sound, name.number))
    return found
