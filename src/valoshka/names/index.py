"""Which parts of which names a word may be a form of. Its cost depends on the words, hardly on the number of people."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from valoshka.names import knowledge
from valoshka.names.agreement import agree, identical, stems
from valoshka.names.alone import shared_letters, singular_forms
from valoshka.names.declension import oblique_stems
from valoshka.names.folding import fold, twin
from valoshka.names.nearly import Nearly
from valoshka.names.parts import NameParts, given_forms, parse
from valoshka.names.phones import Sound, sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_FEW = 2  # consonants
_SHORT = 3  # letters: too few for look-alikes of a whole word to mean anything
Part = Literal["given", "patronymic", "surname"]


@dataclass(frozen=True)
class Bearer:
    """A person (`key`) who bears `name`, taken apart."""

    key: str
    name: str
    parts: NameParts

    @property
    def words(self) -> int:
        """How many words the name has."""
        parts = self.parts
        return len(parts.given) + len(parts.initials) + len(parts.patronymic) + len(parts.surname)


@dataclass(frozen=True)
class Match:
    """A word may be the `part` of the names of `bearers`; `word` is that part as folded from the name itself."""

    part: Part
    word: str
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True)
class Fit:
    """That a word of a text fits a part of names; `exact` if it sounds the same to the vowel."""

    match: Match
    exact: bool


class PartIndex:
    """Parts of names under the consonants by which they sound. Built once for a list of people; then only read."""

    def __init__(self, people: Mapping[str, Sequence[str]]) -> None:
        bearers: dict[tuple[Part, str], dict[Bearer, None]] = {}
        for key, names in people.items():
            for name in names:
                bearer = Bearer(key, name, parse(name))
                for part, word in _parts_of(bearer.parts):
                    bearers.setdefault((part, word), {})[bearer] = None
        self._matches = {at: Match(*at, tuple(found)) for at, found in bearers.items()}
        self._heard: dict[str, list[tuple[Sound, bool, Match]]] = {}
        for match in self._matches.values():
            for sound, oblique in _sounds_of(match.part, match.word):
                self._heard.setdefault(sound.skeleton, []).append((sound, oblique, match))
        self._declined = _short_given(self._matches.values())
        surnames = [match for match in self._matches.values() if match.part == "surname"]
        self._nearly = Nearly((match.word, match) for match in surnames)
        self._found: dict[str, tuple[Fit, ...]] = {}

    def fits(self, folded: str) -> tuple[Fit, ...]:
        """Every part of a name that the folded word may be a form of; each distinct word is worked out once."""
        if folded not in self._found:
            self._found[folded] = self._look_up(folded)
        return self._found[folded]

    def nearly(self, folded: str) -> tuple[Match, ...]:
        """Surnames of which the folded word may be a form with one slip of the pen."""
        return self._nearly.like(folded)

    def matches(self) -> Iterable[Match]:
        """Every part of a name, once however many bear it."""
        return self._matches.values()

    def under(self, skeleton: str) -> Iterator[Match]:
        """Parts of names that sound, perhaps before a case ending, as the consonants `skeleton`."""
        return (match for _, _, match in self._heard.get(skeleton, ()))

    def _look_up(self, folded: str) -> tuple[Fit, ...]:
        found: dict[int, Fit] = {}
        looking_like = twin(folded) if len(folded) > _SHORT else None
        for stem, cut in itertools.chain(stems(folded), stems(looking_like) if looking_like else ()):
            for heard in sounds(stem):
                for sound, oblique, match in self._heard.get(heard.skeleton, ()):
                    known = found.get(id(match))
                    if oblique and not (cut or heard.trail):
                        continue
                    if (known is None or not known.exact) and agree(heard, sound, ending_cut=cut):
                        found[id(match)] = Fit(match, exact=identical(heard, sound))
        for match in self._declined.get(shared_letters(folded), ()):
            found.setdefault(id(match), Fit(match, exact=True))
        return tuple(found.values())


def _short_given(matches: Iterable[Match]) -> dict[str, list[Match]]:
    """Given names of one consonant (Анна, Юлия) under their forms in every case: their sound proves too little."""
    found: dict[str, list[Match]] = {}
    for match in matches:
        if match.part == "given" and any(len(sound.consonants) < _FEW for sound, _ in _sounds_of("given", match.word)):
            for form in singular_forms(match.word):
                found.setdefault(form, []).append(match)
    return found


def _parts_of(parts: NameParts) -> list[tuple[Part, str]]:
    given: list[tuple[Part, str]] = [("given", word) for word in parts.given]
    patronymic: list[tuple[Part, str]] = [("patronymic", word) for word in parts.patronymic]
    return [*given, *patronymic, *(("surname", word) for word in parts.surname)]


def _sounds_of(part: Part, word: str) -> frozenset[tuple[Sound, bool]]:
    """How the part sounds, and as the stem that other cases have (true)."""
    forms = given_forms(word) if part == "given" else surname_forms(word)
    return frozenset(
        {(sound, False) for form in forms for sound in sounds(form)}
        | {(sound, True) for form in forms for stem in oblique_stems(form) for sound in sounds(stem)}
    )


def surname_forms(word: str) -> frozenset[str]:
    """A folded surname, and as its neighbours' languages write it.

    >>> sorted(surname_forms("ваўкоў"))
    ['валкоў', 'ваўкоў']
    """
    changed = (here.sub(there, word) for here, there in knowledge.sound_changes())
    return frozenset({word, *changed})


@functools.cache
def _common_sounds() -> dict[str, list[Sound]]:
    found: dict[str, list[Sound]] = {}
    for surname in knowledge.surname_knowledge()["common"]:
        for sound in sounds(fold(surname)):
            found.setdefault(sound.skeleton, []).append(sound)
    return found


@functools.lru_cache(maxsize=1 << 14)
def is_common(surname: str) -> bool:
    """Whether a folded surname is so frequent that it alone proves little.

    >>> is_common("иванов"), is_common("бонч")
    (True, False)
    """
    known = _common_sounds()
    return any(agree(heard, sound) for heard in sounds(surname) for sound in known.get(heard.skeleton, ()))


def is_surname_shaped(folded: str) -> bool:
    """Whether even in lower case the word can hardly be anything but a surname.

    >>> is_surname_shaped("сарокін"), is_surname_shaped("жук")
    (True, False)
    """
    return len(folded) > 5 and folded.endswith(knowledge.surname_knowledge()["endings"])
