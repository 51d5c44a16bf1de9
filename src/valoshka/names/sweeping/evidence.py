"""Which words of a swept text stand together as a name does, and whose name it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from valoshka.names.folding import fold
from valoshka.names.initials import are_initials_of
from valoshka.names.sweeping.vocabulary import ALONE, GIVEN, PATRONYMIC, SURNAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from valoshka.names.index import Bearer, Fit
    from valoshka.names.sweeping.tokens import Tokens
    from valoshka.names.sweeping.vocabulary import Vocabulary

FULL_NAME, GIVEN_PATRONYMIC, INITIALS, SURNAME_ALONE = range(4)
_REACH = 3  # words from a given name to its surname
_SHORT = 2  # letters of an initial
_WIDE = np.uint64(32)
_Keys = tuple[str, ...]


class Rows(NamedTuple):
    """Sightings as columns: words `first` to `last`, read as `how`, of the people `who` (a place in a list)."""

    first: NDArray[np.intp]
    last: NDArray[np.intp]
    how: NDArray[np.uint8]
    who: NDArray[np.int32]

    def only(self, which: NDArray[np.bool_]) -> Rows:
        """Those of the rows."""
        return Rows(self.first[which], self.last[which], self.how[which], self.who[which])


class Evidence:
    """Judges words that stand together, each distinct pair once. `people` are the keys of those whom a row may mean."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.people: list[_Keys] = [()]
        self._who: dict[_Keys, int] = {(): 0}
        self._pairs: dict[int, tuple[int, int]] = {}
        self._initials: dict[tuple[int, str, str], int] = {}
        self._alone: dict[int, int] = {}

    def rows(self, text: str, tokens: Tokens, places: NDArray[np.int32]) -> Rows:
        """Every sighting in the text: pairs and initials, and rare surnames that neither explains."""
        parts = self._vocabulary.parts[places]
        every = _joined([self._at_distance(tokens, places, parts, far) for far in range(1, _REACH + 1)])
        pairs = _without_parts(every, tokens)
        initials = self._with_initials(text, tokens, places, parts)
        explained = _covered(pairs, len(tokens))
        certain = _joined([pairs, initials.only(~(explained[initials.first] | explained[initials.last]))])
        return _joined([certain, self._surnames_alone(tokens, places, parts, certain)])

    def _at_distance(self, tokens: Tokens, places: NDArray[np.int32], parts: NDArray[np.uint8], far: int) -> Rows:
        """Words `far` words apart that are the given name and the surname, or patronymic, of one person."""
        one, other = parts[:-far], parts[far:]
        may_be = (one & GIVEN != 0) & (other & (SURNAME | PATRONYMIC) != 0) | (one & SURNAME != 0) & (
            other & GIVEN != 0
        )
        first = np.flatnonzero(may_be)
        first = first[_are_beside(tokens, first, far)]
        codes = places[first].astype(np.uint64) << _WIDE | places[first + far].astype(np.uint64)
        distinct, back = np.unique(codes, return_inverse=True)
        judged = [self._pair(code) for code in distinct.tolist()]
        how = np.array([how for how, _ in judged], np.uint8)[back] if judged else np.zeros(0, np.uint8)
        who = np.array([who for _, who in judged], np.int32)[back] if judged else np.zeros(0, np.int32)
        return Rows(first, first + far, how, who).only(who > 0)

    def _pair(self, code: int) -> tuple[int, int]:
        found = self._pairs.get(code)
        if found is None:
            fits = self._vocabulary.fits
            found = self._pairs[code] = self._judged(fits[code >> 32], fits[code & 0xFFFFFFFF])
        return found

    def _judged(self, one: Sequence[Fit], other: Sequence[Fit]) -> tuple[int, int]:
        whole = {*_common(one, "given", other, "surname"), *_common(other, "given", one, "surname")}
        if whole:
            return FULL_NAME, self._number(whole)
        return GIVEN_PATRONYMIC, self._number(set(_common(one, "given", other, "patronymic")))

    def _number(self, bearers: Iterable[Bearer]) -> int:
        keys = tuple(sorted({bearer.key for bearer in bearers}))
        if keys not in self._who:
            self._who[keys] = len(self.people)
            self.people.append(keys)
        return self._who[keys]

    def _with_initials(self, text: str, tokens: Tokens, places: NDArray[np.int32], parts: NDArray[np.uint8]) -> Rows:
        """Surnames beside one or two initials of somebody who bears them."""
        short = _initials(tokens)
        beside = np.zeros(len(tokens), np.bool_)
        beside[1:] |= short[:-1] & tokens.dotted[:-1]
        beside[:-1] |= short[1:] & tokens.dotted[:-1]
        rows = [
            (min(at, *near), max(at, *near), INITIALS, who)
            for at in np.flatnonzero(beside & (parts & SURNAME != 0)).tolist()
            if (near := _letters(tokens, short, at))
            and (who := self._bearers(int(places[at]), [_folded(text, tokens, each) for each in near]))
        ]
        columns = np.array(rows, np.intp).reshape(-1, len(Rows._fields)).T
        return Rows(columns[0], columns[1], columns[2].astype(np.uint8), columns[3].astype(np.int32))

    def _bearers(self, place: int, letters: Sequence[str]) -> int:
        asked = (place, letters[0], letters[1] if len(letters) > 1 else "")
        if asked not in self._initials:
            surnames = (fit.match for fit in self._vocabulary.fits[place] if fit.match.part == "surname")
            whole = (bearer for match in surnames for bearer in match.bearers)
            self._initials[asked] = self._number(bearer for bearer in whole if are_initials_of(letters, bearer))
        return self._initials[asked]

    def _surnames_alone(
        self, tokens: Tokens, places: NDArray[np.int32], parts: NDArray[np.uint8], certain: Rows
    ) -> Rows:
        at = np.flatnonzero((parts & ALONE != 0) & tokens.capital)
        at = at[~_covered(certain, len(tokens))[at]]
        distinct, back = np.unique(places[at], return_inverse=True)
        who = np.array([self._bearing(place) for place in distinct.tolist()], np.int32)[back]
        return Rows(at, at, np.full(len(at), SURNAME_ALONE, np.uint8), who)

    def _bearing(self, place: int) -> int:
        if place not in self._alone:
            exact = (fit.match for fit in self._vocabulary.fits[place] if fit.exact and fit.match.part == "surname")
            self._alone[place] = self._number(bearer for match in exact for bearer in match.bearers)
        return self._alone[place]


