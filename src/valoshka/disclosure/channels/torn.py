"""Words that may have been torn into letters or pieces, put together again: guesses, of which only names matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS = r"[^\W\d_]+"
_WORD = re.compile(_LETTERS)
_CHAIN = re.compile(rf"(?<![^\W\d_]){_LETTERS}(?:(?:[^\w\s]|_){{1,6}}{_LETTERS})+")
_SINGLE = re.compile(r"(?<![^\W_])[^\W\d_](?:[\W_]{1,40}[^\W\d_](?![^\W_])){3,}")
_GAP = re.compile(r"[^\w.!?]{1,40}")
_WINDOW, _STEP = 40, 20  # letters: a name is shorter than the overlap
_FIRST, _NEXT, _WHOLE = 10, 10, 24  # letters of a piece, and of the word that is put together
_MOST_PIECES = 8


@dataclass(frozen=True)
class Guess:
    """Words put together, and where in the text the first of them stands."""

    at: int
    text: str


def put_together(text: str) -> list[Guess]:
    r"""Every guess at a torn word, in order. Linear in the text: each word opens a bounded number of guesses.

    >>> [guess.text for guess in put_together("Ka·val")]
    ['Kaval']
    >>> [guess.text for guess in put_together("k\n\na\n\nv\n\na\n\nl")]
    ['k a v a l']
    >>> [guess.text for guess in put_together("Nina Ka va l. She said")]
    ['Nina Kava', 'Nina Kaval', 'l Shesaid']
    """
    found = [*_without_signs(text), *_single_letters(text), *_pieces(text)]
    return sorted(dict.fromkeys(found), key=lambda guess: (guess.at, guess.text))


def _without_signs(text: str) -> Iterator[Guess]:
    """What signs stand between the letters of: Ka·val, Ka🌸val."""
    for chain in _CHAIN.finditer(text):
        parts = _WORD.findall(chain[0])
        if len(chain[0]) <= 3 * _WHOLE:
            yield Guess(chain.start(), "".join(parts))
        for first, part in enumerate(parts if len(parts) > 2 else ()):
            if part[0].isupper() and len(part) <= _FIRST:
                for last in range(first + 2, min(first + 5, len(parts) + 1)):
                    yield Guess(chain.start(), "".join(parts[first:last]))


def _single_letters(text: str) -> Iterator[Guess]:
    """Letters that stand alone, however far apart; left apart, because nobody marks where one name ends."""
    for run in _SINGLE.finditer(text):
        letters = _WORD.findall(run[0])
        for first in range(0, max(len(letters) - _STEP, 1), _STEP):
            yield Guess(run.start(), " ".join(letters[first : first + _WINDOW]))


def _pieces(text: str) -> Iterator[Guess]:
    """A capitalised piece with the small pieces that follow it, as wide kerning and cells of a table tear words."""
    words = list(_WORD.finditer(text))
    for first, word in enumerate(words):
        if not word[0][0].isupper() or len(word[0]) > _FIRST:
            continue
        before = f"{words[first - 1][0]} " if first and len(words[first - 1][0]) < _WHOLE else ""
        for whole in _growing(text, words[first : first + _MOST_PIECES]):
            yield Guess(word.start(), before + whole)


def _growing(text: str, words: Sequence[re.Match[str]]) -> Iterator[str]:
    whole = words[0][0]
    shouted = whole.isupper() and len(whole) > 1
    for one, other in pairwise(words):
        piece = other[0]
        fits = piece.islower() or (shouted and piece.isupper())
        if not fits or len(piece) > _NEXT or len(whole + piece) > _WHOLE:
            return
        if not _GAP.fullmatch(text, one.end(), other.start()):
            return
        whole += piece
        if len(whole) > 3:
            yield whole
