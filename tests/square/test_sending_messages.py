"""Words and pictures wait, sealed, until the staff take them away; every one gets the same answer."""

from __future__ import annotations

import base64
import io
import json
import sqlite3

import pytest
from PIL import Image

from valoshka.errors import Refused
from valoshka.square.sealing import open_sealed
from valoshka.square.staff_key import StaffSecretKey

WAITING = (202, {"answer": "waiting"})


def jpeg(side: int = 80, **how: object) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((side, side)).convert("RGB").save(out, "JPEG", **how)
    return out.getvalue()


def letters(square, key=None):
    found, after = [], "0"
    while True:
        _, told = square.staff.sign("GET", f"staff/queue?after={after}")
        found += [open_sealed(base64.b64decode(each["sealed"]), key or square.key) for each in told["waiting"]]
        if not told["left"]:
            return found
        after = told["waiting"][-1]["id"]


def test_words_reach_the_staff_as_they_were_written(square):
    words = "Мы з вамі — “рыхтык” так 🌼\n" + "ў" * 400
    assert square.visitor.send(words=words, seed="letter 1") == WAITING
    (letter,) = [letter for letter in letters(square) if letter.seed == "letter 1"]
    assert (letter.words, letter.language, letter.country, letter.picture) == (words, "be", "PL", b"")


@pytest.mark.parametrize("seed", ["Мінск", "Ivan Ivanou +375 29 123-45-67", "🌼" * 64, "<b>'\"&", "bdkmzprtvwxq.p1"])
def test_a_seed_that_somebody_typed_reaches_the_staff_and_no_public_page(square, seed):
    assert square.visitor.send(seed=seed, words=f"grown from {seed}") == WAITING
    (letter,) = [letter for letter in letters(square) if letter.words == f"grown from {seed}"]
    assert letter.seed == seed
    _, told = square.staff.sign("GET", "staff/flowers")
    assert seed not in {flower["seed"] for flower in told["flowers"]}


def test_a_picture_reaches_the_staff_with_nothing_but_its_pixels(square):
    assert square.visitor.send(jpeg(2000, comment=b"taken at home"), words="a picture of mine") == WAITING
    (letter,) = [letter for letter in letters(square) if letter.words == "a picture of mine"]
    assert b"taken at home" not in letter.picture
    with Image.open(io.BytesIO(letter.picture)) as picture:
        assert picture.size == (1600, 1600)
    assert len(letter.alike) == 64


def test_every_message_gets_one_and_the_same_answer(square):
    answers = [square.visitor.send(words=words) for words in ("", "Ivan Ivanou", "https://example.org", "дзякуй")]
    assert answers == [WAITING] * 4


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (b"GIF89a" + bytes(100), "not_a_picture"),
        (b"\0\0\0\x18ftypheic" + bytes(100), "heic"),
        (bytes(8_400_000), "too_large"),
        (b"<svg/>", "not_a_picture"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_code_for_the_page(square, picture, code):
    assert square.visitor.send(picture)[1] == {"refused": code}


def test_a_form_above_all_bounds_is_refused_before_it_is_read(square):
    status, told = square.visitor.ask("POST", "message", b"", {"Content-Length": "99000000"})
    assert (status, told) == (413, {"refused": "too_large"})


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"words": "ў" * 501}, "words_too_long"),
        ({"seed": "x" * 65}, "not_understood"),
        ({"seed": ""}, "not_understood"),
        ({"kind": "rose"}, "not_understood"),
        ({"language": ""}, "not_understood"),
    ],
)
def test_fields_that_the_page_would_not_send_are_refused(square, fields, code):
    assert square.visitor.send(**fields)[1] == {"refused": code}


@pytest.mark.parametrize("body", [b"", b"--x", b"--x\r\n\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\n--x--"])
def test_a_form_that_is_none_is_refused(square, body):
    head = {"Content-Type": "multipart/form-data; boundary=x"}
    assert square.visitor.ask("POST", "message", body, head) == (400, {"refused": "not_understood"})


def test_a_proof_is_spent_even_if_the_picture_is_none(square):
    proof = square.visitor.proof()
    assert square.visitor.send(b"no picture", altcha=proof)[0] == 415
    assert square.visitor.send(b"no picture", altcha=proof) == (409, {"refused": "proof_used"})


def test_a_full_queue_says_so_until_staff_take_some(start):
    square = start()
    store = sqlite3.connect(square.folder / "square.sqlite3", timeout=20)
    rows = [(number, "2026-01-01", b"sealed") for number in range(1, 5001)]
    store.executemany("insert into square_waitingmessage (id, day, sealed) values (?, ?, ?)", rows)
    store.commit()
    store.close()
    assert square.visitor.send(words="one too many") == (503, {"refused": "queue_full"})
    square.staff.sign("POST", "staff/taken", {"ids": [f"{number:016x}" for number in range(1, 11)]})
    assert square.visitor.send(words="now there is room") == WAITING


def test_whoever_takes_the_server_reads_nothing(start, tmp_path):
    square = start()
    words, picture = "Прывітанне з невядомага горада", jpeg(200)
    square.visitor.send(words=words)
    square.visitor.send(picture, words=words)
    (sealed,) = [letter.picture for letter in letters(square) if letter.picture]
    square.end()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for secret in (words, words.encode("utf-16-le").decode("latin-1"), json.dumps(words)):
        assert secret.encode("utf-8", "replace") not in kept
    for shape in (picture[-400:-100], sealed[-400:-100]):
        assert shape not in kept


def test_another_key_opens_nothing(square):
    square.visitor.send(words="for you alone")
    with pytest.raises(Refused, match="does not open with this key"):
        letters(square, StaffSecretKey.fresh())


def test_two_messages_of_any_length_take_the_same_room(start):
    square = start()
    for words, seed in (("", "a"), ("Трымайцеся", "b"), ("🌼" * 500, "🌼" * 64)):
        assert square.visitor.send(words=words, seed=seed) == WAITING
    _, told = square.staff.sign("GET", "staff/queue")
    assert len({len(each["sealed"]) for each in told["waiting"]}) == 1
