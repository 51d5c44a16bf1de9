"""Homes: a street with the number of a house, in each language's order."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from valoshka.disclosure.identifiers.birth_dates import month_words
from valoshka.disclosure.identifiers.knowledge import any_of, words
from valoshka.disclosure.identifiers.patterns import compiled
from valoshka.disclosure.identifiers.sightings import Sighting, apart

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE = "addresses.yml"
_WORDS = ("street", "house", "flat", "settlement", "living", "ending", "register")
_STREET = re.compile(r"(?:str(?:a(?:ß|ss)e|\.)|allee|platz|weg|gasse|damm|ufer) \d")
_POSTAL_CODE = re.compile(r"(?<!\d)(?:\d\d-\d{3}|\d{3} \d\d|LT-\d{5}|2[1-4]\d{4})(?!\d)")
_TWO = re.compile(r"[^\W\d_]{2} \d{1,3}[^\W\d_]?(?:/\d\d?)?(?: ?[-–/] ?|, ?[^\W\d_]{1,8}\.? ?)\d")


def addresses(text: str) -> Iterator[Sighting]:
    """Every street with a house's number in `text` (in plain signs), nothing twice.

    >>> told = "She lived at vul. Lenina 5, kv. 12. They met in Lenin Street on 5 May."
    >>> [told[seen.start : seen.end] for seen in addresses(told)]
    ['vul. Lenina 5, kv. 12']
    """
    every = (match for pattern in _orders() for match in pattern.finditer(text))
    found = (match.span() for match in every if not _goes_on_as_date(text, match.end()))
    longest_first = sorted(found, key=lambda span: (span[0] - span[1], span[0]))
    yield from apart(Sighting(*span, kind="address") for span in longest_first)


def _goes_on_as_date(text: str, at: int) -> bool:
    """Whether the number was a day, an hour, a year or a sum: words or figures go on behind it."""
    return bool(_afterwards().match(text, at))


@functools.cache
def _afterwards() -> re.Pattern[str]:
    return re.compile(rf"[.:]\d|\s?%| (?:{month_words()})|(?:st|nd|rd|th)\b|-(?:га|го|й|я|м|х)\b", re.IGNORECASE)


@functools.cache
def street_words() -> frozenset[str]:
    """The first word of whatever says that a street or a flat follows, in lower case."""
    every = words(_FILE, "street") | words(_FILE, "flat") | words(_FILE, "settlement")
    return frozenset(match.group() for word in every if (match := re.search(r"[^\W\d_]+", word)))


def may_hold_address(text: str, told: frozenset[str]) -> bool:
    """Whether a closer look at `text` is worth it; `told` are its words in lower case."""
    if not told.isdisjoint(street_words() | living_words() | words(_FILE, "register")):
        return True
    return any(pattern.search(text) for pattern in (_POSTAL_CODE, _STREET, _TWO))


@functools.cache
def address_words() -> frozenset[str]:
    """Every word of an address that is no name, in lower case, without signs."""
    every = words(_FILE, "street") | words(_FILE, "house") | words(_FILE, "flat")
    return frozenset(part for word in every for part in re.findall(r"[^\W\d_]+", word))


@functools.cache
def kinds_of_streets() -> frozenset[str]:
    """The first word of whatever says “street”, in lower case."""
    return frozenset(match.group() for word in words(_FILE, "street") if (match := re.search(r"[^\W\d_]+", word)))


@functools.cache
def living_words() -> frozenset[str]:
    """What says that somebody lives where the words behind it say, in lower case."""
    return words(_FILE, "living")


@functools.cache
def _orders() -> tuple[re.Pattern[str], ...]:
    parts = {each: f"(?:{any_of(_FILE, each)})" for each in _WORDS}
    parts["month"] = month_words()
    return tuple(compiled(_FILE, "orders", parts, re.IGNORECASE).values())
