"""Two names: how far they may be one person's, with the reasons; and the one threshold from which we say so."""

from __future__ import annotations

import functools
import itertools
import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.agreeing import Agreement, agreement
from valoshka.names.particles import split_aliases
from valoshka.names.reasons import Reason, reason, telling_order
from valoshka.names.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.names.tokens import Kind

    _Grid = Sequence[Sequence[Agreement]]  # words of the shorter name × words of the longer one

ACCEPT: float = knowledge.weighing().accept
_CASE_ALONE = (
    0.8  # share: a given name alone, Уладзіслава beside Уладзіслаў, must not be worth more than with a surname
)
_MET = 1 << 14  # listed words of which is remembered how one name agrees with them
_granted = operator.itemgetter(0, 1)  # share, then weight
_FEW = 4  # words: for more, the best pairs are taken one by one instead of trying every order


@dataclass(frozen=True)
class Comparison:
    """`score` (0 to 1) is the share of both names that agrees; `reasons` say so part by part."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def accepted(self) -> bool:
        """Whether the names alone are reason enough to take them for one person's."""
        return self.score >= ACCEPT


def compare(one: str, other: str) -> Comparison:
    """How far two written names may be one person's. It has no direction, and knows nothing of the person but the name.

    A name that holds several (“also known as”, “born”) is compared by whichever of them agrees best.

    >>> compare("Волкава Н.", "Наталья Волкова").score < compare("Волкава Наталля", "Наталья Волкова").score
    True
    >>> [str(each) for each in compare("Мікалай Сарокін", "Сорокин Николай Петрович").reasons][0]
    'surname: Belarusian and Russian form of one name'
    """
    first, second = sorted((one, other))
    return _compare(first, second)


def accept(one: str, other: str) -> bool:
    """Whether two names are alike enough to be taken for one person's: the threshold of the gate and of linkage.

    It stands in `weighing.yml` and was set on names that are not those it is measured on (benchmarks/names).

    >>> accept("Волкава Наталля", "Natalia Volkova"), accept("Волкава Наталля", "Ірына Волкава")
    (True, False)
    """
    return compare(one, other).accepted


@functools.lru_cache(maxsize=1 << 12)
def _compare(one: str, other: str) -> Comparison:
    pairs = itertools.product(split_aliases(one) or (one,), split_aliases(other) or (other,))
    return max((compared(tokens(here), tokens(there)) for here, there in pairs), key=lambda found: found.score)


def compared(one: Sequence[Token], other: Sequence[Token]) -> Comparison:
    """The comparison of two names already taken apart. Every word of the shorter meets one of the longer."""
    if not one or not other:
        return Comparison(0.0, ())
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    grid: _Grid = [[agreement(here, there) for there in long] for here in short]
    places = _best_places(grid, short, long)
    grid = _with_cases(grid, places, short, long)
    reasons = [reason(row[place], here, long[place]) for row, place, here in zip(grid, places, short, strict=True)]
    alone = [reason(_missing(token.kind), token, None) for token in _left(places, long)]
    return Comparison(_score(grid, places, short, long), tuple(sorted((*reasons, *alone), key=telling_order)))


class Against:
    """One name that many others are scored against: what its words have in common with a listed word is kept."""

    def __init__(self, name: Sequence[Token]) -> None:
        self._name = name
        self._met: dict[Token, tuple[Agreement, ...]] = {}

    def score(self, other: Sequence[Token]) -> float:
        """The score of `compared`, without the reasons."""
        if not self._name or not other:
            return 0.0
        columns = [self._met.get(token) or self._meet(token) for token in other]
        if len(self._name) <= len(other):
            return _best_score(list(zip(*columns, strict=True)), self._name, other)
        return _best_score(columns, other, self._name)

    def _meet(self, listed: Token) -> tuple[Agreement, ...]:
        if len(self._met) >= _MET:
            self._met.clear()
        found = self._met[listed] = tuple([agreement(token, listed) for token in self._name])
        return found


