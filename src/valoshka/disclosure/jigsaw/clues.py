"""A fact of one person that a text tells, and how narrowly."""

from __future__ import annotations

from typing import NamedTuple

PRECISIONS = ("day", "part", "month", "season", "year", "none")
DATED = frozenset({"day", "part", "month"})  # a season is what a date is coarsened to
SEASON = "season"


class Clue(NamedTuple):
    """One told fact. `fact` tells facts of one person apart (`town`, `event 2`); `item` says what sort it is.

    `item` is profession, specialty, workplace, town, region, born, family, percent, or a kind of events.yml; `near`
    how narrowly it is dated (`PRECISIONS`); `value` what shares.yml is asked for; `when` the date as told (EDTF).
    """

    fact: str
    item: str
    start: int
    end: int
    near: str = "none"
    recorded: bool = False
    number: int | None = None
    value: str = ""
    when: str | None = None

    @property
    def is_event(self) -> bool:
        """Whether something happened, and a file may have its date."""
        return self.fact.startswith("event")

    @property
    def dated(self) -> bool:
        """Whether an event is told to the month or closer; words that are quoted can be searched for, and so dated."""
        return self.near in DATED or self.quoted

    @property
    def timed(self) -> bool:
        """Whether an event is told to the season or closer: by itself nothing, but more than nothing beside others."""
        return self.dated or self.near == SEASON

    @property
    def quoted(self) -> bool:
        """Whether these are public words, and the text quotes them."""
        return self.item == "public_words" and self.number is not None

    @property
    def narrowness(self) -> tuple[int, int]:
        """By which of two tellings of one fact is the closer one; the smaller the closer."""
        return PRECISIONS.index(self.near), 0 if self.number else 1
