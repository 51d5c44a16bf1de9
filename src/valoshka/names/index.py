"""Which parts of which names a word may be a form of. Its cost depends on the words, hardly on the number of people."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from valoshka.names import knowledge
from valoshka.names.agreement import agree, identical, stems
from valoshka.names.alone import singular_forms
from valoshka.names.declension import oblique_stems
from valoshka.names.folding import fold
from valoshka.names.given import forms_of, given_groups, given_names
from valoshka.names.given.declined import shared
from valoshka.names.given.namesakes import namesakes
from valoshka.names.nearly import Nearly
from valoshka.names.parts import NameParts, parse
from valoshka.names.phones import Sound, sounds, sounds_each
from valoshka.names.prefilter import Prefilter
from valoshka.names.promising import Promising, twins_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_FEW = 2  # consonants
_BESIDE_GIVEN = 5  # letters of a surname that may bear a slip beside its given name
_AT_ONCE = 4_000  # words: enough to go over together, and soon forgotten
Part = Literal["given", "patronymic", "surname"]


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """A person (`key`) who bears `name`, taken apart. An index makes one of each, so that no two are compared."""

    key: str
    name: str
    parts: NameParts

    @property
    def words(self) -> int:
        """How many words the name has."""
        parts = self.parts
        return len(parts.given) + len(parts.initials) + len(parts.patronymic) + len(parts.surname)


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A word may be the `part` of the names of `bearers`; `word` is that part as folded from the name itself.

    An index makes one of each, so that none is compared: thousands may bear it.
    """

    part: Part
    word: str
    bearers: tuple[Bearer, ...]
    among: frozenset[Bearer]

    def both(self, other: Match) -> Iterator[Bearer]:
        """Who bears both parts, in their order among the fewer."""
        fewer, more = sorted((self, other), key=lambda match: len(match.bearers))
        return (bearer for bearer in fewer.bearers if bearer in more.among)


@dataclass(frozen=True, slots=True)
class Fit:
    """That a word of a text fits a part of names; `exact` if it sounds the same to the vowel."""

    match: Match
    exact: bool


class PartIndex:
    """Parts of names under the consonants by which they sound. Built once for a list of people; then only read."""

    def __init__(self, people: Mapping[str, Sequence[str]]) -> None:
        self._matches = {at: Match(*at, tuple(found), frozenset(found)) for at, found in _borne(people).items()}
        self._heard: dict[str, dict[tuple[Sound, bool], list[Match]]] = {}  # by consonants
        self._skeletons: dict[str, set[str]] = {}
        self._prefilter = Prefilter()
        self._called: dict[int, list[Match]] = {}
        self._declined: dict[str, list[Match]] = {}
        for match, heard in _each_with_sounds(tuple(self._matches.values())):
            for sound, oblique in heard:
                self._prefilter.add(sound)
                self._heard.setdefault(sound.consonants, {}).setdefault((sound, oblique), []).append(match)
                self._skeletons.setdefault(sound.skeleton, set()).add(sound.consonants)
            if match.part == "given":
                self._add_given(match, is_short=any(len(sound.consonants) < _FEW for sound, _ in heard))
        surnames = [match for match in self._matches.values() if match.part == "surname"]
        self._nearly = Nearly((match.word, match) for match in surnames)
        self._nearly_beside = Nearly(((match.word, match) for match in surnames), _BESIDE_GIVEN)
        self._found: dict[str, tuple[Fit, ...]] = {}
        self._bearing: dict[tuple[int, ...], Mapping[str, str]] = {}

    def _add_given(self, match: Match, *, is_short: bool) -> None:
        """Keep it under its numbers; one of one consonant (Анна, Юлия), whose sound proves too little, by case, too."""
        for group in frozenset().union(*map(namesakes, given_groups(match.word))):
            self._called.setdefault(group, []).append(match)
        for form in singular_forms(match.word) if is_short else ():
            self._declined.setdefault(form, []).append(match)

    def fits(self, folded: str) -> tuple[Fit, ...]:
        """Every part of a name that the folded word may be a form of; each distinct word is worked out once."""
        if folded not in self._found:
            self.meet((folded,))
        return self._found[folded]

    def meet(self, words: Iterable[str]) -> None:
        """Work out at once what each of many folded words fits: several times as quick as one by one."""
        new = [word for word in dict.fromkeys(words) if word not in self._found]
        self._found.update(zip(new, self.fitting(new), strict=True))

    def promising(self) -> Promising:
        """What says of words whether they may fit anything; see `fitting`."""
        return Promising(self._prefilter, frozenset(self._called), frozenset(self._declined))

    def fitting(self, words: Sequence[str], *, promise: bool = False) -> Iterator[tuple[Fit, ...]]:
        """What each of many folded words fits, in their order, for those that need not be remembered.

        `promise` says that they are `promising`, so that this is not asked again.
        """
        if not words:
            return
        twins = twins_of(words)
        every = [*words, *filter(None, twins)]
        written = set(every) if promise else self._prefilter.among(every)
        in_shared = shared("\n".join(words)).split("\n")
        heard = sounds_each(stem for word in written for stem, _ in stems(word))
        for word, twinned, form in zip(words, twins, in_shared, strict=True):
            yield self._look_up(word, form, [each for each in (word, twinned) if each in written], heard)

    def may_be(self, folded: str) -> bool:
        """Whether the folded word sounds at all as a part of a name may, with or without an ending."""
        return self._prefilter.may_be(folded)

    def nearly(self, folded: str) -> tuple[Match, ...]:
        """Surnames of which the folded word may be a form with one slip of the pen."""
        return self._nearly.like(folded)

    def roughly(self, folded: str) -> tuple[Match, ...]:
        """The same, and more: what is to be compared letter by letter then."""
        return self._nearly.roughly(folded)

    def roughly_beside(self, folded: str) -> tuple[Match, ...]:
        """The same of shorter surnames, too, where a given name beside them helps."""
        return self._nearly_beside.roughly(folded)

    def bearing(self, matches: Sequence[Match]) -> Mapping[str, str]:
        """Who bears any of `matches`, key → name; worked out once, as thousands bear one given name."""
        which = tuple(map(id, matches))
        if which not in self._bearing:
            self._bearing[which] = {bearer.key: bearer.name for match in matches for bearer in match.bearers}
        return self._bearing[which]

    def matches(self) -> Iterable[Match]:
        """Every part of a name, once however many bear it."""
        return self._matches.values()

    def under(self, skeleton: str) -> Iterator[Match]:
        """Parts of names that sound, perhaps before a case ending, as the consonants `skeleton`."""
        for consonants in sorted(self._skeletons.get(skeleton, ())):
            yield from itertools.chain.from_iterable(self._heard[consonants].values())

    def _look_up(
        self, folded: str, in_shared: str, written: Sequence[str | None], sounding: Mapping[str, Iterable[Sound]]
    ) -> tuple[Fit, ...]:
        """What fits one of the spellings `written`, or is called so; `in_shared` letters it may be a case of that."""
        found: dict[int, Fit] = {}
        for stem, cut in itertools.chain.from_iterable(stems(word) for word in written if word):
            for heard in sounding[stem]:
                for (sound, oblique), matches in self._heard.get(heard.consonants, {}).items():
                    if (oblique and not (cut or heard.trail)) or not agree(heard, sound, ending_cut=cut):
                        continue
                    exact = identical(heard, sound)
                    for match in matches:
                        if exact or id(match) not in found:
                            found[id(match)] = Fit(match, exact)
        called = (match for form in forms_of(folded) for match in self._called.get(form.number, ()))
        for match in itertools.chain(called, self._declined.get(in_shared, ())):
            found.setdefault(id(match), Fit(match, exact=True))
        return tuple(found.values())


