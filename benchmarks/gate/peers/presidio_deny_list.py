"""Microsoft Presidio's deny-list: one recogniser for full names, one for surnames."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from presidio_analyzer import PatternRecognizer

from benchmarks.gate.peers.engine import Found
from benchmarks.gate.peers.naming import namings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class DenyList:
    def build(self, people: Mapping[str, Sequence[str]]) -> None:
        self.bearers: dict[bool, dict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
        for naming in namings(people):
            self.bearers[naming.strong][naming.text].add(naming.key)
        self.recognisers = {
            strong: PatternRecognizer(supported_entity="PERSON", deny_list=sorted(texts))
            for strong, texts in self.bearers.items()
        }

    def find(self, text: str) -> Iterator[Found]:
        for strong, recogniser in self.recognisers.items():
            for result in recogniser.analyze(text, ["PERSON"]):
                for key in self.bearers[strong].get(text[result.start : result.end].lower(), ()):
                    yield Found(result.start, result.end, key, strong)


def engine() -> DenyList:
    return DenyList()
