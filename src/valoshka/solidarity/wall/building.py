"""Items and thumbnails → every file of the wall."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from importlib.resources import files
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeAlias

from valoshka.solidarity.wall.leaves import leaves
from valoshka.solidarity.wall.lettering import web_fonts
from valoshka.solidarity.wall.pages import Setting, door, page
from valoshka.solidarity.wall.sheets import CELL, COLUMNS, forget_other_sheets, sheet, sheet_name
from valoshka.solidarity.wall.thumbnails import Thumbnails, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.items import Item
    from valoshka.solidarity.wall.leaves import Leaf

# A path below the public folder, and either its bytes or a file that stands ready to be linked or copied there.
PublicFile: TypeAlias = "tuple[str, bytes | Path]"
_SCRIPTS = ("mosaic", "layout", "sheets", "painting", "reader")
_WORTH_PROCESSES = 8


def wall_files(action: Action, items: Iterable[Item], thumbnails: Thumbnails, workers: int = 1) -> Iterator[PublicFile]:
    """Each file below `wall/`: pages a language, thumbnails, sprite sheets, the mosaic's list and script.

    Items whose thumbnail was not made yet wait: draw them first (`Thumbnails.make`). The same items give the same
    bytes.
    """
    ready = [item for item in items if item in thumbnails]
    bound = leaves(ready)
    setting = Setting(action, len(bound), len(ready))
    yield from own_style()
    yield "wall/index.html", door(setting)
    for name in _SCRIPTS:
        yield f"wall/js/{name}.mjs", _own("js", f"{name}.mjs")
    yield "wall/mosaic.json", _list(bound)
    for key in {key_of(item) for item in ready}:
        yield f"wall/thumbs/{key[:2]}/{key}.webp", thumbnails.path(key)
    sheets = set[str]()
    for path, content in _leaf_files(bound, setting, thumbnails, workers):
        # Leaves that show the same flowers in the same order share a sheet.
        if path not in sheets:
            yield path, content
        if not isinstance(content, bytes):
            sheets.add(path)
    forget_other_sheets(bound, thumbnails)


def _leaf_files(bound: list[Leaf], setting: Setting, thumbnails: Thumbnails, workers: int) -> Iterator[PublicFile]:
    binding = _Binding(setting, thumbnails)
    if workers < 2 or len(bound) < _WORTH_PROCESSES:
        for leaf in bound:
            yield from binding(leaf)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for made in pool.map(binding, bound, chunksize=4):
            yield from made


class _Binding:
    """Makes the files of one leaf, here or in another process."""

    def __init__(self, setting: Setting, thumbnails: Thumbnails) -> None:
        self._setting, self._thumbnails = setting, thumbnails

    def __call__(self, leaf: Leaf) -> list[PublicFile]:
        made: list[PublicFile] = [(f"wall/sheets/{sheet_name(leaf)}", sheet(leaf, self._thumbnails))]
        for language in self._setting.action.languages:
            made.append((f"wall/{language}/{leaf.file}", page(leaf, language, self._setting)))
        return made


def own_style() -> Iterator[PublicFile]:
    """The style sheet of the wall and of the pages that look like it, and its letters."""
    yield "wall/wall.css", _own("wall.css")
    for name, font in web_fonts().items():
        yield f"wall/fonts/{name}", font


def _list(bound: list[Leaf]) -> bytes:
    """What the mosaic must know: each leaf's sheet, page and number of items, the newest first."""
    told = [[sheet_name(leaf), leaf.file, len(leaf.items)] for leaf in reversed(bound) if leaf.items]
    return json.dumps({"cell": CELL, "columns": COLUMNS, "leaves": told}, separators=(",", ":")).encode()


def _own(*path: str) -> bytes:
    return files("valoshka.solidarity.wall").joinpath(*path).read_bytes()
