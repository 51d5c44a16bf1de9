"""Known homes, however their street and house are written, and known streets that somebody is said to live in."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valoshka.disclosure.identifiers.addresses import (
    address_words,
    addresses,
    kinds_of_streets,
    living_words,
    street_words,
)
from valoshka.disclosure.identifiers.sightings import Sighting
from valoshka.disclosure.identifiers.signs import in_plain_signs, plain
from valoshka.names.folding import fold
from valoshka.names.phones import sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d%])")
_BARE = re.compile(
    r"\s*(?:[^\W\d_a-zа-яёіўїєґą-ž][\w’'-]{3,} ){0,2}[^\W\d_a-zа-яёіўїєґą-ž][\w’'-]{3,},? "
    r"\d{1,3}[^\W\d_]?(?:(?: ?[-/,] ?|,? [^\W\d_]{1,9}\.? ?)\d{1,4})?\s*"
)
_HEARD = 4  # sounds of a street's name that are the same in every case and language
_SHORT = 3  # letters: shorter words of a street's name, and initials, are left out in haste
_ASIDE = 2  # words between the parts of a street's name and a word that says “street”
_NEAR = 40  # characters between a street and its house, or a word that says that somebody lives there
_MOST = 3  # numbers on either side that may be of a house
_CROWD = 5  # people; Hundepool et al. 2012, ch. 4
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s+(?=[^\W\d_a-zа-яёіўїєґ])")


def may_be_home(identifier: str) -> bool:
    """Whether `identifier` has a word for a street, or is a name with one number or two.

    >>> [may_be_home(each) for each in ("вул. Леніна, 5", "Сурганава 12-45", "MP 1234567", "tel. 6001122")]
    [True, True, False, False]
    """
    if " " not in identifier:
        return False
    return not street_words().isdisjoint(_WORD.findall(identifier.lower())) or _BARE.fullmatch(identifier) is not None


@dataclass
class _Street:
    """A street by the sounds of each word of its name, its owners' numbers of house and flat (sorted), all owners."""

    names: tuple[frozenset[str], ...]
    homes: defaultdict[tuple[str, ...], list[str]] = field(default_factory=lambda: defaultdict(list))
    owners: dict[str, None] = field(default_factory=dict)


class Homes:
    """The homes of a fixed set of people.

    >>> known = Homes([("p", "вул. Якуба Коласа, д. 5, кв. 12")])
    >>> [(seen.start, seen.end, seen.owner) for seen in known.find("She lived in ul. Jakuba Kolasa 5-12.")]
    [(13, 35, 'p')]
    >>> [seen.doubtful for seen in known.find("Жыве на Якуба Коласа.")]
    [True]
    """

    def __init__(self, identifiers: Iterable[tuple[str, str]]) -> None:
        self._by_sound: defaultdict[str, list[_Street]] = defaultdict(list)
        known: dict[tuple[frozenset[str], ...], _Street] = {}
        for owner, identifier in identifiers:
            if may_be_home(identifier):
                for names, numbers in _homes(identifier):
                    street = known.get(names) or self._street(known, names)
                    street.homes[tuple(sorted(numbers))].append(owner)
                    street.owners[owner] = None

    def _street(self, known: dict[tuple[frozenset[str], ...], _Street], names: tuple[frozenset[str], ...]) -> _Street:
        street = known[names] = _Street(names)
        longest = max(len(sound) for name in names for sound in name)
        for sound in {sound for name in names for sound in name if len(sound) == longest}:
            self._by_sound[sound].append(street)
        return street

    @classmethod
    def can_hold(cls, identifier: str) -> bool:
        """Whether `identifier` is a home."""
        return bool(cls([("", identifier)])._by_sound)

    def find(self, text: str) -> Iterator[Sighting]:
        """Every known home in `text`: its street by sound, the numbers of house and flat as they are.

        A street alone is doubtful; one of a single word only where somebody is said to live there.
        """
        if not self._by_sound:
            return
        told = plain(text)
        for seen in dict.fromkeys(self._seen(told.text)):
            yield Sighting(*told.span(seen.start, seen.end), seen.owner, doubtful=seen.doubtful)

    def _seen(self, text: str) -> Iterator[Sighting]:
        words = list(_WORD.finditer(text))
        for place, word in enumerate(words):
            for sound in _heard(word[0]) if word[0][0].isupper() else ():
                for street in self._by_sound.get(sound, ()):
                    yield from _at(street, text, words, place)


