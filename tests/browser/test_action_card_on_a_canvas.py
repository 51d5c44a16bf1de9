"""Cards as a visitor's browser makes them."""

from __future__ import annotations

import base64
import io
import json
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from valoshka.solidarity.cards import web_fonts
from valoshka.solidarity.cards.layouts import LAYOUTS, PALETTES
from valoshka.solidarity.cards.server import flower_card
from valoshka.solidarity.cards.words import Words
from valoshka.solidarity.flowers import KINDS, grow

pytestmark = pytest.mark.browser

SOLIDARITY = Path(str(resources.files("valoshka.solidarity")))
HOME = "https://action.test/"
SAID = {
    "en": "You are not alone.",
    "be": "Вы не адны. Мы з вамі, дзе б вы ні былі.",
    "ru": "Вы не одни. Мы рядом, где бы вы ни были.",
    "pl": "Nie jesteście sami. Jesteśmy z wami.",
    "de": "Ihr seid nicht allein. Wir denken an euch.",
    "ar": "لستم وحدكم. نحن معكم أينما كنتم.",
}
# What Tor Browser, resistFingerprinting and Brave do, each in its own measure.
NOISE = """
const real = CanvasRenderingContext2D.prototype.getImageData;
CanvasRenderingContext2D.prototype.getImageData = function (...box) {
  const read = real.apply(this, box);
  for (let i = 0; i < read.data.length; i += 401) read.data[i] ^= 1;
  return read;
};
"""
CARD = """async ({seed, kind, ...wish}) => {
  const [{ makeCard }, { grow }] = await Promise.all([import("/js/card.mjs"), import("/flowers/flower.mjs")]);
  const heavy = async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 1600 });
    const context = canvas.getContext("2d");
    const noise = context.createImageData(1600, 1600);
    for (let i = 0; i < noise.data.length; i += 65536) crypto.getRandomValues(noise.data.subarray(i, i + 65536));
    context.putImageData(noise, 0, 0);
    return canvas;
  };
  const picture = seed ? undefined : await heavy();
  try {
    const blob = await makeCard({ ...wish, picture, flower: seed && grow(seed, kind) });
    const address = await new Promise((resolve) => {
      const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result) });
      reader.readAsDataURL(blob);
    });
    return { type: blob.type, bytes: address.split(",")[1] };
  } catch (error) {
    return { refused: error.code, error: String(error) };
  }
}"""


def files(*, fonts: bool = True):
    letters = web_fonts() if fonts else {}

    def answer(route):
        path = route.request.url.removeprefix(HOME)
        folders = {"js": SOLIDARITY / "site" / "js", "flowers": SOLIDARITY / "flowers" / "js"}
        top, _, rest = path.partition("/")
        if path == "":
            route.fulfill(body="<!doctype html><meta charset=utf-8><title>Cards</title>", content_type="text/html")
        elif path in letters:
            route.fulfill(body=letters[path], content_type="font/woff")
        elif top in folders and (folders[top] / rest).is_file():
            route.fulfill(body=(folders[top] / rest).read_bytes(), content_type="text/javascript")
        else:
            route.fulfill(status=404)

    return answer


def page_with(chromium, *, before: str = "", fonts: bool = True):
    page = chromium.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.route("**/*", files(fonts=fonts))
    page.add_init_script(before)
    page.goto(HOME)
    return page


@pytest.fixture(scope="module")
def page(chromium):
    opened = page_with(chromium)
    yield opened
    opened.close()


def wish(size: str = "portrait", language: str = "en", **more: str) -> dict[str, str]:
    arabic = {"dir": "rtl" if language == "ar" else "ltr", "lang": language, "message": SAID[language]}
    return {"size": size, "seed": "minsk-1", "hashtag": "StandWithBelarus", "handle": "@example", **arabic, **more}


