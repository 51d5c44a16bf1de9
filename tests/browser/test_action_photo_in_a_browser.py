"""Photos as a visitor's browser reads them."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

pytestmark = pytest.mark.browser

JS = Path(str(resources.files("valoshka.solidarity").joinpath("site", "js")))
HOME = "https://action.test/"
CANARY = b"Minsk-53.9006N-27.5590E"
READ = """async (bytes) => {
  const { readPhoto } = await import("/js/photo.mjs");
  const file = new File([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))], "IMG_2041.JPG");
  const photo = await readPhoto(file);
  if (!photo.blob) return photo;
  const address = await new Promise((resolve) => {
    const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result) });
    reader.readAsDataURL(photo.blob);
  });
  const size = photo.bitmap && [photo.bitmap.width, photo.bitmap.height];
  return { how: photo.how, type: photo.blob.type, size, bytes: address.split(",")[1] };
}"""
NOISY_READING = """
const real = CanvasRenderingContext2D.prototype.getImageData;
CanvasRenderingContext2D.prototype.getImageData = function (...box) {
  const read = real.apply(this, box);
  for (let i = 0; i < read.data.length; i += 997) read.data[i] ^= 1;
  return read;
};
"""
NOISY_FILES = """
const real = HTMLCanvasElement.prototype.toBlob;
HTMLCanvasElement.prototype.toBlob = function (...how) {
  const context = this.getContext("2d");
  const pixels = context.getImageData(0, 0, this.width, this.height);
  pixels.data[400] ^= 3;
  context.putImageData(pixels, 0, 0);
  real.apply(this, how);
};
"""
NO_CANVAS = "HTMLCanvasElement.prototype.getContext = () => null;"
BLANK_FILES = "HTMLCanvasElement.prototype.toBlob = (then) => setTimeout(() => then(null));"


def page_with(chromium, before: str = ""):
    def answer(route):
        path = route.request.url.removeprefix(HOME)
        if path == "":
            route.fulfill(body="<!doctype html><meta charset=utf-8><title>Photos</title>", content_type="text/html")
        else:
            route.fulfill(body=(JS / path.removeprefix("js/")).read_bytes(), content_type="text/javascript")

    page = chromium.new_page()
    page.route("**/*", answer)
    page.add_init_script(before)
    page.goto(HOME)
    return page


@pytest.fixture(scope="module")
def page(chromium):
    opened = page_with(chromium)
    yield opened
    opened.close()


def read(page, file: bytes) -> dict[str, object]:
    return page.evaluate(READ, base64.b64encode(file).decode())


def corners(width: int = 640, height: int = 480) -> Image.Image:
    """Red, green, blue and yellow, clockwise from the upper left."""
    picture = Image.new("RGB", (width, height))
    colours = ["#d01020", "#10a030", "#e0c010", "#1030c0"]
    places = [(0, 0), (width // 2, 0), (0, height // 2), (width // 2, height // 2)]
    for colour, at in zip(colours, places, strict=True):
        picture.paste(colour, (*at, at[0] + width // 2, at[1] + height // 2))
    return picture


def phone_photo(orientation: int = 1, form: str = "JPEG", **options: object) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = CANARY.decode()
    out = io.BytesIO()
    corners().save(out, form, exif=exif, **options)
    return out.getvalue() + (CANARY if form == "JPEG" else b"")


def seen(photo: dict[str, object]) -> Image.Image:
    file = base64.b64decode(str(photo["bytes"]))
    assert CANARY not in file
    return ImageOps.exif_transpose(Image.open(io.BytesIO(file)))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_drawn_anew_without_a_word_of_metadata(page, form):
    photo = read(page, phone_photo(form=form))
    assert (photo["how"], photo["type"], photo["size"]) == ("canvas", "image/jpeg", [640, 480])
    assert set(seen(photo).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("before", ["", NOISY_READING], ids=["canvas", "stripped"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stays_the_right_way_up(chromium, orientation, before):
    page = page_with(chromium, before)
    file = phone_photo(orientation)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(file)))
    shown = seen(read(page, file))
    page.close()
    assert shown.size == upright.size
    assert np.abs(np.asarray(shown, dtype=int) - np.asarray(upright, dtype=int)).mean() < 3


@pytest.mark.parametrize("before", [NOISY_READING, NOISY_FILES, BLANK_FILES, NO_CANVAS],
                         ids=["reading", "files", "blank", "none"])  # fmt: skip
def test_where_a_canvas_lies_jpegs_are_stripped_and_others_refused(chromium, before):
    page = page_with(chromium, before)
    photo = read(page, phone_photo())
    assert photo["how"] == "stripped"
    assert np.array_equal(np.asarray(seen(photo)), np.asarray(Image.open(io.BytesIO(phone_photo()))))
    assert read(page, phone_photo(form="PNG")) == {"how": "refused", "refused": "noise"}
    page.close()


@pytest.mark.parametrize(("shape", "size"), [((4032, 3024), [1600, 1200]), ((1000, 5000), [320, 1600])], ids=str)
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_photo_is_made_small(page, shape, size, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    corners(*shape).save(out, "JPEG", exif=exif)
    assert read(page, out.getvalue())["size"] == (size if orientation == 1 else size[::-1])


def test_what_can_be_seen_through_lies_on_paper(page):
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(out, "PNG")
    assert np.abs(np.asarray(seen(read(page, out.getvalue())), dtype=int) - (251, 249, 244)).max() <= 2


def png_that_says(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


REFUSED = {
    "heic": ("heic", b"\x00\x00\x00\x18ftypheic" + bytes(64)),
    "heif of another brand": ("heic", b"\x00\x00\x00\x18ftypmif1" + bytes(64)),
    "nothing": ("not_a_picture", b""),
    "svg": ("not_a_picture", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    "gif": ("not_a_picture", b"GIF89a" + bytes(64)),
    "text": ("not_a_picture", "Вы не адны".encode()),
    "a jpeg's beginning": ("not_a_picture", phone_photo()[:300]),
    "a png without pixels": ("not_a_picture", png_that_says(10, 10)),
    "a png as large as a town": ("too_large", png_that_says(60000, 60000)),
    "a jpeg of no size": ("not_a_picture", b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xd9"),
    "a webp cut short": ("not_a_picture", phone_photo(form="WEBP")[:31]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_with_its_reason(page, name):
    code, file = REFUSED[name]
    assert read(page, file) == {"how": "refused", "refused": code}


def test_a_file_of_more_than_forty_megabytes_is_not_even_opened(page):
    file = 'new File([Uint8Array.of(255, 216, 255), new Uint8Array(41 << 20)], "a.jpg")'
    read_it = f'import("/js/photo.mjs").then(({{ readPhoto }}) => readPhoto({file}))'
    assert page.evaluate(read_it) == {"how": "refused", "refused": "too_large"}


def test_forty_eight_megapixels_are_read(page):
    out = io.BytesIO()
    corners(8064, 6048).save(out, "JPEG", quality=60)
    assert read(page, out.getvalue())["size"] == [1600, 1200]