def _best_score(grid: _Grid, short: Sequence[Token], long: Sequence[Token]) -> float:
    places = _best_places(grid, short, long)
    return _score(_with_cases(grid, places, short, long), places, short, long)


def _best_places(grid: _Grid, short: Sequence[Token], long: Sequence[Token]) -> Sequence[int]:
    each_its_best = [row.index(max(row, key=_granted)) for row in grid]
    if len(set(each_its_best)) == len(each_its_best):
        return each_its_best
    tried = _assignments(grid, len(long))
    return max(tried, key=lambda places: _score(grid, places, short, long)) if len(tried) > 1 else tried[0]


def _with_cases(grid: _Grid, places: Sequence[int], short: Sequence[Token], long: Sequence[Token]) -> _Grid:
    """A given name that may be another's genitive is taken for it if the surname too may stand in that case."""
    if "case" not in [row[place].code for row, place in zip(grid, places, strict=True)]:
        return grid
    met = [(row, place) for row, place in enumerate(places)]
    surnames = [(short[row].folded, long[place].folded) for row, place in met if grid[row][place].part == "surname"]
    if not all(_may_differ_in_case(one, other) for one, other in surnames):
        return grid
    share = 1.0 if surnames else _CASE_ALONE
    return [[each._replace(share=share) if each.code == "case" else each for each in row] for row in grid]


def _may_differ_in_case(one: str, other: str) -> bool:
    """Whether one of two surnames that agree may be a case of the other: Іваноў, Іванова; but not Семянчук twice."""
    known = knowledge.surname_knowledge()
    if one.endswith(known["indeclinable"]) and other.endswith(known["indeclinable"]):
        return True
    if one.endswith(known["vowels"]) == other.endswith(known["vowels"]):
        return False
    men, women = known["adjective_of_men"], known["adjective_of_women"]
    return not any(here.endswith(men) and there.endswith(women) for here, there in ((one, other), (other, one)))


def _assignments(grid: _Grid, wide: int) -> Sequence[Sequence[int]]:
    """Which word of the longer name each of the shorter one may meet: none twice."""
    greedy = _greedy(grid, wide)
    best = all(row[place].share == max(each.share for each in row) for row, place in zip(grid, greedy, strict=True))
    return [greedy] if best or wide > _FEW else list(itertools.permutations(range(wide), len(grid)))


def _greedy(grid: _Grid, wide: int) -> list[int]:
    best = sorted(
        ((row, place) for row in range(len(grid)) for place in range(wide)),
        key=lambda at: (-grid[at[0]][at[1]].share, -grid[at[0]][at[1]].weight, at),
    )
    places: dict[int, int] = {}
    taken: set[int] = set()
    for row, place in best:
        if row not in places and place not in taken:
            places[row] = place
            taken.add(place)
    return [places[row] for row in range(len(grid))]


def _left(places: Sequence[int], long: Sequence[Token]) -> Sequence[Token]:
    return [token for place, token in enumerate(long) if place not in places] if len(long) > len(places) else ()


@functools.cache
def _missing(kind: Kind) -> Agreement:
    weighing = knowledge.weighing()
    return Agreement(weighing.missing[kind], weighing.weight[kind], kind, "missing")


def _all_initials(words: Sequence[Token]) -> bool:
    return all(token.kind == "initial" for token in words)


def _score(grid: _Grid, places: Sequence[int], short: Sequence[Token], long: Sequence[Token]) -> float:
    parts = [row[place] for row, place in zip(grid, places, strict=True)]
    granted = whole = 0.0
    alike = False
    for share, weight, _, code in parts:
        granted += share * weight
        whole += weight
        alike = alike or (share > 0 and code != "initial")
    if not alike and not _all_initials(short) and not _all_initials(long):
        return 0.0
    for share, weight, _, _ in [_missing(token.kind) for token in _left(places, long)]:
        granted += share * weight
        whole += weight
    return round(max(0.0, granted / whole), 6)
