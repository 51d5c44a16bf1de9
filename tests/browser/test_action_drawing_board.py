"""Drawing by mouse, finger and keys."""

from __future__ import annotations

import base64
import io
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

pytestmark = pytest.mark.browser

JS = Path(str(resources.files("valoshka.solidarity").joinpath("site", "js")))
HOME = "https://action.test/"
SHEET = """<!doctype html><meta charset=utf-8><title>Drawing</title>
<style>body { margin: 0 } canvas { display: block; width: 320px; height: 400px }</style>
<canvas id=sheet width=640 height=800></canvas><button>Next</button>
<script type=module>
import { drawingBoard } from "/js/draw.mjs";
globalThis.changes = 0;
const sheet = document.getElementById("sheet");
sheet.addEventListener("input", () => { globalThis.changes += 1; });
globalThis.board = drawingBoard(sheet);
</script>"""
PAPER = (251, 249, 244)


@pytest.fixture
def page(chromium):
    def answer(route):
        path = route.request.url.removeprefix(HOME)
        if path == "":
            route.fulfill(body=SHEET, content_type="text/html")
        elif (JS / path.removeprefix("js/")).is_file():
            route.fulfill(body=(JS / path.removeprefix("js/")).read_bytes(), content_type="text/javascript")
        else:
            route.fulfill(status=404)

    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.route("**/*", answer)
    page.goto(HOME)
    page.wait_for_function("globalThis.board")
    yield page
    context.close()


def drawn(page) -> np.ndarray:
    address = page.evaluate("""board.toBlob().then((blob) => new Promise((resolve) => {
      const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result) });
      reader.readAsDataURL(blob);
    }))""")
    picture = Image.open(io.BytesIO(base64.b64decode(address.split(",")[1])))
    assert picture.size == (640, 800)
    return np.asarray(picture, dtype=int)


def inked(page) -> int:
    """Pixels that are no paper."""
    return int((np.abs(drawn(page) - PAPER).max(axis=2) > 40).sum())


def stroke(page, *way: tuple[int, int]) -> None:
    page.mouse.move(*way[0])
    page.mouse.down()
    for point in way[1:]:
        page.mouse.move(*point, steps=6)
    page.mouse.up()


def empty(page) -> bool:
    return page.evaluate("board.isEmpty()")


def test_a_stroke_of_the_mouse_leaves_ink_where_it_went(page):
    assert empty(page)
    assert inked(page) == 0
    stroke(page, (60, 60), (260, 60))
    picture = drawn(page)
    assert not empty(page)
    assert np.abs(picture[120, 300] - PAPER).max() > 40
    assert np.abs(picture[400] - PAPER).max() < 8
    assert page.evaluate("changes") == 1


def test_a_finger_draws_a_dot(page):
    page.touchscreen.tap(100, 100)
    assert np.abs(drawn(page)[200, 200] - PAPER).max() > 40


def test_strokes_are_undone_and_done_again(page):
    stroke(page, (60, 60), (260, 60))
    one = inked(page)
    stroke(page, (60, 300), (260, 300))
    two = inked(page)
    page.evaluate("board.undo()")
    assert inked(page) == one
    page.evaluate("board.redo()")
    assert inked(page) == two
    page.evaluate("board.undo(); board.undo(); board.undo()")
    assert empty(page)
    assert inked(page) == 0


def test_a_new_stroke_forgets_what_was_undone(page):
    stroke(page, (60, 60), (260, 60))
    page.evaluate("board.undo()")
    stroke(page, (60, 300), (260, 300))
    one = inked(page)
    page.evaluate("board.redo()")
    assert inked(page) == one


def test_even_a_cleared_sheet_comes_back(page):
    stroke(page, (60, 60), (260, 60))
    one = inked(page)
    page.evaluate("board.clear()")
    assert empty(page)
    page.evaluate("board.undo()")
    assert inked(page) == one


def test_colour_and_width_are_of_the_next_stroke(page):
    page.evaluate('board.colour("#c2304a"); board.width(44)')
    stroke(page, (60, 60), (260, 60))
    broad = inked(page)
    assert np.abs(drawn(page)[120, 320] - (0xC2, 0x30, 0x4A)).max() < 12
    page.evaluate("board.undo(); board.width(10)")
    stroke(page, (60, 60), (260, 60))
    assert 0 < inked(page) < broad / 2


def test_keys_draw_too_and_the_ring_that_shows_the_pen_is_no_part_of_it(page):
    page.focus("#sheet")
    page.keyboard.press("ArrowRight")
    assert inked(page) == 0
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Space")
    line = inked(page)
    assert line > 400
    page.keyboard.press("Control+z")
    assert empty(page)
    page.keyboard.press("Control+Shift+Z")
    assert inked(page) == line


def test_keys_let_a_keyboard_leave_the_sheet(page):
    page.focus("#sheet")
    page.keyboard.press("Space")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    assert not empty(page)


def test_the_pen_stops_at_the_edge(page):
    page.focus("#sheet")
    page.keyboard.press("Space")
    for _ in range(30):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Space")
    assert np.abs(drawn(page)[400, 639] - PAPER).max() > 40


def test_a_closed_board_draws_no_more(page):
    page.evaluate("board.close()")
    stroke(page, (60, 60), (260, 60))
    assert empty(page)


def test_another_button_of_the_mouse_is_no_pen(page):
    page.mouse.move(60, 60)
    page.mouse.down(button="right")
    page.mouse.move(200, 200)
    page.mouse.up(button="right")
    assert empty(page)
