"""Lists as they come, made anew for each test. Everybody on them is invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from valoshka.tracing import DetaineeList, read_list

Listed = Callable[..., DetaineeList]


@pytest.fixture
def listed(tmp_path: Path) -> Listed:
    """`listed("a.csv", "text", encoding="cp1251")` writes a list and reads it."""

    def write_and_read(name: str, content: str | bytes, *name_column: str, encoding: str = "utf-8") -> DetaineeList:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return read_list(path, name_column)

    return write_and_read


def names(detained: DetaineeList) -> list[tuple[str, ...]]:
    return [row.names for row in detained]
