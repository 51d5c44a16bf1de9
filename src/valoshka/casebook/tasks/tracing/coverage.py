"""Which lists a search has been held against: "no match" says nothing without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import KeptList
from valoshka.casebook.tasks.tracing.engine import engine_version

if TYPE_CHECKING:
    from valoshka.casebook.identities.models import Search


@dataclass(frozen=True)
class Coverage:
    """The lists that were searched whole, and those that still wait to be compared."""

    searched: tuple[KeptList, ...]
    waiting: tuple[KeptList, ...]

    @property
    def rows(self) -> int:
        """How many rows were searched; those that were blacked out do not count."""
        return sum(kept.rows_searched for kept in self.searched)


class Coverages:
    """The coverage of any search, as the casebook stands; lists are read once for thirty thousand searches."""

    def __init__(self) -> None:
        self._lists = tuple(KeptList.objects.all())
        self._known: dict[tuple[bool, ...], Coverage] = {}

    @property
    def all(self) -> list[Coverage]:
        """Those that were asked for, each once."""
        return list(self._known.values())

    def of(self, search: Search) -> Coverage:
        """The lists by whether `search`, as it asks now, has been held against all their rows by today's engine."""
        # Searches of one evening share a coverage; by `is` they can be told together.
        done = tuple(_is_done(kept, search.serial) for kept in self._lists)
        if done not in self._known:
            self._known[done] = Coverage(
                tuple(kept for kept, is_done in zip(self._lists, done, strict=True) if is_done),
                tuple(kept for kept, is_done in zip(self._lists, done, strict=True) if not is_done),
            )
        return self._known[done]


def _is_done(kept: KeptList, serial: int) -> bool:
    return kept.compared_by == engine_version() and kept.compared_up_to >= serial
