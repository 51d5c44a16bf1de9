"""Phones, e-mails, document numbers, handles, links and dates of birth, however they are punctuated."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, cast

import yaml

from valoshka.names.folding import fold, script, twin
from valoshka.terms import edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIGNIFICANT_DIGITS = 9  # a national number without its prefixes: +375 29 ..., 8 029 ...
_FEWEST_DIGITS = 5
_OPENING = 5  # letters by which candidates are looked up
_REACH = 8  # characters between two letters of one identifier: spaces, signs, (at)
_FEWEST_LETTERS = 3
_LANGUAGES = ("en", "be", "ru")
_SEPARATOR = r"[\s./\-‐‑–,]{1,3}"


@dataclass(frozen=True)
class Sighting:
    """`text[start:end]` is, or looks like, an identifier: of `owner` (an id), or of somebody, as `shown` says."""

    start: int
    end: int
    owner: str | None = None
    shown: str | None = None


@dataclass(frozen=True)
class Squashed:
    """The letters and digits of a text, folded one by one, and where each of them stands."""

    letters: str
    positions: tuple[int, ...]


def squash(text: str) -> Squashed:
    """`text` without anything but letters and digits, in lower case, Cyrillic look-alikes as Latin.

    >>> squash("+375 (29) 123").letters, squash("МР 12").letters
    ('37529123', 'mp12')
    """
    letters: list[str] = []
    positions: list[int] = []
    for place, sign in enumerate(text):
        for letter in _plain(sign):
            letters.append(letter)
            positions.append(place)
    return Squashed("".join(letters), tuple(positions))


@functools.lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    folded = fold(sign)
    latin = twin(folded) if script(folded) == "cyrillic" else None
    return "".join(letter for letter in latin or folded if letter.isalnum())


class Identifiers:
    """The identifiers of a fixed set of people, found in any number of texts.

    >>> known = Identifiers([("p1", "+375 29 123-45-67"), ("p2", "ana.bonch@mail.example")])
    >>> [(seen.start, seen.end, seen.owner) for seen in known.find("call 8 (029) 1234567 or ana.bonch(at)mail.example")]
    [(9, 20, 'p1'), (24, 49, 'p2')]
    """

    def __init__(self, identifiers: Iterable[tuple[str, str]], born: Iterable[tuple[str, str]] = ()) -> None:
        owners: dict[str, list[str]] = {}
        for owner, identifier in identifiers:
            if key := _key(identifier):
                owners.setdefault(key, []).append(owner)
        self._owners = owners
        self._opening = min((_OPENING, *map(len, owners)))
        self._keys: dict[str, list[str]] = {}
        for key in owners:
            self._keys.setdefault(key[: self._opening], []).append(key)
        self._births = [(owner, pattern) for owner, date in born if (pattern := _birth_pattern(date))]

    def find(self, text: str) -> Iterator[Sighting]:
        """Every known identifier in `text`."""
        if not self._owners:
            return
        plain = squash(_signs_spoken_out(text))
        for at in range(len(plain.letters) - self._opening + 1):
            for key in self._keys.get(plain.letters[at : at + self._opening], ()):
                if plain.letters.startswith(key, at) and (span := _span(text, plain, at, key)):
                    for owner in self._owners[key]:
                        yield Sighting(*span, owner)

    def births(self, text: str) -> Iterator[Sighting]:
        """Every known date of birth in `text`, to the day."""
        for owner, pattern in self._births:
            for match in pattern.finditer(text):
                yield Sighting(*match.span(), owner)


def unknown_identifiers(text: str) -> Iterator[Sighting]:
    """What looks like an identifier of somebody.

    >>> [seen.shown for seen in unknown_identifiers("Write to desk@help.example.")]
    ['an e-mail address']
    """
    for shown, pattern in _patterns():
        for match in pattern.finditer(text):
            yield Sighting(*match.span(), shown=shown)


def _key(identifier: str) -> str:
    plain = squash(_signs_spoken_out(re.sub(r"^\s*(?:https?://)?(?:www\.)?", "", identifier.strip()))).letters
    if plain.isdigit():
        return plain[-_SIGNIFICANT_DIGITS:] if len(plain) >= _FEWEST_DIGITS else ""
    return plain if len(plain) >= _FEWEST_LETTERS else ""


def _span(text: str, plain: Squashed, at: int, key: str) -> tuple[int, int] | None:
    """Where `key` stands in `text`; `None` if its pieces are far apart or it is part of something longer."""
    places = plain.positions[at : at + len(key)]
    start, end = places[0], places[-1] + 1
    if any(after - before > _REACH for before, after in itertools.pairwise(places)):
        return None
    if key.isdigit():
        return None if text[end : end + 1].isdigit() else (start, end)
    touched = text[start - 1 : start].isalnum() if start else False
    return None if touched or text[end : end + 1].isalnum() else (start, end)


def _signs_spoken_out(text: str) -> str:
    """`text` with written-out signs blanked, every character kept in its place."""
    for sign in _spoken_signs():
        text = sign.sub(lambda match: " " * len(match.group()), text)
    return text


@functools.cache
def _knowledge() -> dict[str, object]:
    text = resources.files("valoshka.disclosure").joinpath("identifiers.yml").read_text(encoding="utf-8")
    return cast(dict[str, object], yaml.safe_load(text))


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = cast(list[dict[str, str]], _knowledge()["patterns"])
    return tuple((entry["shown"], re.compile(entry["pattern"])) for entry in entries)


@functools.cache
def _spoken_signs() -> tuple[re.Pattern[str], ...]:
    signs = cast(dict[str, list[str]], _knowledge()["spoken_signs"])
    return tuple(re.compile(re.escape(word), re.IGNORECASE) for words in signs.values() for word in words)


def _birth_pattern(born: str) -> re.Pattern[str] | None:
    """Every way of writing one day; `None` if `born` is not known to the day."""
    date = edtf.parse(born)
    day = date.earliest
    if day is None or day != date.latest:
        return None
    numbers = (f"0?{day.day}", f"0?{day.month}", f"(?:{day.year}|{day.year % 100:02d})")
    orders = (numbers, (numbers[1], numbers[0], numbers[2]), (str(day.year), numbers[1], numbers[0]))
    written = [rf"(?<!\d){_SEPARATOR.join(order)}(?!\d)" for order in orders]
    for language in _LANGUAGES:
        # Day, month, year; a language may write "of the year" behind them.
        words = [re.escape(word) for word in edtf.shown(date, language).split()[:3]]
        written.append(rf"(?<!\d){_SEPARATOR.join(words)}")
        named = [word for word in words if not word.isdigit()][:1]
        written += [rf"\b{month}{_SEPARATOR}0?{day.day}(?:st|nd|rd|th)?{_SEPARATOR}{day.year}(?!\d)" for month in named]
    return re.compile("|".join(written), re.IGNORECASE)
