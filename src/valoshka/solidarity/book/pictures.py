"""The book's pictures: flowers as lines and surfaces, which are sharp at any size, or as dots if that is too much."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

from valoshka.errors import Refused
from valoshka.solidarity.flowers import grow
from valoshka.solidarity.raster import pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from valoshka.solidarity.items import Item

# A flower's PDF is about a tenth larger than its SVG; with photographs the book stays below 60 MB.
HEAVIEST = 48_000_000
# 300 dots an inch at the size that flowers have with one, and with four on a page.
_WIDTHS = {1: 1626, 4: 850}
_QUALITY = 78


def pictures_of(
    items: Iterable[Item], jpeg_of: Callable[[str], bytes], a_page: int, heaviest: int = HEAVIEST
) -> dict[str, bytes]:
    """The picture of each item by its id, as SVG; flowers are dots if all of them would be more than `heaviest` bytes.

    Raises `Refused` for a picture that cannot be read.
    """
    some = list(items)
    pictures = {item.id: framed(jpeg_of(item.picture)) for item in some if item.picture}
    flowers = {item.id: item.flower for item in some if not item.picture}
    weight = sum(map(len, pictures.values()))
    for id_, flower in flowers.items():
        pictures[id_] = grow(*flower).svg().encode()
        weight += len(pictures[id_])
        if weight > heaviest:
            return {**pictures, **{id_: framed(_dots(*flower, _WIDTHS[a_page])) for id_, flower in flowers.items()}}
    return pictures


def framed(jpeg: bytes) -> bytes:
    """A JPEG as an SVG of its size: Typst's binding takes text only. In the PDF it is the same JPEG again."""
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError) as error:
        raise Refused("A published picture cannot be read. Bring it back from a backup, or leave it out.") from error
    data = base64.b64encode(jpeg).decode()
    size = f'width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
        f'<image {size} href="data:image/jpeg;base64,{data}"/></svg>'
    ).encode()


def _dots(seed: str, kind: str, width: int) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels(grow(seed, kind), width)).save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
