"""From listed names to columns. Each distinct word is taken apart once, however many people bear it."""

from __future__ import annotations

import functools
import re
from array import array
from typing import TYPE_CHECKING

import numpy as np

from valoshka.names.particles.roles import known
from valoshka.names.search.columns import Columns, Words, skeletons_of
from valoshka.names.search.linked import Links
from valoshka.names.search.strings import Gathered, Strings
from valoshka.names.tokens import KINDS, PARTICLE, listed_token, raw_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

Id = int | str
_SIGN = re.compile(r"[()\[\]{}/|,;\"«»„“”]")


class Lexicon(dict[str, int]):
    """The number of each word as written, learnt when it is first asked for; words that fold to the same share it.

    What a word sounds like and may be is gathered in columns.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folded: dict[tuple[str, str], int] = {}
        self._sounds: dict[str, int] = {}
        self._kinds, self._certain, self._telling = array("B"), array("B"), array("B")
        self._pairs = {name: (array("i"), array("i")) for name in ("sounds", "groups", "cases", "fathers")}

    def __missing__(self, raw: str) -> int:
        """Take a word apart that was not met before."""
        token = listed_token(raw)
        number = self[raw] = self._folded.setdefault((token.folded, token.kind), len(self._folded))
        if number == len(self._kinds):
            self._kinds.append(KINDS.index(token.kind))
            self._certain.append(token.certain)
            self._telling.append(token.kind == "particle" or token.folded in _telling_words())
            self._note("sounds", number, [self._sounds.setdefault(each, len(self._sounds)) for each in token.sounds])
            for name, others in (("groups", token.groups), ("cases", token.cases), ("fathers", token.fathers)):
                if others:
                    self._note(name, number, others)
        return number

    def _note(self, name: str, number: int, others: Iterable[int]) -> None:
        left, right = self._pairs[name]
        for other in sorted(others):
            left.append(number)
            right.append(other)

    def telling(self) -> NDArray[np.bool_]:
        """Which words are no name but say something of one."""
        return np.array(self._telling, bool)

    def words(self) -> tuple[Words, list[str]]:
        """All words met, and all their sounds."""
        links = {
            name: Links.of(_column(left), _column(right), len(self._kinds))
            for name, (left, right) in self._pairs.items()
        }
        folded = Strings.of(word for word, _ in self._folded)
        return Words(folded, np.array(self._kinds, np.uint8), np.array(self._certain, bool), **links), list(
            self._sounds
        )


@functools.cache
def _telling_words() -> frozenset[str]:
    """Words of “он же”, “ён жа” and the like, after which another name of the same person stands."""
    return frozenset(word for phrase in known().phrases for word in phrase)


def build(rows: Iterable[tuple[Id, str]]) -> Columns:
    """The columns of (id, name) rows, in their order."""
    lexicon, ids, texts = Lexicon(), Gathered(), Gathered()
    numbers, lengths, several = array("i"), array("i"), array("B")
    for key, text in rows:
        # A word that comes twice counts twice: in Иванов П. П. the second initial is the father's.
        found = [lexicon[word] for word in raw_words(text)]
        numbers.extend(found)
        lengths.append(len(found))
        several.append(_SIGN.search(text) is not None)
        ids.add(key_text(key))
        texts.add(text)
    words, sounds = lexicon.words()
    entries = np.repeat(np.arange(len(lengths), dtype=np.int32), _column(lengths))
    held = np.array(several, bool)
    held[entries[lexicon.telling()[_column(numbers)]]] = True
    told = _without_particles(entries, _column(numbers), words.kinds)
    skeletons, of_sound = skeletons_of(sounds)
    rows_of_words = _rows(*told, len(lengths), len(words.folded))
    return Columns(ids.strings(), texts.strings(), held, rows_of_words, words, sounds, of_sound, skeletons)


def key_text(key: Id) -> str:
    """An id as it is kept: a number stays a number."""
    return f"i{key}" if isinstance(key, int) else f"s{key}"


def key_of(text: str) -> Id:
    """The id that `key_text` kept.

    >>> key_of(key_text(7)), key_of(key_text("7"))
    (7, '7')
    """
    return int(text[1:]) if text[0] == "i" else text[1:]


def _column(numbers: array[int]) -> NDArray[np.int32]:
    return np.array(numbers, np.int32)


def _without_particles(
    entries: NDArray[np.int32], words: NDArray[np.int32], kinds: NDArray[np.uint8]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The pairs but for words such as “von”, unless a name has no other."""
    telling = kinds[words] != PARTICLE if len(kinds) else np.empty(0, bool)
    named = np.zeros(int(entries.max(initial=-1)) + 1, bool)
    named[entries[telling]] = True
    keep = telling | ~named[entries]
    return entries[keep], words[keep]


def _rows(entries: NDArray[np.int32], words: NDArray[np.int32], many: int, none: int) -> NDArray[np.int32]:
    """The words of each entry in a row of its own, filled up with `none`. Pairs come in the order of the entries."""
    lengths = np.bincount(entries, minlength=many)
    rows = np.full((many, int(lengths.max(initial=1))), none, np.int32)
    starts = np.cumsum(lengths) - lengths
    rows[entries, np.arange(len(entries)) - np.repeat(starts, lengths)] = words
    return rows
