"""Long texts in pieces, so that memory does not grow with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from valoshka.disclosure.identifiers.sightings import Sighting

_LENGTH = 1 << 18
_AROUND = 512  # characters of context on either side: longer than any identifier with the words before it


def in_pieces(text: str, find: Callable[[str], Iterable[Sighting]]) -> Iterator[Sighting]:
    """What `find` sees in `text`, piece by piece, each once."""
    if len(text) <= _LENGTH:
        yield from find(text)
        return
    for first in range(0, len(text), _LENGTH):
        begin = max(first - _AROUND, 0)
        for seen in find(text[begin : first + _LENGTH + _AROUND]):
            if first <= seen.start + begin < first + _LENGTH:
                yield replace(seen, start=seen.start + begin, end=seen.end + begin)
