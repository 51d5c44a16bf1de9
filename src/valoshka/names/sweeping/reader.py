"""The first half of a sweep: a batch of texts taken apart, and which of its words may be part of a name at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from valoshka.names.sweeping.met import Met, Words
from valoshka.names.sweeping.tokens import Tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.names.promising import Promising

APART = "\n\n"  # no name goes on from one text to the next


class Read(NamedTuple):
    """The words of a batch, without their numbers, and what was learnt of them."""

    tokens: Tokens
    met: Met


class Reader:
    """Reads batch after batch; a word is asked about when it is met first.

    >>> from valoshka.names.index import PartIndex
    >>> read = Reader(PartIndex({"p1": ["Halina Bonch"]}).promising()).read(["And", "Bonch"])
    >>> read.tokens.start.tolist(), read.met.places.tolist(), read.met.new
    ([0, 5], [0, 1], ['bonch'])
    """

    def __init__(self, promising: Promising) -> None:
        self._words = Words(promising.among)

    def read(self, texts: Sequence[str]) -> Read:
        """The texts of a batch, joined by `APART`."""
        text = APART.join(texts)
        found = tokens(text)
        met = self._words.met(text, found)
        return Read(replace(found, number=np.zeros(0, np.uint64)), met)
