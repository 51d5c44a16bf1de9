"""Only the staff's key reads the queue and publishes; what is taken down stays down."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from datetime import UTC, datetime, timedelta

import pytest

from valoshka.square.signing import authorization
from valoshka.square.staff_key import StaffSecretKey

NOT_STAFF = (403, {"refused": "not_staff"})


def item(**told: object) -> dict[str, object]:
    return {"id": secrets.token_hex(8), "words": "Дзякуй", "picture": "", **told}


def public(square, name: str) -> str:
    page = square.folder / "public" / name
    return page.read_text(encoding="utf-8") if page.exists() else ""


def soon(what) -> None:
    """Wait for the public pages, which are built by a process of their own."""
    until = time.monotonic() + 60
    while not what():
        assert time.monotonic() < until, "the public pages were not rebuilt"
        time.sleep(0.2)


@pytest.mark.parametrize("path", ["staff/queue", "staff/flowers"])
def test_without_a_signature_there_is_nothing_to_read(square, path):
    assert square.visitor.ask("GET", path) == NOT_STAFF


def test_another_key_is_not_the_staff(square):
    square = type(square)(square.folder, StaffSecretKey.fresh(), square.process, square.port)
    assert square.staff.sign("GET", "staff/queue") == NOT_STAFF


def test_a_request_that_was_overheard_is_good_for_nothing(square):
    head = {"Authorization": authorization(square.key, "GET", "staff/queue", b"")}
    assert square.visitor.ask("GET", "staff/queue", b"", head)[0] == 200
    assert square.visitor.ask("GET", "staff/queue", b"", head) == NOT_STAFF


@pytest.mark.parametrize("minutes", [-10, 10])
def test_a_request_of_another_time_is_not_taken(square, minutes):
    then = datetime.now(UTC) + timedelta(minutes=minutes)
    head = {"Authorization": authorization(square.key, "GET", "staff/queue", b"", then)}
    assert square.visitor.ask("GET", "staff/queue", b"", head) == NOT_STAFF


def test_a_signature_holds_for_one_method_path_and_body(square):
    body = json.dumps({"ids": []}).encode()
    for method, path, signed in [
        ("POST", "staff/takedown", b"{}"),
        ("POST", "staff/taken", body),
        ("GET", "staff/takedown", body),
        ("POST", "staff/takedown?x=1", body),
    ]:
        head = {"Authorization": authorization(square.key, method, path, signed)}
        assert square.visitor.ask("POST", "staff/takedown", body, head) == NOT_STAFF


@pytest.mark.parametrize(
    "head", ["", "Valoshka-Staff-1", "Valoshka-Staff-1 2026-13-45T99:99Z " + "a" * 32, "Basic eDp5"]
)
def test_a_header_of_another_form_is_refused(square, head):
    assert square.visitor.ask("GET", "staff/queue", b"", {"Authorization": head}) == NOT_STAFF


def test_what_was_taken_is_gone(square):
    square.visitor.send(words="to be taken")
    _, told = square.staff.sign("GET", "staff/queue")
    ids = [each["id"] for each in told["waiting"]]
    assert square.staff.sign("POST", "staff/taken", {"ids": ids}) == (200, {"taken": len(ids)})
    assert square.staff.sign("GET", "staff/queue") == (200, {"waiting": [], "left": 0})


def test_published_items_stand_in_the_public_pages_until_they_are_taken_down(square):
    jpeg = b"\xff\xd8 invented \xff\xd9"
    name = hashlib.sha256(jpeg).hexdigest()
    one, other = item(picture=name), item(id="f" * 16, country="LT")
    bundle = {"items": [one, other], "pictures": {name: base64.b64encode(jpeg).decode()}}
    assert square.staff.sign("POST", "staff/publish", bundle) == (200, {"published": 2})
    soon(lambda: one["id"] in public(square, "feed/items.json"))
    assert (square.folder / "public" / "pictures" / f"{name}.jpg").read_bytes() == jpeg
    square.staff.sign("POST", "staff/takedown", {"ids": [one["id"]]})
    soon(lambda: one["id"] not in public(square, "feed/items.json"))
    assert "f" * 16 in public(square, "feed/items.json")
    assert "LT" not in public(square, "feed/items.json")
    assert not (square.folder / "public" / "pictures" / f"{name}.jpg").exists()


def test_what_was_taken_down_is_not_published_again(square):
    one = item()
    square.staff.sign("POST", "staff/takedown", {"ids": [one["id"]]})
    assert square.staff.sign("POST", "staff/publish", {"items": [one]}) == (200, {"published": 0})


def test_publishing_twice_changes_nothing_and_a_new_wording_replaces(square):
    one = item()
    square.staff.sign("POST", "staff/publish", {"items": [one]})
    square.staff.sign("POST", "staff/publish", {"items": [{**one, "words": "mended wording"}]})
    soon(lambda: "mended wording" in public(square, "feed/items.json"))
    items = json.loads(public(square, "feed/items.json"))["items"]
    assert [each["words"] for each in items if each["id"] == one["id"]] == ["mended wording"]


def test_a_flower_is_taken_down_like_any_item(square):
    square.visitor.give(seed=square.seed_of("to be taken"))
    _, told = square.staff.sign("GET", "staff/flowers")
    (gone,) = [flower["id"] for flower in told["flowers"] if flower["seed"] == square.seed_of("to be taken")]
    square.staff.sign("POST", "staff/takedown", {"ids": [gone]})
    _, told = square.staff.sign("GET", "staff/flowers")
    assert gone not in {flower["id"] for flower in told["flowers"]}


@pytest.mark.parametrize(
    "bundle",
    [
        [],
        {},
        {"items": [{"id": "1"}]},
        {"items": [{}]},
        {"items": [item(picture="../../etc/passwd")]},
        {"items": [item(picture="a" * 64)]},
        {"items": [item(words="x" * 70_000)]},
        {"items": [], "pictures": {"a" * 64: "AAAA"}},
        {"items": [], "pictures": {"a": "not base64!"}},
    ],
)
def test_a_bundle_of_another_form_is_refused_whole(square, bundle):
    assert square.staff.sign("POST", "staff/publish", bundle) == (400, {"refused": "not_understood"})


@pytest.mark.parametrize("query", ["after=x", "after=-1", "since=yesterday", "since=2026-13-01"])
def test_a_query_of_another_form_is_refused(square, query):
    assert square.staff.sign("GET", f"staff/flowers?{query}") == (400, {"refused": "not_understood"})


def test_flowers_of_earlier_days_can_be_left_out(square):
    square.visitor.give(seed=square.seed_of("of today"))
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    assert square.staff.sign("GET", f"staff/flowers?since={tomorrow}")[1]["flowers"] == []
