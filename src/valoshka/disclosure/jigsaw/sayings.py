"""Wordings of a YAML file as expressions, looked for at the words that can open one."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from valoshka.names.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from valoshka.names.words import Word

T = TypeVar("T")
_OPENING = 3  # letters by which a wording is looked up
_BETWEEN = r"(?:[^\w.!?]+\w+){0,3}[^\w.!?]+"  # what … stands for: up to three words of the same sentence
_SPACE = r"[^\w.!?]+"
_APOSTROPHES = str.maketrans("", "", "'’ʼ`′")
LANGUAGES = ("en", "be", "ru")  # in which findings are told
READ = (*LANGUAGES, "uk", "pl")  # in which stories are read


class Sayings(Generic[T]):
    """Wordings, each with what it means. `~` is any rest of a word, `…` up to three words, `|` parts wordings.

    >>> from valoshka.names.words import words
    >>> text = "She handed in her notice."
    >>> list(Sayings({"resignation": ["handed in … notice|quit"]}).found(text, words(text)))
    [('resignation', 4, 24)]
    """

    def __init__(self, meanings: Mapping[T, Sequence[str]]) -> None:
        by_opening: dict[str, dict[T, list[str]]] = defaultdict(lambda: defaultdict(list))
        for meaning, wordings in meanings.items():
            for wording in "|".join(wordings).split("|"):
                by_opening[_opening(wording)][meaning].append(expression(wording))
        self._wordings = dict(by_opening)
        self._anything: dict[str, re.Pattern[str]] = {}
        self._expressions: dict[str, Sequence[tuple[T, re.Pattern[str]]]] = {}

    def found(self, text: str, told: Sequence[Word]) -> Iterator[tuple[T, int, int]]:
        """What `text`, whose words are `told`, says: the meaning, and where (code points)."""
        for word in told:
            opening = _key(word.folded)
            if opening in self._wordings and self._any(opening).match(text, word.start):
                for meaning, wording in self._each(opening):
                    if match := wording.match(text, word.start):
                        yield meaning, word.start, match.end()

    # Compiled when a text first needs them: most wordings never stand in one text.
    def _any(self, opening: str) -> re.Pattern[str]:
        if opening not in self._anything:
            self._anything[opening] = _any_of([each for meant in self._wordings[opening].values() for each in meant])
        return self._anything[opening]

    def _each(self, opening: str) -> Sequence[tuple[T, re.Pattern[str]]]:
        if opening not in self._expressions:
            meant = self._wordings[opening].items()
            self._expressions[opening] = [(meaning, _any_of(each)) for meaning, each in meant]
        return self._expressions[opening]


def _any_of(expressions: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(expressions, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def _opening(wording: str) -> str:
    first = re.split(r"[\s~-]", wording.strip(), maxsplit=1)[0]
    return _key(fold(first))


def _key(folded: str) -> str:
    opening = folded[: _OPENING + 1]
    return opening[:_OPENING] if opening.isalpha() else opening.translate(_APOSTROPHES)[:_OPENING]


def expression(wording: str) -> str:
    """A wording as a regular expression."""
    spaced = re.escape(wording.strip()).replace("\\ …\\ ", _BETWEEN).replace("\\ ", _SPACE)
    return re.sub("['’ʼ]", "['’ʼ`]", spaced).replace("\\~", r"[\w'’ʼ]*")
