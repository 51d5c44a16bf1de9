"""Messages as they came, sealed: one file each, `inbox/<day>.<id>.sealed`, and the staff's notes beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.staffing.durable import said_plainly, write_durably

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "inbox"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)\.([0-9a-f]{16})\.sealed")
_ID = re.compile("[0-9a-f]{16}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Beside a message: the staff's translations and covers; the author's yes to a post that was found elsewhere.
_BESIDE = ("notes", "consent")


@dataclass(frozen=True)
class Kept:
    """A sealed message on the disk: its random id (16 hexadecimal digits) and the day (YYYY-MM-DD) on which it came."""

    id: str
    day: str
    path: Path


class Inbox:
    """The sealed messages of an action's folder.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     inbox = Inbox(pathlib.Path(folder))
    ...     inbox.keep("00000000000000ff", "2026-05-02", b"sealed"), inbox.keep("00000000000000ff", "2026-05-02", b"")
    ...     [(kept.id, kept.day) for kept in inbox.kept()]
    (True, False)
    [('00000000000000ff', '2026-05-02')]
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def keep(self, untrusted_id: str, untrusted_day: str, sealed: bytes) -> bool:
        """Have a message on the disk; `False` if it is there already. Raises `Refused`: a faulty id or day, no room."""
        if not (_ID.fullmatch(untrusted_id) and _DAY.fullmatch(untrusted_day)):
            raise Refused("The collector sent a message without a proper id and day. Is it the right collector?")
        if self.find(untrusted_id):
            return False
        write_durably(self._folder / f"{untrusted_day}.{untrusted_id}.sealed", sealed)
        return True

    def kept(self) -> list[Kept]:
        """All messages, the oldest day first; within a day by their random ids."""
        if not self._folder.is_dir():
            return []
        with said_plainly(self._folder):
            paths = sorted(self._folder.iterdir())
        return [kept for path in paths if (kept := _kept(path))]

    def find(self, id_: str) -> Kept | None:
        """The message with this id."""
        return next(filter(None, map(_kept, self._folder.glob(f"*.{id_}.sealed"))), None)

    def read(self, kept: Kept) -> bytes:
        """A message, still sealed."""
        with said_plainly(kept.path):
            return kept.path.read_bytes()

    def keep_beside(self, id_: str, kind: str, sealed: bytes) -> None:
        """Keep something sealed beside a message, in place of what was there; `kind` is `notes` or `consent`."""
        write_durably(self._beside(id_, kind), sealed)

    def read_beside(self, id_: str, kind: str) -> bytes | None:
        """What was kept beside a message, still sealed."""
        path = self._beside(id_, kind)
        if not path.exists():
            return None
        with said_plainly(path):
            return path.read_bytes()

    def forget(self, id_: str) -> None:
        """Remove a message and all that was kept beside it; that there is none is no harm."""
        kept = self.find(id_)
        with said_plainly(self._folder):
            for kind in _BESIDE:
                self._beside(id_, kind).unlink(missing_ok=True)
            if kept:
                kept.path.unlink(missing_ok=True)

    def _beside(self, id_: str, kind: str) -> Path:
        assert _ID.fullmatch(id_)
        assert kind in _BESIDE
        return self._folder / f"{id_}.{kind}.sealed"


def _kept(path: Path) -> Kept | None:
    match = _NAME.fullmatch(path.name)
    return Kept(match[2], match[1], path) if match else None
