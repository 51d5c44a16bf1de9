"""Names within addresses and accounts: what of “tsikhan.uzornik85@mail.example” are words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.identifiers.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NAMED = frozenset({"email", "account", "profile", "link"})
_NO_LETTER = re.compile(r"[\d\W_]+")
_HUMP = re.compile(r"(?<=[a-zа-яёіўїєґ])(?=[A-ZА-ЯЁІЎЇЄҐ])")
_DOTTED = re.compile(r"(?<![\w@])[^\W\d_]{2,}(?:\.[^\W\d_]{2,})+(?!\w)")
_SINGLE = re.compile(r"(?<!\w)(\w)(?!\w)")
_ONE_WORD = re.compile(r"([^\W\d_]{6,})[\d._-]*@")
_OF_ACCOUNT = re.compile(r"(?:\A|[@/])([^\W\d_]{6,40})[\d._-]*/?\Z")
_FEWEST = 6  # letters of a whole name


def names_within(text: str, seen: Sequence[Sighting]) -> Iterator[tuple[Sighting, str]]:
    """Every address of `seen` in `text` with the words in it, as one who looks for a name reads them.

    A letter that stands alone is an initial; so may be the first or last one of a mailbox or an account of one word.

    >>> from valoshka.disclosure.identifiers.unknown import unknown_identifiers
    >>> told = "Write to tsikhan.uzornik85@mail.example."
    >>> [words for _, words in names_within(told, list(unknown_identifiers(told)))]
    ['tsikhan uzornik mail example']
    >>> told = "tuzornik@mail.example"
    >>> [words for _, words in names_within(told, list(unknown_identifiers(told)))]
    ['tuzornik mail example', 't. uzornik', 'tuzorni k.']
    """
    for each in (*seen, *_dotted(text, seen)):
        written = text[each.start : each.end]
        words = _NO_LETTER.sub(" ", _HUMP.sub(" ", written)).strip()
        if (each.kind in _NAMED or each.kind is None) and len(words) >= _FEWEST:
            yield each, _SINGLE.sub(r"\1.", words)
        if box := _ONE_WORD.match(written) if each.kind == "email" else _one_word_account(each, written):
            yield each, f"{box[1][0]}. {box[1][1:]}"
            yield each, f"{box[1][:-1]} {box[1][-1]}."


def _one_word_account(seen: Sighting, written: str) -> re.Match[str] | None:
    return _OF_ACCOUNT.search(written) if seen.kind in ("account", "profile") else None


def _dotted(text: str, seen: Sequence[Sighting]) -> Iterator[Sighting]:
    """Words with dots for spaces, as names of files and accounts have them, that nothing of `seen` explains."""
    for match in _DOTTED.finditer(text):
        if not any(each.start < match.end() and match.start() < each.end for each in seen):
            yield Sighting(*match.span())


def whole(found: Iterable[Sighting], seen: Iterable[Sighting]) -> Iterator[Sighting]:
    """Each of `found` with the rest of whatever of `seen` it is a part of: a phone with the code of its country.

    >>> list(whole([Sighting(5, 14, "p1")], [Sighting(0, 14, kind="phone")]))
    [Sighting(start=0, end=14, owner='p1', kind=None, doubtful=False)]
    """
    every = list(seen)
    for each in found:
        over = [each, *(other for other in every if other.start < each.end and each.start < other.end)]
        start, end = min(other.start for other in over), max(other.end for other in over)
        yield type(each)(start, end, each.owner, each.kind, each.doubtful)
