"""Who could recognise somebody, as values: what each holds, in how large a file, and what it takes to look them up."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.said import event_kinds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.disclosure.jigsaw.clues import Clue


CROWD = "crowd"  # whoever holds no file, only what anybody can look up
STATE, EMPLOYER, NEIGHBOUR, SEARCH = "state", "employer", "neighbour", "search"


@dataclass(frozen=True)
class Adversary:
    """One who holds a file of `size` people.

    `facts` are the items that it tells of each; `pairs` how many dated events of one file are identifying by
    themselves (0: none ever are); `own` items say nothing in it, because they are true of everybody there; `likelier`
    says how many times as common a profession is there as among all. `label` and `ask` by language.
    """

    code: str
    size: int
    facts: frozenset[str]
    pairs: int
    own: frozenset[str]
    likelier: int
    label: Mapping[str, str]
    ask: Mapping[str, str]

    def holds(self, clue: Clue) -> bool:
        """Whether the file tells of this.

        >>> from valoshka.disclosure.jigsaw.clues import Clue
        >>> adversaries()["employer"].holds(Clue("event 0", "dismissal", 0, 5))
        True
        """
        if not clue.is_event:
            return clue.item in self.facts
        held = self.code in event_kinds().get(clue.item, {}).get("held", {})
        return held or (self.code == STATE and is_recorded(clue))


def is_recorded(clue: Clue) -> bool:
    """Whether the state keeps a file on this event, by its nature or because somebody knows so."""
    return clue.recorded or bool(event_kinds().get(clue.item, {}).get("recorded"))


@functools.cache
def adversaries() -> dict[str, Adversary]:
    """Everybody of adversaries.yml, by code."""
    known = cast(dict[str, dict[str, dict[str, object]]], entries("adversaries.yml"))["adversaries"]
    return {code: _adversary(code, entry) for code, entry in known.items()}


def _adversary(code: str, entry: dict[str, object]) -> Adversary:
    return Adversary(
        code,
        cast(int, entry["file"]),
        frozenset(cast(list[str], entry["facts"])),
        cast(int, entry["pairs"]),
        frozenset(cast(list[str], entry.get("own", []))),
        cast(int, entry.get("likelier", 1)),
        cast(dict[str, str], entry["label"]),
        cast(dict[str, str], entry["ask"]),
    )
