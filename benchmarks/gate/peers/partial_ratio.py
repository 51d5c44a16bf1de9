"""rapidfuzz partial_ratio of every name with every line of the text: 85 or more of 100 is a find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from benchmarks.gate.peers.engine import Found
from benchmarks.gate.peers.naming import namings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

CUTOFF = 85
_SENTENCE = re.compile(r"[^.!?\n]+")


class PartialRatio:
    def build(self, people: Mapping[str, Sequence[str]]) -> None:
        self.namings = list(namings(people))
        self.texts = [naming.text for naming in self.namings]

    def find(self, text: str) -> Iterator[Found]:
        for sentence in _SENTENCE.finditer(text):
            read = sentence[0].lower()
            # Of a name longer than the sentence, rapidfuzz would look for the sentence in the name.
            for name, _, at in process.extract(
                read, self.texts, scorer=fuzz.partial_ratio, score_cutoff=CUTOFF, limit=None
            ):
                if len(name) <= len(read) and (place := fuzz.partial_ratio_alignment(name, read)):
                    naming = self.namings[at]
                    start = sentence.start() + place.dest_start
                    yield Found(start, sentence.start() + place.dest_end, naming.key, naming.strong)


def engine() -> PartialRatio:
    return PartialRatio()
