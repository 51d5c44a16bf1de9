"""The words of a text with their places, and the words that somebody or something has torn apart or run together."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.names.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_IGNORED = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_LETTER = rf"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c][\u0300-\u036f{_IGNORED}]*"
APOSTROPHES = "'’ʼ`′"
UNSEEN = re.compile(f"[{_IGNORED}]")
WORD = re.compile(rf"{_LETTER}(?:(?:[{APOSTROPHES}]|[0-9])?{_LETTER})*")
_CAMEL = re.compile(r"[A-ZА-ЯЁЎІЇЄҐ][^A-ZА-ЯЁЎІЇЄҐ]+")
_TEAR = re.compile(
    rf"[ \t{_IGNORED}]*[-‐‑‒–¬\u00ad]?[ \t{_IGNORED}]*\n[ \t{_IGNORED}]*|[ {_IGNORED}]?[-‐‑‒–¬\u00ad][ {_IGNORED}]?"
)
_SPACING = re.compile(r"[^\w\n]{1,3}|_{1,2}|\n")
_SPACED_LETTERS = 4
_RUN = 48  # letters: longer runs of single letters are tables, not names


@dataclass(frozen=True)
class Word:
    """A word at `start`-`end` (code points, end exclusive) of its text, made of the tokens `first` to `last`.

    `capital` is whether it opens with a capital; `made` whether it was put together from pieces.
    """

    start: int
    end: int
    folded: str
    first: int
    last: int
    capital: bool
    made: bool = False


def words(text: str) -> list[Word]:
    """The words of `text` as they stand, in order; CamelCase is two words.

    >>> [word.folded for word in words("Halina Bonch, nurse (#StandWith)")]
    ['halina', 'bonch', 'nurse', 'stand', 'with']
    """
    spans = itertools.chain.from_iterable(_uncamel(match) for match in WORD.finditer(text))
    return [
        Word(start, end, fold(text[start:end]), place, place, is_capital(text[start]))
        for place, (start, end) in enumerate(spans)
    ]


def mended(text: str, plain: Sequence[Word]) -> Iterator[Word]:
    """Words that may have been torn: over a line's end, by a hyphen, or into single letters with spaces between.

    >>> text = "Hali-\\nna and B o n c h"
    >>> [word.folded for word in mended(text, words(text))]
    ['halina', 'bonc', 'bonch', 'onch']
    """
    for one, other in itertools.pairwise(plain):
        if _TEAR.fullmatch(text, one.end, other.start):
            yield _join([one, other])
    yield from _letter_runs(text, plain)


def is_capital(letter: str) -> bool:
    """Whether a word so opened may be a name: of a script without capitals every word may."""
    # Georgian has capitals, but writes no name with them: its title case is its small letter.
    return letter.isupper() or letter == letter.title()


def _uncamel(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    humps = list(_CAMEL.finditer(match.group()))
    if len(humps) < 2 or humps[0].start() or any(len(hump.group()) < 3 for hump in humps):
        yield match.span()
        return
    for hump in humps:
        yield match.start() + hump.start(), match.start() + hump.end()


def _join(pieces: Sequence[Word]) -> Word:
    one, other = pieces[0], pieces[-1]
    whole = "".join(piece.folded for piece in pieces)
    return Word(one.start, other.end, fold(whole), one.first, other.last, one.capital, made=True)


def _letter_runs(text: str, plain: Sequence[Word]) -> Iterator[Word]:
    run: list[Word] = []
    for word in plain:
        near = run and _SPACING.fullmatch(text, run[-1].end, word.start)
        if len(word.folded) == 1 and (not run or near) and len(run) < _RUN:
            run.append(word)
            continue
        yield from _pieces(run)
        run = [word] if len(word.folded) == 1 else []
    yield from _pieces(run)


def _pieces(run: Sequence[Word]) -> Iterator[Word]:
    """Every stretch of a run of letters that is long enough to be a name: nobody marks where one name ends."""
    for start in range(len(run) - _SPACED_LETTERS + 1):
        for end in range(start + _SPACED_LETTERS, min(len(run), start + 20) + 1):
            yield _join(run[start:end])
