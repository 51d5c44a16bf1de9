"""Every case of a name's words by pymorphy3's Russian dictionary, exactly: a pair is strong, a surname for review."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pymorphy3

from benchmarks.gate.peers.engine import Found
from benchmarks.gate.peers.naming import given_and_surname

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WORD = re.compile(r"\w+(?:-\w+)*")


class PymorphyForms:
    def build(self, people: Mapping[str, Sequence[str]]) -> None:
        self.morphology = pymorphy3.MorphAnalyzer()
        self.given: dict[str, set[str]] = defaultdict(set)
        self.surnames: dict[str, set[str]] = defaultdict(set)
        for key, spellings in people.items():
            for spelling in spellings:
                given, surname = given_and_surname(spelling)
                self._add(self.given, given, key)
                self._add(self.surnames, surname, key)

    def _add(self, table: dict[str, set[str]], word: str, key: str) -> None:
        parses = self.morphology.parse(word)
        names = [parse for parse in parses if {"Name", "Surn", "Patr"} & parse.tag.grammemes] or parses[:1]
        for form in {word, *(each.word for parse in names for each in parse.lexeme)}:
            table[form].add(key)

    def find(self, text: str) -> Iterator[Found]:
        words = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(text)]
        for (start, _, one), (_, end, other) in itertools.pairwise(words):
            for key in self._both(one, other) | self._both(other, one):
                yield Found(start, end, key, True)
        for start, end, word in words:
            for key in self.surnames.get(word, ()):
                yield Found(start, end, key, False)

    def _both(self, given: str, surname: str) -> set[str]:
        return self.given.get(given, set()) & self.surnames.get(surname, set())


def engine() -> PymorphyForms:
    return PymorphyForms()
