"""Whether a name in a text is a man's of the family where a woman is protected, or a woman's where a man is."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.alone import singular_forms
from valoshka.names.folding import script
from valoshka.names.given import forms_of, given_names
from valoshka.names.given.declined import shared
from valoshka.names.parts import given_groups, is_patronymic, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from valoshka.names.given.lexicon import Sex

_INITIAL = 2  # letters


def is_of_other_sex(words: Iterable[str], names: Collection[str]) -> bool:
    """Whether the folded words of a mention can only be those of somebody of the other sex than the bearer of `names`.

    Only what is certain counts: a given name that tables know as a man's alone, or, beside initials, a surname that no
    woman bears in that form. What may be a case of the bearer's own name is theirs.

    >>> is_of_other_sex(["алесь", "марозаў"], ["Алеся Марозава"]), is_of_other_sex(["а", "марозаў"], ["Алеся Марозава"])
    (True, True)
    >>> is_of_other_sex(["алеся", "марозава"], ["Алесь Марозаў"])
    False
    """
    own = _sex_of(tuple(names))
    long = [word for word in words if len(word) > _INITIAL]
    if own is None or any(is_patronymic(word) for word in long):
        return False
    given = [word for word in long if _sexes(word)]
    if given:
        return all(_is_others(word, own, names) for word in given)
    return len(long) == 1 and script(long[0]) == "cyrillic" and _is_borne_by_other(long[0], own, names)


def _is_others(word: str, own: Sex, names: Collection[str]) -> bool:
    """Whether a given name is nobody's of the sex `own`; a man's genitive (Алеся) is written as a woman's name is."""
    if _sexes(word) & {own, "u"}:
        return False
    if own == "f":
        return True
    listed = (given for name in names for given in _parsed(name)[0])
    return script(word) == "cyrillic" and not any(shared(word) in singular_forms(given) for given in listed)


def _is_borne_by_other(surname: str, own: Sex, names: Collection[str]) -> bool:
    known = knowledge.surname_knowledge()
    listed = [each for name in names for each in _parsed(name)[1]]
    theirs, others = ("first_of_women", "first_of_men") if own == "f" else ("first_of_men", "only_of_women")
    return surname.endswith(known[others]) and all(each.endswith(known[theirs]) for each in listed)


@functools.lru_cache(maxsize=1 << 12)
def _sex_of(names: tuple[str, ...]) -> Sex | None:
    """The sex that every given name tells, if all tell the same."""
    told = {form.sex for name in names for given in _parsed(name)[0] for form in forms_of(given)}
    sex = told.pop() if len(told) == 1 else None
    return sex if sex != "u" else None


def _sexes(word: str) -> frozenset[Sex]:
    """Whose given name it is as tables write it; of a romanised one, as it sounds."""
    if exact := frozenset(form.sex for form in forms_of(word)):
        return exact
    groups = given_groups(word) if script(word) == "latin" else ()
    return frozenset(given_names()[number].sex for number in groups)


@functools.lru_cache(maxsize=1 << 12)
def _parsed(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parts = parse(name)
    return parts.given, parts.surname
