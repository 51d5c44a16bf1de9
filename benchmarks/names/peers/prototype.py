"""The trial of the design, `../shared/trials/names_prototype.py` (or `$VALOSHKA_PROTOTYPE`), imported where it lies."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

BESIDE = Path(__file__).parents[4] / "shared" / "trials" / "names_prototype.py"


class Prototype:
    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        self.index = _module().Skel()
        whole = list(rows)
        self.index.build([key for key, _ in whole], [text for _, text in whole])

    def search(self, query: str, limit: int) -> list[str]:
        found: list[str] = self.index.search(query, limit)
        return found


def _module() -> Any:
    path = Path(os.environ.get("VALOSHKA_PROTOTYPE", BESIDE))
    spec = importlib.util.spec_from_file_location("names_prototype", path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit("names_prototype.py is not here. Say in $VALOSHKA_PROTOTYPE where it lies.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def engine() -> Prototype:
    return Prototype()
