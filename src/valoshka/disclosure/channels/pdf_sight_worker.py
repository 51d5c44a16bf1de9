"""Where each word of a PDF stands on its page, and whether anybody can see it: bytes in, JSON out.

Run by `documents/apart.py`, so that nothing but pdfium is loaded beside a stranger's file.

A word is unseen if the drawn page is of one tone wherever the word stands: a bar, a layer that is switched off, white
on white. Letters always leave two tones. Only pictures have many; a word beneath one is found by the order of drawing.
"""

from __future__ import annotations

import ctypes
import json
import sys
from itertools import groupby
from math import ceil
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_LONGEST_SIDE = 1600  # pixels
_ONE_TONE = 16  # of 256: less is no contrast that an eye can read
_PAPER = 208  # lighter is paper, or white
_INVISIBLE = 3  # text render mode; ISO 32000-1, table 106
_SHORTEST = 2  # letters
_THIN = 2  # pixels
_FAR = 100_000  # points
_SCAN = 0.5  # of the page: a picture as large as this is the page itself, scanned

Box = tuple[float, float, float, float]
_CORNERS = tuple(ctypes.c_double() for _ in range(4))


def main() -> None:
    """Read standard input, write a list of pages, each a list of words `[text, x0, y0, x1, y1, how]`.

    Positions are in points from the page's upper left corner; `how` is `seen`, `covered` or `unseen`.
    """
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        pages = [_page(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        pages = []
    sys.stdout.write(json.dumps(pages))


def _page(page: pypdfium2.PdfPage) -> list[list[object]]:
    text = page.get_textpage()
    words = _words(text.raw)
    if not words:
        return []
    scale = min(1.0, _LONGEST_SIDE / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=True, optimize_mode=None)
    sight = _Sight(page, text.raw, bitmap)
    told: list[list[object]] = []
    for said, indexes in words:
        boxes = [sight.on_page(box) for index in indexes if (box := _charbox(text.raw, index))]
        if boxes:
            whole = _around(boxes)
            told.append([said, *(round(each / scale, 1) for each in whole), sight.how(indexes, boxes)])
    text.close()
    page.close()
    return told


def _words(text: Any) -> list[tuple[str, list[int]]]:
    """Runs of signs between blanks, each with the numbers of its signs."""
    signs = [(index, chr(pdfium.FPDFText_GetUnicode(text, index))) for index in range(pdfium.FPDFText_CountChars(text))]
    found = []
    for blank, run in groupby(signs, key=lambda sign: sign[1].isspace() or sign[1] in "\0\ufffe"):
        if not blank:
            indexes, letters = zip(*run, strict=True)
            said = "".join(letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            found.append((said, list(indexes)))
    return found


def _charbox(text: Any, index: int) -> Box | None:
    left, right, bottom, top = _CORNERS
    if not pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
        return None
    box = (left.value, bottom.value, right.value, top.value)
    return box if box[2] > box[0] and box[3] > box[1] else None


def _around(boxes: list[Box]) -> Box:
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


class _Sight:
    """One page as it is drawn, in shades of grey."""

    def __init__(self, page: pypdfium2.PdfPage, text: Any, bitmap: pypdfium2.PdfBitmap) -> None:
        self._text = text
        self._width, self._height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._pixels = bytes(bitmap.buffer)
        place = bitmap.get_posconv(page)
        # One call a page, not one a letter: far points, because the answer is in whole pixels.
        self._zero = place.to_bitmap(0, 0)
        (ax, ay), (bx, by) = place.to_bitmap(_FAR, 0), place.to_bitmap(0, _FAR)
        zero = self._zero
        self._turn = [
            (each - start) / _FAR for each, start in ((ax, zero[0]), (bx, zero[0]), (ay, zero[1]), (by, zero[1]))
        ]
        self._order: dict[int, int] = {}
        self._pictures: list[tuple[int, Box]] = []
        self._covers: list[tuple[int, Box]] = []  # whatever is opaque
        self._take_in(page)

    def on_page(self, box: Box) -> Box:
        """A box of the page's own space in pixels, whichever way the page is turned."""
        one, other = self._point(box[0], box[1]), self._point(box[2], box[3])
        return (min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        xx, xy, yx, yy = self._turn
        return self._zero[0] + xx * x + xy * y, self._zero[1] + yx * x + yy * y

    def how(self, indexes: list[int], boxes: list[Box]) -> str:
        """`covered` under a bar, a picture or a switched-off layer; `unseen` for another reason; else `seen`."""
        if sum(chr(pdfium.FPDFText_GetUnicode(self._text, at)).isalnum() for at in indexes) < _SHORTEST:
            return "seen"
        drawn = pdfium.FPDFText_GetTextObject(self._text, indexes[0])
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn) if drawn else 0
        tone, around = self._one_tone(boxes), _around(boxes)
        if tone is None:
            return "covered" if mode != _INVISIBLE and self._lies_on(drawn, around, self._pictures, _SCAN) else "seen"
        if tone >= 0 and (tone < _PAPER or self._lies_on(drawn, around, self._covers)):
            return "covered"
        # Words recognised in a scan are invisible, and the picture beneath shows them.
        return "seen" if mode == _INVISIBLE and self._pictures else "unseen"

    def _one_tone(self, boxes: list[Box]) -> int | None:
        """The tone of the page where the word stands, if it is one; -1 beside the page; `None` if there are two."""
        left, top, right, bottom = _around(boxes)
        if right <= 0 or bottom <= 0 or left >= self._width or top >= self._height:
            return -1
        # The band in which every letter has ink, so that a bar as high as small letters is enough.
        upper, lower = max(box[1] for box in boxes), min(box[3] for box in boxes)
        if lower - upper >= 2:
            top, bottom = upper, lower
        step = max(6.0, 2 * (bottom - top))
        starts = [left + step * number for number in range(max(1, int((right - left) / step)))]
        tones = [self._tone(start, top, min(start + step, right), bottom) for start in starts]
        plain = [tone for tone in tones if tone is not None]
        return min(plain) if 2 * len(plain) > len(tones) else None

    def _tone(self, left: float, top: float, right: float, bottom: float) -> int | None:
        first, last = _inner(left, right, self._width)
        rows = range(*_inner(top, bottom, self._height))
        darkest, lightest = 255, 0
        for row in rows:
            line = self._pixels[row * self._stride + first : row * self._stride + last]
            if line:
                low, high = min(line), max(line)
                darkest, lightest = min(darkest, low), max(lightest, high)
                if lightest - darkest >= _ONE_TONE:
                    return None
        return darkest

    def _take_in(self, page: pypdfium2.PdfPage) -> None:
        """In which order the page's objects are drawn, and where those lie that can cover others."""
        for number in range(pdfium.FPDFPage_CountObjects(page.raw)):
            each = pdfium.FPDFPage_GetObject(page.raw, number)
            self._order[_address(each)] = number
            sort = pdfium.FPDFPageObj_GetType(each)
            if sort == pdfium.FPDF_PAGEOBJ_IMAGE or (sort == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(each)):
                left, bottom, right, top = (ctypes.c_float() for _ in range(4))
                pdfium.FPDFPageObj_GetBounds(each, left, bottom, right, top)
                box = self.on_page((left.value, bottom.value, right.value, top.value))
                if not pdfium.FPDFPageObj_HasTransparency(each):
                    self._covers.append((number, box))
                if sort == pdfium.FPDF_PAGEOBJ_IMAGE:
                    self._pictures.append((number, box))

    def _lies_on(self, drawn: Any, word: Box, covers: list[tuple[int, Box]], most: float = 2.0) -> bool:
        """Whether one of `covers`, no larger than the share `most` of the page, was drawn on the word later."""
        number = self._order.get(_address(drawn)) if drawn else None
        return number is not None and any(
            later > number
            and (box[2] - box[0]) * (box[3] - box[1]) < most * self._width * self._height
            and _holds(box, word)
            for later, box in covers
        )


def _inner(start: float, end: float, most: int) -> tuple[int, int]:
    """The whole pixels between two positions; on the edges of a bar its colour is mixed with the paper's."""
    first, last = ceil(start), int(end)
    if last - first < _THIN:
        first, last = int(start), int(end) + 1
    return max(first, 0), min(last, most)


def _holds(box: Box, word: Box) -> bool:
    """Whether `word` lies in `box`, but for a pixel on each side."""
    return box[0] <= word[0] + 1 and box[1] <= word[1] + 1 and box[2] >= word[2] - 1 and box[3] >= word[3] - 1


def _is_filled(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPath_GetDrawMode(path, fill, stroke) and fill.value
    return bool(known and pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha) and alpha.value > _PAPER)


def _address(each: Any) -> int:
    return ctypes.cast(each, ctypes.c_void_p).value or 0


if __name__ == "__main__":
    main()
