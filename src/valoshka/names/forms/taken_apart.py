"""A written name, word by word: which part of the name each is, in which languages, and who can bear it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.names.folding import fold
from valoshka.names.forms.grammar import LONGEST, grammar
from valoshka.names.forms.neighbours import bears, fathers, languages_of
from valoshka.names.given import forms_of
from valoshka.names.parts import parse
from valoshka.names.words import words

if TYPE_CHECKING:
    from valoshka.names.forms.grammar import Language, Sex

_PIECE = re.compile(r"[^\s,;]+")
_MOST = 8  # words
_SEXES: tuple[Sex, ...] = ("m", "f")


@dataclass(frozen=True)
class TakenApart:
    """The words of one name, as written, by part; `languages` that it may be written in, `sexes` that may bear it."""

    given: str
    patronymic: str
    surname: str
    initials: str
    languages: tuple[Language, ...]
    sexes: tuple[Sex, ...]


def taken_apart(name: str) -> TakenApart | None:
    """The parts of `name`; nothing where a part has several words that no hyphen joins, or a word fits in no part.

    >>> taken_apart("Залуцкая Юлія Пятроўна").languages, taken_apart("Бонч Г. П.").initials
    (('be',), 'Г. П.')
    """
    pieces = _by_part(name)
    if pieces is None or any(len(pieces[part]) > 1 for part in ("given", "patronymic", "surname")):
        return None
    given, patronymic, surname = ("".join(pieces[part]) for part in ("given", "patronymic", "surname"))
    languages = _languages(given, patronymic, surname)
    sexes = _sexes(given, patronymic, surname, languages)
    return TakenApart(given, patronymic, surname, " ".join(pieces["initials"]), languages, sexes)


def _by_part(name: str) -> dict[str, list[str]] | None:
    pieces = _PIECE.findall(name)
    # A name of more or longer words is none, and its forms would be many and long.
    if len(pieces) > _MOST or max(map(len, pieces), default=0) > LONGEST or not words(name):
        return None
    parsed = parse(name)
    parts = {part: frozenset(getattr(parsed, part)) for part in ("given", "patronymic", "surname", "initials")}
    found: dict[str, list[str]] = {part: [] for part in parts}
    for piece in pieces:
        folded = {word.folded for word in words(piece)}
        part = next((part for part, tokens in parts.items() if folded and folded <= tokens), None)
        if part is None:
            return None
        found[part].append(piece)
    return found


def _languages(given: str, patronymic: str, surname: str) -> tuple[Language, ...]:
    """By the alphabet first; where it leaves several, by the surname's shape and by the tables of names."""
    written = (given + patronymic + surname).lower()
    left = languages_of(written) if written else ()
    known = {form.language for form in forms_of(fold(given))}
    called = {father.language for father in fathers(fold(patronymic))}
    shaped = {one for one in left if bears(one, surname.lower())}
    for narrower in (shaped, known, called):
        left = tuple(one for one in left if one in narrower) or left
    return left


def _sexes(given: str, patronymic: str, surname: str, languages: tuple[Language, ...]) -> tuple[Sex, ...]:
    """Who can bear the name: by the patronymic, else by the given name, else by the surname; both where none tells."""
    named = {form.sex for form in forms_of(fold(given)) if form.sex != "u"}
    called = {father.sex for father in fathers(fold(patronymic))}
    borne = {sex for language in languages for sex in grammar(language).sexes(surname.lower())}
    for told in (called, named & borne or named, borne):
        if told:
            return tuple(sex for sex in _SEXES if sex in told)
    return _SEXES
