"""A flower and a message as they are published: what the wall, the book, the feed and the counts are made of.

They travel as JSON lines, one item a line, in files that the staff's side and the square both write and read.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.flowers import KINDS, LONGEST_SEED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST_LINE = 65536  # bytes; the square takes no longer item either
MOST_LANGUAGES = 20
LONGEST_WORDS, LONGEST_TRANSLATION, LONGEST_ALT = 500, 1500, 1500
_ID = re.compile("[0-9a-f]{16}")
_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_COUNTRY = re.compile("([A-Z]{2})?")
_PICTURE = re.compile("([0-9a-f]{64})?")
_PHRASE = re.compile("([a-z0-9]+(-[a-z0-9]+)*)?")
# Signs that nobody sees: with them a text could be read in another order than it is written, or end a line unasked.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ud800-\udfff]")


@dataclass(frozen=True)
class Item:
    """One published flower with its message.

    `id` is 16 hexadecimal digits, chosen by chance; `day` is YYYY-MM-DD; `language` (BCP 47) is that of `words` and
    `alt`; `country` is ISO 3166 alpha-2 or empty. `picture` is the SHA-256 of a JPEG, or empty where a flower grows
    from `seed` and `kind`. `phrase` is the id of an approved phrase, or empty; `words` are somebody's own, up to 500
    characters; `translations` say the words in other languages. `alt` describes the picture, where there is one.
    """

    id: str
    day: str
    language: str
    country: str = ""
    seed: str = ""
    kind: str = ""
    picture: str = ""
    phrase: str = ""
    words: str = ""
    translations: Mapping[str, str] = field(default_factory=dict, hash=False)
    alt: str = ""

    @property
    def flower(self) -> tuple[str, str]:
        """Seed and kind of the flower that is shown where there is no picture; every item has one.

        >>> Item("00000000000000ff", "2026-05-02", "be").flower
        ('00000000000000ff', 'cornflower')
        """
        return self.seed or self.id, self.kind or KINDS[0]


def read_items(untrusted: Iterable[bytes], name: str) -> Iterator[Item]:
    """The items of a file called `name`, whose lines are given; empty lines are passed over.

    Raises `Refused`, naming the line: no JSON, a key missing or unknown, a value out of its bounds, an id twice.

    >>> list(read_items([b'{"id": "1"}'], "published.jsonl"))
    Traceback (most recent call last):
    valoshka.errors.Refused: published.jsonl, line 1: “day” is missing. Mend the line, or take it out.
    """
    seen: set[str] = set()
    for number, line in enumerate(untrusted, start=1):
        if not line.strip():
            continue
        try:
            item = item_from(_parsed(line))
            _require(item.id not in seen, "the “id” stands on an earlier line already")
        except _OutOfBounds as error:
            raise Refused(f"{name}, line {number}: {error}. Mend the line, or take it out.") from error
        seen.add(item.id)
        yield item


def written_items(items: Iterable[Item]) -> bytes:
    """Items as JSON lines, in UTF-8.

    >>> one = Item("00000000000000ff", "2026-05-02", "be", words="Дзякуй", translations={"en": "Thank you"})
    >>> list(read_items(written_items([one]).splitlines(), "a file")) == [one]
    True
    """
    lines = (json.dumps(asdict(item), ensure_ascii=False) for item in items)
    return "".join(f"{line}\n" for line in lines).encode()


def newest_first(items: Iterable[Item]) -> list[Item]:
    """By day, the latest first; within a day by id, which is a random number: nothing tells who was earlier."""
    return sorted(items, key=lambda item: (item.day, item.id), reverse=True)


def cleaned(text: str) -> str:
    """A text as somebody sent it, without the signs that `read_items` refuses; lines end alike.

    >>> cleaned("one\\r\\ntwo\\t\\x00three")
    'one\\ntwo three'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNSEEN.sub("", lines).strip()


class _OutOfBounds(Exception):  # noqa: N818 - it becomes a refusal
    """What is wrong with an item, without the file and line."""


def _parsed(line: bytes) -> object:
    _require(len(line) <= LONGEST_LINE, f"the line is longer than {LONGEST_LINE} bytes")
    try:
        told: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _OutOfBounds("this is not JSON") from error
    return told


def item_from(told: object) -> Item:
    """An item of what JSON gave; `_OutOfBounds` says what is wrong."""
    if not isinstance(told, dict):
        raise _OutOfBounds("an item is expected: {“id”: ..., “day”: ...}")
    known = {field.name for field in fields(Item)}
    unknown = next((key for key in told if key not in known), None)
    _require(unknown is None, "a key is not known; known are " + ", ".join(sorted(known)))
    for key in ("id", "day", "language"):
        _require(key in told, f"“{key}” is missing")
    translations = told.get("translations", {})
    texts = {key: value for key, value in told.items() if key != "translations"}
    _require(all(isinstance(value, str) for value in texts.values()), "a value is not text")
    item = Item(**texts, translations=_translations(translations))
    _check(item)
    return item


def _translations(told: object) -> dict[str, str]:
    _require(isinstance(told, dict), "“translations” must be texts by language")
    assert isinstance(told, dict)
    _require(len(told) <= MOST_LANGUAGES, f"more than {MOST_LANGUAGES} translations")
    for language, text in told.items():
        _require(bool(_LANGUAGE.fullmatch(language)), "a translation's language is not written as en or pt-BR")
        _require(isinstance(text, str), "a translation is not text")
        _bounded("translations", text, LONGEST_TRANSLATION)
    return dict(told)


def _check(item: Item) -> None:
    _require(bool(_ID.fullmatch(item.id)), "“id” must be 16 hexadecimal digits")
    _require(_is_day(item.day), "“day” must be a day such as 2026-05-02")
    _require(bool(_LANGUAGE.fullmatch(item.language)), "“language” must be written as en or pt-BR")
    _require(bool(_COUNTRY.fullmatch(item.country)), "“country” must be a code such as PL, or empty")
    _require(not item.kind or item.kind in KINDS, f"“kind” must be one of {', '.join(KINDS)}, or empty")
    _require(bool(_PICTURE.fullmatch(item.picture)), "“picture” must be a SHA-256, or empty")
    _require(bool(_PHRASE.fullmatch(item.phrase)), "“phrase” must be the id of a phrase, or empty")
    _bounded("seed", item.seed, LONGEST_SEED)
    _bounded("words", item.words, LONGEST_WORDS)
    _bounded("alt", item.alt, LONGEST_ALT)


def _bounded(key: str, text: str, longest: int) -> None:
    _require(len(text) <= longest, f"“{key}” has more than {longest} characters")
    _require(not _UNSEEN.search(text), f"“{key}” holds a sign that cannot be seen")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise _OutOfBounds(otherwise)
