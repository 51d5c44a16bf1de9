"""What an engine must do to be measured, and which there are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Found(NamedTuple):
    """`text[start:end]` names the person `key`; `strong` is what would block, the rest is for review."""

    start: int
    end: int
    key: str
    strong: bool
    how: str = ""


class Engine(Protocol):
    """An adapter module holds `engine() -> Engine`."""

    def build(self, people: Mapping[str, Sequence[str]]) -> None:
        """Take in key → spellings of everybody to protect; called once."""

    def find(self, text: str) -> Iterable[Found]:
        """Every place of the text where one of them is named."""


class Peer(NamedTuple):
    """How a peer is called in tables, and which file of `requirements/` it needs (none: the project's own).

    `slow` ones read a sample of the texts; the table says so.
    """

    title: str
    environment: str | None
    slow: bool = False


PEERS = {
    "valoshka": Peer("Valoshka, the gate", None),
    "finder": Peer("Valoshka, names.Finder", None),
    "exact": Peer("exact Aho-Corasick", "peers"),
    "pymorphy_forms": Peer("pymorphy3 forms, exact", "peers"),
    "partial_ratio": Peer("rapidfuzz partial_ratio >= 85", "peers", slow=True),
    "presidio_deny_list": Peer("Presidio deny-list", "presidio", slow=True),
}


def load(name: str) -> Engine:
    """The adapter of this peer, ready to build."""
    made: Engine = import_module(f"benchmarks.gate.peers.{name}").engine()
    return made
