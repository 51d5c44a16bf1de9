"""The data keys that are open in this process, in memory only: never in settings, logs or an exception's text."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class OpenStore:
    """Where a store lies and its raw 32-byte key, which `repr` leaves out."""

    path: Path
    key: bytes = field(repr=False)


_open: dict[str, OpenStore] = {}


def is_open(alias: str) -> bool:
    """Whether the store's key is in memory.

    >>> is_open("identities")
    False
    """
    return alias in _open


def open_store(alias: str) -> OpenStore:
    """The open store behind a database alias; `Refused` if it is locked or detached."""
    try:
        return _open[alias]
    except KeyError as error:
        if alias == "identities" and _open:
            raise Refused(
                "This needs the identities, which are detached or locked. Attach them with "
                "`valoshka identities attach`, or give their own passphrase."
            ) from error
        raise Refused("No casebook is open. Unlock one first.") from error


@contextmanager
def holding(stores: Mapping[str, OpenStore]) -> Iterator[None]:
    """Keep the keys for the length of a `with` block. One casebook at a time: connections are known by alias."""
    if _open:
        raise Refused("Another casebook is open in this process. Close it first.")
    _open.update(stores)
    try:
        yield
    finally:
        _open.clear()
        for forget in _forgetting:
            forget()


_forgetting: list[Callable[[], None]] = []


def at_locking(forget: Callable[[], None]) -> None:
    """Call `forget` whenever the keys are let go: for whatever keeps names in memory between two questions."""
    _forgetting.append(forget)
