"""What was approved goes out: through the gate once more, as a `Release`, signed to the collector, and written down."""

from __future__ import annotations

import base64
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure import Blocked
from valoshka.errors import Refused
from valoshka.solidarity.items import Item, read_items
from valoshka.solidarity.staffing import Decision, Inbox, Publications, add_decision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from valoshka.clearance import Release
    from valoshka.desk.moderation.collector import Collector
    from valoshka.desk.moderation.pictures import Darkroom
    from valoshka.desk.moderation.pile import Judged, Pile

_BUNDLE = 24 * 2**20  # bytes of pictures in one request: a third more in base64, and half of what is taken


@dataclass(frozen=True)
class Ready:
    """An item that may go out, with every file of it as the gate released it."""

    item: Item
    pictures: dict[str, bytes]

    @property
    def weight(self) -> int:
        """Bytes of its pictures."""
        return sum(map(len, self.pictures.values()))


@dataclass(frozen=True)
class Pushed:
    """How many items went out, and the ids of those that did not, each with its reason."""

    published: int
    held: dict[str, str]


def push(pile: Pile, darkroom: Darkroom, collector: Collector | None, progress: Callable[[int], None]) -> Pushed:
    """Publish what was approved and is not public yet, or was changed since; `progress` hears how many are done.

    Without a collector it is written down only, for `valoshka action wall`. Can be killed and run again: the collector
    takes an item twice as once. Raises `Refused`.
    """
    publications = Publications(pile.folder)
    before = {item.id: item for item in publications.items()}
    held: dict[str, str] = {}
    done = 0
    for bundle in _bundles(_ready(pile, darkroom, before, held)):
        if collector is not None:
            collector.post("staff/publish", _body(bundle))
        pictures = {name: jpeg for ready in bundle for name, jpeg in ready.pictures.items()}
        publications.add([ready.item for ready in bundle], pictures)
        done += len(bundle)
        progress(done)
    return Pushed(done, held)


def take_down(folder: Path, ids: Iterable[str], collector: Collector | None, decided: Callable[[str], Decision]) -> int:
    """Remove items for good: here, and at the collector; how many were published here.

    The decision is on the disk before anything else, so that no later push brings an item back. Raises `Refused`.
    """
    gone = list(ids)
    for id_ in gone:
        add_decision(folder, decided(id_))
        Inbox(folder).forget(id_)
    removed = Publications(folder).remove(gone)
    if collector is not None:
        collector.post("staff/takedown", {"ids": gone})
    return removed


def _ready(pile: Pile, darkroom: Darkroom, before: dict[str, Item], held: dict[str, str]) -> Iterator[Ready]:
    for id_ in pile.ids:
        decided = pile.decision(id_)
        if decided is None or decided.decision != "approve":
            continue
        try:
            ready = _released(pile, darkroom, pile.judged(id_))
        except Blocked as blocked:
            held[id_] = " ".join(sorted({finding.why for finding in blocked.findings}))
        except Refused as refusal:
            held[id_] = str(refusal)
        else:
            if before.get(id_) != ready.item:
                yield ready
        if id_ in held and id_ in before:
            held[id_] += " It is public already: take it down, if it must go (valoshka action takedown)."


def _released(pile: Pile, darkroom: Darkroom, judged: Judged) -> Ready:
    if judged.is_blocked:
        raise Refused("The gate blocks it now. Open the page, and reject it.")
    if not pile.lifted(judged):
        raise Refused("The gate has doubts that nobody had seen when it was approved. Open the page, and decide again.")
    opened = judged.opened
    decided = pile.decision(opened.id)
    assert decided is not None
    # Not who: a reason goes through the gate as well, and a colleague may be somebody whom it protects.
    looked = f"Looked at by one of the staff on {decided.day}."
    pictures: dict[str, bytes] = {}
    name = ""
    if opened.letter.picture:
        name, jpeg = darkroom.published(pile.opened(opened.id).letter.picture, opened.notes.covers)
        pictures = {name: _only_file(pile.gate.release_picture(f"{name}.jpg", jpeg, looked))}
    item = opened.item(name)
    reasons = {finding.key: f"{looked} {decided.reason}" for finding in judged.doubts}
    released = _only_file(pile.gate.release(item, reasons))
    return Ready(next(read_items([released], f"message {item.id}")), pictures)


def _only_file(release: Release) -> bytes:
    ((_, content),) = release.files
    return content


def _bundles(every: Iterable[Ready]) -> Iterator[list[Ready]]:
    bundle: list[Ready] = []
    for ready in every:
        if bundle and sum(each.weight for each in bundle) + ready.weight > _BUNDLE:
            yield bundle
            bundle = []
        bundle.append(ready)
    if bundle:
        yield bundle


def _body(bundle: list[Ready]) -> dict[str, object]:
    pictures = {name: jpeg for ready in bundle for name, jpeg in ready.pictures.items()}
    return {
        "items": [asdict(ready.item) for ready in bundle],
        "pictures": {name: base64.b64encode(jpeg).decode("ascii") for name, jpeg in pictures.items()},
    }
