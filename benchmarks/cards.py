"""Cards: how many a second the server makes from a phone's photo, and how soon a phone's browser has one to share.

Peers: for the server, Pillow alone, which only scales the photo to the card's size and saves it; for the browser, the
same canvas saved without being drawn on. CPU seconds of one core; a browser's are of all its processes together.
"""

from __future__ import annotations

import io
import os
import time
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from valoshka.solidarity.cards import web_fonts
from valoshka.solidarity.cards.layouts import LAYOUTS
from valoshka.solidarity.cards.panel import panel
from valoshka.solidarity.cards.server import flower_card, photo_card, photo_cards
from valoshka.solidarity.cards.words import Words
from valoshka.solidarity.flowers import grow
from valoshka.solidarity.raster import pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Playwright, Route

CHROMIUM = Path("/usr/bin/chromium")
MEGAPIXELS_12 = (4032, 3024)
# Invented, as a visitor might write it.
SAID = "Вы лячылі тых, каго білі. Мы пра вас не забыліся і не забудземся."
HOME = "https://action.test/"
SOLIDARITY = Path(str(resources.files("valoshka.solidarity")))


def phone_photo() -> bytes:
    """A JPEG of 12 megapixels with as much detail as a phone's: a flower, enlarged, with the sensor's noise."""
    flower = Image.fromarray(pixels(grow("benchmark"), 1600, (0, 0, 4000, 3000))).resize(MEGAPIXELS_12)
    noise = np.random.default_rng(1).normal(0, 6, (MEGAPIXELS_12[1], MEGAPIXELS_12[0], 1))
    out = io.BytesIO()
    seen = np.clip(np.asarray(flower, dtype=np.float32) + noise, 0, 255).astype(np.uint8)
    Image.fromarray(seen).save(out, "JPEG", quality=88)
    return out.getvalue()


def pillow_alone(photo: bytes, words: Words, size: str) -> bytes:
    """What a program does that only makes the photo smaller."""
    layout = LAYOUTS[size]
    out = io.BytesIO()
    with Image.open(io.BytesIO(photo)) as opened:
        opened.convert("RGB").resize((layout.width, layout.height), Image.Resampling.LANCZOS).save(
            out, "JPEG", quality=92
        )
    return out.getvalue()


def cpu_seconds(deed: Callable[[int], object], times: int) -> float:
    deed(0)
    began = time.process_time()
    for i in range(1, times + 1):
        deed(i)
    return (time.process_time() - began) / times


def words(number: int) -> Words:
    """Another message each time, so that no panel is had from memory."""
    return Words(f"{SAID} {number}", "StandWithBelarus", "@example", "be")


def server() -> None:
    photo = phone_photo()
    print(f"From a JPEG of 12 megapixels ({len(photo) / 1e6:.1f} MB) on one core:\n")
    print(
        f"{'size':<10}{'Pillow alone':>14}{'our card':>12}{'times':>8}{'same words':>14}{'flower':>10}   cards a second"
    )
    for size in LAYOUTS:
        panel.cache_clear()
        alone = cpu_seconds(lambda _, size=size: pillow_alone(photo, words(0), size), 6)
        ours = cpu_seconds(lambda i, size=size: photo_card(photo, words(i), size), 10)
        again = cpu_seconds(lambda _, size=size: photo_card(photo, words(0), size), 10)
        flower = cpu_seconds(lambda i, size=size: flower_card(grow(f"b{i}"), words(i), size), 6)
        shown = "".join(f"{1 / each:>{width}.1f}" for each, width in ((alone, 14), (ours, 12)))
        print(f"{size:<10}{shown}{alone / ours:>8.2f}{1 / again:>14.1f}{1 / flower:>10.1f}")
    panel.cache_clear()
    together = cpu_seconds(lambda i: photo_cards(photo, words(i)), 6) / len(LAYOUTS)
    print(f"{'all four':<10}{'':>14}{1 / together:>12.1f}   (the photo is decoded once)")


READY = """async ({ size, message }) => {
  const began = performance.now();
  const [{ makeCard }, { grow }] = await Promise.all([import("/js/card.mjs"), import("/flowers/flower.mjs")]);
  const flower = grow("minsk-1", "cornflower");
  const grown = performance.now();
  const wish = { size, flower, message, hashtag: "StandWithBelarus", handle: "@example", dir: "ltr", lang: "be" };
  const blob = await makeCard(wish);
  const ready = performance.now();
  await makeCard({ ...wish, message: `${message} ` });
  const again = performance.now();
  const canvas = Object.assign(document.createElement("canvas"), { width: 1080, height: 1350 });
  canvas.getContext("2d").fillRect(0, 0, 1080, 1350);
  await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
  const empty = performance.now();
  return [grown - began, ready - began, again - ready, empty - again, blob.size];
}"""


def answer(route: Route) -> None:
    path = route.request.url.removeprefix(HOME)
    folders = {"js": SOLIDARITY / "site" / "js", "flowers": SOLIDARITY / "flowers" / "js"}
    top, _, rest = path.partition("/")
    if path == "":
        route.fulfill(body="<!doctype html><title>Card</title>", content_type="text/html")
    elif top in folders:
        route.fulfill(body=(folders[top] / rest).read_bytes(), content_type="text/javascript")
    else:
        route.fulfill(body=web_fonts().get(path, b""), content_type="font/woff")


def browser() -> None:
    from playwright.sync_api import sync_playwright

    web_fonts()  # made before the clock runs
    print("\nIn Chromium, from the first import of the modules, wall milliseconds; CPU of all its processes:\n")
    print(f"{'speed':<14}{'size':<10}{'grown':>8}{'first card':>12}{'next card':>11}{'empty':>8}{'KB':>6}{'CPU':>8}")
    with sync_playwright() as playwright:
        for slowed in (1, 4):
            for size in LAYOUTS:
                (grown, first, following, empty, weight), used = ready(playwright, size, slowed)
                walls = f"{grown:>8.0f}{first:>12.0f}{following:>11.0f}{empty:>8.0f}"
                name = "this one" if slowed == 1 else f"{slowed} x slower"
                print(f"{name:<14}{size:<10}{walls}{weight / 1000:>6.0f}{used * 1000:>8.0f}")


def ready(playwright: Playwright, size: str, slowed: int) -> tuple[list[float], float]:
    """Milliseconds until a flower, the first card, the next and an empty canvas are there; bytes; CPU seconds."""
    chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
    page = chromium.new_page()
    page.route("**/*", answer)
    page.goto(HOME)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    before = children_cpu()
    told: list[float] = page.evaluate(READY, {"size": size, "message": SAID})
    used = children_cpu() - before
    chromium.close()
    return told, used


def children_cpu() -> float:
    """CPU seconds of every process below this one that still runs (Linux)."""
    tick = os.sysconf("SC_CLK_TCK")
    parents: dict[int, tuple[int, float]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(entry.parent.name)] = (int(fields[1]), (int(fields[11]) + int(fields[12])) / tick)
    found = {os.getpid()}
    for _ in range(8):
        found |= {pid for pid, (parent, _) in parents.items() if parent in found}
    return sum(parents[pid][1] for pid in found - {os.getpid()} if pid in parents)


def main() -> None:
    server()
    if CHROMIUM.exists():
        browser()
    else:
        print("\nChromium is not installed, so the browser was not asked.")


if __name__ == "__main__":
    main()
