"""From tokens to phrases, and from phrases to groups that make one date together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from valoshka.terms.dates.grammar import OTHER
from valoshka.terms.dates.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from valoshka.terms.dates.grammar import Grammar, Value
    from valoshka.terms.dates.tokens import Tokens

REACH = 4  # tokens between or beside dates that a join can span


class Found(NamedTuple):
    """A phrase, and the tokens from `first` to `last` (exclusive) that say it."""

    phrase: Phrase
    first: int
    last: int


class Group(NamedTuple):
    """Phrases that make one date together; `joined` is the join's meaning, or empty for a single phrase."""

    joined: str
    members: tuple[int, ...]
    first: int
    last: int


class _Piece(NamedTuple):
    letter: str
    first: int
    last: int
    member: int | None


def _days(named: Sequence[tuple[str, Value]]) -> list[Value]:
    """The days of the month, with "twenty" and "first" added up."""
    tens = 0
    days: list[Value] = []
    for name, value in named:
        if name == "tens":
            tens = int(value)
        elif name in ("number", "ordinal"):
            days.append(tens + int(value))
            tens = 0
    return days


def _phrase(means: str, tokens: Tokens, first: int, last: int, names: Mapping[str, str]) -> Phrase:
    said = zip(tokens.letters[first:last], tokens.values[first:last], strict=True)
    named = [(names[letter], value) for letter, value in said if letter in names]
    values: dict[str, list[Value]] = {}
    for name, value in named:
        values.setdefault(name, []).append(value)
    days = _days(named)
    return Phrase(means, {**values, "day": days} if days else values)


def found_phrases(tokens: Tokens, grammar: Grammar) -> list[Found]:
    """Every phrase that a rule of the language finds, in order."""
    found = []
    for match in grammar.rules.finditer(tokens.letters):
        means = grammar.meanings[int((match.lastgroup or "r0")[1:])]
        first, last = match.span()
        found.append(Found(_phrase(means, tokens, first, last, grammar.names), first, last))
    return found


def _gap(tokens: Tokens, first: int, last: int) -> Iterator[_Piece]:
    """The tokens between two phrases; of many only those within a join's reach, with a break between them."""
    if last - first > 2 * REACH:
        yield from _gap(tokens, first, first + REACH)
        yield _Piece(OTHER, first, last, None)
        first = last - REACH
    yield from (_Piece(tokens.letters[place], place, place + 1, None) for place in range(first, last))


def _pieces(tokens: Tokens, grammar: Grammar, found: Sequence[Found]) -> Iterator[_Piece]:
    at = 0
    for number, (phrase, first, last) in enumerate(found):
        yield from _gap(tokens, at, first)
        event = phrase.means in ("event_before", "event_after")
        yield _Piece(grammar.letters[phrase.means if event else "date"], first, last, number)
        at = last
    yield from _gap(tokens, at, min(at + REACH, len(tokens.letters)))


def _singles(pieces: Sequence[_Piece]) -> Iterator[Group]:
    return (Group("", (piece.member,), piece.first, piece.last) for piece in pieces if piece.member is not None)


def groups(tokens: Tokens, grammar: Grammar, found: Sequence[Found]) -> Iterator[Group]:
    """The phrases, alone or joined, in order. Joins are rules over the text in which each phrase is one letter."""
    pieces = list(_pieces(tokens, grammar, found))
    at = 0
    for match in grammar.joins.finditer("".join(piece.letter for piece in pieces)):
        first, last = match.span()
        yield from _singles(pieces[at:first])
        members = tuple(piece.member for piece in pieces[first:last] if piece.member is not None)
        means = grammar.join_meanings[int((match.lastgroup or "r0")[1:])]
        yield Group(means, members, pieces[first].first, pieces[last - 1].last)
        at = last
    yield from _singles(pieces[at:])
