"""Words and marks of one sentence, in a folded form that the patterns match on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

# Apostrophes inside a word belong to it; "n't" and "'s" stand alone, so that patterns need not know the spelling.
_TOKEN = re.compile(
    r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|ll|ve|re|m|d)\b|\d+(?:[.,:]\d+)+"
    r"|[^\W_]+?(?=['’](?:s|ll|ve|re|m|d)\b)|[^\W_]+(?:[-‑'’ʼ][^\W_]+)*|[^\s\w]|_"
)
_FOLD = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "ё": "е"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: code points in the whole text, and the folded form."""

    start: int
    end: int
    low: str
    capital: bool


@dataclass
class Sentence:
    """A sentence of `text`: where it stands, its tokens, and the tokens folded into one string for the patterns."""

    text: str
    start: int
    end: int
    contractions: dict[str, str] = field(default_factory=dict)

    @cached_property
    def tokens(self) -> list[Token]:
        """Words and marks, in order."""
        return [self._token(found) for found in _TOKEN.finditer(self.text, self.start, self.end)]

    def _token(self, found: re.Match[str]) -> Token:
        raw = found[0]
        # These months keep their capitals, so that they are never read as verbs.
        low = raw if raw in ("May", "March") else raw.lower().translate(_FOLD)
        return Token(found.start(), found.end(), self.contractions.get(low, low), raw[0].isupper())

    @cached_property
    def lows(self) -> list[str]:
        """The folded forms alone."""
        return [token.low for token in self.tokens]

    @cached_property
    def folded(self) -> str:
        """The folded forms with one space between: what patterns match on."""
        return " ".join(self.lows)

    @cached_property
    def offsets(self) -> list[int]:
        """Where each token starts in `folded`."""
        places, at = [], 0
        for low in self.lows:
            places.append(at)
            at += len(low) + 1
        return places
