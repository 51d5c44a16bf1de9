"""More than 200 files that a stranger could upload as a picture, made by code: what each is called, and its bytes.

`MARK` stands in every channel beside the pixels; it must never come out.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

import numpy as np
from PIL import Image, PngImagePlugin

MARK = b"HIDDEN-WORDS-53.9N-27.5E"
Made = tuple[str, bytes]


def scene(width: int = 96, height: int = 64, mode: str = "RGB") -> Image.Image:
    """A ramp with a red corner at the top left, so that turning can be seen."""
    ramp = np.zeros((height, width, 3), dtype=np.uint8)
    ramp[..., 1] = np.linspace(0, 255, width).astype(np.uint8)
    ramp[..., 2] = np.linspace(0, 255, height).astype(np.uint8)[:, None]
    ramp[: height // 4, : width // 4] = (255, 0, 0)
    return Image.fromarray(ramp).convert(mode)


def saved(picture: Image.Image, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **how)  # type: ignore[arg-type]
    return out.getvalue()


def exif(orientation: int = 1) -> bytes:
    """EXIF with an orientation, words, and a place on earth."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010E] = MARK.decode()
    told[0x013B] = MARK.decode()
    told.get_ifd(0x8825).update({1: "N", 2: (53.0, 54.0, 0.0), 3: "E", 4: (27.0, 33.0, 0.0), 29: MARK.decode()})
    return told.tobytes()


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def with_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    return jpeg[:2] + segment(marker, content) + jpeg[2:]


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def with_chunk(png: bytes, kind: bytes, content: bytes, at: int = 33) -> bytes:
    return png[:at] + chunk(kind, content) + png[at:]


def riff(webp: bytes, kind: bytes, content: bytes) -> bytes:
    body = webp[8:] + kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def png_header(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def jpeg_of_size(width: int, height: int) -> bytes:
    jpeg = bytearray(saved(scene(), "JPEG"))
    at = jpeg.index(b"\xff\xc0") + 5
    jpeg[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(jpeg)


def good_ones() -> Iterator[Made]:
    """Odd but honest: these must be drawn, and turned upright."""
    for orientation in range(1, 9):
        yield f"JPEG, orientation {orientation}", saved(scene(), "JPEG", exif=exif(orientation))
        yield f"PNG, orientation {orientation}", saved(scene(), "PNG", exif=exif(orientation))
        yield f"WebP, orientation {orientation}", saved(scene(), "WEBP", exif=exif(orientation), lossless=True)
    for mode in ("L", "CMYK"):
        yield f"JPEG, {mode}", saved(scene(mode=mode), "JPEG", comment=MARK)
    yield "JPEG, progressive", saved(scene(), "JPEG", progressive=True, comment=MARK)
    yield "JPEG, 4:4:4", saved(scene(), "JPEG", subsampling=0, icc_profile=MARK * 20)
    for mode in ("1", "L", "LA", "P", "RGBA", "I;16"):
        yield f"PNG, {mode}", with_chunk(saved(scene().convert("L").convert(mode), "PNG"), b"tEXt", b"Comment\0" + MARK)
    yield "PNG, palette with a clear colour", saved(scene().quantize(16), "PNG", transparency=3)
    yield "PNG, one pixel", saved(scene(1, 1), "PNG")
    yield "JPEG, one pixel", saved(scene(1, 1), "JPEG")
    yield "JPEG, very wide", saved(scene(6000, 2), "JPEG", comment=MARK)
    yield "WebP, lossy and clear", saved(scene(mode="RGBA"), "WEBP", exif=exif(), xmp=MARK, icc_profile=MARK)


def with_metadata() -> Iterator[Made]:
    """Pictures that carry words, places or whole files beside their pixels."""
    jpeg, png, webp = saved(scene(), "JPEG"), saved(scene(), "PNG"), saved(scene(), "WEBP", exif=exif())
    for marker in (*range(0xE1, 0xF0), 0xFE):
        yield f"JPEG, segment {marker:02x}", with_segment(jpeg, marker, MARK * 30)
    for name in (
        b"Exif\0\0",
        b"http://ns.adobe.com/xap/1.0/\0",
        b"ICC_PROFILE\0\1\1",
        b"Photoshop 3.0\0",
        b"MPF\0",
        b"JFXX\0\x10",
    ):
        for marker in (0xE0, 0xE1, 0xE2, 0xED):
            yield f"JPEG, {name!r} in segment {marker:02x}", with_segment(jpeg, marker, name + MARK * 9)
    for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"iCCP", b"tIME", b"prVt", b"caBX", b"sPLT"):
        yield f"PNG, {kind.decode()}", with_chunk(png, kind, b"Comment\0" + MARK)
        yield f"PNG, {kind.decode()} at the end", with_chunk(png, kind, b"Comment\0" + MARK, at=len(png) - 12)
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", MARK.decode())
    info.add_text("Comment", MARK.decode() * 500, zip=True)
    yield "PNG, XMP and zipped text", saved(scene(), "PNG", pnginfo=info)
    for kind in (b"EXIF", b"XMP ", b"ICCP", b"JUNK"):
        yield f"WebP, {kind.decode()}", riff(webp, kind, MARK)
    others = {"zip": b"PK\3\4" + MARK, "html": b"<script>alert(1)</script>" + MARK, "pdf": b"%PDF-1.7\n" + MARK}
    for name, other in {**others, "php": b"<?php " + MARK, "jpeg": with_segment(jpeg, 0xFE, MARK)}.items():
        for form, picture in {"JPEG": jpeg, "PNG": png, "WebP": webp}.items():
            yield f"{form}, then a {name}", picture + other
    frames = [scene(), scene().rotate(90), scene().rotate(180)]
    yield "JPEG, several in one (MPO)", saved(frames[0], "MPO", save_all=True, append_images=frames[1:], exif=exif())
    yield "PNG, animated", saved(frames[0], "PNG", save_all=True, append_images=frames[1:])
    yield "WebP, animated", saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])


