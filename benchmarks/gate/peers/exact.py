"""Exact names, whole words, case aside: pyahocorasick."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import ahocorasick

from benchmarks.gate.peers.engine import Found
from benchmarks.gate.peers.naming import namings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Exact:
    def build(self, people: Mapping[str, Sequence[str]]) -> None:
        listed: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for naming in namings(people):
            listed[naming.text].append((naming.key, naming.strong))
        self.names = ahocorasick.Automaton()
        for text, bearers in listed.items():
            self.names.add_word(text, (text, bearers))
        self.names.make_automaton()

    def find(self, text: str) -> Iterator[Found]:
        low = text.lower()
        if len(low) != len(text):  # a few letters have a longer small form, and positions would shift
            low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        for last, (name, bearers) in self.names.iter(low):
            start, end = last + 1 - len(name), last + 1
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum()):
                for key, strong in bearers:
                    yield Found(start, end, key, strong)


def engine() -> Exact:
    return Exact()
