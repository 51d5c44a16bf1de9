"""DuckDB: every entry compared by jaro_winkler_similarity, both sides through unidecode, words sorted."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from benchmarks.names.peers.flattening import flat_sorted

if TYPE_CHECKING:
    from collections.abc import Iterable


class JaroWinkler:
    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        self.store = duckdb.connect(":memory:")
        self.store.execute("SET threads = 1")
        with tempfile.TemporaryDirectory() as folder:
            listed = Path(folder) / "people.tsv"
            with listed.open("w", encoding="utf-8") as file:
                file.writelines(f"{key}\t{flat_sorted(text)}\n" for key, text in rows)
            reading = (
                f"read_csv('{listed}', delim='\t', header=false, quote='', columns={{'id': 'TEXT', 'name': 'TEXT'}})"
            )
            self.store.execute(f"CREATE TABLE people AS SELECT * FROM {reading}")

    def search(self, query: str, limit: int) -> list[str]:
        asked = "SELECT id FROM people ORDER BY jaro_winkler_similarity(name, ?) DESC LIMIT ?"
        return [str(key) for (key,) in self.store.execute(asked, [flat_sorted(query), limit]).fetchall()]


def engine() -> JaroWinkler:
    return JaroWinkler()