def _common(ones: Sequence[Fit], part: str, others: Sequence[Fit], other_part: str) -> Iterator[Bearer]:
    for one in ones:
        if one.match.part == part:
            for other in others:
                if other.match.part == other_part and not one.match.among.isdisjoint(other.match.among):
                    yield from one.match.both(other.match)


def _are_beside(tokens: Tokens, first: NDArray[np.intp], far: int) -> NDArray[np.bool_]:
    """Whether nothing but whole words of a name stands from each word to the one `far` words on."""
    beside, dotted = tokens.beside[first], tokens.dotted[first]
    initial = np.zeros(len(first), np.bool_)
    whole = np.ones(len(first), np.bool_)
    large = tokens.capital[first] & tokens.capital[first + far]
    for step in range(1, far):
        at = first + step
        beside, dotted = beside & tokens.beside[at], dotted & tokens.dotted[at]
        initial |= tokens.end[at] - tokens.start[at] <= _SHORT
        whole &= tokens.capital[at] | ~large
    return np.where(initial, dotted, beside) & whole


def _without_parts(pairs: Rows, tokens: Tokens) -> Rows:
    """Pairs without given name and patronymic of what is somebody's full name, or stands before another surname."""
    whole = pairs.how == FULL_NAME
    covered = _covered(pairs.only(whole), len(tokens))
    after = np.minimum(pairs.last + 1, len(tokens) - 1)
    surname = tokens.beside[pairs.last] & tokens.capital[after] & (tokens.end[after] - tokens.start[after] > _SHORT)
    return pairs.only(whole | ~(surname | covered[pairs.first] & covered[pairs.last]))


def _covered(rows: Rows, many: int) -> NDArray[np.bool_]:
    """Which of `many` words a row holds."""
    edges = np.zeros(many + 1, np.int32)
    np.add.at(edges, rows.first, 1)
    np.add.at(edges, rows.last + 1, -1)
    return np.cumsum(edges)[:many].astype(np.bool_)


def _initials(tokens: Tokens) -> NDArray[np.bool_]:
    """Words of one letter that are large or have a full stop, and words of two that have one."""
    letters = tokens.end - tokens.start
    found: NDArray[np.bool_] = (letters == 1) & (tokens.capital | tokens.stopped) | (letters == _SHORT) & tokens.stopped
    return found


def _letters(tokens: Tokens, short: NDArray[np.bool_], at: int) -> list[int]:
    """The one or two initials before the word, or if there are none, after it."""
    for step in (-1, 1):
        found: list[int] = []
        near = at
        while len(found) < _SHORT and 0 <= near + step < len(tokens) and short[near + step]:
            if not tokens.dotted[min(near, near + step)] or tokens.capital[near + step] != tokens.capital[at]:
                break
            near += step
            found.append(near)
        if found:
            return found
    return []


def _folded(text: str, tokens: Tokens, at: int) -> str:
    return fold(text[tokens.start[at] : tokens.end[at]])


def _joined(rows: Sequence[Rows]) -> Rows:
    first, last, how, who = zip(*rows, strict=True)
    return Rows(np.concatenate(first), np.concatenate(last), np.concatenate(how), np.concatenate(who))
