"""What looks like an identifier of somebody on no list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from valoshka.disclosure.identifiers.addresses import addresses, may_hold_address
from valoshka.disclosure.identifiers.birth_dates import birth_words, days, days_in_words, says_birth
from valoshka.disclosure.identifiers.coordinates import coordinates
from valoshka.disclosure.identifiers.documents import documents
from valoshka.disclosure.identifiers.labels import plate_words
from valoshka.disclosure.identifiers.long_numbers import long_numbers
from valoshka.disclosure.identifiers.online import (
    announced_accounts,
    computers,
    links,
    mailboxes_and_accounts,
    named_accounts,
)
from valoshka.disclosure.identifiers.pieces import in_pieces
from valoshka.disclosure.identifiers.sieve import Sieve, without_letters_for_digits
from valoshka.disclosure.identifiers.sightings import Sighting, apart
from valoshka.disclosure.identifiers.signs import plain
from valoshka.disclosure.identifiers.spoken_mailboxes import spoken_mailboxes
from valoshka.disclosure.identifiers.spoken_phones import spoken_phones

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from valoshka.disclosure.identifiers.signs import Plain

_WORD = re.compile(r"[^\W\d_]+")


def unknown_identifiers(text: str) -> Iterator[Sighting]:
    """What in `text` looks like an identifier of somebody, in order, nothing twice.

    >>> [seen.kind for seen in unknown_identifiers("Write to desk@help.example.")]
    ['email']
    """
    yield from in_pieces(text, _find)


def _find(text: str) -> Iterator[Sighting]:
    told = plain(text)
    for seen in apart(_every(told)):
        start, end = told.span(seen.start, seen.end)
        yield Sighting(start, end, kind=seen.kind)


def _every(told: Plain) -> Iterator[Sighting]:
    """Everything seen; where two overlap, what comes first here is meant."""
    untouched = Sieve(told.text, told.codes)
    sieve = Sieve(*without_letters_for_digits(told.text, told.codes))
    text = sieve.text
    yield from spoken_mailboxes(text)
    yield from spoken_phones(text)
    yield from links(text, sieve.within_words())
    yield from mailboxes_and_accounts(text, sieve.ats())
    yield from _in(sieve.names_of_accounts(), named_accounts)
    yield from announced_accounts(text)
    yield from _in(sieve.degrees(), coordinates)
    yield from _in(sieve.colons(), computers)
    yield from _in(untouched.numbers_with_letters(), documents)
    if sieve.text != untouched.text:
        yield from _in(sieve.numbers_with_letters(), documents)
    yield from _in(sieve.all_digits(), _homes_and_births)
    yield from _births_in_words(text)
    for start, stretch in sieve.long_numbers():
        for find in (computers, coordinates, long_numbers):
            yield from _moved(find(stretch), start)


def _homes_and_births(text: str) -> Iterator[Sighting]:
    told = frozenset(_WORD.findall(text.lower()))
    if may_hold_address(text, told):
        yield from addresses(text)
    if not told.isdisjoint(plate_words()):
        yield from (seen for seen in documents(text) if seen.kind == "plate")
    if not told.isdisjoint(birth_words()) or "*" in text or "b." in text:
        for day in days(text):
            if says_birth(text, day.start, day.end):
                yield Sighting(day.start, day.end, kind="birth_date")


def _births_in_words(text: str) -> Iterator[Sighting]:
    for day in days_in_words(text):
        if says_birth(text, day.start, day.end):
            yield Sighting(day.start, day.end, kind="birth_date")


def _in(stretches: Iterable[tuple[int, str]], find: Callable[[str], Iterable[Sighting]]) -> Iterator[Sighting]:
    for start, stretch in stretches:
        yield from _moved(find(stretch), start)


def _moved(found: Iterable[Sighting], by: int) -> Iterator[Sighting]:
    for seen in found:
        yield replace(seen, start=seen.start + by, end=seen.end + by)
