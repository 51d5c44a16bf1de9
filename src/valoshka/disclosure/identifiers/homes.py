"""Known homes, however their street and house are written."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from valoshka.disclosure.identifiers.addresses import address_words, addresses, street_words
from valoshka.disclosure.identifiers.sightings import Sighting
from valoshka.disclosure.identifiers.signs import plain
from valoshka.names.folding import fold
from valoshka.names.phones import sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+")
_HEARD = 3  # sounds of a street's name that are the same in every case and language


class _Home(NamedTuple):
    numbers: tuple[str, ...]
    street: str


class Homes:
    """The homes of a fixed set of people.

    >>> told = "She lived in ul. Lenina 5-12."
    >>> [(seen.start, seen.end, seen.owner) for seen in Homes([("p", "вул. Леніна, д. 5, кв. 12")]).find(told)]
    [(13, 28, 'p')]
    """

    def __init__(self, identifiers: Iterable[tuple[str, str]]) -> None:
        self._owners: defaultdict[_Home, list[str]] = defaultdict(list)
        for owner, identifier in identifiers:
            if " " in identifier and not street_words().isdisjoint(_WORD.findall(identifier.lower())):
                for _, _, home in _homes(identifier):
                    self._owners[home].append(owner)

    def find(self, text: str) -> Iterator[Sighting]:
        """Every known home in `text`: its street by sound, the numbers of house and flat as they are."""
        if self._owners:
            for start, end, home in _homes(text):
                yield from (Sighting(start, end, owner) for owner in dict.fromkeys(self._owners.get(home, ())))


def _homes(text: str) -> Iterator[tuple[int, int, _Home]]:
    told = plain(text)
    for seen in addresses(told.text):
        written = told.text[seen.start : seen.end]
        numbers = tuple(re.findall(r"\d+", written))
        names = [word for word in _WORD.findall(written) if word.lower() not in address_words()]
        for skeleton in {sound.skeleton[:_HEARD] for sound in sounds(fold(max(names, key=len)))} if names else ():
            yield *told.span(seen.start, seen.end), _Home(numbers, skeleton)
