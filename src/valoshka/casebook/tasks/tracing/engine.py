"""Which version compared: a likeness says by which it was found, and another version compares anew."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from valoshka import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

SHOWN = 10  # hexadecimal digits: two versions that differ are never taken for one by chance
ROOMS = ("valoshka.names", "valoshka.casebook.tasks.tracing")
KNOWLEDGE = (".py", ".yml")


@cache
def engine_version() -> str:
    """Valoshka's version and the start of the SHA-256 of all that `names/` and this room are made of.

    Nobody has to remember to count it up: a new diminutive in a YAML file is a new engine.

    >>> engine_version().partition("+")[0] == __version__
    True
    """
    both = "".join(hash_of(files(room)) for room in ROOMS)
    return f"{__version__}+{hashlib.sha256(both.encode()).hexdigest()[:SHOWN]}"


def hash_of(room: Traversable) -> str:
    """The SHA-256 of all code and knowledge in the folder `room`, with the names of the files."""
    whole = hashlib.sha256()
    for path, part in sorted(_parts(room, "")):
        whole.update(f"{path}\n".encode())
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def _parts(room: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for each in room.iterdir():
        where = f"{path}/{each.name}"
        if each.is_dir():
            yield from _parts(each, where)
        elif each.name.endswith(KNOWLEDGE):
            yield where, each.read_bytes()
