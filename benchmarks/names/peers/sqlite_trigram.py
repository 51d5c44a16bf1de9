"""SQLite FTS5, trigram tokenizer, on unidecode: any trigram of the query, ranked by BM25."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from benchmarks.names.peers.flattening import flat

if TYPE_CHECKING:
    from collections.abc import Iterable


class Trigrams:
    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        self.store = sqlite3.connect(":memory:")
        self.store.execute("CREATE VIRTUAL TABLE people USING fts5 (id UNINDEXED, name, tokenize = 'trigram')")
        self.store.executemany("INSERT INTO people VALUES (?, ?)", ((key, flat(text)) for key, text in rows))
        self.store.execute("INSERT INTO people (people) VALUES ('optimize')")

    def search(self, query: str, limit: int) -> list[str]:
        text = flat(query)
        trigrams = {text[at : at + 3] for at in range(len(text) - 2)}
        if not trigrams:
            return []
        wanted = " OR ".join(f'"{each}"' for each in sorted(trigrams))
        asked = "SELECT id FROM people WHERE people MATCH ? ORDER BY rank LIMIT ?"
        return [key for (key,) in self.store.execute(asked, (wanted, limit))]


def engine() -> Trigrams:
    return Trigrams()
