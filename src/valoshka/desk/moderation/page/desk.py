"""What the page is about: set once, before the server listens."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valoshka.desk.moderation.pictures import Darkroom
    from valoshka.desk.moderation.pile import Pile
    from valoshka.solidarity.action import Action


@dataclass(frozen=True)
class Desk:
    """The pile to decide on, the action that it belongs to, and the language of the page (`en`, `be`, `ru`)."""

    pile: Pile
    action: Action
    darkroom: Darkroom
    language: str


_now: list[Desk] = []
# PDFium draws flowers, for one thread at a time; and it must not be drawing when the process ends.
DRAWING = threading.Lock()


def lay(desk: Desk) -> None:
    """Make `desk` the one that this process shows."""
    _now[:] = [desk]


def desk() -> Desk:
    """The one that this process shows."""
    return _now[0]
