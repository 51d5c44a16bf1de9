"""A full disk, too many at once: refused with a code, and nothing acknowledged is lost."""

from __future__ import annotations

import io
import resource
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from valoshka.errors import Refused
from valoshka.square import serving
from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken, statuses
from valoshka.square.studio.pool import Studio


@pytest.mark.skipif(sys.platform != "linux", reason="caps another process's files")
def test_a_full_disk_is_a_full_queue_and_nothing_acknowledged_is_lost(start):
    square = start()
    workers = Path(f"/proc/{square.process.pid}/task/{square.process.pid}/children").read_text().split()
    square.visitor.give(seed=square.seed_of("before"))
    written = max(path.stat().st_size for path in square.folder.glob("square.sqlite3*"))
    for worker in workers:
        resource.prlimit(int(worker), resource.RLIMIT_FSIZE, (written + 20_000, resource.RLIM_INFINITY))
    acknowledged, answers = [square.seed_of("before")], set()
    for number in range(30):
        seed = square.seed_of(f"filling {number}")
        status, told = square.visitor.give(seed=seed)
        answers.add((status, told.get("refused")))
        if status == 202:
            acknowledged.append(seed)
    assert answers <= {(202, None), (503, "queue_full")}
    assert (503, "queue_full") in answers
    for worker in workers:
        resource.prlimit(int(worker), resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert square.visitor.give(seed=square.seed_of("after"))[0] == 202
    _, told = square.staff.sign("GET", "staff/flowers")
    assert {*acknowledged, square.seed_of("after")} == {flower["seed"] for flower in told["flowers"]}


def test_more_uploads_than_there_is_room_for_are_asked_to_come_again():
    out = io.BytesIO()
    Image.effect_noise((3000, 2000), 80).convert("RGB").save(out, "JPEG")
    studio = Studio(1, replace(limits(), studio_queue=1))
    ready = threading.Barrier(6)

    def upload() -> str:
        ready.wait()
        try:
            return f"{len(studio.redraw(out.getvalue()).alike)} digits"
        except NotTaken as told:
            return told.code

    with ThreadPoolExecutor(6) as visitors:
        answers = [future.result() for future in [visitors.submit(upload) for _ in range(6)]]
    studio.close()
    assert answers.count("64 digits") == 2
    assert answers.count("too_many") == 4


def test_every_refusal_is_told_to_whoever_builds_pages():
    manual = (Path(__file__).parents[2] / "docs" / "square.md").read_text(encoding="utf-8")
    assert [code for code in statuses() if f"`{code}`" not in manual] == []


def test_a_computer_that_cannot_draw_pictures_is_said_before_anybody_uploads(monkeypatch):
    serving.require_studio()
    monkeypatch.setattr(serving, "Studio", lambda size: Studio(size, replace(limits(), studio_seconds=0)))
    with pytest.raises(Refused, match="does not come up under its caps"):
        serving.require_studio()