def _borne(people: Mapping[str, Sequence[str]]) -> dict[tuple[Part, str], list[Bearer]]:
    """Who bears each part of a name."""
    found: dict[tuple[Part, str], list[Bearer]] = {}
    for key, names in people.items():
        for name in dict.fromkeys(names):
            bearer = Bearer(key, name, parse(name))
            for at in dict.fromkeys(_parts_of(bearer.parts)):
                found.setdefault(at, []).append(bearer)
    return found


def _parts_of(parts: NameParts) -> list[tuple[Part, str]]:
    given: list[tuple[Part, str]] = [("given", word) for word in parts.given]
    patronymic: list[tuple[Part, str]] = [("patronymic", word) for word in parts.patronymic]
    return [*given, *patronymic, *(("surname", word) for word in parts.surname)]


def _each_with_sounds(matches: Sequence[Match]) -> Iterator[tuple[Match, Collection[tuple[Sound, bool]]]]:
    """Every part of a name with how it sounds, and how the stem that other cases have does (true)."""
    for first in range(0, len(matches), _AT_ONCE):
        these = matches[first : first + _AT_ONCE]
        forms = [_forms_of(match.part, match.word) for match in these]
        stems_of = [frozenset().union(*map(oblique_stems, each)) for each in forms]
        heard = sounds_each(itertools.chain.from_iterable((*forms, *stems_of)))
        for match, plain, oblique in zip(these, forms, stems_of, strict=True):
            found = {(sound, False): None for form in plain for sound in heard[form]}
            found.update(dict.fromkeys((sound, True) for stem in oblique for sound in heard[stem]))
            yield match, found.keys()


def _forms_of(part: Part, word: str) -> frozenset[str]:
    """As neighbours write it. What other languages call a given name is known by its spelling; what neighbours call it,
    in every case, by sound."""
    if part != "given":
        return surname_forms(word)
    return frozenset({word, *(form for group in given_groups(word) for form in _heard_forms(group))})


@functools.lru_cache(maxsize=1 << 12)
def _heard_forms(group: int) -> tuple[str, ...]:
    name, heard = given_names()[group], knowledge.given_alone().heard
    forms = (form for each in (name.full, name.short) for language in heard & each.keys() for form in each[language])
    return tuple({fold(form) for form in forms})


def surname_forms(word: str) -> frozenset[str]:
    """A folded surname, and as its neighbours' languages write it.

    >>> sorted(surname_forms("ваўкоў"))
    ['валкоў', 'ваўкоў']
    """
    if not _any_change().search(word):
        return frozenset({word})
    return frozenset({word, *(here.sub(there, word) for here, there in knowledge.sound_changes())})


@functools.cache
def _any_change() -> re.Pattern[str]:
    """One pattern for all: most surnames are written as their neighbours write them, and are asked about once."""
    return re.compile("|".join(f"(?:{here.pattern})" for here, _ in knowledge.sound_changes()))


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
