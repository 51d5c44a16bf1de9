"""What an action's folder on the staff's side holds, gathered for the wall, the feed, the counts and the book."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.action import read_action
from valoshka.solidarity.items import newest_first
from valoshka.solidarity.staffing.decisions import read_decisions
from valoshka.solidarity.staffing.publications import Publications
from valoshka.solidarity.wall.thumbnails import Thumbnails

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.items import Item

THUMBNAILS = "thumbnails"
_BATCH = 64


@dataclass(frozen=True)
class Gathered:
    """An action and its published items, the newest first; `jpeg_of` gives a picture's bytes by its SHA-256."""

    folder: Path
    action: Action
    items: list[Item]
    jpeg_of: Callable[[str], bytes]


def gather(folder: Path) -> Gathered:
    """Read an action's folder. Raises `Refused`: no action, a faulty line, nothing published yet.

    If all that was published has been taken down, there are no items: the pages must follow, too.
    """
    action, published = read_action(folder), Publications(folder)
    items = {item.id: item for item in (*published.flowers(), *published.items())}
    if not items and not any(each.decision == "takedown" for each in read_decisions(folder)):
        raise Refused(
            f"{folder} holds nothing that was published yet. Bring flowers in with `valoshka action pull`, or add some "
            "with `valoshka action add`, and publish them with `valoshka action push`."
        )

    def jpeg_of(sha256: str) -> bytes:
        try:
            return published.picture(sha256).read_bytes()
        except OSError as error:
            raise Refused(
                f"A published item shows the picture {sha256[:12]}…, which is not in the folder. Bring it back from a "
                "backup, or take the item down."
            ) from error

    return Gathered(folder, action, newest_first(items.values()), jpeg_of)


def thumbnails_for(gathered: Gathered, tell: Callable[[int], None]) -> Thumbnails:
    """Thumbnails of all items, drawn where there were none; `tell` hears how many are still to be drawn.

    What is drawn stays, so that the next time goes on from there. Raises `Refused` for a picture that is no JPEG.
    """
    thumbnails = Thumbnails(gathered.folder / THUMBNAILS)
    thumbnails.forget_others(gathered.items)
    while missing := [item for item in gathered.items if item not in thumbnails]:
        tell(len(missing))
        broken = thumbnails.make(missing[:_BATCH], gathered.jpeg_of, workers=os.cpu_count() or 1)
        if broken:
            raise Refused(f"The picture of {broken[0].id} cannot be read. Take that item down, or publish it anew.")
    return thumbnails
