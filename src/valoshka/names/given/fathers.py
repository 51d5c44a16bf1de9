"""Whose child a patronymic tells of: the given name of the father, in any script, language and case."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from valoshka.names.agreement import agree
from valoshka.names.folding import script
from valoshka.names.given.declined import shared
from valoshka.names.given.lexicon import forms_of, given_names, key
from valoshka.names.given.sieve import Sounded
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.names.phones import Sound

_SHORTEST = 2  # letters: what is left of a father's name


@dataclass(frozen=True)
class _Rules:
    """The knowledge of `patronymics.yml`."""

    cyrillic: re.Pattern[str]
    latin: re.Pattern[str]
    stems: tuple[tuple[re.Pattern[str], str], ...]
    contracted: dict[str, str]
    lost: str


@functools.lru_cache(maxsize=1 << 16)
def father_groups(folded: str) -> frozenset[int]:
    """Numbers of the given names of the father whom a patronymic names; empty if the word is no patronymic.

    Some surnames are made in the same way: whether Карпович is one is not asked here, only whose son it would be.

    >>> from valoshka.names.given.hearing import given_groups
    >>> nikolai = given_groups("николай")
    >>> all(father_groups(word) & nikolai for word in ("мікалаевіч", "николаевны", "миколайович", "nikolayevna"))
    True
    >>> father_groups("николай"), father_groups("бондарович")
    (frozenset(), frozenset())
    """
    letters = script(folded)
    if letters == "cyrillic":
        return _by_spelling(shared(key(folded)))
    return _by_sound(key(folded)) if letters == "latin" else frozenset()


def _by_spelling(word: str) -> frozenset[int]:
    """The shortest suffix is tried last: Никит-ич, but Никола-евич."""
    for stem in _stripped(word, _rules().cyrillic):
        if found := _contracted().get(stem) or _fathers().get(_bare(stem)):
            return found
    return frozenset()


def _stripped(word: str, suffix: re.Pattern[str]) -> Iterator[str]:
    """What every patronymic suffix leaves of `word`, the longest suffix first."""
    if (longest := suffix.search(word, _SHORTEST)) is None:
        return
    for at in range(longest.start(), len(word) - 1):
        if suffix.match(word, at):
            yield word[:at]


def _bare(stem: str) -> str:
    return stem.rstrip(_rules().lost)


def _by_sound(word: str) -> frozenset[int]:
    for stem in _stripped(word, _rules().latin):
        pairs = [pair for pair in _sounded().like(stem) if pair[0].consonants]
        for alike in (_identical, _agrees):
            if found := {father for one, father, sound in pairs if alike(one, sound)}:
                return frozenset().union(*(_fathers()[father] for father in found))
    return frozenset()


def _identical(heard: Sound, sound: Sound) -> bool:
    """The vowels at the end are the suffix's own, so that they say nothing."""
    return heard.gaps == sound.gaps and any(sound.gaps)


def _agrees(heard: Sound, sound: Sound) -> bool:
    enough = len(sound.consonants) >= _SHORTEST
    return enough and agree(replace(heard, trail=""), replace(sound, trail=""), ending_cut=True)


@functools.cache
def _fathers() -> dict[str, frozenset[int]]:
    """Men's names by what a patronymic keeps of them, Cyrillic ones in shared letters."""
    found: dict[str, set[int]] = {}
    for name in given_names():
        for form in (form for each in name.full.values() for form in each) if name.sex != "f" else ():
            for stem in _stems(key(form)):
                found.setdefault(stem, set()).add(name.number)
    return {stem: frozenset(numbers) for stem, numbers in found.items() if len(stem) >= _SHORTEST}


def _stems(folded: str) -> set[str]:
    letters = script(folded)
    if letters == "other":
        return set()
    if letters == "latin":
        return {folded.rstrip("aeiouyj")}
    spelt = shared(folded)
    changed = (pattern.sub(there, spelt) for pattern, there in _rules().stems)
    return {_bare(stem) for stem in (spelt, *changed)}


@functools.cache
def _contracted() -> dict[str, frozenset[int]]:
    names = _rules().contracted.items()
    return {stem: frozenset(form.number for form in forms_of(key(name)) if not form.short) for stem, name in names}


@functools.cache
def _sounded() -> Sounded:
    return Sounded(_fathers())


@functools.cache
def _rules() -> _Rules:
    known = cast(dict[str, object], own_yaml("valoshka.names.given", "patronymics.yml"))
    cyrillic, latin = (cast(dict[str, object], known[letters]) for letters in ("cyrillic", "latin"))
    return _Rules(
        _suffix(cyrillic),
        _suffix(latin),
        tuple((re.compile(here), there) for here, there in cast(list[tuple[str, str]], cyrillic["stems"])),
        cast(dict[str, str], cyrillic["contracted"]),
        cast(str, known["lost"]),
    )


def _suffix(known: dict[str, object]) -> re.Pattern[str]:
    return re.compile(rf"(?:{known['masculine']}|{known['feminine']})\Z")