def made(page, asked: dict[str, str]) -> Image.Image:
    answer = page.evaluate(CARD, asked)
    assert answer.get("type") == "image/jpeg", answer
    jpeg = base64.b64decode(answer["bytes"])
    assert len(jpeg) < 950_000
    return Image.open(io.BytesIO(jpeg))


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Peak signal to noise, decibels."""
    error = np.mean((np.asarray(one, dtype=float) - np.asarray(other.convert("RGB"), dtype=float)) ** 2)
    return float(10 * np.log10(255**2 / max(error, 1e-9)))


@pytest.mark.parametrize("size", LAYOUTS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_card_has_its_size_and_nothing_but_pixels(page, size, language):
    card = made(page, wish(size, language))
    assert card.size == (LAYOUTS[size].width, LAYOUTS[size].height)
    assert set(card.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("size", ["portrait", "link"])
def test_the_server_makes_the_same_card(page, language, size):
    words = Words(SAID[language], "StandWithBelarus", "@example", language, right_to_left=language == "ar")
    server = Image.open(io.BytesIO(flower_card(grow("minsk-1"), words, size)))
    # Letters a pixel further give less than 25.
    assert likeness(server, made(page, wish(size, language))) > 32


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_flower_is_seen_whole_above_every_panel(page, kind, palette):
    words = Words(SAID["be"], "StandWithBelarus", "@example", "be")
    server = Image.open(io.BytesIO(flower_card(grow("minsk-1", kind), words, "square", palette)))
    assert likeness(server, made(page, wish("square", "be", kind=kind, palette=palette))) > 31


@pytest.mark.parametrize("size", LAYOUTS)
def test_a_message_of_five_hundred_signs_stays_within_the_margins(page, size):
    card = np.asarray(made(page, wish(size, message="Медсястра з суседняга дома, дзякуй. " * 14)), dtype=int)
    layout = LAYOUTS[size]
    # The last row above the foot of a story is followed by what apps cover with buttons.
    right = card[layout.safe[1] - 400 : layout.safe[1], -30:] if not layout.picture else card[:, -30:]
    ground = [int(PALETTES["paper"]["ground"][i : i + 2], 16) for i in (1, 3, 5)]
    assert np.abs(right - ground).max() < 12


def test_a_photo_that_is_all_noise_still_weighs_little_enough(page):
    assert made(page, wish("story", seed="")).size == (1080, 1920)


def test_a_browser_that_falsifies_canvases_makes_no_card(chromium):
    page = page_with(chromium, before=NOISE)
    assert page.evaluate(CARD, wish())["refused"] == "noise"
    page.close()


def test_without_our_letters_a_card_is_made_in_the_visitors_own(chromium):
    page = page_with(chromium, fonts=False)
    assert made(page, wish()).size == (1080, 1350)
    page.close()


def test_arabic_letters_are_fetched_only_for_arabic_and_nothing_from_elsewhere(chromium):
    page = page_with(chromium)
    made(page, wish())
    latin = [each for each in page.asked if "arabic" in each]
    made(page, wish(language="ar"))
    arabic = [each for each in page.asked if "arabic" in each]
    assert (len(latin), len(arabic)) == (0, 1)
    assert all(each.startswith(HOME) for each in page.asked)
    page.close()


SHARE = """async (able) => {
  const { canShare, share } = await import("/js/share.mjs");
  const told = [];
  Object.defineProperty(navigator, "canShare", { value: ({ files }) => able && files[0].type === "image/jpeg" });
  Object.defineProperty(navigator, "share", { value: (what) => { told.push(what); return new Promise(() => {}); } });
  const blob = new Blob(["x"], { type: "image/jpeg" });
  const answer = [canShare(blob), share(blob, "flower.jpg")];
  const file = ({ name, type }) => [name, type];
  return JSON.stringify({ answer, told: told.map((what) => [Object.keys(what), what.files.map(file)]) });
}"""


def test_only_the_file_is_shared_and_nobody_waits_for_the_answer(chromium):
    page = page_with(chromium)
    told = json.loads(page.evaluate(SHARE, True))
    assert told["answer"] == [True, None]
    assert told["told"] == [[["files"], [["flower.jpg", "image/jpeg"]]]]
    page.close()


def test_a_phone_without_a_share_sheet_is_not_offered_one(chromium):
    page = page_with(chromium)
    assert page.evaluate('import("/js/share.mjs").then(({canShare}) => canShare(new Blob(["x"])))') is False
    page.close()
