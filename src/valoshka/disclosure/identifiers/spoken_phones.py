"""Phones that are said in words, in whole or in part."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from valoshka.disclosure.identifiers.labels import label_before
from valoshka.disclosure.identifiers.number_words import read_in_figures, runs_of_numbers, says_thousand
from valoshka.disclosure.identifiers.phones import is_international, is_national
from valoshka.disclosure.identifiers.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from valoshka.disclosure.identifiers.number_words import Said

_FEWEST, _MOST = 9, 15  # digits of a phone with the code of its town or country (ITU-T E.164)
_ANNOUNCED = 5  # digits of one behind a word for phones
_NUMBERS = 3  # numbers in a row: fewer are a count


def spoken_phones(text: str) -> Iterator[Sighting]:
    """Every phone in `text` of which some numbers are words.

    >>> told = "Call plus three seven five twenty-nine 123 45 67, she counted: one, two, three, four."
    >>> [told[seen.start : seen.end] for seen in spoken_phones(told)]
    ['plus three seven five twenty-nine 123 45 67']
    """
    for run in runs_of_numbers(text):
        digits = "".join(number.figures for number in run)
        said = sum(number.words > 0 for number in run)
        thousands = any(says_thousand(text[number.start : number.end]) for number in run if number.words)
        # Nobody says a phone in thousands; “eighteen thirty-six” is part of one as well as a year.
        if len(run) >= _NUMBERS and said > 1 and not thousands and _is_phone(text, run, digits):
            yield Sighting(run[0].start, run[-1].end, kind="phone")


def in_spoken_numbers(text: str, find: Callable[[str], Iterable[Sighting]]) -> Iterator[Sighting]:
    """What `find` sees in the numbers of `text` that are said in words, at its place in `text`."""
    for hundreds_alone in (False, True):
        runs = [run for run in runs_of_numbers(text, hundreds_alone=hundreds_alone) if len(run) >= _NUMBERS]
        yield from read_in_figures(text, runs, 0, find)


def _is_phone(text: str, run: list[Said], digits: str) -> bool:
    bare = digits.removeprefix("+")
    if not bare.isdigit() or _counts(run):
        return False
    if digits.startswith("+"):
        return _FEWEST <= len(bare) <= _MOST and is_international(bare)
    if label_before(text, run[0].start) == "phone":
        return _ANNOUNCED <= len(bare) <= _MOST
    return len(bare) >= _FEWEST and is_national(bare)


def _counts(run: list[Said]) -> bool:
    """Whether somebody counts: one, two, three."""
    return all(int(one.figures) + 1 == int(other.figures) for one, other in itertools.pairwise(run[1:]))
