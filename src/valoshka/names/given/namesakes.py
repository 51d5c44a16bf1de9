"""Entries of several files that are one name: Latvia's Sergejs and Russia's Сергей share the form Сергей."""

from __future__ import annotations

import functools

from valoshka.names.given.lexicon import given_names, key


@functools.lru_cache(maxsize=1 << 13)
def namesakes(number: int) -> frozenset[int]:
    """The numbers of the entries that share a full Russian form with entry `number`, for the same sex; itself too.

    >>> from valoshka.names.given.lexicon import forms_of
    >>> sergey = forms_of("sergejs")[0].number
    >>> {form.number for form in forms_of("сяргей")} <= namesakes(sergey)
    True
    """
    name = given_names()[number]
    return frozenset({number}).union(*(_sharing().get((key(form), name.sex), ()) for form in name.full.get("ru", ())))


@functools.cache
def _sharing() -> dict[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], set[int]] = {}
    for name in given_names():
        for form in name.full.get("ru", ()):
            found.setdefault((key(form), name.sex), set()).add(name.number)
    return {shared: frozenset(numbers) for shared, numbers in found.items()}
