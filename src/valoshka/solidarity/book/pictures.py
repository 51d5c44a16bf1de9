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

# A flower's PDF is about a tenth larger than its SVG, so that the book stays below 60 MB.
HEAVIEST = 48_000_000
# 300 dots an inch at the size that flowers have with one, and with four on a page.
_WIDTHS = {1: 1626, 4: 850}
_QUALITIES = (85, 70, 58, 48, 40, 32)


def pictures_of(
    items: Iterable[Item], jpeg_of: Callable[[str], bytes], a_page: int, heaviest: int = HEAVIEST
) -> dict[str, bytes]:
    """The picture of each item by its id, as SVG; if all are more than `heaviest` bytes, each is dots that fit.

    Raises `Refused` for a picture that cannot be read.
    """
    some = list(items)
    pictures, weight = {}, 0
    for item in some:
        jpeg = jpeg_of(item.picture) if item.picture else b""
        pictures[item.id] = framed(jpeg) if jpeg else grow(*item.flower).svg().encode()
        weight += len(jpeg or pictures[item.id])
        if weight > heaviest:
            return {each.id: framed(_dots(each, jpeg_of, _WIDTHS[a_page], heaviest // len(some))) for each in some}
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


def _dots(item: Item, jpeg_of: Callable[[str], bytes], width: int, most: int) -> bytes:
    """A JPEG of an item's picture in as high a quality as `most` bytes allow."""
    if item.picture:
        with Image.open(io.BytesIO(jpeg_of(item.picture)), formats=("JPEG",)) as opened:
            picture = opened.convert("RGB")
        picture.thumbnail((width, width))
    else:
        picture = Image.fromarray(pixels(grow(*item.flower), width))
    for quality in _QUALITIES:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() <= most:
            break
    return out.getvalue()
