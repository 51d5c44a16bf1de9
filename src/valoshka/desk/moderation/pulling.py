"""Bringing in what waits: the collector is told to forget a message only once the sealed bytes are on our disk."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from valoshka.errors import Refused
from valoshka.solidarity.flowers.fresh_seed import says_nothing
from valoshka.solidarity.items import Item, read_items
from valoshka.solidarity.staffing import Inbox, Publications, read_decisions, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from valoshka.desk.moderation.collector import Collector, Told

_FIRST = "0" * 16


@dataclass(frozen=True)
class Pulled:
    """How many messages and flowers were new."""

    messages: int
    flowers: int


def pull(folder: Path, collector: Collector, progress: Callable[[int], None] = lambda _: None) -> Pulled:
    """Bring in messages and flowers; `progress` hears how many messages are still at the collector.

    Can be killed at any moment and run again: a message is there or here, or for a moment in both. Raises `Refused`.
    """
    messages = sum(_pull_page(folder, collector, page, progress) for page in _pages(collector))
    return Pulled(messages, Publications(folder).add_flowers(_flowers(folder, collector)))


def _pages(collector: Collector) -> Iterator[Told]:
    after = _FIRST
    while True:
        page = collector.get(f"staff/queue?after={after}")
        waiting = _list(page, "waiting")
        if not waiting:
            return
        yield page
        after = str(waiting[-1]["id"])


def _pull_page(folder: Path, collector: Collector, page: Told, progress: Callable[[int], None]) -> int:
    inbox, down = Inbox(folder), standing(read_decisions(folder))
    new, ids = 0, []
    for each in _list(page, "waiting"):
        id_, day = str(each.get("id")), str(each.get("day"))
        if id_ not in down or down[id_].decision != "takedown":
            new += inbox.keep(id_, day, _bytes(each.get("sealed")))
        ids.append(id_)
    collector.post("staff/taken", {"ids": ids})
    progress(cast(int, page.get("left", 0)))
    return new


def _flowers(folder: Path, collector: Collector) -> Iterator[Item]:
    """Flowers since the last day that is here already: on that day, more may have come."""
    here = Publications(folder).flowers()
    down = {id_ for id_, decision in standing(read_decisions(folder)).items() if decision.decision == "takedown"}
    since = f"&since={max(item.day for item in here)}" if here else ""
    after, more = _FIRST, True
    while more:
        page = collector.get(f"staff/flowers?after={after}{since}")
        told = _list(page, "flowers")
        yield from (item for item in _items(told) if item.id not in down and _is_safe(item))
        more = bool(page.get("more")) and bool(told)
        after = str(told[-1]["id"]) if told else after


def _is_safe(item: Item) -> bool:
    """Whether it is what the collector may publish unread; one that was seized could send anything as a flower."""
    return says_nothing(item.seed) and not (item.words or item.alt or item.picture or item.translations)


def _items(told: list[dict[str, object]]) -> list[Item]:
    return list(read_items((json.dumps(each).encode() for each in told), "the collector's flowers"))


def _list(told: Told, name: str) -> list[dict[str, object]]:
    untrusted = told.get(name)
    if not isinstance(untrusted, list) or not all(isinstance(each, dict) for each in untrusted):
        raise Refused(f"The collector's answer holds no “{name}”. Is it as new as this program?")
    return untrusted


def _bytes(untrusted: object) -> bytes:
    try:
        return base64.b64decode(str(untrusted), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused("The collector sent a damaged message. Nothing was removed there; try again.") from error
