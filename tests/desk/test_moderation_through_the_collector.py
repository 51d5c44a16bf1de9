"""From a visitor's message to the public pages, and off them again, through a real collector."""

from __future__ import annotations

import hashlib
import io
import json
import signal
import subprocess
import sys

from PIL import Image

from valoshka.desk.moderation.collector import Collector
from valoshka.desk.moderation.keys import secret_key_of
from valoshka.desk.moderation.opened import with_translation
from valoshka.desk.moderation.pulling import pull
from valoshka.solidarity.staffing import Inbox, Publications

WORDS = "Трымайцеся, мы з вамі!"


def published(square) -> str:
    """All that stands in the collector's public pages."""
    files = (square.folder / "public").rglob("*") if (square.folder / "public").exists() else []
    return "".join(path.read_text("utf-8", "replace") for path in files if path.is_file())


def only(pile) -> str:
    (id_,) = pile.ids
    return id_


def test_a_message_goes_all_the_way_and_is_taken_down_again(action, square, run, opened, soon):
    square.visitor.send(words=WORDS)
    people = ("--protect", str(action.parent / "people.yml"))
    assert "1 message, 0 flowers" in run("action", "pull", str(action), *people)
    assert "0 messages" in run("action", "pull", str(action), *people)
    pile = opened()
    pile.note(only(pile), lambda notes: with_translation(notes, "en", "Hold on, we are with you."))
    pile.approve(only(pile))
    assert "1 item sent" in run("action", "push", str(action), *people)
    assert "0 items sent" in run("action", "push", str(action), *people)
    soon(lambda: "Hold on, we are with you." in published(square))
    said = run("action", "takedown", str(action), only(pile), "--reason", "asked_by_person")
    assert "1 published item" in said
    soon(lambda: "Hold on" not in published(square))
    assert not Inbox(action).kept()
    assert "0 items sent" in run("action", "push", str(action), *people)


def test_a_picture_goes_out_as_pixels_under_its_covers(action, square, run, opened, photo, soon):
    square.visitor.send(photo, words="")
    run("action", "pull", str(action))
    pile = opened()
    pile.note(only(pile), lambda notes: type(notes)({}, "Дзве кветкі", ((0, 0, 500, 1000),)))
    pile.approve(only(pile))
    run("action", "push", str(action))
    (item,) = Publications(action).items()
    jpeg = Publications(action).picture(item.picture).read_bytes()
    assert hashlib.sha256(jpeg).hexdigest() == item.picture
    assert b"Uzornik" not in jpeg

    with Image.open(io.BytesIO(jpeg)) as seen:
        assert seen.size == (1200, 900)
        left, right = seen.getpixel((300, 450)), seen.getpixel((900, 450))
    assert all(abs(one - other) < 6 for one, other in zip(left, (59, 87, 196), strict=True))
    assert max(right) - min(right) < 6
    soon(lambda: list((square.folder / "public").rglob(f"{item.picture}*")) != [])


def test_flowers_come_in_as_they_are_and_can_be_taken_down(action, square, run, soon):
    assert square.visitor.give(seed="bdkmzprtvwxq", kind="poppy", phrase="")[0] == 202
    assert square.visitor.give(seed="zprtvwxqbdkm", kind="poppy", phrase="")[0] == 202
    assert "0 messages, 2 flowers" in run("action", "pull", str(action))
    assert "0 messages, 0 flowers" in run("action", "pull", str(action))
    id_ = next(item.id for item in Publications(action).flowers() if item.seed == "bdkmzprtvwxq")
    run("action", "takedown", str(action), id_)
    assert "0 flowers" in run("action", "pull", str(action))
    assert [item.seed for item in Publications(action).flowers()] == ["zprtvwxqbdkm"]
    soon(lambda: "zprtvwxqbdkm" in published(square) and "bdkmzprtvwxq" not in published(square))


def test_killed_before_the_collector_was_told_nothing_is_lost_and_nothing_twice(action, square, run):
    """The worst moment: the messages are here, and the collector still has them."""
    for number in range(3):
        square.visitor.send(words=f"{WORDS} {number}")
    halfway = "\n".join(
        (
            "import os, sys, pathlib",
            "from valoshka.desk.moderation.collector import Collector",
            "from valoshka.desk.moderation.keys import secret_key_of",
            "from valoshka.desk.moderation.pulling import pull",
            "class Dying(Collector):",
            "    def post(self, path, told): os.kill(os.getpid(), 9)",
            "folder = pathlib.Path(sys.argv[1])",
            "pull(folder, Dying(sys.argv[2], secret_key_of(folder)))",
        )
    )
    address = f"http://127.0.0.1:{square.port}"
    died = subprocess.run([sys.executable, "-c", halfway, str(action), address], timeout=60)
    assert died.returncode == -signal.SIGKILL
    before = {kept.id: kept.path.read_bytes() for kept in Inbox(action).kept()}
    assert len(before) == 3
    assert len(square.staff.sign("GET", "staff/queue?after=0")[1]["waiting"]) == 3
    assert pull(action, Collector(address, secret_key_of(action))).messages == 0
    assert {kept.id: kept.path.read_bytes() for kept in Inbox(action).kept()} == before
    assert square.staff.sign("GET", "staff/queue?after=0")[1]["waiting"] == []


def test_more_messages_than_one_answer_holds_all_come(action, square):
    key = secret_key_of(action)
    collector = Collector(f"http://127.0.0.1:{square.port}", key)
    for number in range(53):
        assert square.visitor.send(words=f"{WORDS} {number}")[0] == 202
    left: list[int] = []
    assert pull(action, collector, left.append).messages == 53
    assert left == [3, 0]


def test_without_the_collector_it_is_said_and_nothing_is_lost(action, square, run, opened):
    square.visitor.send(words=WORDS)
    run("action", "pull", str(action))
    square.end()
    pile = opened()
    pile.approve(only(pile))
    assert "does not answer. Nothing is lost" in run("action", "push", str(action), code=1)
    assert Publications(action).items() == []


def test_nobody_reads_a_message_on_the_disk(action, square, run):
    square.visitor.send(words=WORDS)
    run("action", "pull", str(action))
    run("action", "add", str(action), "--text", "-", "--language", "be", "--consent", "Янка сказаў так 2 мая",
        told="Мы побач, Янка Выдуманы")  # fmt: skip
    every = b"".join(path.read_bytes() for path in action.rglob("*") if path.is_file())
    for told in (WORDS, "Янка", "Мы побач"):
        assert told.encode() not in every


def test_what_is_pushed_twice_is_public_once(action, square, run, opened, soon):
    square.visitor.send(words=WORDS)
    run("action", "pull", str(action))
    pile = opened()
    pile.approve(only(pile))
    run("action", "push", str(action))
    # As if the program had been killed after the collector took it, and before it was written down here.
    (action / "published.jsonl").unlink()
    assert "1 item sent" in run("action", "push", str(action))
    soon(lambda: WORDS in published(square))
    told = square.staff.sign("POST", "staff/publish", {"items": [], "pictures": {}})
    assert told == (200, {"published": 0})
    feed = json.loads((action / "published.jsonl").read_text("utf-8"))
    assert feed["words"] == WORDS
