"""A text as tokens: where each stands, its class's letter and its value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from valoshka.terms.dates.grammar import OTHER
from valoshka.terms.dates.phrase import plausible

if TYPE_CHECKING:
    from valoshka.terms.dates.grammar import Grammar, Value

# Dates in figures, then words and numbers, then what can stand between or end a date. An empty line ends any date.
_TOKEN = re.compile(
    r"(?<![\w.,/-])(?P<exact>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}([./-])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})|[0-9]{2}\.[0-9]{4})"
    r"(?![\w/]|[.,-][0-9])|(?P<word>\w+)|(?P<sign>[,.;:()!?/–—-])|(?P<stop>\n[ \t\r]*\n)"
)
_SIGNS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", ".": "dot", "(": "open", ")": "close", "/": "slash"}
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_DECADE = re.compile(r"((?:19|20)[0-9])0s")


class Tokens(NamedTuple):
    """Parallel lists, one entry a token; `letters` has one letter a token."""

    letters: str
    starts: list[int]
    ends: list[int]
    values: list[Value]


def _figures(word: str) -> tuple[str, Value]:
    if word.isdecimal() and word.isascii():
        if len(word) == 4 and plausible(int(word)):
            return "year", int(word)
        return ("number", int(word)) if len(word) <= 2 else ("", 0)
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return "ordinal", int(ordinal.group(1))
    decade = _DECADE.fullmatch(word)
    return ("decade", decade.group(1)) if decade else ("", 0)


def _word(word: str, grammar: Grammar) -> tuple[str, Value]:
    if word[0].isdecimal():
        name, value = _figures(word)
        return grammar.letters.get(name, OTHER), value
    known = grammar.words.get(word.casefold())
    if known is None or (known.capital and not word[0].isupper()):
        return OTHER, 0
    return known.letter, known.value


def tokens(text: str, grammar: Grammar) -> Tokens:
    """Every token of `text`; positions are code points, end exclusive."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Value] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            letter, value = _word(match.group(), grammar)
        elif kind == "exact":
            letter, value = grammar.letters["exact"], match.group()
        else:
            letter, value = grammar.letters[_SIGNS.get(match.group(), "stop")], 0
        letters.append(letter)
        starts.append(match.start())
        ends.append(match.end())
        values.append(value)
    return Tokens("".join(letters), starts, ends, values)
