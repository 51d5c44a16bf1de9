"""Parts of a known number of people, told in running text: "of 12 doctors, 9 were men" tells of three others."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.counted import speaks_of_people
from valoshka.disclosure.findings import Finding
from valoshka.disclosure.tables.few import few_in_text
from valoshka.disclosure.tables.figures import figure, whole
from valoshka.disclosure.tables.smallness import FLOOR
from valoshka.disclosure.tables.table import Interval
from valoshka.disclosure.tables.wording import DIGITS, numbers
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.findings import Place

_WORD = re.compile(r"\w[\w’']*")
_WORDS = r"[^\W\d_]+(?:[ \u00a0-][^\W\d_]+){0,2}?"
_BETWEEN = r"[^\W\d_]+(?:[ ,][^\W\d_]+){0,3}"
_REACH = 90  # characters: a part and its whole stand in one clause
_BEFORE = 20  # characters: "out of all these" before the first number
_CROWD = 100  # people; that the speaker is one of so many says nothing


@dataclass(frozen=True)
class ToldPart:
    """A part of a whole in a text: where (code points), how many people the part is, and of how many."""

    start: int
    end: int
    part: Interval
    of: int
    alone: bool = False  # the part is the word "one"

    def few(self, floor: int) -> Interval | None:
        """The part or what it leaves over, if either is above nothing and under `floor`."""
        high = self.part.high or 0
        rest = Interval(max(self.of - high, 0), self.of - self.part.low)
        for each in (self.part, rest):
            if each.low > 0 and (each.high or 0) < floor:
                return None if self.alone and self.of > _CROWD and each is self.part else each
        return None


def told_parts(text: str) -> Iterator[ToldPart]:
    """The parts of numbers of people that `text` tells, in en, be, ru, uk and pl, in order; each wording once.

    >>> [(str(told.part), told.of) for told in told_parts("Of 12 doctors, nine were men; 25 % of 8 nurses left.")]
    [('9', 12), ('2', 8)]
    >>> list(told_parts("Of 12 hospitals, nine were closed."))
    []
    """
    found = [
        told
        for start, end in _windows(text)
        for near, patterns in _patterns()
        if not near.isdisjoint(text[start:end].casefold().split())
        for pattern in patterns
        for match in pattern.finditer(text, start, end)
        if (told := _told(match)) is not None
    ]
    last: dict[tuple[Interval, int], int] = {}  # where each part of a whole was told before: two patterns, one wording
    for told in sorted(found, key=lambda each: (each.start, -each.end)):
        if told.start >= last.get((told.part, told.of), 0):
            last[told.part, told.of] = told.end
            yield told


def find_in_text(text: str, at: Place, floor: int = FLOOR) -> Iterator[Finding]:
    """Parts told in `text` that are a few people, or leave a few over, and few people counted in one place.

    `at` says what the text is part of.
    """
    taken: list[tuple[int, int]] = []
    for told in told_parts(text):
        few = told.few(floor)
        if few is not None:
            words = text[told.start : told.end]
            place = replace(at, start=told.start, end=told.end, text=words)
            taken.append((told.start, told.end))
            yield Finding("told_part", None, place, (("count", str(few)),))
    for finding in few_in_text(text, at):
        start, end = finding.at.start or 0, finding.at.end or 0
        if not any(first < end and start < last for first, last in taken):
            yield finding


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Where two numbers stand near each other; patterns are slow, and most of a text has no numbers."""
    first = last = None
    for match in _WORD.finditer(text):
        if not (match[0][0].isdigit() or match[0].casefold() in numbers()):
            continue
        if last is not None and match.start() - last <= _REACH:
            last = match.end()
            continue
        if first is not None and last is not None and last > first:
            yield max(first - _BEFORE, 0), last + _REACH
        first, last = match.start(), match.end()
    if first is not None and last is not None:
        yield max(first - _BEFORE, 0), last + _REACH


def _told(match: re.Match[str]) -> ToldPart | None:
    of = _number(match["n"])
    groups = match.groupdict()
    if of is None or not speaks_of_people(match["people"]):
        return None
    if groups.get("p"):
        told = figure(f"{groups['p']}%")
        part = told.share.of(of) if told and told.share else None
    else:
        number = _number(match["m"])
        part = Interval(number, number) if number is not None else None
    if part is None or (part.high or 0) > of:
        return None
    return ToldPart(match.start(), match.end(), part, of, groups.get("m", "").isalpha() and part.low == 1)


def _number(text: str) -> int | None:
    words = numbers().get(" ".join(text.casefold().split()))
    return words if words is not None else whole(text) if text[:1].isdigit() else None


@functools.cache
def _patterns() -> tuple[tuple[frozenset[str], tuple[re.Pattern[str], ...]], ...]:
    """Of each language: words of which one stands in every wording, and the wordings."""
    words = "|".join(sorted(numbers(), key=len, reverse=True))
    number = rf"\b(?:{DIGITS}|{words})\b"
    percent = "|".join(map(re.escape, cast(list[str], _known()["percent"])))
    filled = {
        "{n}": rf"(?P<n>{number})(?![\w%])(?! ?%)",
        "{m}": rf"(?P<m>{number})(?![\w%]|[.,]\d)",
        "{p}": rf"(?P<p>\d{{1,3}}(?:[.,]\d{{1,3}})?)\s?(?:{percent})",
        "{people}": f"(?P<people>{_WORDS})",
        "{any}": _BETWEEN,
    }
    near = cast(dict[str, list[str]], _known()["near"])

    def compiled(told: str) -> re.Pattern[str]:
        spelled = told.replace(" ", r"\s")
        for sign, pattern in filled.items():
            spelled = spelled.replace(sign, pattern)
        return re.compile(rf"(?<![\w.,]){spelled}", re.IGNORECASE)

    return tuple(
        (frozenset(near[language]), tuple(map(compiled, patterns)))
        for language, patterns in cast(dict[str, list[str]], _known()["patterns"]).items()
    )


@functools.cache
def _known() -> dict[str, object]:
    return cast(dict[str, object], own_yaml("valoshka.disclosure.tables", "told.yml"))
