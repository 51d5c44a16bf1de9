"""The wall with 100,000 flowers: rebuilt from thumbnails, and its mosaic scrolled in Chromium.

The thumbnails are copies of 200 real ones. Beside the rebuilding: how long the drawing of those 200 took. Beside the
mosaic: the same flowers as one `<img>` each, which is what the mosaic saves a browser from (`--peer N` of them).

    python -m benchmarks.wall [--flowers N] [--peer N]
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import random
import resource
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from valoshka.solidarity.action import Action, new_action, read_action
from valoshka.solidarity.items import Item
from valoshka.solidarity.wall import Thumbnails, wall_files
from valoshka.solidarity.wall.thumbnails import key_of
from valoshka.solidarity.wall.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = True
REAL = 200
KINDS = ("cornflower", "poppy", "flax", "daisy")
CHROMIUM = "/usr/bin/chromium"
# Scrolls by a step a frame, there and back, and notes when each frame came; then counts nodes.
SCROLL = """
async ([selector, step, frames]) => {
  const pane = selector ? document.querySelector(selector) : document.scrollingElement;
  const gaps = [];
  let last = await new Promise(requestAnimationFrame);
  for (let at = 0; at < frames; at += 1) {
    pane.scrollTop += step;
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
  }
  return gaps;
}
"""
NODES = "selector => document.querySelectorAll(selector).length"


def cpu() -> float:
    """Seconds of this process and of its ended children."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


@contextmanager
def timed(what: str) -> Iterator[None]:
    wall, used = time.monotonic(), cpu()
    yield
    print(f"{what:<52}{time.monotonic() - wall:>9.1f}{cpu() - used:>9.1f}", flush=True)


def invented(number: int, action: Action) -> list[Item]:
    chance = random.Random(1)
    phrases = [phrase.id for phrase in action.phrases]
    return [
        Item(
            f"{chance.getrandbits(64):016x}",
            f"2026-05-{1 + at * 28 // number:02}",
            chance.choice(action.languages),
            seed=f"s{at}",
            kind=KINDS[at % 4],
            phrase=chance.choice(phrases),
        )
        for at in range(number)
    ]


def fake(items: list[Item], thumbnails: Thumbnails) -> None:
    """Give every item a copy of one of the real thumbnails."""
    real = [thumbnails.path(key_of(item)).read_bytes() for item in items[:REAL]]
    for at, item in enumerate(items[REAL:]):
        path = thumbnails.path(key_of(item))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(real[at % REAL])


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map: ClassVar[dict[str, str]] = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
    }

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def scrolled(address: str, peer: str, flowers: int) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for width, height, name in ((1280, 800, "desk"), (390, 844, "phone")):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"{address}/wall/en/index.html")
            page.wait_for_selector("#mosaic:not([hidden])")
            page.wait_for_timeout(1500)
            for step, how in ((40, "slowly"), (400, "fast"), (20_000, "flying")):
                row(f"mosaic of {flowers:,}, {name}, {how}", page.evaluate(SCROLL, [".window", step, 300]))
            print(f"{'  DOM nodes of the mosaic (target <= 300)':<52}{page.evaluate(NODES, '#mosaic, #mosaic *'):>9}")
            page.close()
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{address}/{peer}")
        row("peer: an <img> for each, desk, fast", page.evaluate(SCROLL, ["", 400, 300]))
        print(f"{'  DOM nodes of the peer':<52}{page.evaluate(NODES, 'body *'):>9}")
        browser.close()


def row(what: str, gaps: list[float]) -> None:
    gaps = sorted(gaps)
    print(f"{what:<52}{gaps[len(gaps) // 2]:>9.1f}{gaps[len(gaps) * 95 // 100]:>9.1f}{gaps[-1]:>9.1f}", flush=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--flowers", type=int, default=100_000)
    parser.add_argument("--peer", type=int, default=5_000)
    options = parser.parse_args(arguments or [])
    workers = os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="wall-") as name:
        place = Path(name)
        new_action(place / "action", "no key")
        action = read_action(place / "action")
        items, out = invented(options.flowers, action), place / "site"
        print(f"{'':<52}{'seconds':>9}{'CPU s':>9}")
        thumbnails = Thumbnails(place / "thumbnails")
        with timed(f"drawing {REAL} thumbnails, {workers} processes"):
            thumbnails.make(items[:REAL], lambda _: b"", workers=workers)
        fake(items, thumbnails)
        thumbnails = Thumbnails(place / "thumbnails")
        with timed(f"wall of {len(items):,}, no sheet yet (target <= 300)"):
            write_whole(out, wall_files(action, items, thumbnails, workers))
        with timed("  again, after one was taken down"):
            write_whole(out, wall_files(action, items[:500] + items[501:], thumbnails, workers))
        print(f"\n{'milliseconds from frame to frame':<52}{'median':>9}{'p95':>9}{'most':>9}")
        images = "".join(
            f'<img src="wall/thumbs/{key[:2]}/{key}.webp" width="80" height="100" loading="lazy" alt="">'
            for key in map(key_of, items[1000 : 1000 + options.peer])
        )
        (out / "peer.html").write_text(f"<!doctype html><body>{images}")
        with served(out) as address:
            scrolled(address, "peer.html", len(items))


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
