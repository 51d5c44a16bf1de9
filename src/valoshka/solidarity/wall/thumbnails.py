"""Small pictures of flowers, drawn once and kept in a folder by what they show.

They are raster pictures (WebP), because Tor Browser's safest level shows no SVG. A folder of a hundred thousand can be
copied or thrown away: what is missing is drawn again.
"""

from __future__ import annotations

import hashlib
import io
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError

from valoshka.solidarity.flowers import grow
from valoshka.solidarity.raster import pixels, webp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from valoshka.solidarity.items import Item

WIDTH, HEIGHT = 240, 300  # pixels; 120 to 170 wide on a page, on phones two to one
_QUALITY = 78
_SUFFIX = ".webp"
# Starting processes takes a second: not for a handful of flowers.
_WORTH_PROCESSES = 16


class Sitter(NamedTuple):
    """What a thumbnail shows: a flower's seed and kind, or the JPEG of a picture."""

    key: str
    seed: str
    kind: str
    jpeg: bytes


def key_of(item: Item) -> str:
    """The name of an item's thumbnail: 32 hexadecimal digits, the same for the same flower or picture.

    >>> from valoshka.solidarity.items import Item
    >>> key_of(Item("00000000000000ff", "2026-05-02", "be", seed="k7w2p9", kind="flax"))
    '413c747629ae7e8ce2ec69d65d102aef'
    """
    shows = f"picture/{item.picture}" if item.picture else "/".join(("flower", item.flower[1], item.flower[0]))
    return hashlib.sha256(shows.encode()).hexdigest()[:32]


class Thumbnails:
    """The folder that keeps them: `ab/abcd….webp`, and sprite sheets beside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._keys = set(self._standing())

    def __contains__(self, item: Item) -> bool:
        """Whether an item's thumbnail is here."""
        return key_of(item) in self._keys

    def path(self, key: str) -> Path:
        """Where the thumbnail of that key stands, or would stand."""
        return self.folder / key[:2] / f"{key}{_SUFFIX}"

    def make(
        self, items: Iterable[Item], jpeg_of: Callable[[str], bytes], most: int | None = None, workers: int = 1
    ) -> list[Item]:
        """Draw what is missing, `most` at a time; the items whose picture could not be read.

        `jpeg_of` gives the bytes of a picture by its SHA-256: a JPEG that was drawn anew before, never a stranger's
        file. What is drawn stays drawn if the rest is interrupted.
        """
        wanted = {key_of(item): item for item in items if item not in self}
        chosen = dict(list(wanted.items())[:most])
        broken = []
        for key, drawn in _drawn([_sitter(key, item, jpeg_of) for key, item in chosen.items()], workers):
            if drawn:
                self._keep(key, drawn)
            else:
                broken.append(chosen[key])
        return broken

    def forget_others(self, items: Iterable[Item]) -> None:
        """Remove the thumbnails that none of `items` shows: what was taken down must not lie on a disk."""
        for key in self._keys - {key_of(item) for item in items}:
            self.path(key).unlink(missing_ok=True)
            self._keys.discard(key)

    def _keep(self, key: str, drawn: bytes) -> None:
        path = self.path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".fresh")
        fresh.write_bytes(drawn)
        fresh.replace(path)
        self._keys.add(key)

    def _standing(self) -> Iterator[str]:
        if not self.folder.is_dir():
            return
        for drawer in os.scandir(self.folder):
            if len(drawer.name) == 2 and drawer.is_dir():
                yield from (name.removesuffix(_SUFFIX) for name in os.listdir(drawer) if name.endswith(_SUFFIX))


def _sitter(key: str, item: Item, jpeg_of: Callable[[str], bytes]) -> Sitter:
    if item.picture:
        return Sitter(key, "", "", jpeg_of(item.picture))
    return Sitter(key, *item.flower, b"")


def _drawn(sitters: list[Sitter], workers: int) -> Iterator[tuple[str, bytes]]:
    if workers < 2 or len(sitters) < _WORTH_PROCESSES:
        yield from map(portrait, sitters)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(portrait, sitters, chunksize=4)


def portrait(sitter: Sitter) -> tuple[str, bytes]:
    """The thumbnail of one, with its key; no bytes if its picture cannot be read."""
    if not sitter.jpeg:
        return sitter.key, webp(pixels(grow(sitter.seed, sitter.kind), WIDTH), _QUALITY)
    try:
        with Image.open(io.BytesIO(sitter.jpeg), formats=("JPEG",)) as picture:
            picture.draft("RGB", (2 * WIDTH, 2 * HEIGHT))
            fitted = ImageOps.fit(picture.convert("RGB"), (WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    except (UnidentifiedImageError, OSError, ValueError):
        return sitter.key, b""
    out = io.BytesIO()
    fitted.save(out, "WEBP", quality=_QUALITY, method=4)
    return sitter.key, out.getvalue()
