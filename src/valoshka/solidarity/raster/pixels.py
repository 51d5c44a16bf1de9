"""Pixels of a flower, by PDFium."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from valoshka.errors import Refused
from valoshka.solidarity.raster.content import pdf

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from valoshka.solidarity.flowers import Flower

# Left, top, right, bottom, in the flower's units.
Box: TypeAlias = tuple[int, int, int, int]

WIDEST = 8000
# PDFium is not made for several threads at once.
_ONE_AT_A_TIME = threading.Lock()


def pixels(flower: Flower, width_px: int, box: Box | None = None) -> NDArray[np.uint8]:
    """The flower, or the part of it in `box`, as an array (height, `width_px`, 3) of sRGB bytes.

    The height keeps the box's proportions. Raises `Refused` for a width beyond 1 to 8000, or a box without an area.

    >>> from valoshka.solidarity.flowers import grow
    >>> pixels(grow("minsk-1"), 96).shape, pixels(grow("minsk-1"), 100, (1000, 1000, 3000, 2000)).shape
    ((120, 96, 3), (50, 100, 3))
    """
    left, top, right, bottom = box or (0, 0, flower.width, flower.height)
    if not 1 <= width_px <= WIDEST or right <= left or bottom <= top:
        raise Refused(f"A picture is 1 to {WIDEST} pixels wide, of a part with an area. Choose another width or part.")
    height_px = max(round(width_px * (bottom - top) / (right - left)), 1)
    page_file = pdf(flower, (left, top, right, bottom), width_px / (right - left))
    return _draw(page_file, width_px, height_px)


def _draw(page_file: bytes, width: int, height: int) -> NDArray[np.uint8]:
    with _ONE_AT_A_TIME:
        document = pdfium.PdfDocument(page_file)
        try:
            page = document[0]
            bitmap = pdfium.PdfBitmap.new_native(width, height, pdfium_c.FPDFBitmap_BGRx)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
            pdfium_c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium_c.FPDF_REVERSE_BYTE_ORDER)
            array = np.array(bitmap.to_numpy()[:, :, :3], dtype=np.uint8)
        finally:
            document.close()
    return np.ascontiguousarray(array)
