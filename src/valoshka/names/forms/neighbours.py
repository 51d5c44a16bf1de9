"""One name in the neighbours' languages: surnames as Belarusian, Russian and Ukrainian write them, and patronymics."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from valoshka.names.folding import fold
from valoshka.names.forms.grammar import LANGUAGES, LONGEST
from valoshka.names.given import given_names
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.names.forms.grammar import Language, Sex

_CHOICE = re.compile(r"\{([^}]*)\}")
MOST = 8  # spellings of one surname in one language: each vowel that may be two doubles them


class _Written(TypedDict):
    alphabets: dict[Language, str]
    foreign: dict[Language, str]
    vowels: str
    surnames: dict[str, list[tuple[str, str]]]
    patronymics: dict[Language, list[tuple[str, str, str]]]


@dataclass(frozen=True)
class Father:
    """Whose child a patronymic tells of: the number of a given name, in which language, son (`m`) or daughter (`f`)."""

    number: int
    language: Language
    sex: Sex


def languages_of(lower: str) -> tuple[Language, ...]:
    """The languages whose alphabet can write a word in lower case.

    >>> languages_of("воўк"), languages_of("коваль"), languages_of("wolf")
    (('be',), ('be', 'ru', 'uk'), ())
    """
    return tuple(language for language in LANGUAGES if set(lower) <= _alphabets()[language])


def bears(language: Language, surname: str) -> bool:
    """Whether a surname in lower case may be one of that language: its shape does not speak against it.

    >>> bears("uk", "залуцкая"), bears("uk", "калина")
    (False, True)
    """
    return len(surname) > LONGEST or re.search(_known()["foreign"][language], surname) is None


@functools.lru_cache(maxsize=1 << 12)
def surname_in(lower: str, here: Language, there: Language) -> tuple[str, ...]:
    """How the language `there` may write a surname that `here` writes `lower`; the likelier spellings first.

    Where the spelling of the one does not tell that of the other (Сарокін: о or а?), both are given, `MOST` at most.

    >>> surname_in("ціханоўская", "be", "ru"), surname_in("сорокин", "ru", "be")
    (('тихоновская', 'тихановская'), ('соракін', 'сарокін', 'саракін'))
    """
    if here == there or len(lower) > LONGEST:
        return (lower,)
    if f"{here}-{there}" not in _known()["surnames"]:
        # Russian stands between the other two: lists and documents of both countries went through it.
        found = [two for one in surname_in(lower, here, "ru") for two in surname_in(one, "ru", there)]
        return tuple(dict.fromkeys(found))[:MOST]
    halves = [_half(half, here, there) for half in lower.split("-")]
    return tuple("-".join(each) for each in itertools.islice(itertools.product(*halves), MOST))


def _half(lower: str, here: Language, there: Language) -> tuple[str, ...]:
    starts = _stressed(lower) if there == "be" else (lower,)
    found = (ready.lower() for start in starts for ready in _chosen(_changed(start, here, there)))
    return tuple(itertools.islice(dict.fromkeys(found), MOST))


def _changed(word: str, here: Language, there: Language) -> str:
    for pattern, becomes in _rules(f"{here}-{there}"):
        word = pattern.sub(becomes, word)
    return word


def _chosen(word: str) -> Iterator[str]:
    """Every word that the choices {а,о} in `word` leave open."""
    pieces = _CHOICE.split(word)
    choices = [piece.split(",") if place % 2 else [piece] for place, piece in enumerate(pieces)]
    return map("".join, itertools.islice(itertools.product(*choices), MOST))


def _stressed(lower: str) -> tuple[str, ...]:
    """The word with each vowel stressed in turn: in capitals, and < after the vowel before it. Ё is always stressed."""
    places = [place for place, letter in enumerate(lower) if letter in _known()["vowels"]]
    certain = [place for place in places if lower[place] == "ё"]
    return tuple(_marked(lower, places, place) for place in (certain or places)) or (lower,)


def _marked(lower: str, places: list[int], stressed: int) -> str:
    before = max((place for place in places if place < stressed), default=-1)
    letters = [*lower]
    letters[stressed] = letters[stressed].upper()
    if before >= 0:
        letters[before] += "<"
    return "".join(letters)


def patronymics_of(given: str, language: Language, sex: Sex) -> tuple[str, ...]:
    """What a child of a man called `given` (in lower case, of that language) is called after him, in lower case.

    >>> patronymics_of("мікалай", "be", "m"), patronymics_of("петро", "uk", "f")
    (('мікалаевіч',), ('петрівна',))
    """
    for pattern, son, daughter in _patronymic_rules(language):
        if match := pattern.search(given):
            return tuple(given[: match.start()] + ending for ending in (son if sex == "m" else daughter).split("|"))
    return ()


def fathers(folded: str) -> tuple[Father, ...]:
    """Which given names a patronymic, folded and in the nominative, may come from.

    >>> {father.language for father in fathers(fold("Сяргееўна"))}
    {'be'}
    """
    return _fathers().get(folded, ())


@functools.cache
def _fathers() -> dict[str, tuple[Father, ...]]:
    found: dict[str, list[Father]] = {}
    for name in given_names():
        if name.sex == "f":
            continue
        for language in LANGUAGES:
            for form in name.full.get(language, ()):
                for sex in _SEXES:
                    for patronymic in patronymics_of(form.lower(), language, sex):
                        found.setdefault(fold(patronymic), []).append(Father(name.number, language, sex))
    return {patronymic: tuple(dict.fromkeys(each)) for patronymic, each in found.items()}


_SEXES: tuple[Sex, ...] = ("m", "f")


@functools.cache
def _known() -> _Written:
    known: _Written = own_yaml("valoshka.names.forms", "neighbours.yml")
    return known


@functools.cache
def _alphabets() -> dict[Language, frozenset[str]]:
    return {language: frozenset(letters) for language, letters in _known()["alphabets"].items()}


@functools.cache
def _rules(direction: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(here), there) for here, there in _known()["surnames"][direction])


@functools.cache
def _patronymic_rules(language: Language) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(ends), son, daughter) for ends, son, daughter in _known()["patronymics"][language])
