"""Doers whom a sentence names, typed by the lexicon: riot police, guards, a hospital's administration."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import words
from valoshka.coding.rules.lexicon import Index, Trigger, classes
from valoshka.coding.rules.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from valoshka.coding.reading.tokens import Sentence


YEAR = 4  # digits


@dataclass(frozen=True)
class Doer:
    """A doer: tokens `start:end`, a type of `terms`' perpetrators; `only` if the words are mostly a place."""

    start: int
    end: int
    type: str
    only: bool


def doers(sentence: Sentence, language: str) -> list[Doer]:
    """The doers of `sentence`, in order; the longest wording wins, with the words that qualify it."""
    index, only = _index(language)
    if not index.touches(sentence.lows):
        return []
    found = sorted(index.find(sentence), key=lambda hit: (hit[0], -hit[1]))
    kept: list[Doer] = []
    for start, end, trigger in found:
        if kept and start < kept[-1].end:
            continue
        if (
            " ".join(sentence.lows[start:end]) in only
            and sentence.lows[end : end + 1]
            and _is_person(sentence.lows[end])
        ):
            continue
        wide = _left(sentence.lows, start, language)
        if kept and wide < kept[-1].end:
            wide = start
        kept.append(Doer(wide, end, trigger.act, " ".join(sentence.lows[start:end]) in only))
    return kept


@cache
def _index(language: str) -> tuple[Index, frozenset[str]]:
    listed = words(language, "actors")
    own = listed.get("classes", {})
    assert isinstance(own, dict)
    known: Mapping[str, Sequence[str]] = {**classes(language), **own}
    only = listed.get("only_as_doer", [])
    assert isinstance(only, list)
    return Index(list(_triggers(listed, known))), frozenset(only)


def _triggers(listed: Mapping[str, object], known: Mapping[str, Sequence[str]]) -> Iterator[Trigger]:
    actors = listed["actors"]
    assert isinstance(actors, dict)
    for kind, wordings in actors.items():
        for say in wordings:
            optional = say.startswith("<") and say.split()[0].endswith("?")
            yield Trigger(kind, "noun", compile_pattern(say.partition(" ")[2] if optional else say, known))


@cache
def _qualifiers(language: str) -> frozenset[str]:
    people = words(language, "people")
    listed: set[str] = set()
    for name in ("determiners", "modifiers"):
        group = people.get(name, [])
        assert isinstance(group, list)
        listed.update(group)
    return frozenset(listed - {"to", "at", "over", "about", "than", "up", "that", "this", "only", "just", "such"})


def _left(lows: Sequence[str], start: int, language: str) -> int:
    while start > 0 and (lows[start - 1] in _qualifiers(language) or _is_count(lows[start - 1])):
        start -= 1
    return start


def _is_person(low: str) -> bool:
    """Whether a building's name only qualifies people: "my hospital colleagues"."""
    persons = words("en", "people")["persons"]
    assert isinstance(persons, dict)
    return low in persons or low in persons.values()


def _is_count(low: str) -> bool:
    return low.isdigit() and len(low) < YEAR
