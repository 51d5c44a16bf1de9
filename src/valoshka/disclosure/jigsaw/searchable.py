"""Words that stand somewhere already: whoever types them into a search engine has their author."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.said import quotations, sentences
from valoshka.disclosure.jigsaw.sayings import Sayings
from valoshka.names.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOUND_ALONE = 8  # words in a row: hardly anybody else wrote just these


class Quoted(NamedTuple):
    """Words at `start`-`end` (code points, without the marks) that a text quotes as published."""

    start: int
    end: int


def published_quotes(text: str) -> Iterator[Quoted]:
    """Every quotation of eight words or more in a sentence that tells of a post, an open letter, an interview.

    >>> text = 'She wrote on Facebook: "I have counted the windows of that house, and there is one too many."'
    >>> [text[quote.start : quote.end][:11] for quote in published_quotes(text)]
    ['I have coun']
    """
    long = [match for match in quotations(text) if len(match[0].split()) >= _FOUND_ALONE]
    if not long:
        return
    spans = sentences(text)
    for match in long:
        first, last = next(span for span in spans if span[0] <= match.start() < span[1])
        # What a post says of posts is no sign that it is one.
        around = text[first : match.start()] + " " + text[match.end() : last]
        if any(_sayings().found(around, words(around))):
            yield Quoted(match.start() + 1, match.end() - 1)


@functools.cache
def _sayings() -> Sayings[str]:
    told = cast(dict[str, dict[str, str]], entries("searchable.yml"))["published"]
    return Sayings({"published": list(told.values())})
