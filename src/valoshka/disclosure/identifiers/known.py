"""The identifiers of a fixed set of people, found in any number of texts."""

from __future__ import annotations

import itertools
import re
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from valoshka.disclosure.identifiers.birth_dates import BirthDates
from valoshka.disclosure.identifiers.homes import Homes
from valoshka.disclosure.identifiers.keys import MANNERS, Key, keys
from valoshka.disclosure.identifiers.labels import label_before
from valoshka.disclosure.identifiers.openings import Openings
from valoshka.disclosure.identifiers.pieces import in_pieces
from valoshka.disclosure.identifiers.sightings import Sighting, apart
from valoshka.disclosure.identifiers.signs import codes_of, squashed, text_of
from valoshka.disclosure.identifiers.spoken import bracketed, left_out, told
from valoshka.disclosure.identifiers.spoken_phones import in_spoken_numbers
from valoshka.disclosure.identifiers.spots import Spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.disclosure.identifiers.signs import Places

_REACH = 8  # characters between two letters of one identifier: spaces, signs, (at)
_SAID = 28  # the same with words for signs between them: (собака)
_NEAR = 3  # the same where little else tells that they belong together
_REAL = 0.5  # the share of a number that must be digits, not letters that look like them
_GROUPS = re.compile(r"\w{3}[\s-]\w{2}[\s-]\w{2}")
_CODE = 14  # characters of what is dialled before a number: 00 (375) 0
_DIALLED = re.compile(r"(?<![\w.,])(?:(?:\+|00) ?)?\(?(?:\d{1,3})?\)?[ ./\-–‑\u00a0]{0,2}\(?0?[ ./\-–‑\u00a0]?\Z")
_PART = re.compile(r"[@/\\]\s?$")


class Identifiers:
    """Phones, addresses, accounts, documents and days of birth of a fixed set of people.

    The time to read a text hardly depends on how many people there are.

    >>> known = Identifiers([("p1", "+375 29 123-45-67"), ("p2", "ana.bonch@mail.example")])
    >>> [(seen.start, seen.end, seen.owner) for seen in known.find("call 8 (029) 1234567 or ana.bonch(at)mail.example")]
    [(5, 20, 'p1'), (24, 49, 'p2')]
    """

    def __init__(self, identifiers: Iterable[tuple[str, str]], born: Iterable[tuple[str, str]] = ()) -> None:
        every = list(identifiers)
        self._owners = [owner for owner, _ in every]
        # Arrays of numbers: a hundred thousand people's keys as tuples would take hundreds of megabytes.
        self._owner, self._manner = array("L"), array("B")
        self._openings = Openings([key.letters for number in range(len(every)) for key in self._noted(every, number)])
        self._homes = Homes(every)
        self._spots = Spots(every)
        self._births = BirthDates(born)

    def _noted(self, every: Sequence[tuple[str, str]], number: int) -> Iterator[Key]:
        """The keys of one identifier, once it is noted down whose they are."""
        for key in keys(every[number][1]):
            self._owner.append(number)
            self._manner.append(MANNERS.index(key.manner))
            yield key

    def find(self, text: str) -> Iterator[Sighting]:
        """Every known identifier in `text`, in order; of one owner, they never overlap. A street alone is doubtful."""
        if self._owners:
            yield from in_pieces(text, self._find)

    def births(self, text: str) -> Iterator[Sighting]:
        """Every known date of birth in `text`, to the day."""
        yield from self._births.find(text)

    def _find(self, text: str) -> Iterator[Sighting]:
        signs = [*bracketed(text), *left_out(text)]
        found = [*self._read(text, signs), *self._homes.find(text), *self._spots.find(text)]
        if words := told(text):
            found += self._read(text, [*signs, *words])
        found += in_spoken_numbers(text, lambda written: self._read(written, []))
        return _longest(found)

    def _read(self, text: str, blanks: Sequence[tuple[int, int]]) -> Iterator[Sighting]:
        codes = codes_of(text)
        if blanks:
            codes = codes.copy()
            for start, end in blanks:
                codes[start:end] = ord(" ")
        letters, places = squashed(codes)
        read = text_of(letters)
        for at, length, number in self._openings.find(read, letters):
            key = Key(read[at : at + length], MANNERS[self._manner[number]])
            if span := _span(text, places[at : at + length], key, blanks):
                yield Sighting(*span, self._owners[self._owner[number]])


def _span(text: str, places: Places, key: Key, blanks: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where `key` stands in `text`; `None` if its pieces are far apart or it is part of something longer."""
    start, end = int(places[0]), int(places[-1]) + 1
    widest = int(np.diff(places).max())
    blanked = any(start < first and last < end for first, last in blanks)
    reach = _SAID if blanked else _REACH
    if widest > reach or "\n\n" in text[start:end] or not _meant(text, start, end, widest, key, blanked):
        return None
    dialled = _DIALLED.search(text, max(start - _CODE, 0), start) if key.manner == "ending" else None
    return (dialled.start() if dialled else start), end


def _meant(text: str, start: int, end: int, widest: int, key: Key, blanked: bool) -> bool:
    before, inside, after = text[:start][-_NEAR:], text[start:end], text[end : end + 1]
    if key.manner in ("letters", "account"):
        if before[-1:].isalnum() or after.isalnum():
            return False
        signed = blanked or _PART.search(before) is not None
        return signed if key.manner == "account" else signed or _holds_together(inside, key.letters)
    if after.isdigit() or sum(sign.isdigit() for sign in inside) < _REAL * len(key.letters):
        return False
    if key.manner == "ending":
        return True
    if key.manner == "subscriber":
        announced = _GROUPS.fullmatch(inside) or label_before(text, start) == "phone"
        return bool(announced) and not any(sign.isdigit() for sign in before)
    return not before[-1:].isdigit() and widest <= (1 if key.manner == "solid" else _NEAR)


def _holds_together(inside: str, letters: str) -> bool:
    """Whether letters are one word, an address, a document's number, or written letter by letter."""
    pieces = inside.split()
    if len(pieces) == 1 or "@" in inside or any(sign.isdigit() for sign in inside):
        return True
    return len(pieces) >= len(letters)


def _longest(found: Sequence[Sighting]) -> Iterator[Sighting]:
    """Of one owner's sightings that overlap, the longest."""
    by_owner: defaultdict[str | None, list[Sighting]] = defaultdict(list)
    for seen in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        by_owner[seen.owner].append(seen)
    kept = itertools.chain.from_iterable(map(apart, by_owner.values()))
    return iter(sorted(kept, key=lambda each: (each.start, each.owner or "")))
