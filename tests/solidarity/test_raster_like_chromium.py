"""What the server draws is what a browser shows."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from valoshka.solidarity.flowers import KINDS, grow
from valoshka.solidarity.raster import pixels

CHROMIUM = Path("/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--hide-scrollbars"]
LEAST_DB = 45


@pytest.fixture(scope="module")
def shown():
    """A flower's SVG as Chromium shows it: an array (height, width, 3)."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (apt install chromium), so nothing was compared.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)

        def show(svg: str, width: int) -> np.ndarray:
            page = browser.new_page(viewport={"width": width, "height": width * 5 // 4})
            page.set_content(f"<style>html,body{{margin:0}}svg{{display:block;width:{width}px}}</style>{svg}")
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            page.close()
            return np.asarray(picture)

        yield show
        browser.close()


def decibels(one: np.ndarray, other: np.ndarray) -> float:
    """Peak signal to noise ratio of two arrays of bytes."""
    error = np.mean((one.astype(np.float64) - other.astype(np.float64)) ** 2)
    return float(10 * np.log10(255 * 255 / error))


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", ["minsk-1.s1.b2", "hrodna-2.s3.b3"])
def test_a_picture_of_1080_pixels_is_as_chromium_shows_it(shown, kind, seed):
    flower = grow(seed, kind)
    assert decibels(pixels(flower, 1080), shown(flower.svg(), 1080)) >= LEAST_DB


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "least"), [(320, 41), (96, 34)])
def test_a_small_picture_is_as_chromium_shows_it(shown, kind, width, least):
    flower = grow("minsk-1.s1.b2", kind)
    assert decibels(pixels(flower, width), shown(flower.svg(), width)) >= least
