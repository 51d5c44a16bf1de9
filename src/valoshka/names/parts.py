"""A person's full name taken apart: given name, patronymic, surname."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass

from valoshka.names import knowledge
from valoshka.names.agreement import agree
from valoshka.names.folding import fold
from valoshka.names.phones import Sound, sounds
from valoshka.names.words import words

_INITIAL = 2  # letters: Дз. for Дзмітрый


@dataclass(frozen=True)
class NameParts:
    """The folded parts of one name. A name of one word is all surname, because it must be found alone."""

    given: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    patronymic: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()


def parse(name: str) -> NameParts:
    """Take a full name apart, whichever part comes first.

    Given names are known by their table; where that does not help, the surname stands last, or before a comma.

    >>> parse("Бонч Галіна Пятроўна").surname, parse("Halina Bonch").surname, parse("Bonch, H.").initials
    (('бонч',), ('bonch',), ('h',))
    """
    tokens = [word.folded for word in words(name)]
    initials = tuple(token for token in tokens if len(token) <= _INITIAL and f"{token}." in fold(name))
    full = [token for token in tokens if token not in initials]
    father = _patronymic(full)
    patronymic = () if father is None else (full[father],)
    rest = [token for place, token in enumerate(full) if place != father]
    given, surname = _given_and_surname(rest, surname_first="," in name, initials=bool(initials))
    return NameParts(given, initials, patronymic, surname)


def _patronymic(full: list[str]) -> int | None:
    """Its place: after a given name if it can, because surnames such as Карповіч have the same ending."""
    shaped = [place for place in range(1, len(full)) if is_patronymic(full[place])]
    if len(full) <= _INITIAL or not shaped:
        return None
    return next((place for place in shaped if given_groups(full[place - 1])), shaped[-1])


def _given_and_surname(
    rest: list[str], *, surname_first: bool, initials: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if len(rest) == 1 or initials:
        return (), tuple(rest)
    known = [token for token in rest if given_groups(token)]
    if surname_first:
        return tuple(rest[1:]), tuple(rest[:1])
    if known and len(known) < len(rest):
        return tuple(known), tuple(token for token in rest if token not in known)
    return tuple(rest[:1]), tuple(rest[1:])


def is_patronymic(token: str) -> bool:
    """Whether a folded word has a patronymic's ending; some surnames have it too (Карповіч)."""
    return token.endswith(knowledge.surname_knowledge()["patronymic"])


@functools.cache
def _given_index() -> dict[str, list[tuple[Sound, int]]]:
    found: dict[str, list[tuple[Sound, int]]] = {}
    for number, group in enumerate(knowledge.given_names()):
        for sound in frozenset(itertools.chain.from_iterable(sounds(fold(form)) for form in group)):
            found.setdefault(sound.skeleton, []).append((sound, number))
    return found


@functools.cache
def _written() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(knowledge.given_names()):
        for form in group:
            found.setdefault(fold(form), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def is_given_name(folded: str) -> bool:
    """Whether the table of given names has exactly this word."""
    return folded in _written()


@functools.lru_cache(maxsize=1 << 14)
def given_groups(folded: str) -> frozenset[int]:
    """Numbers of the given names that `folded` may be: as it is written in the table or, failing that, by its sound."""
    if folded in _written():
        return _written()[folded]
    return frozenset(
        number
        for heard in sounds(folded)
        for sound, number in _given_index().get(heard.skeleton, ())
        if agree(heard, sound) and heard.trail == sound.trail
    )


def given_forms(folded: str) -> frozenset[str]:
    """Every form, folded, of the given name `folded`, itself among them.

    >>> "николай" in given_forms("мікалай")
    True
    """
    groups = knowledge.given_names()
    return frozenset({folded, *(fold(form) for number in given_groups(folded) for form in groups[number])})
