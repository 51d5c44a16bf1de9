"""Long numbers: phones, cards, personal numbers, and those of which only the length tells that they are somebody's."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from valoshka.disclosure.identifiers import check_digits
from valoshka.disclosure.identifiers.labels import counts_something, label_before, label_behind, label_some_words_before
from valoshka.disclosure.identifiers.patterns import compiled
from valoshka.disclosure.identifiers.phones import is_international, is_national
from valoshka.disclosure.identifiers.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

# A number in groups. Only what begins with a plus may go on behind a line's end: columns of numbers stand below each
# other.
_GROUPS = re.compile(
    r"(?<![\d_/])(?<!\d[.,])(?:(?<!-)|(?<=[^\W\d_]{2}-))(?:(?<![^\W_])|(?<=[A-ZА-ЯІ]{3}))"
    r"(?:\+ ?\(?\d(?:(?:[ ().\-/_*•·…~]|(?<!\n)\n(?!\n)){0,3}\d){5,18}"
    r"|\(?\d(?:(?:[ ().\-/№]{0,3}| (?:номер|нумар) )\d){4,28})"
    r"(?!\w)"
)
_DATE = re.compile(
    r"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[./-] ?(?:0?[1-9]|1[0-2])[./-] ?(?:\d{4}|\d\d)"
    r"|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|(?:19|20)\d\d ?[-/] ?(?:19|20)?\d\d)(?!\d)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:([ .])\d{3})(?:\1\d{3})*")
_LONG = 9  # digits in a row, which no sum, date or page has
_YEAR_IN_BRACKETS = re.compile(r"\d[ -]{0,2}\((?:19|20)\d\d\Z")  # pages of a journal
_ROUND = re.compile(r"0{5}$")
_FEWEST = 5
_OF_A_PERSON = 7  # digits of a number that a word a little before it may announce
_PHONE_DIGITS = range(9, 13)
_GROUPS_OF_A_PHONE = 3  # two are a count and a year


class _Number(NamedTuple):
    text: str
    start: int
    end: int
    written: str
    digits: str


def long_numbers(text: str) -> Iterator[Sighting]:
    """Every number in `text` (in plain signs) that looks like somebody's.

    >>> told = "Tel. 8 (029) 123-45-67, PESEL 44051401359, in 2020-2021 there were 30 000 000 of 12.03.2020"
    >>> [seen.kind for seen in long_numbers(told)]
    ['phone', 'personal_number']
    """
    for match in _GROUPS.finditer(text):
        for number in _undated(text, *match.span()):
            if kind := _kind(number):
                yield Sighting(number.start, number.end, kind=kind)


def _undated(text: str, start: int, end: int) -> Iterator[_Number]:
    """What is left of a group without the dates in it."""
    whole = text[start:end]
    if whole.startswith("+") or not _DATE.search(whole):
        yield _number(text, start, end)
        return
    at = 0
    for date in _DATE.finditer(whole):
        yield from _piece(text, start + at, start + date.start())
        at = date.end()
    yield from _piece(text, start + at, end)


def _piece(text: str, start: int, end: int) -> Iterator[_Number]:
    digits = [place for place in range(start, end) if text[place].isdigit()]
    if len(digits) >= _FEWEST:
        yield _number(text, digits[0], digits[-1] + 1)


def _number(text: str, start: int, end: int) -> _Number:
    written = text[start:end]
    return _Number(text, start, end, written, re.sub(r"\D", "", written))


def _kind(number: _Number) -> str | None:
    if check_digits.isbn(number.digits) or "isbn" in number.text[max(number.start - 10, 0) : number.start].lower():
        return None
    if number.written.startswith("+"):
        return "phone" if is_international(number.digits) and not _counts(number) else None
    if number.digits.startswith("00") and len(number.digits) > _LONG + 1 and is_international(number.digits):
        return "phone"
    label = label_before(number.text, number.start) or label_behind(number.text, number.end)
    before = number.text[number.start - 1 : number.start]
    if not label and (before.isalpha() or before == "-" or _YEAR_IN_BRACKETS.search(number.written)):
        return None
    if not label and len(number.digits) >= _OF_A_PERSON and not _THOUSANDS.fullmatch(number.written):
        label = label_some_words_before(number.text, number.start)
    if label and not (label == "plate" and len(number.digits) > _FEWEST):
        return _labelled(number, label)
    if _counts(number):
        return None
    return _by_digits(number) or _by_shape(number)


def _labelled(number: _Number, label: str) -> str | None:
    if label == "phone" and len(number.digits) > 15:
        return _by_digits(number) or _by_shape(number)
    return {"account": "bank_account"}.get(label, label)


def _counts(number: _Number) -> bool:
    return counts_something(number.text, number.start, number.end)


def _by_digits(number: _Number) -> str | None:
    """The kind of a number without spaces, or of a card's in any groups."""
    digits = number.digits
    if digits[0] in "234569" and check_digits.luhn(digits) and not _THOUSANDS.fullmatch(number.written):
        return "card"
    if number.written != digits or len(digits) < _LONG or _ROUND.search(digits):
        return None
    if any(fits(digits) for fits in check_digits.PERSONAL):
        return "personal_number"
    return "phone" if len(digits) in _PHONE_DIGITS and is_national(digits) else "number"


def _by_shape(number: _Number) -> str | None:
    if number.written.strip("()").isdigit():
        return None
    for kind, shape in _shapes().items():
        if shape.fullmatch(number.written) and _plausible(kind, number):
            return kind
    thousands = _THOUSANDS.fullmatch(number.written)
    if thousands and (thousands[1] != " " or not _ends_a_phrase(number)):
        return None
    if "/" in number.written or len(re.findall(r"\d+", number.written)) < _GROUPS_OF_A_PHONE:
        return None
    return "phone" if len(number.digits) in _PHONE_DIGITS and is_national(number.digits) else None


def _plausible(kind: str, number: _Number) -> bool:
    if kind == "passport":
        return check_digits.russian_passport(number.digits)
    if kind == "personal_number" and "/" in number.written:
        return check_digits.rodne_cislo(number.digits)
    return True


def _ends_a_phrase(number: _Number) -> bool:
    """Whether nothing is counted by the number: three threes are a Polish phone, or millions of something."""
    return not re.match(r"\s?\w", number.text[number.end : number.end + 2])


@functools.cache
def _shapes() -> dict[str, re.Pattern[str]]:
    return compiled("documents.yml", "shapes", {})
