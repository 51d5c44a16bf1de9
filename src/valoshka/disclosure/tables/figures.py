"""What one cell of a table tells: a number, a range, a share, or that a number is kept back."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.table import ANY, Interval
from valoshka.disclosure.tables.wording import NUMBER, bases, is_hidden, is_none, numbers, ranges, without_notes

if TYPE_CHECKING:
    from valoshka.disclosure.tables.table import Told

_COUNT = re.compile(rf"{NUMBER}(?:[.,]0+)?")
_SHARE = re.compile(r"(\d{1,3})(?:[.,](\d{1,6}))?\s*%")
_BESIDE = re.compile(
    rf"(?:{NUMBER}(?:\s*[(\[/]\s*|\s+)(?:{_SHARE.pattern})\s*[)\]]?|(?:{_SHARE.pattern})\s*[(\[]\s*{NUMBER}\s*[)\]])"
)
_DIGIT = re.compile(r"\d")
_LONGEST = 60  # characters; longer cells are sentences
_LARGEST = 10**9  # more people than any table counts: an id, a phone, an amount


@dataclass(frozen=True)
class Share:
    """A share of people: `percent` as printed and half of its last place, which rounding may have taken or given."""

    percent: Fraction
    half_place: Fraction

    def of(self, base: int) -> Interval | None:
        """How many of `base` people it can be; `None` if no whole number rounds to it.

        >>> Share(Fraction(25), Fraction(1, 2)).of(8)
        Interval(low=2, high=2)
        """
        low = max(ceil((self.percent - self.half_place) * base / 100), 0)
        high = min(floor((self.percent + self.half_place) * base / 100), base)
        return Interval(low, high) if low <= high else None


@dataclass(frozen=True)
class Figure:
    """What a cell tells of a count, in which way; `share` if it tells only a share of some base."""

    interval: Interval
    told: Told
    share: Share | None = None


@functools.lru_cache(maxsize=1 << 14)
def figure(text: str) -> Figure | None:
    """What `text`, a whole cell, tells; `None` if it is words, a decimal fraction, a negative number or an id.

    >>> figure("1 204").interval, figure("<5").interval, figure("x").told, figure("Hrodna")
    (Interval(low=1204, high=1204), Interval(low=0, high=4), 'hidden', None)
    >>> figure("3 (25 %)").interval, figure("25 %").share.of(8), figure("2,5")
    (Interval(low=3, high=3), Interval(low=2, high=2), None)
    """
    text = _without_formula(" ".join(text.split()))
    if is_hidden(text):
        return Figure(ANY, "hidden")
    text = without_notes(text)
    if not text:
        return None
    spelled = 0 if is_none(text) else numbers().get(text.casefold())
    if spelled is not None:
        return Figure(Interval(spelled, spelled), "exact")
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    if count := _COUNT.fullmatch(text):
        return _exact(count[1])
    if beside := _BESIDE.fullmatch(text):
        return _exact(beside[1] or beside[6])
    if share := _SHARE.fullmatch(text):
        return Figure(ANY, "percent", _share(share[1], share[2] or ""))
    return _range(text)


def _without_formula(text: str) -> str:
    """A number that is kept as text: ="3"."""
    return text[1:].strip('" ') if text.startswith("=") else text


def share_of_number(text: str) -> Share | None:
    """`text` as a share without its sign, for a column whose heading says that it holds shares.

    >>> share_of_number("12,5").of(8)
    Interval(low=1, high=1)
    """
    found = _SHARE.fullmatch(f"{without_notes(text)}%")
    return _share(found[1], found[2] or "") if found else None


def base_in(text: str) -> int | None:
    """Of how many people the shares beside `text` are: "(n = 8)"; `None` if it does not say.

    >>> base_in("Doctors (n = 8)"), base_in("Doctors")
    (8, None)
    """
    found = next((match for pattern in bases() if (match := pattern.search(text))), None)
    return whole(found[1]) if found else None


def whole(text: str) -> int:
    """A whole number, without what parts its thousands.

    >>> whole("30 000"), whole("1,204")
    (30000, 1204)
    """
    return int(re.sub(r"\D", "", text))


def _exact(text: str) -> Figure | None:
    number = whole(text)
    return Figure(Interval(number, number), "exact") if number < _LARGEST else None


def _share(digits: str, places: str) -> Share:
    unit = Fraction(1, 10 ** len(places))
    return Share(Fraction(int(digits + places)) * unit, unit / 2)


def _range(text: str) -> Figure | None:
    for way, pattern in ranges():
        if found := pattern.fullmatch(text):
            numbers = [whole(number) for number in found.groups()]
            return _of_range(way, numbers)
    return None


def _of_range(way: str, numbers: list[int]) -> Figure | None:
    first, last = numbers[0], numbers[-1]
    if way == "about":
        return Figure(ANY, "rounded")
    if way == "between":
        return Figure(Interval(first, last), "range") if first <= last else None
    if way in {"above", "from"}:
        return Figure(Interval(first + (way == "above")), "range")
    return Figure(Interval(0, max(first - (way == "below"), 0)), "range")