def _at(street: _Street, text: str, words: Sequence[re.Match[str]], place: int) -> Iterator[Sighting]:
    """The homes of `street` whose anchor word stands at `place`; the street alone if no number fits."""
    around = words[max(place - _ASIDE, 0) : place + _ASIDE + 1]
    named = [word for word in around if any(_heard(word[0]) & name for name in street.names)]
    says_street = [word for word in around if word[0].lower() in kinds_of_streets()]
    whole = all(any(_heard(word[0]) & name for word in named) for name in street.names)
    lived = _lived_in(text, named[0].start())
    if not (whole or says_street or lived):
        return
    parts = sorted([*named, *says_street], key=re.Match.start)
    start, end = parts[0].start(), parts[-1].end()
    sure = bool(says_street) or len(street.names) > 1
    found = list(_by_numbers(street, text, start, end, sure=sure, lived=lived))
    yield from found
    small = any(word[0].islower() for word in named)
    if not found and (lived or (whole and not small and len(street.names) > 1 and len(street.owners) < _CROWD)):
        yield from (Sighting(start, end, owner, doubtful=True) for owner in street.owners)


def _by_numbers(street: _Street, text: str, start: int, end: int, *, sure: bool, lived: bool) -> Iterator[Sighting]:
    before = [*_NUMBER.finditer(_sentence_before(text, start))][-_MOST:]
    behind = [*_NUMBER.finditer(text, end, _end_of_address(text, end))][:_MOST]
    offset = max(start - _NEAR, 0) + (min(start, _NEAR) - len(_sentence_before(text, start)))
    spans = [(each[0], each.start() + offset, each.end() + offset) for each in before]
    spans += [(each[0], each.start(), each.end()) for each in behind]
    for count in (3, 2, 1):
        for chosen in itertools.combinations(spans, count):
            for owner in street.homes.get(tuple(sorted(each[0] for each in chosen)), ()):
                beside = all(_next_to(text, start, end, each) for each in chosen)
                # Surganava was held on 12 August, she is 45: that is a surname, and no home.
                if (beside and (sure or count > 1)) or (count > 1 and (sure or lived)):
                    first, last = min(each[1] for each in chosen), max(each[2] for each in chosen)
                    yield Sighting(min(first, start), max(last, end), owner)


def _next_to(text: str, start: int, end: int, number: tuple[str, int, int]) -> bool:
    """Whether only words of addresses stand between a street and the number of a house."""
    between = text[end : number[1]] if number[1] >= end else text[number[2] : start]
    return all(word.lower() in address_words() or len(word) < _SHORT for word in _WORD.findall(between))


def _sentence_before(text: str, start: int) -> str:
    begin = max(start - _NEAR, 0)
    ends = list(_SENTENCE.finditer(text, begin, start + 1))
    return text[ends[-1].end() if ends else begin : start]


def _end_of_address(text: str, end: int) -> int:
    stop = _SENTENCE.search(text, end, end + _NEAR)
    return stop.start() if stop else end + _NEAR


def _lived_in(text: str, start: int) -> bool:
    return not living_words().isdisjoint(_WORD.findall(_sentence_before(text, start).lower()))


@functools.lru_cache(maxsize=1 << 14)
def _heard(word: str) -> frozenset[str]:
    """The first sounds of a word of a street's name, in each reading; none of what says “street”, or is short."""
    if len(word) < _SHORT or word.lower() in address_words():
        return frozenset()
    return frozenset(sound.skeleton[:_HEARD] for sound in sounds(fold(word)) if len(sound.skeleton) > 1)


def _homes(identifier: str) -> Iterator[tuple[tuple[frozenset[str], ...], tuple[str, ...]]]:
    """The sounds of the street's name, word by word, and the numbers of house and flat."""
    told = in_plain_signs(identifier).strip()
    # On a list, a street's name with a number needs no word to be an address.
    told = f"vul. {told}" if _BARE.fullmatch(told) else told
    for seen in addresses(told):
        written = told[seen.start : seen.end]
        names = tuple(filter(None, (_heard(word) for word in _WORD.findall(written) if word[0].isupper())))
        numbers = tuple(re.findall(r"\d+", written))
        if names and numbers:
            yield names, numbers
