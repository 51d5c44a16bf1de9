"""A person's full name taken apart: given name, patronymic, surname."""

from __future__ import annotations

from dataclasses import dataclass

from valoshka.names import knowledge
from valoshka.names.folding import fold
from valoshka.names.given import given_forms, given_groups, is_given_name
from valoshka.names.words import words

__all__ = ["NameParts", "given_forms", "given_groups", "is_given_name", "is_patronymic", "parse"]

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
