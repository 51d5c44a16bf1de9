"""The gate itself, as `valoshka check` asks it: what blocks, and what somebody has to look at.

Only what it finds by names is held against the texts; it looks for identifiers as well, and that time counts. A doubt
that several people share says how many they are, not who: who was meant is listened to at the finder behind it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.gate.peers.engine import Found
from valoshka.disclosure import Place, ProtectedPerson
from valoshka.disclosure.lookout import Lookout
from valoshka.names import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from valoshka.names import Mention
    from valoshka.names.finding import GivenName

_KINDS = {"name", "third_person"}


class _Heard(Finder):
    """The same finder; it remembers whom it saw last, and where."""

    def sight(self, text: str) -> tuple[list[Mention], list[GivenName]]:
        mentions, given = super().sight(text)
        self.seen: dict[tuple[int, int], set[str]] = defaultdict(set)
        for mention in mentions:
            self.seen[mention.start, mention.end].add(mention.key)
        for name in given:
            self.seen[name.start, name.end] |= name.bearers.keys()
        return mentions, given


class Gate:
    def build(self, people: Mapping[str, Sequence[str]]) -> None:
        lookout = Lookout.over((), "public")
        protected = {key: ProtectedPerson(key, tuple(names)) for key, names in people.items()}
        self.heard = _Heard(people, strangers=False)
        self.lookout = replace(lookout, people=protected, _protected=self.heard)

    def find(self, text: str) -> Iterator[Found]:
        for finding in self.lookout.findings(text, Place()):
            if finding.kind in _KINDS and finding.at.start is not None and finding.at.end is not None:
                start, end = finding.at.start, finding.at.end
                keys = {finding.person} if finding.person else self.heard.seen[start, end]
                for key in sorted(keys):
                    yield Found(start, end, key, finding.tier == "block", finding.rule.removeprefix("name_"))


def engine() -> Gate:
    return Gate()
