"""What was seen, where, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Sighting:
    """`text[start:end]` is an identifier of `owner` (an id), or one of nobody known of a `kind` of kinds.yml.

    `doubtful` if it may as well stand there by chance.
    """

    start: int
    end: int
    owner: str | None = None
    kind: str | None = None
    doubtful: bool = False
