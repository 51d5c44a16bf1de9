"""Tantivy: any word of the query within one edit, ranked by its BM25; both sides through unidecode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tantivy

from benchmarks.names.peers.flattening import flat

if TYPE_CHECKING:
    from collections.abc import Iterable

EDITS = 1


class Fuzzy:
    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("name", tokenizer_name="whitespace")
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema)
        writer = self.index.writer(num_threads=1)
        for key, text in rows:
            writer.add_document(tantivy.Document(id=[key], name=[flat(text)]))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def search(self, query: str, limit: int) -> list[str]:
        words = [
            (tantivy.Occur.Should, tantivy.Query.fuzzy_term_query(self.schema, "name", word, distance=EDITS))
            for word in flat(query).split()
        ]
        found = self.searcher.search(tantivy.Query.boolean_query(words), limit).hits
        return [str(self.searcher.doc(address)["id"][0]) for _, address in found]


def engine() -> Fuzzy:
    return Fuzzy()
