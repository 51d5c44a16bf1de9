"""The sprite sheets of the mosaic: all thumbnails of a leaf, a third as large, in one picture."""

from __future__ import annotations

import hashlib
import io
import math
from typing import TYPE_CHECKING

from PIL import Image

from valoshka.solidarity.wall.thumbnails import HEIGHT, WIDTH, key_of

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.solidarity.wall.leaves import Leaf
    from valoshka.solidarity.wall.thumbnails import Thumbnails

CELL = (WIDTH // 3, HEIGHT // 3)
COLUMNS = 20
_QUALITY = 72
_PAPER = (251, 249, 244)
_FOLDER = "sheets"


def sheet_name(leaf: Leaf) -> str:
    """The file's name, which tells what it shows: another order or another flower has another name."""
    return hashlib.sha256("".join(map(key_of, leaf.items)).encode()).hexdigest()[:16] + ".webp"


def sheet(leaf: Leaf, thumbnails: Thumbnails) -> Path:
    """The sheet of a leaf, kept beside the thumbnails; drawn if it is not there yet.

    The items fill rows of 20, the newest first.
    """
    path = thumbnails.folder / _FOLDER / sheet_name(leaf)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{leaf.number}.fresh")
        fresh.write_bytes(_drawn(leaf, thumbnails))
        fresh.replace(path)
    return path


def forget_other_sheets(leaves: list[Leaf], thumbnails: Thumbnails) -> None:
    """Remove the sheets that no leaf needs any more."""
    needed = set(map(sheet_name, leaves))
    folder = thumbnails.folder / _FOLDER
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in needed:
            path.unlink(missing_ok=True)


def _drawn(leaf: Leaf, thumbnails: Thumbnails) -> bytes:
    width, height = CELL
    rows = max(1, math.ceil(len(leaf.items) / COLUMNS))
    canvas = Image.new("RGB", (COLUMNS * width, rows * height), _PAPER)
    for place, item in enumerate(leaf.items):
        row, column = divmod(place, COLUMNS)
        with Image.open(thumbnails.path(key_of(item)), formats=("WEBP",)) as picture:
            canvas.paste(picture.convert("RGB").reduce(3), (column * width, row * height))
    out = io.BytesIO()
    canvas.save(out, "WEBP", quality=_QUALITY, method=2)
    return out.getvalue()