def no_pictures() -> Iterator[tuple[str, bytes, str]]:
    """Other files under a picture's name, with the code that refuses each."""
    for form in ("GIF", "TIFF", "BMP", "PPM", "ICO", "PCX", "TGA", "SGI", "PDF", "EPS", "DIB", "JPEG2000"):
        yield f"{form} named .jpg", saved(scene(), form), "not_a_picture"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("https://example.org")</script></svg>'
    yield "SVG named .jpg", svg, "not_a_picture"
    yield "SVG with a declaration", b'<?xml version="1.0"?>' + svg, "not_a_picture"
    for brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1"):
        yield f"HEIC, {brand.decode()}", b"\0\0\0\x18ftyp" + brand + bytes(400), "heic"
    yield "AVIF", saved(scene(), "AVIF"), "not_a_picture"
    for name, start in {"empty": b"", "one byte": b"\xff", "zip": b"PK\3\4", "ELF": b"\x7fELF", "text": MARK}.items():
        yield name, start, "not_a_picture"
    for name, other in {"an SVG": svg, "a zip": b"PK\3\4" + bytes(60), "a GIF": saved(scene(), "GIF")}.items():
        yield f"a JPEG behind {name}", other + saved(scene(), "JPEG"), "not_a_picture"
    for start in (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x20\0\0\0WEBPVP8 "):
        yield f"{start[:4]!r} and zeros", start + bytes(5000), "not_a_picture"
        yield f"{start[:4]!r} and noise", start + np.random.default_rng(1).bytes(5000), "not_a_picture"
    yield from _bombs()


def _bombs() -> Iterator[tuple[str, bytes, str]]:
    for width, height in (
        (65535, 65535),
        (30000, 30000),
        (100000, 100000),
        (2**31 - 1, 1),
        (1, 2**31 - 1),
        (5001, 5001),
    ):
        yield f"PNG that says {width} x {height}", png_header(width, height), "too_large"
    for width, height in ((65500, 65500), (65500, 800), (10000, 5001)):
        yield f"JPEG that says {width} x {height}", jpeg_of_size(width, height), "too_large"
    yield "PNG of no size", png_header(0, 0), "not_a_picture"
    text = zlib.compress(bytes(60_000_000), 9)
    yield (
        "PNG, text that unfolds to 60 MB",
        with_chunk(png_header(8, 8), b"zTXt", b"Comment\0\0" + text),
        "not_a_picture",
    )
    yield (
        "PNG, a profile that unfolds to 60 MB",
        with_chunk(png_header(9, 9), b"iCCP", b"x\0\0" + text),
        "not_a_picture",
    )
    yield "more than 8 MB", saved(scene(), "JPEG") + bytes(9_000_000), "too_large"


def broken_ones() -> Iterator[Made]:
    """Cut short, or with a byte changed: each is drawn or refused, and nothing breaks."""
    whole: dict[str, bytes] = {
        "JPEG": saved(scene(), "JPEG", exif=exif(6), comment=MARK),
        "progressive JPEG": saved(scene(), "JPEG", progressive=True),
        "PNG": saved(scene(), "PNG", exif=exif(3)),
        "WebP": saved(scene(), "WEBP", exif=exif(8)),
    }
    for name, picture in whole.items():
        for part in range(1, 12):
            yield f"{name}, {part}/12 of it", picture[: len(picture) * part // 12]
        dice = np.random.default_rng(len(picture))
        for turn in range(10):
            spoilt = bytearray(picture)
            for at in dice.integers(4, len(picture), 6):
                spoilt[at] = dice.integers(256)
            yield f"{name}, spoilt {turn}", bytes(spoilt)
