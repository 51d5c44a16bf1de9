"""Words beside a number that say what it is."""

from __future__ import annotations

import functools
import re
from typing import cast

from valoshka.disclosure.identifiers.knowledge import read

_BEFORE = 48  # characters
_FILE = "documents.yml"
_OF_PERSONS = ("passport", "personal_number", "phone")


def label_before(text: str, at: int) -> str | None:
    """The kind of number (a group of documents.yml) that the words before `text[at]` announce.

    >>> label_before("Паспорт серия № 4509", 16), label_before("page 4509", 5)
    ('passport', None)
    """
    before = text[max(at - _BEFORE, 0) : at].rpartition("\n\n")[2]
    match = _labels().search(before)
    return match.lastgroup if match else None


def label_some_words_before(text: str, at: int) -> str | None:
    """As `label_before`, for the number of a person that a word or two stand before: “passport of my mother MP …”.

    >>> label_some_words_before("ИНН физического лица 77", 21), label_some_words_before("ИНН. Потом 77", 11)
    ('personal_number', None)
    """
    before = text[max(at - _BEFORE, 0) : at]
    match = _far().search(before)
    return match.lastgroup if match else None


def label_behind(text: str, at: int) -> str | None:
    """The kind of number of a person that the words behind `text[at]` say it was.

    >>> label_behind("45 09 123456 (паспорт)", 12), label_behind("12345 people", 5)
    ('passport', None)
    """
    match = _behind().match(text, at)
    return match.lastgroup if match else None


def counts_something(text: str, start: int, end: int) -> bool:
    """Whether the number at `text[start:end]` is a sum of money, or counts people or things."""
    before, behind = _money()
    return bool(before.search(text, max(start - 6, 0), start)) or bool(behind.match(text, end))


@functools.cache
def plate_words() -> frozenset[str]:
    """Every word of what announces a number plate, in lower case."""
    known = cast(dict[str, dict[str, list[str]]], read(_FILE)["labels"])["plate"].values()
    return frozenset(word for each in known for label in each for word in re.findall(r"[^\W\d_]{3,}", label.lower()))


@functools.cache
def _labels() -> re.Pattern[str]:
    groups = cast(dict[str, dict[str, list[str]]], read(_FILE)["labels"])
    between = _any(cast(dict[str, list[str]], read(_FILE)["between"]))
    kinds = "|".join(f"(?P<{kind}>{_any(each)})" for kind, each in groups.items())
    return re.compile(
        rf"(?<!\w)(?:{kinds})[\s.:;,№#(+—–-]*(?:(?:{between}|\d?(?-i:[A-ZА-ЯІ]{{2}}))[\s.:;№#(+-]+){{0,3}}\Z",
        re.IGNORECASE,
    )


@functools.cache
def _far() -> re.Pattern[str]:
    groups = cast(dict[str, dict[str, list[str]]], read(_FILE)["labels"])
    kinds = "|".join(f"(?P<{kind}>{_any(groups[kind])})" for kind in _OF_PERSONS)
    return re.compile(rf"(?<!\w)(?:{kinds})(?: [^\W\d_]{{1,14}}){{1,3}}:? (?:№ ?)?\Z", re.IGNORECASE)


@functools.cache
def _behind() -> re.Pattern[str]:
    groups = cast(dict[str, dict[str, list[str]]], read(_FILE)["labels"])
    kinds = "|".join(f"(?P<{kind}>{_any(groups[kind])})" for kind in _OF_PERSONS)
    return re.compile(rf"(?: ?[(,–-] ?| )(?:{kinds})(?!\w)", re.IGNORECASE)


def _any(words_by_language: dict[str, list[str]]) -> str:
    every = sorted({word for each in words_by_language.values() for word in each}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s?").replace(r"\.", r"\.?") for word in every)


@functools.cache
def _money() -> tuple[re.Pattern[str], re.Pattern[str]]:
    groups = cast(dict[str, list[str]], read(_FILE)["money"])
    signs = "|".join(map(re.escape, groups["signs"]))
    words = "|".join(re.escape(word) for name, each in groups.items() if name != "signs" for word in each)
    return re.compile(rf"(?:{signs}|\b(?:usd|eur|byn|rub|gbp|pln|uah))\s?\Z", re.IGNORECASE), re.compile(
        rf"\s?(?:{signs}|(?:{words})\b)", re.IGNORECASE
    )
