"""A flower's marks → a PDF of one page, which is what PDFium draws.

Quadratic curves become cubic ones: thrice the coordinates keep every control point a whole number.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valoshka.solidarity.flowers import Flower
    from valoshka.solidarity.flowers.ink import Mark, Path, Point
    from valoshka.solidarity.raster.pixels import Box

# Opacities are bytes, rounded as browsers do; PDFium cuts what is behind the point.
_OPAQUE = 255
# A mark below the second is taken for one on washed paper, whose lightness is the first.
_PAPER, _FAINT = 240, 50
# Beyond so many pixels (twice the way from a chord to its curve, both ways together) a curve is drawn in pieces.
_LONG_BOW = 8


def pdf(flower: Flower, box: Box, scale: float) -> bytes:
    """One page, as large as `box` in the flower's units, that shows this part of the flower.

    It will be drawn with `scale` pixels a unit. PDFium draws no line thinner than a pixel; browsers draw such a line a
    pixel wide, too, and as much fainter as it should be thinner.

    >>> from valoshka.solidarity.flowers import grow
    >>> pdf(grow("minsk-1"), (0, 0, 4000, 5000), 0.27)[:8]
    b'%PDF-1.7'
    """
    left, top, right, bottom = box
    third = 1 / 3
    lines = [f"{third:.12f} 0 0 {-third:.12f} {-left} {bottom} cm 1 J 1 j"]
    lines.append(f"{_colour(flower.paper)} rg {3 * left} {3 * top} {3 * (right - left)} {3 * (bottom - top)} re f")
    lines.extend(_drawn(mark, scale) for mark in flower.marks)
    states = "".join(f"/G{a}<</ca {(a + 0.4) / _OPAQUE:.5f}/CA {(a + 0.4) / _OPAQUE:.5f}>>" for a in range(_OPAQUE))
    page = f"/MediaBox[0 0 {right - left} {bottom - top}]/Resources<</ExtGState<<{states}>>>>"
    return _file(page, "\n".join(lines).encode())


def _drawn(mark: Mark, scale: float) -> str:
    """Fill, then edge, each with its own opacity: PDF would flatten the two into one group."""
    path, text = _path(mark.path, scale), ""
    if mark.fill:
        alpha = _alpha(mark.fill_opacity)
        text = f"/G{alpha} gs {_colour(mark.fill, alpha)} rg\n{path} f"
    if mark.stroke:
        alpha = _alpha(mark.stroke_opacity * _thinness(mark.width * scale))
        text += f"\n/G{alpha} gs {_colour(mark.stroke, alpha)} RG {3 * mark.width} w\n{path} S"
    return text


def _path(path: Path, scale: float) -> str:
    text: list[str] = []
    x = y = bend_x = bend_y = 0
    for letter, numbers in path:
        if letter == "M":
            x, y = numbers
            text.append(f"{3 * x} {3 * y} m")
        elif letter == "l":
            x, y = x + numbers[0], y + numbers[1]
            text.append(f"{3 * x} {3 * y} l")
        elif letter == "z":
            text.append("h")
        elif letter == "q":
            bend_x, bend_y, to_x, to_y = x + numbers[0], y + numbers[1], x + numbers[2], y + numbers[3]
            text.append(_curve(x, y, bend_x, bend_y, to_x, to_y, scale))
            x, y = to_x, to_y
        else:
            for i in range(0, len(numbers), 2):
                bend_x, bend_y, to_x, to_y = 2 * x - bend_x, 2 * y - bend_y, x + numbers[i], y + numbers[i + 1]
                text.append(_curve(x, y, bend_x, bend_y, to_x, to_y, scale))
                x, y = to_x, to_y
    return "\n".join(text)


def _curve(x: int, y: int, bend_x: int, bend_y: int, to_x: int, to_y: int, scale: float) -> str:
    bx, by = 2 * bend_x, 2 * bend_y
    bow = (abs(x - bx + to_x) + abs(y - by + to_y)) * scale
    if bow > _LONG_BOW:
        return _chords((x, y), (bend_x, bend_y), (to_x, to_y), bow)
    return f"{x + bx} {y + by} {to_x + bx} {to_y + by} {3 * to_x} {3 * to_y} c"


def _chords(start: Point, bend: Point, end: Point, bow: float) -> str:
    """A long curve, as a stem is, in straight pieces: PDFium's own are so long that they are seen."""
    pieces = math.ceil(2 * math.sqrt(bow))
    steps = ((i / pieces, 1 - i / pieces) for i in range(1, pieces + 1))
    points = (
        (3 * (u * u * a + 2 * u * t * b + t * t * c) for a, b, c in zip(start, bend, end, strict=True))
        for t, u in steps
    )
    return "\n".join(f"{x:.1f} {y:.1f} l" for x, y in points)


def _alpha(hundredths: float) -> int:
    return math.floor(hundredths * _OPAQUE / 100 + 0.5)


def _thinness(pixels: float) -> float:
    """How much fainter a line is drawn than its colour: browsers do so with lines thinner than a pixel.

    Their hairlines are a pixel wide upright or level, and 0.7 aslant: 0.9 in the mean.
    """
    return 1 if pixels >= 1 else pixels * 0.91


def _colour(digits: str, alpha: int = _OPAQUE) -> str:
    return " ".join(f"{_as_browsers_mix(int(digits[i : i + 2], 16), alpha) / _OPAQUE:.5f}" for i in (0, 2, 4))


def _as_browsers_mix(part: int, alpha: int) -> int:
    """The part of a colour that, mixed by PDFium, comes out as the given part does in a browser.

    Skia rounds a colour times its opacity, then adds what shines through, times 255/256 and rounded up; PDFium cuts the
    sum. Over fifteen washes this difference of half a step is seen. What lies behind is guessed: for faint marks the
    washed paper, for others more of the same colour.
    """
    if alpha in (0, _OPAQUE):
        return part
    behind = _PAPER if alpha < _FAINT else part * (1 - alpha / _OPAQUE)
    multiplied = math.floor(part * alpha / _OPAQUE + 0.5)
    return min(math.floor((multiplied + 1 - behind / 256) * _OPAQUE / alpha + 0.5), _OPAQUE)


def _file(page: str, content: bytes) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/Contents 4 0 R{page}>>".encode(),
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
    ]
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%bendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    table = b"xref\n0 5\n0000000000 65535 f \n" + rows
    return out + table + b"trailer<</Size 5/Root 1 0 R>>startxref\n%d\n%%%%EOF" % len(out)
