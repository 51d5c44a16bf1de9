"""The sentences of a text."""

from __future__ import annotations

import re

# An abbreviation of one or two letters ends no sentence, nor does a dot before a small letter.
_END = re.compile(r"(?<!\b\w)(?<!\b\w\w)[.!?…]+[\"”»’)\]]*\s+(?=[\"“«‘(—–-]*\s?[^\W\d_a-zа-яёіўїєґąćęłńóśźż])|\n\s*\n")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of `text` begins and ends (code points); together they are the whole text.

    >>> sentences("She left. In May?")
    [(0, 10), (10, 18)]
    """
    ends = [match.end() for match in _END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text) + 1], strict=True))
