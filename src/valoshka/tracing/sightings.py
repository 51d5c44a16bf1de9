"""What a search of the lists brings: rows that may be about the person, and which lists were searched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.names.forms import spellings

if TYPE_CHECKING:
    from datetime import datetime

    from valoshka.tracing.list_row import ListRow


@dataclass(frozen=True)
class Sighting:
    """A row that may be about the person who is sought: never more than may be, until somebody has looked.

    `name` is the one of the row's names that is likest. `score`, 0 to 1, is that of the name, less what the birth takes
    away; `likely` is whether it reaches `valoshka.names.ACCEPT`, by more than a given name alone. `reasons` are in
    words. `faint` ones are shown only to who asks for all or where there is nothing better, and then only those
    `of_the_family`, which have the surname; `just_under` says what lacks where hardly anything does.
    """

    row: ListRow
    name: str
    score: float
    likely: bool
    reasons: tuple[str, ...]
    faint: bool = False
    of_the_family: bool = False
    just_under: str = ""


@dataclass(frozen=True)
class SearchedList:
    """A list that was searched: its rows, names and rows without a name, when it was last written and when read."""

    file: str
    rows: int
    names: int
    written: datetime | None
    read: datetime
    unsearched: int = 0


@dataclass(frozen=True)
class Trace:
    """The answer to one question.

    `sightings` are best first: the likely ones, then the weak ones. `left_out` counts weaker ones beyond the limit,
    at least: more were not counted unless `counted`. `likely_left_out` of them reach the threshold.
    """

    name: str
    sightings: tuple[Sighting, ...]
    searched: tuple[SearchedList, ...]
    left_out: int = 0
    counted: bool = True
    likely_left_out: int = 0

    @property
    def spellings(self) -> int:
        """How many spellings and cases of the name are known, all of which were sought."""
        return len(spellings(self.name))

    @property
    def likely(self) -> tuple[Sighting, ...]:
        """The sightings whose name and birth both agree well."""
        return tuple(sighting for sighting in self.sightings if sighting.likely)

    @property
    def weak(self) -> tuple[Sighting, ...]:
        """The other sightings."""
        return tuple(sighting for sighting in self.sightings if not sighting.likely)
