"""The public pages, built anew beside the old ones and put in their place in one step. Run as a process of its own:

python -m valoshka.square.collector.rebuilding FOLDER
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.items import Item, read_items
from valoshka.solidarity.wall import Thumbnails
from valoshka.solidarity.wall.writing import lay_out
from valoshka.square.collector.exhibiting import exhibited, hang
from valoshka.square.grounds import PUBLIC, VERSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.solidarity.wall.building import PublicFile

_GRACE = 2.0
THUMBNAILS = "thumbnails"
# Seconds spent on drawing: a takedown waits for one rebuilding that runs and for its own, five minutes at most in all.
_DRAW, _DRAW_URGENT = 100.0, 20.0


def rebuild_public(folder: Path) -> None:
    """Write `folder/public` anew from what is given and published; readers see the old pages or the new, never a mix.

    Raises `Refused` if `public` is there and not ours.
    """
    from valoshka.square.collector.models import Change, GivenFlower

    marks = dict(Change.objects.values_list("name", "count"))
    asked, flowers = marks.get("asked", 0), GivenFlower.objects.count()
    is_urgent = asked != marks.get("built", 0)
    thumbnails = Thumbnails(folder / VERSIONS / THUMBNAILS)
    shown, waiting = hang(thumbnails, _items(), _jpeg, _DRAW_URGENT if is_urgent else _DRAW)
    today = datetime.now(UTC).date().isoformat()
    swap_in(folder, chain(public_files(), exhibited(folder, shown, thumbnails, today)))
    # Flowers that wait to be drawn are owed still.
    for name, count in (("built", asked), ("flowers", flowers - waiting)):
        Change.objects.update_or_create(name=name, defaults={"count": count})


def public_files() -> Iterator[tuple[str, bytes]]:
    """Each path under `public` with its content: the seeds and items as lists, and the pictures that items show.

    Sorted by day and random id. No country is told of anything: with a rare language it could be one person.
    """
    from valoshka.square.collector.models import GivenFlower, Published, PublishedPicture, written

    told = ("id", "day", "language", "seed", "kind", "phrase")
    flowers = [
        {**flower, "id": written(flower["id"]), "day": flower["day"].isoformat()}
        for flower in GivenFlower.objects.order_by("day", "id").values(*told).iterator()
    ]
    items = [json.loads(item) for item in Published.objects.order_by("id").values_list("item", flat=True)]
    for item in items:
        item.pop("country", None)
    yield "feed/flowers.json", json.dumps({"flowers": flowers}, ensure_ascii=False).encode()
    yield "feed/items.json", json.dumps({"items": items}, ensure_ascii=False).encode()
    for picture in PublishedPicture.objects.iterator(chunk_size=1):
        yield f"pictures/{picture.sha256}.jpg", bytes(picture.jpeg)


def _items() -> Iterator[Item]:
    """Flowers and published items; one that is not formed as items are is not shown."""
    from valoshka.square.collector.models import GivenFlower, Published, written

    for each in GivenFlower.objects.values().iterator():
        told = {key: each[key] for key in ("language", "country", "seed", "kind", "phrase")}
        yield Item(id=written(each["id"]), day=each["day"].isoformat(), **told)
    for line in Published.objects.values_list("item", flat=True).iterator():
        with suppress(Refused):
            yield from read_items([line.encode()], "an item")


def _jpeg(sha256: str) -> bytes:
    from valoshka.square.collector.models import PublishedPicture

    return bytes(PublishedPicture.objects.get(sha256=sha256).jpeg)


def swap_in(folder: Path, files: Iterable[PublicFile], grace: float = _GRACE) -> None:
    """Make `folder/public` show exactly these files, in one step (`public` is a link that is replaced).

    The old ones are deleted `grace` seconds later, when whoever was opening them has done so.
    """
    public, versions = folder / PUBLIC, folder / VERSIONS
    if public.exists() and not public.is_symlink():
        raise Refused(f"{PUBLIC} in the collector's folder is not ours to replace. Move it away.")
    fresh = versions / secrets.token_hex(8)
    lay_out(fresh, files)
    _let_everybody_read(versions)
    link = folder / f"{PUBLIC}.{fresh.name}"
    link.symlink_to(fresh.relative_to(folder), target_is_directory=True)
    link.replace(public)
    time.sleep(grace)
    for old in versions.iterdir():
        if old.name not in (fresh.name, THUMBNAILS):
            shutil.rmtree(old)


def _let_everybody_read(folder: Path) -> None:
    """The web server is another user; everything else that the collector writes is its own."""
    for place, _, names in os.walk(folder):
        Path(place).chmod(0o755)
        for name in names:
            (Path(place) / name).chmod(0o644)


def main() -> None:
    """Rebuild the pages of the folder that is given; the settings are in the environment, from `serving.stand_on`."""
    folder = Path(sys.argv[1])
    rebuild_public(folder)


if __name__ == "__main__":
    main()
