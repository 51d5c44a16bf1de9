"""Flowers: equal bytes in two languages, time and size, pixels beside a browser's and another renderer's.

`python -m benchmarks flowers`; Node, Chromium and resvg_py are each told of if they are not there. 10,000 seeds are
compared; `FLOWERS=400 python -m benchmarks flowers` compares fewer.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib
import io
import json
import os
import resource
import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from valoshka.solidarity.flowers import KINDS, grow
from valoshka.solidarity.raster import pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONG = True
ROOT = Path(__file__).parents[1]
MODULES = ROOT / "src/valoshka/solidarity/flowers/js"
CHROMIUM = "/usr/bin/chromium"
COMPARED = int(os.environ.get("FLOWERS", "10000"))
DRAWN = 6  # flowers of a kind for the pictures
WIDTHS = (96, 320, 1080)


def main() -> None:
    growing()
    modules()
    same_bytes()
    drawing()


def growing() -> None:
    print("| kind | Python, CPU ms a flower | SVG, kB | gzipped, kB |\n|---|---|---|---|")
    for kind in KINDS:
        grow("warm", kind)
        before = time.process_time()
        pictures = [grow(f"{i}", kind).svg().encode() for i in range(20)]
        spent = time.process_time() - before
        packed = sum(len(gzip.compress(picture)) for picture in pictures)
        print(f"| {kind} | {spent * 50:.0f} | {sum(map(len, pictures)) / 20e3:.0f} | {packed / 20e3:.0f} |")


def modules() -> None:
    files = [file for file in MODULES.rglob("*.mjs") if file.parent.name != "words" and file.name != "command.mjs"]
    packed = sum(len(gzip.compress(file.read_bytes())) for file in files)
    print(f"\nJavaScript of all kinds: {len(files)} modules, {packed / 1e3:.1f} kB gzipped one by one")


def same_bytes() -> None:
    node = shutil.which("node")
    if not node:
        print("\nNode is not installed: JavaScript was not compared.")
        return
    asked = [(f"{i:x}", KINDS[i % len(KINDS)]) for i in range(COMPARED)]
    before = time.process_time()
    ours = [hashlib.sha256(grow(seed, kind).svg().encode()).hexdigest() for seed, kind in asked]
    python, before = time.process_time() - before, children()
    script = ROOT / "tests/solidarity/flowers_in_node.mjs"
    lines = "".join(f"{json.dumps(pair)}\n" for pair in asked)
    done = subprocess.run([node, str(script)], input=lines, capture_output=True, encoding="utf-8", check=True)
    theirs = [json.loads(line)["sha256"] for line in done.stdout.splitlines()]
    equal = sum(one == other for one, other in zip(ours, theirs, strict=True))
    print(
        f"\nEqual bytes: {equal} of {COMPARED} seeds; CPython {python:.0f} CPU s, Node {children() - before:.0f} CPU s"
    )


def children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def drawing() -> None:
    with chromium() as shown:
        print("\n| width | kind | ours, CPU ms | least PSNR to Chromium, dB | resvg_py, CPU ms | its PSNR, dB |")
        print("|---|---|---|---|---|---|")
        for width in WIDTHS:
            for kind in KINDS:
                row(width, kind, shown)
    print(f"\nmost memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def row(width: int, kind: str, shown: Callable[[str, int], np.ndarray] | None) -> None:
    flowers = [grow(f"picture {i}", kind) for i in range(DRAWN)]
    before = time.process_time()
    drawn = [pixels(flower, width) for flower in flowers]
    ours = time.process_time() - before
    wanted = [shown(flower.svg(), width) for flower in flowers] if shown else []
    peer, spent = by_resvg([flower.svg() for flower in flowers], width)
    print(
        f"| {width} | {kind} | {ours / DRAWN * 1e3:.0f} | {least(drawn, wanted)} "
        f"| {f'{spent / DRAWN * 1e3:.0f}' if peer else '-'} | {least(peer, wanted)} |"
    )


def by_resvg(svgs: list[str], width: int) -> tuple[list[np.ndarray], float]:
    try:
        resvg = importlib.import_module("resvg_py")
    except ImportError:
        return [], 0
    before = time.process_time()
    files = [bytes(resvg.svg_to_bytes(svg_string=svg, width=width)) for svg in svgs]
    spent = time.process_time() - before
    return [np.asarray(Image.open(io.BytesIO(file)).convert("RGB")) for file in files], spent


def least(drawn: list[np.ndarray], wanted: list[np.ndarray]) -> str:
    if not drawn or not wanted:
        return "-"
    return f"{min(decibels(one, other) for one, other in zip(drawn, wanted, strict=True)):.1f}"


def decibels(one: np.ndarray, other: np.ndarray) -> float:
    return float(10 * np.log10(255 * 255 / np.mean((one.astype(np.float64) - other.astype(np.float64)) ** 2)))


@contextmanager
def chromium() -> Iterator[Callable[[str, int], np.ndarray] | None]:
    if not Path(CHROMIUM).exists():
        print("\nChromium is not installed: no picture was compared.")
        yield None
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--hide-scrollbars"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        page = browser.new_page()

        def shown(svg: str, width: int) -> np.ndarray:
            page.set_viewport_size({"width": width, "height": width * 5 // 4})
            page.set_content(f"<style>html,body{{margin:0}}svg{{display:block;width:{width}px}}</style>{svg}")
            return np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))

        yield shown
        browser.close()


if __name__ == "__main__":
    main()
