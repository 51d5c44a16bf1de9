"""The queue as folders: `share/ID/` holds an item's files, and the file `done` once it was shared."""

from __future__ import annotations

import re
import secrets
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.staffing.durable import said_plainly

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

DONE = "done"
_ID = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True)
class Queue:
    """The folder of the queue.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     queue = Queue(pathlib.Path(place) / "share")
    ...     queue.put("00000000000000ff", {"alt.txt": b"A flower."})
    ...     queue.mark("00000000000000ff", "2026-05-02")
    ...     queue.waiting(), queue.done()
    ([], ['00000000000000ff'])
    """

    folder: Path

    def waiting(self) -> list[str]:
        """Ids that are still to be shared."""
        return [path.name for path in self._places() if not (path / DONE).exists()]

    def done(self) -> list[str]:
        """Ids that were shared."""
        return [path.name for path in self._places() if (path / DONE).exists()]

    def put(self, id_: str, files: Mapping[str, bytes]) -> None:
        """Write an item's files, all of them or none."""
        unfinished = self.folder / f".{id_}.{secrets.token_hex(4)}"
        with said_plainly(self.folder):
            unfinished.mkdir(parents=True)
            try:
                for name, content in files.items():
                    (unfinished / name).write_bytes(content)
                unfinished.rename(self.folder / id_)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)

    def mark(self, id_: str, day: str) -> None:
        """Note that an item was shared on a day. Raises `Refused` if it is not in the queue."""
        if not _ID.fullmatch(id_) or not (self.folder / id_).is_dir():
            raise Refused("Nothing with this id waits to be shared. `valoshka action share FOLDER` lists what does.")
        with said_plainly(self.folder):
            (self.folder / id_ / DONE).write_text(f"{day}\n", encoding="ascii")

    def drop_others(self, ids: Collection[str]) -> list[str]:
        """Remove whatever is not published any more; which of it had been shared already, and must be deleted there."""
        gone = [path for path in self._places() if path.name not in ids]
        shared = [path.name for path in gone if (path / DONE).exists()]
        with said_plainly(self.folder):
            for path in gone:
                shutil.rmtree(path)
        return shared

    def _places(self) -> Iterator[Path]:
        if self.folder.is_dir():
            yield from (path for path in sorted(self.folder.iterdir()) if _ID.fullmatch(path.name))
