"""A given name that stands alone: whose it is, if this text says so, or else a stand-in that claims nothing.

A pseudonym in the wrong place is a false statement about a person, and can be quoted. So a given name takes one only
if the text names that person fully, or they tell it, and nobody else here bears it. A stranger's full name stays, and
is offered; every other given name takes "[name 1]", the same one throughout the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from valoshka.casebook.tasks.alignment import Replacement
from valoshka.casebook.tasks.offered_names import name_after, name_before, word_before
from valoshka.coding.reading.languages import language_of
from valoshka.names import fold, parse
from valoshka.names.parts import given_groups, is_given_name, is_patronymic
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from valoshka.names import Mention

PERSON = "Person"
GIVEN = ("given", "given_word")
WEAK = (*GIVEN, "surname_of_another")


@dataclass(frozen=True)
class _Word:
    """One word of the text, and the persons (random ids) whose given name, or surname, it may be."""

    start: int
    end: int
    may_be: frozenset[str]
    surname: bool = False


def replaced_alone(
    text: str, found: Sequence[Mention], standing: Mapping[str, str], here: Collection[str]
) -> list[Replacement]:
    """What stands for the weak mentions of `found`; `here` are the persons who tell this text, or are named in it."""
    words = list(_weak_words(text, found))
    known = [(each.start, each.end) for each in found if each.how not in GIVEN]
    followed = [word for word in words if not word.surname and name_after(text, word.end)]
    contested = frozenset(person for word in followed for person in word.may_be)
    numbers: dict[frozenset[str], int] = {}
    replaced = []
    for word in words:
        if word in followed and not _says_nothing(text, word, known):
            continue
        bearers = word.may_be & set(here)
        if len(bearers) == 1 and not word.may_be & contested and _is_alone(text, word):
            replaced.append(Replacement(word.start, word.end, standing.get(min(bearers), PERSON), min(bearers)))
        else:
            number = numbers.setdefault(word.may_be, len(numbers) + 1)
            replaced.append(Replacement(word.start, word.end, _neutral(text, number)))
    return replaced


def _is_alone(text: str, word: _Word) -> bool:
    """Whether it is a given name with no other name before it; in a line of capitals nobody can tell."""
    return not word.surname and not text[word.start : word.end].isupper() and not name_before(text, word.start)


def _weak_words(text: str, found: Sequence[Mention]) -> Iterator[_Word]:
    at: dict[tuple[int, int, bool], set[str]] = {}
    for mention in found:
        if is_weak(text, mention) and text[mention.start].isupper() and not _is_another_name(text, mention):
            surname = mention.how not in GIVEN
            at.setdefault((mention.start, name_end(text, mention), surname), set()).add(mention.key)
    for (start, end, surname), persons in sorted(at.items()):
        yield _Word(start, end, frozenset(persons), surname)


def _is_another_name(text: str, mention: Mention) -> bool:
    """Whether the word is a given name of its own that only sounds like the bearer's: Halina is not Alena."""
    if mention.how not in GIVEN:
        return False
    written = given_groups(fold(text[mention.start : name_end(text, mention)]))
    borne = _borne_groups(mention)
    return bool(written and borne) and not written & borne


def _says_nothing(text: str, word: _Word, known: Sequence[tuple[int, int]]) -> bool:
    """Whether what follows proves no stranger: a patronymic or a known surname may be theirs, capitals be shouting."""
    start, end = name_after(text, word.end) or (word.end, word.end)
    if text[word.start : word.end].isupper() or _may_be_patronymic(fold(text[start:end])):
        return True
    return any(first < end and start < last for first, last in known)


def _may_be_patronymic(folded: str) -> bool:
    """In any case: Петровича, Петровну, Петровной."""
    return any(is_patronymic(folded[: len(folded) - cut] + end) for cut in (0, 1, 2) for end in ("", "а"))


def is_weak(text: str, mention: Mention) -> bool:
    """Whether it is a given name alone, or a surname beside a given name that its bearer does not have."""
    if mention.how not in ("surname", "surname_common"):
        return mention.how in WEAK
    borne = _borne_groups(mention)
    spans = (word_before(text, mention.start), name_after(text, mention.end))
    beside = [fold(text[start:end]) for start, end in filter(None, spans)]
    return bool(borne) and any(is_given_name(word) and not given_groups(word) & borne for word in beside)


def _borne_groups(mention: Mention) -> set[int]:
    return {group for given in parse(mention.name).given for group in given_groups(given)}


def name_end(text: str, mention: Mention) -> int:
    """Where the name ends: an English possessive ("Halina's") stays behind it."""
    named = text[mention.start : mention.end]
    return mention.end - 2 if named.endswith(("'s", "’s")) else mention.end


@cache
def neutral_words() -> Mapping[str, str]:
    """The word of a neutral stand-in by language.

    >>> neutral_words()["be"]
    'імя'
    """
    read = own_yaml("valoshka.casebook.tasks", "stand_ins.yml")
    return dict(read["given_name"]["words"])


def _neutral(text: str, number: int) -> str:
    words = neutral_words()
    return f"[{words.get(language_of(text) or '', words['en'])} {number}]"
