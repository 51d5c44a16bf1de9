"""Which way up a photograph was taken: telephones store it as it falls and note in EXIF how to turn it.

Pictures are redrawn without their EXIF, so they must be turned while it can still be read.
Source: CIPA DC-008 (Exif 2.32), 4.6.4, tag 0x0112; JPEG segments by ITU T.81, B.1.
"""

from __future__ import annotations

from typing import Literal

_ORIENTATION = 0x0112
# matrix(a b c d e f) of SVG for each value; w and h are the stored width and height.
_TURNS = {
    2: "-1 0 0 1 {w} 0",
    3: "-1 0 0 -1 {w} {h}",
    4: "1 0 0 -1 0 {h}",
    5: "0 1 1 0 0 0",
    6: "0 1 -1 0 {h} 0",
    7: "0 -1 -1 0 {h} {w}",
    8: "0 -1 1 0 0 {w}",
}


def turned(value: int, width: int, height: int) -> tuple[str, int, int]:
    """The SVG transform that sets a picture upright, and its width and height after it.

    >>> turned(6, 40, 20)
    ('matrix(0 1 -1 0 20 0)', 20, 40)
    """
    matrix = _TURNS.get(value, "1 0 0 1 0 0").format(w=width, h=height)
    return (f"matrix({matrix})", height, width) if value >= 5 else (f"matrix({matrix})", width, height)


def orientation(jpeg: bytes) -> int:
    """The orientation (1 to 8) that a JPEG notes; 1, upright, if it notes none or nonsense."""
    at = 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        length = int.from_bytes(jpeg[at + 2 : at + 4])
        segment = jpeg[at + 4 : at + 2 + length]
        if jpeg[at + 1] == 0xE1 and segment.startswith(b"Exif\0\0"):
            return _noted(segment[6:])
        at += 2 + max(length, 2)
    return 1


def _noted(tiff: bytes) -> int:
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    start = int.from_bytes(tiff[4:8], order)
    for number in range(int.from_bytes(tiff[start : start + 2], order)):
        entry = tiff[start + 2 + number * 12 : start + 14 + number * 12]
        if len(entry) == 12 and int.from_bytes(entry[:2], order) == _ORIENTATION:
            value = int.from_bytes(entry[8:10], order)
            return value if 1 <= value <= 8 else 1
    return 1
