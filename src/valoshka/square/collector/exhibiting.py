"""What the collector holds, as the public sees it: the wall, the feeds, the counts.

They need the whole `action.yml`. Where that, or another file of the staff's, is faulty, the page that needs it is left
out rather than left as it was: a takedown must reach the public pages whatever else is wrong.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.action import read_action
from valoshka.solidarity.counts import count_files, read_ledger, released, written_ledger
from valoshka.solidarity.feed import feed_files, read_news
from valoshka.solidarity.items import Item, newest_first
from valoshka.solidarity.staffing.durable import write_durably
from valoshka.solidarity.wall import Thumbnails, wall_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.feed.news import News
    from valoshka.solidarity.wall.building import PublicFile

LEDGER = "counts.json"
_BATCH = 64


def hang(
    thumbnails: Thumbnails, items: Iterable[Item], jpeg_of: Callable[[str], bytes], seconds: float
) -> tuple[list[Item], int]:
    """Draw thumbnails, the newest first, for about so many seconds; the items that can be shown, and how many wait.

    What waits is shown by the next rebuilding. A picture that cannot be read is never shown.
    """
    sorted_items, until = newest_first(items), time.monotonic() + seconds
    thumbnails.forget_others(sorted_items)
    missing = [item for item in sorted_items if item not in thumbnails]
    done = 0
    while done < len(missing) and time.monotonic() < until:
        thumbnails.make(missing[done : done + _BATCH], jpeg_of, workers=_cores())
        done += _BATCH
    return [item for item in sorted_items if item in thumbnails], max(0, len(missing) - done)


def exhibited(folder: Path, items: Sequence[Item], thumbnails: Thumbnails, today: str) -> Iterator[PublicFile]:
    """The files of wall, feeds and counts; none of them while `action.yml` cannot be used."""
    try:
        action = read_action(folder)
    except Refused:
        return
    yield from wall_files(action, items, thumbnails, _cores())
    yield from feed_files(action, items, _news(folder, action)).items()
    yield from _counted(folder, action, items, today).items()


def _news(folder: Path, action: Action) -> list[News]:
    try:
        return read_news(folder, action.languages)
    except Refused:
        return []


def _counted(folder: Path, action: Action, items: Sequence[Item], today: str) -> dict[str, bytes]:
    ledger = folder / LEDGER
    try:
        before = read_ledger(ledger.read_bytes(), LEDGER) if ledger.exists() else []
    except Refused:
        return {}
    rows = released(items, action.countries_at_risk, today, before)
    if rows != before:
        # Before anybody reads it: what is told and not kept could be told otherwise.
        write_durably(ledger, written_ledger(rows))
    return count_files(action, rows)


def _cores() -> int:
    return os.cpu_count() or 1
