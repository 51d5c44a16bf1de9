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
    "postgres_trigram": Peer("PostgreSQL pg_trgm (GiST) on unidecode", "peers", slow=True),
    "sqlite_trigram": Peer("SQLite FTS5 trigram on unidecode", "peers", slow=True),
    "duckdb_jaro_winkler": Peer("DuckDB jaro_winkler on unidecode", "peers", slow=True),
    "tantivy_fuzzy": Peer("Tantivy fuzzy on unidecode", "peers", slow=True),
    "yente_logic_v2": Peer("yente's query + nomenklatura logic-v2", "yente", slow=True),
}


def load(name: str) -> Engine:
    """The adapter of this peer, ready to build."""
    made: Engine = import_module(f"benchmarks.names.peers.{name}").engine()
    return made


def measured_by_the_wall(name: str) -> bool:
    """Whether the peer's work is done by another process, so that only wall time can be told."""
    return bool(getattr(import_module(f"benchmarks.names.peers.{name}"), "WALL", False))
