"""Words that stand somewhere already: whoever types them into a search engine has their author."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from valoshka.disclosure.jigsaw.said import PUBLIC, quotations, said, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOUND_ALONE = 8  # words in a row: hardly anybody else wrote just these


class Quoted(NamedTuple):
    """Words quoted at `start`-`end` (code points), of which the text says that they were published."""

    start: int
    end: int


def published_quotes(text: str) -> Iterator[Quoted]:
    """Every quotation of eight words or more in a sentence that tells of a post, an open letter, an interview.

    >>> text = 'She wrote on Facebook: "I have counted the windows of that house, and there is one too many."'
    >>> [text[quote.start : quote.end][:11] for quote in published_quotes(text)]
    ['"I have cou']
    """
    spans = sentences(text)
    told = {each.sentence for each in said(text) if each.kind == PUBLIC and each.number}
    for sentence in sorted(told):
        for match in quotations(text, *spans[sentence]):
            if len(match[0].split()) >= _FOUND_ALONE:
                yield Quoted(match.start(), match.end())
