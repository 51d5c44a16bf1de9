"""Content that the gate has cleared: the only thing that may be rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valoshka.clearance.content import Content


@dataclass(frozen=True)
class Check:
    """One check that the gate made: what it looked for, and what it found, in words for the report."""

    name: str
    looked_for: str
    result: str


@dataclass(frozen=True)
class ClearedContent:
    """A `Content` in which the gate found nobody at risk.

    Only `disclosure` can make one (through `clearance.minting`, which `lint-imports` closes to every other room);
    calling this class fails, so that no caller publishes past the gate by mistake.

    >>> ClearedContent(content=None, checks=(), _seal=None)
    Traceback (most recent call last):
    TypeError: ClearedContent is made by disclosure.clear(content), never by hand.
    """

    content: Content
    checks: tuple[Check, ...]
    _seal: object

    def __post_init__(self) -> None:
        """Refuse every maker but the gate."""
        from valoshka.clearance.minting import is_the_seal

        if not is_the_seal(self._seal):
            raise TypeError("ClearedContent is made by disclosure.clear(content), never by hand.")
