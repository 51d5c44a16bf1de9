"""The public pages: old or new, never a mix; and never far behind."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.square.collector.rebuilding import swap_in

names = st.text("abc", min_size=1, max_size=5).map("feed/{}.json".format)
pages = st.dictionaries(names, st.binary(max_size=40), min_size=1)


def standing(folder: Path) -> dict[str, bytes]:
    public = folder / "public"
    files = [Path(place) / name for place, _, names in os.walk(public) for name in names]
    return {str(file.relative_to(public)): file.read_bytes() for file in files}


@given(st.lists(pages, min_size=1, max_size=4))
@settings(max_examples=25)
def test_the_pages_are_exactly_the_last_ones(tmp_path_factory, versions):
    folder = tmp_path_factory.mktemp("pages")
    for version in versions:
        swap_in(folder, version.items(), grace=0)
        assert standing(folder) == version
    assert len(list((folder / "versions").iterdir())) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["public", "versions"]
    shutil.rmtree(folder)


def test_a_reader_never_sees_a_mix(tmp_path):
    swap_in(tmp_path, [("a", b"0"), ("b", b"0")], grace=0)
    stop, mixed, looked = threading.Event(), [], 0

    def read() -> None:
        nonlocal looked
        while not stop.is_set():
            folder = (tmp_path / "public").resolve()
            found = [(folder / name).read_bytes() for name in ("a", "b")]
            looked += 1
            if found[0] != found[1]:
                mixed.append(found)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 25):
        swap_in(tmp_path, [("a", b"%d" % number), ("b", b"%d" % number)], grace=0.2)
    stop.set()
    reader.join()
    assert looked
    assert not mixed


def test_a_folder_that_is_not_ours_is_not_replaced(tmp_path):
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "mine").write_text("kept")
    with pytest.raises(Refused, match="not ours to replace"):
        swap_in(tmp_path, [("a", b"0")])
    assert (tmp_path / "public" / "mine").read_text() == "kept"


def test_flowers_reach_the_public_pages_without_their_country(start):
    square = start()
    seed = square.seed_of("to the wall")
    square.visitor.give(seed=seed, country="PL")
    feed = square.folder / "public" / "feed" / "flowers.json"
    until = time.monotonic() + 30
    while not feed.exists():
        assert time.monotonic() < until
        time.sleep(0.1)
    # The flower came after the first pages, which are then a minute or so old: let them look older.
    if seed.encode() not in feed.read_bytes():
        os.utime(square.folder / "public", (0, 0), follow_symlinks=False)
    while seed.encode() not in feed.read_bytes():
        assert time.monotonic() < until
        time.sleep(0.1)
    (flower,) = json.loads(feed.read_bytes())["flowers"]
    assert set(flower) == {"id", "day", "language", "seed", "kind", "phrase"}


def test_the_feed_has_no_order_but_day_and_random_id(start):
    square = start()
    for number in range(8):
        square.visitor.give(seed=square.seed_of(f"ordered {number}"))
    feed = square.folder / "public" / "feed" / "flowers.json"
    until = time.monotonic() + 40
    while not (feed.exists() and feed.read_bytes().count(b'"seed"') == 8):
        assert time.monotonic() < until
        if (square.folder / "public").is_symlink():
            os.utime(square.folder / "public", (0, 0), follow_symlinks=False)
        time.sleep(0.2)
    ids = [flower["id"] for flower in json.loads(feed.read_bytes())["flowers"]]
    assert ids == sorted(ids)
