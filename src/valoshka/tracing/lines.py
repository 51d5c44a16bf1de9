"""The lines of a text, whatever ends them, and the pages that form feeds part it into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from valoshka.tracing.ledger import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")  # with its end


class Line(NamedTuple):
    """One line of a text, without its end; `page` from 0 (form feeds part pages), `number` from 1 in the file."""

    page: int
    number: int
    text: str


def lines(text: str) -> Iterator[Line]:
    r"""The lines of `text`, the empty ones too.

    >>> [tuple(line) for line in lines("a\r\nb\fc")]
    [(0, 1, 'a'), (0, 2, 'b'), (1, 2, 'c')]
    """
    page = 0
    for number, match in enumerate(LINE.finditer(text), 1):
        first, *after = match[0].rstrip("\r\n").split("\f")
        yield Line(page, number, first.replace(BETWEEN, " "))
        for part in after:
            page += 1
            yield Line(page, number, part.replace(BETWEEN, " "))
