"""What strip.mjs leaves of a JPEG, in Node."""

from __future__ import annotations

import base64
import io
import json
import random
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageOps

NODE = shutil.which("node")
CANARY = b"Minsk-53.9006N-27.5590E"
pytestmark = [
    pytest.mark.skipif(NODE is None, reason="Node is not installed, so JavaScript was not asked."),
    # Our stand-in for a phone's second picture is no whole one.
    pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO"),
]

ORIENTATION, GPS = 0x0112, 0x8825
ALLOWED = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xDA}
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"


def stripped_all(files: list[bytes]) -> list[dict[str, str]]:
    lines = "".join(base64.b64encode(file).decode() + "\n" for file in files)
    script = Path(__file__).with_name("strip_in_node.mjs")
    done = subprocess.run([str(NODE), str(script)], input=lines, capture_output=True, encoding="ascii", check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def stripped(file: bytes) -> bytes:
    [answer] = stripped_all([file])
    return base64.b64decode(answer["stripped"])


def picture(mode: str = "RGB", size: tuple[int, int] = (61, 43)) -> Image.Image:
    noise = np.random.default_rng(5).integers(0, 255, (*size[::-1], len(mode)), dtype=np.uint8)
    return Image.fromarray(noise.squeeze(), mode if mode == "CMYK" else None)


def loaded(orientation: int = 6, **options: object) -> bytes:
    """A JPEG with everything in it that a camera or a program leaves: all of it says the canary."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010E] = CANARY.decode()
    exif.get_ifd(GPS)[0x1B] = CANARY
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    out = io.BytesIO()
    shown = picture(str(options.pop("mode", "RGB")))
    shown.save(out, "JPEG", exif=exif, comment=CANARY, icc_profile=profile + CANARY, xmp=CANARY, **options)
    thumbnail = b"\xff\xe0" + (2 + 14 + 3 * 9).to_bytes(2, "big") + b"JFXX\x00\x13" + CANARY + bytes(12)
    photoshop = segment(0xED, b"Photoshop 3.0\x00" + CANARY)
    motion = b"\x00\x00\x00\x18ftypmp42" + CANARY
    whole = out.getvalue()
    return whole[:2] + thumbnail + photoshop + segment(0xE2, b"MPF\x00" + CANARY) + whole[2:] + motion


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (2 + len(body)).to_bytes(2, "big") + body


def parts(jpeg: bytes) -> list[tuple[int, bytes]]:
    """Marker and body of everything between start and end, read strictly."""
    assert jpeg[:2] == b"\xff\xd8"
    at, found = 2, []
    while jpeg[at + 1] != 0xD9:
        assert jpeg[at] == 0xFF
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        found.append((marker, jpeg[at + 4 : at + 2 + length]))
        at += 2 + length
        if marker == 0xDA:
            while not (jpeg[at] == 0xFF and jpeg[at + 1] not in {0, *range(0xD0, 0xD8)}):
                at += 1
    assert at + 2 == len(jpeg), "something follows the end"
    return found


def strangers(jpeg: bytes) -> list[tuple[int, bytes]]:
    """Whatever is neither needed to draw nor written by us."""
    ours = {0xE0: JFIF[4:], 0xEE: b"Adobe\x00\x64\x00\x00\x00\x00"}
    exif = b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"
    return [
        (marker, body)
        for marker, body in parts(jpeg)
        if marker not in ALLOWED
        and not (marker == 0xE0 and body == ours[0xE0])
        and not (marker == 0xEE and body[:-1] == ours[0xEE] and body[-1] < 3)
        and not (marker == 0xE1 and body[:-7] == exif and body[-7] in range(2, 9) and body[-6:] == bytes(6))
    ]


KINDS = [{}, {"progressive": True}, {"mode": "L"}, {"mode": "CMYK"}, {"restart_marker_blocks": 2}, {"subsampling": 0},
         {"keep_rgb": True}]  # fmt: skip


@pytest.mark.parametrize("options", KINDS, ids=str)
def test_nothing_but_the_picture_is_left(options):
    dirty = loaded(**options)
    clean = stripped(dirty)
    assert CANARY in dirty
    assert CANARY not in clean
    assert strangers(clean) == []
    assert len(strangers(dirty[: dirty.rindex(b"\xff\xd9") + 2])) >= 6


@pytest.mark.parametrize("options", KINDS, ids=str)
def test_the_picture_is_the_same_pixel_by_pixel(options):
    dirty = loaded(orientation=1, **options)
    with Image.open(io.BytesIO(dirty)) as before, Image.open(io.BytesIO(stripped(dirty))) as after:
        assert before.mode == after.mode
        assert np.array_equal(np.asarray(before), np.asarray(after))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stays_turned_as_it_was(orientation):
    dirty = loaded(orientation=orientation)
    with Image.open(io.BytesIO(dirty)) as before, Image.open(io.BytesIO(stripped(dirty))) as after:
        assert after.getexif().get(ORIENTATION, 1) == orientation
        assert np.array_equal(np.asarray(ImageOps.exif_transpose(before)), np.asarray(ImageOps.exif_transpose(after)))


def test_what_was_stripped_once_is_left_as_it_is():
    clean = stripped(loaded())
    assert stripped(clean) == clean


def plain() -> bytes:
    out = io.BytesIO()
    picture().save(out, "JPEG")
    return out.getvalue()


def hidden_in_a_table() -> bytes:
    whole = plain()
    at = whole.index(b"\xff\xdb")
    length = int.from_bytes(whole[at + 2 : at + 4], "big")
    table = whole[at + 4 : at + 2 + length] + CANARY
    return whole[:at] + segment(0xDB, table) + whole[at + 2 + length :]


NO_PICTURES = {
    "empty": b"",
    "one byte": b"\xff",
    "only a start": b"\xff\xd8",
    "start and end": b"\xff\xd8\xff\xd9",
    "a png": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a heic": b"\x00\x00\x00\x18ftypheic" + bytes(100),
    "no end": plain()[:-2],
    "cut in a segment": plain()[:30],
    "a length of one": b"\xff\xd8\xff\xe0\x00\x01",
    "fill without end": b"\xff\xd8" + b"\xff" * 5000,
    "words in a table": hidden_in_a_table(),
    "two pictures in one": plain()[:-2] + plain()[2:],
    "arithmetic coding": plain().replace(b"\xff\xc0", b"\xff\xc9"),
    "lossless": plain().replace(b"\xff\xc0", b"\xff\xc3"),
    "an extension": plain()[:2] + segment(0xF0, CANARY) + plain()[2:],
}


@pytest.mark.parametrize("name", NO_PICTURES)
def test_what_is_no_whole_jpeg_is_refused(name):
    [answer] = stripped_all([NO_PICTURES[name]])
    assert answer.get("refused") == "not_a_picture", name


def test_no_broken_file_slips_through_or_breaks_the_stripper():
    chance = random.Random(11)  # the same on every machine
    files = [broken(chance, loaded(**chance.choice(KINDS[:3]))) for _ in range(1500)]
    taken = 0
    for answer in stripped_all(files):
        if "stripped" in answer:
            clean = base64.b64decode(answer["stripped"])
            assert strangers(clean) == []
            taken += 1
        else:
            assert answer["refused"] == "not_a_picture", answer
    assert 100 < taken < 1400


def broken(chance: random.Random, whole: bytes) -> bytes:
    """Bytes changed, cut, doubled, moved; mostly among the headers."""
    file = bytearray(whole)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(file)) if chance.random() < 0.3 else chance.randrange(min(len(file), 700))
        deed = chance.randrange(4)
        if deed == 0:
            file[at] = chance.choice([0, 255, 0xD8, 0xD9, 0xDA, 0xE1, chance.randrange(256)])
        elif deed == 1:
            del file[at : at + chance.randrange(1, 40)]
        elif deed == 2:
            file[at:at] = file[: chance.randrange(60)]
        else:
            del file[max(at, 4) + chance.randrange(2000) :]
    return bytes(file)
