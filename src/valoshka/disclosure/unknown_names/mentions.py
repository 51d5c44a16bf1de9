"""Persons' names in a text that nobody has listed: found by a rule, not a model, so that everybody can see why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.unknown_names.judging import kinds
from valoshka.disclosure.unknown_names.settling import settled
from valoshka.disclosure.unknown_names.tokens import read
from valoshka.disclosure.unknown_names.weighed import runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.disclosure.unknown_names.tokens import Token

_GIVEN = frozenset({"given", "short", "short_in_case", "patronymic"})


@dataclass(frozen=True, order=True)
class Mention:
    """`text[start:end]` (code points) may name a person.

    `given` are its words that are given names or patronymics, `others` the rest, as folded, without initials.
    """

    start: int
    end: int
    given: tuple[str, ...]
    others: tuple[str, ...]


def unknown_names(text: str, known: Iterable[tuple[int, int]] = ()) -> Iterator[Mention]:
    """Where persons may be named in `text`, in order. Words within a span of `known` are explained, and left out.

    >>> text = "The nurse met Halina Bonch in Minsk. Bonch was silent."
    >>> [text[name.start : name.end] for name in unknown_names(text)]
    ['Halina Bonch', 'Bonch']
    >>> [text[name.start : name.end] for name in unknown_names(text, known=[(14, 20)])]
    ['Bonch', 'Bonch']
    """
    found = read(text)
    explained = _within(found.tokens, known)
    offered = [is_name and not within for is_name, within in zip(settled(found), explained, strict=True)]
    for start, end in runs(found.tokens):
        place = start
        while place < end:
            first = place
            while place < end and (offered[place] or (found.tokens[place].initial and not explained[place])):
                place += 1
            if any(offered[first:place]):
                yield _mention(found.tokens[first:place])
            place = max(place, first + 1)


def _within(tokens: Sequence[Token], known: Iterable[tuple[int, int]]) -> list[bool]:
    """For each token, whether any span of `known` reaches into it."""
    spans = sorted(known)
    covered = [False] * len(tokens)
    at, furthest = 0, -1
    for place, token in enumerate(tokens):
        while at < len(spans) and spans[at][0] < token.end:
            furthest = max(furthest, spans[at][1])
            at += 1
        covered[place] = furthest > token.start
    return covered


def _mention(tokens: Sequence[Token]) -> Mention:
    words = [token for token in tokens if not token.initial]
    given = tuple(token.folded for token in words if kinds(token.folded, token.language) & _GIVEN)
    others = tuple(token.folded for token in words if not kinds(token.folded, token.language) & _GIVEN)
    return Mention(tokens[0].start, tokens[-1].end, given, others)
