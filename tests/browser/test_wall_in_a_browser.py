"""The wall as a visitor meets it: whole without scripts, by keyboard, read aloud, and with very many flowers."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from contextlib import contextmanager
from typing import ClassVar

import pytest

from valoshka.solidarity.action import new_action, read_action
from valoshka.solidarity.counts import count_files, released
from valoshka.solidarity.items import Item, newest_first
from valoshka.solidarity.wall import Thumbnails, wall_files
from valoshka.solidarity.wall.writing import write_whole

pytestmark = pytest.mark.browser

PHONE, DESK = 390, 1280
LONG = "Als meine Mutter krank war, saß eine Pflegerin die ganze Nacht bei ihr. Diese Blume ist für sie. " * 3


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map: ClassVar[dict[str, str]] = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
    }

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def items(tmp_path_factory) -> list[Item]:
    kinds = ["cornflower", "poppy", "flax", "daisy"]
    given = [
        Item(
            f"{at:016x}", f"2026-05-{1 + at // 70:02}", "ar" if at % 3 else "de", seed=f"s{at % 4}", kind=kinds[at % 4]
        )
        for at in range(520)
    ]
    texts = [("ar", "لستم وحدكم"), ("de", LONG), ("be", "Дзякуй вам")]
    spoken = [
        Item(f"{at:016x}", "2026-05-09", texts[at % 3][0], seed="s1", kind="poppy", words=texts[at % 3][1],
             translations={"en": "A translation.", "ar": "ترجمة"})
        for at in range(1000, 1020)
    ]  # fmt: skip
    return given + spoken


@pytest.fixture(scope="module")
def wall(items, tmp_path_factory):
    """The address of a wall that is served as it would be, with its counts."""
    place = tmp_path_factory.mktemp("wall")
    new_action(place / "action", "no key")
    action = read_action(place / "action")
    thumbnails = Thumbnails(place / "thumbnails")
    thumbnails.make(items, lambda _: b"")
    rows = released(items, [], "2026-06-01")
    write_whole(place / "site", [*wall_files(action, items, thumbnails), *count_files(action, rows).items()])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(place / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def opened(chromium, address: str, width: int = DESK, scheme: str = "light", **settings):
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce", **settings
    )
    page = context.new_page()
    page.asked, page.heard = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.goto(address)
    yield page
    context.close()


def begun(page):
    page.wait_for_selector("#mosaic:not([hidden])")
    return page


@pytest.mark.parametrize(
    "path", ["wall/en/index.html", "wall/ar/index.html", "wall/de/page-1.html", "counts/be/index.html"]
)
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_axe_finds_nothing(chromium, axe, wall, path, width, scheme):
    with opened(chromium, f"{wall}/{path}", width, scheme, bypass_csp=True) as page:
        if "index" in path and "wall" in path:
            begun(page)
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:2]) for each in found["violations"]] == []


def test_axe_finds_nothing_in_an_open_message(chromium, axe, wall):
    with opened(chromium, f"{wall}/wall/en/index.html", bypass_csp=True) as page:
        begun(page).locator(".cursor").press("Enter")
        page.wait_for_selector("dialog[open] .message")
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [each["id"] for each in found["violations"]] == []


@pytest.mark.parametrize("path", ["wall/be/index.html", "wall/ar/page-1.html", "counts/en/index.html"])
@pytest.mark.parametrize("width", [320, PHONE, 768, DESK])
def test_no_page_scrolls_sideways(chromium, wall, path, width):
    with opened(chromium, f"{wall}/{path}", width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_every_flower_can_be_reached_and_seen(chromium, wall, items):
    found = set()
    with opened(chromium, f"{wall}/wall/be/index.html", java_script_enabled=False) as page:
        assert not page.locator("#mosaic").is_visible()
        while True:
            found |= {each.get_attribute("id") for each in page.locator("li.flower").all()}
            older = page.locator("a[rel=next]")
            if not older.count():
                break
            older.click()
        assert not page.locator("svg").count()
    assert found == {f"f-{item.id}" for item in items}


def test_all_requests_go_to_the_walls_own_host_and_nothing_is_complained_of(chromium, wall):
    with opened(chromium, f"{wall}/wall/en/index.html") as page:
        begun(page)
        page.wait_for_timeout(800)
        heard = [each for each in page.heard if "favicon" not in each and "404" not in each]
        assert all(url.startswith(wall) for url in page.asked)
        assert heard == []
        assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_arrows_move_and_enter_opens_the_message_of_that_flower(chromium, wall, items):
    order = newest_first(items)
    with opened(chromium, f"{wall}/wall/en/index.html") as page:
        cursor = begun(page).locator(".cursor")
        cursor.focus()
        columns = page.evaluate("Math.floor(document.querySelector('.window').clientWidth / 80)")
        for key in ("ArrowRight", "ArrowDown", "ArrowRight", "ArrowLeft"):
            page.keyboard.press(key)
        assert cursor.get_attribute("aria-label") == f"Flower {columns + 2} of {len(items)}"
        assert page.locator("[aria-live]").text_content() == f"Flower {columns + 2} of {len(items)}"
        page.keyboard.press("End")
        page.keyboard.press("Home")
        page.keyboard.press("Enter")
        page.wait_for_selector("dialog[open] .message")
        assert page.locator("dialog .message").text_content().strip() == order[0].words.strip()
        page.get_by_role("button", name="Next").click()
        page.wait_for_function(
            "said => document.querySelector('dialog .message')?.textContent.trim() === said", arg=order[1].words.strip()
        )
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.className") == "cursor"


def test_in_a_language_from_right_to_left_the_first_flower_stands_right_and_left_goes_on(chromium, wall):
    with opened(chromium, f"{wall}/wall/ar/index.html") as page:
        cursor = begun(page).locator(".cursor")
        first = cursor.bounding_box()
        cursor.focus()
        page.keyboard.press("ArrowLeft")
        assert "2" in cursor.get_attribute("aria-label")
        assert cursor.bounding_box()["x"] < first["x"]
        assert first["x"] + first["width"] > DESK - 100


def test_a_click_opens_the_flower_under_it(chromium, wall, items):
    with opened(chromium, f"{wall}/wall/en/index.html") as page:
        begun(page)
        box = page.locator(".window canvas").bounding_box()
        page.mouse.click(box["x"] + 45, box["y"] + 50)
        page.wait_for_selector("dialog[open] .flower img")
        assert page.locator(".cursor").get_attribute("aria-label") == f"Flower 1 of {len(items)}"


def test_the_mosaic_paints_what_the_sheets_hold(chromium, wall):
    with opened(chromium, f"{wall}/wall/en/index.html") as page:
        begun(page)
        page.wait_for_timeout(1500)
        colours = page.evaluate("""() => {
          const canvas = document.querySelector(".window canvas");
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const seen = new Set();
          for (let at = 0; at < pixels.length; at += 4 * 97) seen.add(pixels.slice(at, at + 3).join());
          return seen.size;
        }""")
    assert colours > 500


def test_however_many_flowers_the_mosaic_has_few_nodes(chromium, wall):
    def many(route):
        leaves = [["none.webp", "index.html", 200]] * 500
        route.fulfill(json={"cell": [80, 100], "columns": 20, "leaves": leaves})

    with opened(chromium, "about:blank") as page:
        page.route("**/mosaic.json", many)
        page.goto(f"{wall}/wall/en/index.html")
        begun(page)
        page.evaluate("document.querySelector('.window').scrollTop = 300000")
        page.wait_for_timeout(300)
        assert "of 100000" in page.locator(".cursor").get_attribute("aria-label")
        assert page.evaluate("document.querySelectorAll('#mosaic, #mosaic *').length") <= 300
        assert page.evaluate("document.querySelector('.window').scrollHeight") > 600_000


def test_when_a_message_cannot_be_fetched_that_is_said(chromium, wall):
    with opened(chromium, f"{wall}/wall/en/index.html") as page:
        cursor = begun(page).locator(".cursor")
        page.route("**/*.html", lambda route: route.abort())
        cursor.press("Enter")
        page.wait_for_selector("dialog[open]")
        page.get_by_text("could not be fetched").wait_for()


def test_where_the_list_cannot_be_fetched_the_pages_are_all_there_is(chromium, wall):
    with opened(chromium, "about:blank") as page:
        page.route("**/mosaic.json", lambda route: route.abort())
        page.goto(f"{wall}/wall/en/index.html")
        page.wait_for_timeout(300)
        assert not page.locator("#mosaic").is_visible()
        assert page.locator("li.flower").count() > 100


def test_the_list_of_the_mosaic_is_small(chromium, wall):
    with opened(chromium, f"{wall}/wall/mosaic.json") as page:
        assert len(json.loads(page.locator("pre").text_content())["leaves"]) >= 3
