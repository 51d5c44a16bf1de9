"""What an engine must do to be measured, and which there are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class Engine(Protocol):
    """An adapter module holds `engine() -> Engine`, and WALL = True if its work is done in another process.

    `accepted` (optional) gives the ids of all whom the engine would call the same person, no limit.
    """

    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        """Take in (id, text) rows; may be called once."""

    def search(self, query: str, limit: int) -> list[str]:
        """At most `limit` ids, best first."""


class Peer(NamedTuple):
    """How a peer is called in tables, and which file of `requirements/` it needs (none: the project's own)."""

    title: str
    environment: str | None
    slow: bool = False  # asked a sample of each kind only


PEERS = {
    "valoshka": Peer("Valoshka", None),
    "prototype": Peer("the day's prototype", "peers"),
    "token_sort": Peer("rapidfuzz token_sort on unidecode", "peers", slow=True),
}


def load(name: str) -> Engine:
    """The adapter of this peer, ready to build."""
    made: Engine = import_module(f"benchmarks.names.peers.{name}").engine()
    return made


def measured_by_the_wall(name: str) -> bool:
    """Whether the peer's work is done by another process, so that only wall time can be told."""
    return bool(getattr(import_module(f"benchmarks.names.peers.{name}"), "WALL", False))
