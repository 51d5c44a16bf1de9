"""Run as a script: draws strangers' pictures anew, one after the other, in a process that can do nothing else.

Reads a length (4 bytes, big-endian) and as many bytes from standard input, writes one byte for the answer, a length,
and as many bytes: "k" and the picture's pHash (32 bytes) with a JPEG, or "r" and a code. Imports nothing of ours.
Arguments: memory in bytes, pixels of a JPEG, pixels of others, longest side, quality.
"""

from __future__ import annotations

import importlib
import io
import struct
import sys
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from PIL import Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PLUGINS = (JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)  # loaded before files are forbidden
FORMATS = ("JPEG", "PNG", "WEBP")
PAPER = (251, 249, 244)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1")
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PILLOW_RAISES = (OSError, ValueError, SyntaxError, TypeError, LookupError, AttributeError, ArithmeticError,
                  RuntimeError, AssertionError, EOFError, struct.error)  # fmt: skip
_SIDE, _KEPT = 64, 16
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True)
class Bounds:
    """Pixels that are read at most, and the longest side (pixels) and JPEG quality of what is drawn."""

    jpeg_pixels: int = 50_000_000
    other_pixels: int = 25_000_000
    longest_side: int = 1600
    quality: int = 85


class NoPicture(Exception):  # noqa: N818 - an answer, sent on as a code
    """The bytes are not drawn; `code` is one of the collector's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def redraw(untrusted: bytes, bounds: Bounds) -> tuple[bytes, bytes]:
    """A fresh JPEG of what can be seen, and its pHash (32 bytes). Raises `NoPicture`.

    Nothing of the file is copied: its pixels are pasted on a canvas of our own. A re-save would keep JPEG comments.
    """
    if untrusted[4:8] == b"ftyp" and untrusted[8:12] in _HEIF_BRANDS:
        raise NoPicture("heic")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(untrusted), formats=FORMATS) as opened:
                canvas = _canvas(opened, bounds)
    except Image.DecompressionBombError as error:
        raise NoPicture("too_large") from error
    # Pillow's readers answer broken files with any of these; a process apart takes the rest.
    except _PILLOW_RAISES as error:
        raise NoPicture("not_a_picture") from error
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=bounds.quality)
    return out.getvalue(), perceptual_hash(canvas)


def _canvas(opened: Image.Image, bounds: Bounds) -> Image.Image:
    width, height = opened.size
    drafted = opened.format in ("JPEG", "MPO")
    if width * height > (bounds.jpeg_pixels if drafted else bounds.other_pixels):
        raise NoPicture("too_large")
    turned = opened.getexif().get(_ORIENTATION, 1)
    scale = min(1.0, bounds.longest_side / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    if drafted:
        # Sides as stored, before turning: a draft is never smaller than what is asked for.
        opened.draft("RGB" if opened.mode == "YCbCr" else opened.mode, size)
    seen = _as_rgba(opened).resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
    canvas = Image.new("RGB", size, PAPER)
    canvas.paste(seen, (0, 0), seen if seen.mode == "RGBA" else None)
    turn = _TURNS.get(turned)
    return canvas if turn is None else canvas.transpose(turn)


def _as_rgba(opened: Image.Image) -> Image.Image:
    """RGB, or RGBA where the picture can be seen through."""
    if opened.mode in ("I", "I;16", "I;16B", "I;16L", "F"):
        # 16 bits a pixel: `convert` would clip them to white.
        return opened.point(lambda value: value / 257).convert("L").convert("RGB")
    clear = opened.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in opened.info
    wanted = "RGBA" if clear else "RGB"
    return opened if opened.mode == wanted else opened.convert(wanted)


def perceptual_hash(picture: Image.Image) -> bytes:
    """256 bits that stay nearly the same when a picture is re-coded or scaled: 64 bits confuse flowers.

    The 16 x 16 lowest frequencies of a 64 x 64 grey copy against their median (pHash: Zauner 2010).
    """
    grey = np.asarray(
        picture.convert("L").resize((_SIDE, _SIDE), Image.Resampling.HAMMING, reducing_gap=2.0), dtype=np.float64
    )
    waves = _cosines()
    low: NDArray[np.float64] = (waves @ grey @ waves.T).ravel()
    return np.packbits(low > np.median(low)).tobytes()


def _cosines() -> NDArray[np.float64]:
    step = np.arange(_SIDE)
    return np.cos(np.pi * np.arange(_KEPT)[:, None] * (2 * step + 1) / (2 * _SIDE))


def confine(memory: int) -> None:
    """From here on no file, no connection, no child, no dump, and no more than `memory` bytes."""
    resource: Any = importlib.import_module("resource")
    for name, cap in (("AS", memory), ("NOFILE", 0), ("FSIZE", 0), ("CORE", 0), ("NPROC", 0)):
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (cap, cap))


def work(asked: BinaryIO, answered: BinaryIO, bounds: Bounds) -> None:
    """Answer until the other side closes."""
    while len(head := asked.read(_LENGTH.size)) == _LENGTH.size:
        untrusted = asked.read(_LENGTH.unpack(head)[0])
        try:
            jpeg, alike = redraw(untrusted, bounds)
            sign, answer = b"k", alike + jpeg
        except NoPicture as told:
            sign, answer = b"r", told.code.encode()
        except MemoryError:
            sign, answer = b"r", b"too_large"
        answered.write(sign + _LENGTH.pack(len(answer)) + answer)
        answered.flush()


def main() -> None:
    """`redrawing.py MEMORY JPEG_PIXELS OTHER_PIXELS LONGEST_SIDE QUALITY`."""
    memory, *bounds = map(int, sys.argv[1:])
    # Decoded once before files are forbidden, so that whatever Pillow loads late is loaded.
    for form in FORMATS:
        canary = io.BytesIO()
        Image.new("RGB", (8, 8)).save(canary, form)
        redraw(canary.getvalue(), Bounds(*bounds))
    Image.MAX_IMAGE_PIXELS = None  # ours are narrower, and say so
    confine(memory)
    work(sys.stdin.buffer, sys.stdout.buffer, Bounds(*bounds))


if __name__ == "__main__":
    main()
