"""What was published: `published.jsonl`, `pictures/<sha256>.jpg`, and `flowers.jsonl` for what needed nobody's look."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from valoshka.solidarity.items import Item, read_items, written_items
from valoshka.solidarity.staffing.durable import said_plainly, write_durably

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

PUBLISHED, FLOWERS, PICTURES = "published.jsonl", "flowers.jsonl", "pictures"


class Publications:
    """The published items of an action's folder, and the pictures that they show.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     published = Publications(pathlib.Path(folder))
    ...     published.add([Item("00000000000000ff", "2026-05-02", "be", words="Дзякуй")], {})
    ...     [item.words for item in published.items()]
    ['Дзякуй']
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def items(self) -> list[Item]:
        """Messages that were approved and published. Raises `Refused`, naming the line that is no item."""
        return self._read(PUBLISHED)

    def flowers(self) -> list[Item]:
        """Seeds with approved phrases, as the collector published them."""
        return self._read(FLOWERS)

    def add(self, items: Iterable[Item], pictures: Mapping[str, bytes]) -> None:
        """Write down published items, in place of older ones with their ids; `pictures` are JPEGs by SHA-256.

        Pictures come first, so that no item ever points to one that is not there.
        """
        for name, jpeg in pictures.items():
            assert hashlib.sha256(jpeg).hexdigest() == name
            if not self.picture(name).exists():
                write_durably(self.picture(name), jpeg)
        self._write(PUBLISHED, {item.id: item for item in (*self.items(), *items)}.values())
        self._drop_pictures()

    def add_flowers(self, flowers: Iterable[Item]) -> int:
        """Write down flowers; how many of them were new."""
        before = {item.id: item for item in self.flowers()}
        after = {**before, **{item.id: item for item in flowers}}
        if after != before:
            self._write(FLOWERS, after.values())
        return len(after) - len(before)

    def remove(self, ids: Iterable[str]) -> int:
        """Take items and flowers out, and pictures that nothing shows any more; how many there were."""
        gone, removed = set(ids), 0
        for file, items in ((PUBLISHED, self.items()), (FLOWERS, self.flowers())):
            left = [item for item in items if item.id not in gone]
            if len(left) < len(items):
                removed += len(items) - len(left)
                self._write(file, left)
        self._drop_pictures()
        return removed

    def picture(self, sha256: str) -> Path:
        """Where the picture with this hash lies, or would."""
        return self._folder / PICTURES / f"{sha256}.jpg"

    def _read(self, name: str) -> list[Item]:
        path = self._folder / name
        if not path.exists():
            return []
        with said_plainly(path):
            lines = path.read_bytes().split(b"\n")
        return list(read_items(lines, name))

    def _write(self, name: str, items: Iterable[Item]) -> None:
        write_durably(self._folder / name, written_items(sorted(items, key=lambda item: (item.day, item.id))))

    def _drop_pictures(self) -> None:
        shown = {f"{item.picture}.jpg" for item in self.items() if item.picture}
        folder = self._folder / PICTURES
        with said_plainly(folder):
            for path in folder.glob("*.jpg"):
                if path.name not in shown:
                    path.unlink()
