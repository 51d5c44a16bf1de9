"""What is given, published and taken down is on the wall, in the feeds and out of them."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import secrets
import time

import pytest
from PIL import Image

from valoshka.solidarity.action import new_action


@pytest.fixture
def whole(start, tmp_path, staff_key):
    """A collector on a whole action, as `action new` makes it."""
    running = start()
    new_action(tmp_path / "whole", "no key")
    (running.folder / "action.yml").write_bytes((tmp_path / "whole" / "action.yml").read_bytes())
    return start(again=running)


def soon(what) -> None:
    until = time.monotonic() + 120
    while not what():
        assert time.monotonic() < until, "the wall was not rebuilt"
        time.sleep(0.3)


def shown(square) -> str:
    page = square.folder / "public" / "wall" / "be" / "index.html"
    return page.read_text(encoding="utf-8") if page.exists() else ""


def test_an_item_is_on_the_wall_until_it_is_taken_down(whole):
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "navy").save(out, "JPEG")
    name = hashlib.sha256(out.getvalue()).hexdigest()
    item = {"id": secrets.token_hex(8), "day": "2026-05-02", "language": "be", "words": "Дзякуй вам", "picture": name}
    bundle = {"items": [item, {"id": "f" * 16, "words": "no day"}],
              "pictures": {name: base64.b64encode(out.getvalue()).decode()}}  # fmt: skip
    assert whole.staff.sign("POST", "staff/publish", bundle)[0] == 200
    soon(lambda: "Дзякуй вам" in shown(whole))
    assert "Дзякуй вам" in (whole.folder / "public" / "feed" / "be.json").read_text(encoding="utf-8")
    thumbnails = whole.folder / "versions" / "thumbnails"
    assert len(list(thumbnails.glob("??/*.webp"))) == 1
    whole.staff.sign("POST", "staff/takedown", {"ids": [item["id"]]})
    soon(lambda: "Дзякуй вам" not in shown(whole))
    assert list(thumbnails.glob("*/*.webp")) == list(thumbnails.glob("sheets/*.webp"))
    told = json.loads((whole.folder / "public" / "wall" / "mosaic.json").read_bytes())
    assert told["leaves"] == []


def test_a_takedown_reaches_the_pages_though_the_action_is_faulty(square):
    item = {"id": secrets.token_hex(8), "day": "2026-05-02", "language": "be", "words": "to be taken down"}
    square.staff.sign("POST", "staff/publish", {"items": [item]})
    items = square.folder / "public" / "feed" / "items.json"
    soon(lambda: items.exists() and item["id"] in items.read_text())
    square.staff.sign("POST", "staff/takedown", {"ids": [item["id"]]})
    soon(lambda: item["id"] not in items.read_text())
    assert not (square.folder / "public" / "wall").exists()
