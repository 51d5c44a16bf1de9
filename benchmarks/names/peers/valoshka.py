"""Our own index."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from valoshka.names import ACCEPT, NameIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KEY = bytes(range(32))
MANY = 100  # no question has so many acceptable answers; without a limit every entry a bit alike would be compared


class Valoshka:
    """NameIndex as anyone would use it."""

    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        self.index = NameIndex.build(rows)

    def search(self, query: str, limit: int) -> list[str]:
        return [str(hit.id) for hit in self.index.search(query, limit=limit)]

    def accepted(self, query: str) -> list[str]:
        return [str(hit.id) for hit in self.index.search(query, limit=MANY) if hit.score >= ACCEPT]

    def saved_and_loaded(self, path: Path) -> dict[str, float]:
        """Seconds by the wall for saving and loading, and the file's size in MB."""
        began = time.perf_counter()
        self.index.save(path, KEY)
        saved = time.perf_counter()
        self.index = NameIndex.load(path, KEY)
        loaded = time.perf_counter()
        files = path.rglob("*") if path.is_dir() else [path]
        size = sum(file.stat().st_size for file in files if file.is_file()) / 1e6
        return {"save": saved - began, "load": loaded - saved, "file_mb": size}


def engine() -> Valoshka:
    return Valoshka()
