"""rapidfuzz: every entry compared by token_sort_ratio, both sides through unidecode, words sorted beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from benchmarks.names.peers.flattening import flat_sorted

if TYPE_CHECKING:
    from collections.abc import Iterable


class TokenSort:
    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        self.ids: list[str] = []
        self.texts: list[str] = []
        for key, text in rows:
            self.ids.append(key)
            self.texts.append(flat_sorted(text))

    def search(self, query: str, limit: int) -> list[str]:
        # Words are sorted already, so that plain ratio is token_sort_ratio without sorting each entry again.
        found = process.extract(flat_sorted(query), self.texts, scorer=fuzz.ratio, processor=None, limit=limit)
        return [self.ids[at] for _, _, at in found]


def engine() -> TokenSort:
    return TokenSort()
