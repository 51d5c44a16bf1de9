"""The smallest steps by which a story tells less: a season for a month, "a doctor" for a urologist, a region."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from valoshka.disclosure.jigsaw.adversaries import adversaries
from valoshka.disclosure.jigsaw.identifying import closest, suffices
from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.places import find_town
from valoshka.disclosure.jigsaw.said import event_kinds
from valoshka.terms import edtf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.disclosure.jigsaw.clues import Clue
    from valoshka.disclosure.jigsaw.populations import Populations


class Step(NamedTuple):
    """Say `clue` so that only `left` (or nothing) of it remains."""

    clue: Clue
    left: Clue | None

    def words(self, language: str) -> str:
        """What to do, in `en`, `be` or `ru`."""
        return _words(self, language)


@functools.cache
def _said() -> dict[str, dict[str, str]]:
    return cast(dict[str, dict[str, dict[str, str]]], entries("coarser.yml"))["items"]


def coarser(clue: Clue) -> Clue | None:
    """One step less of one fact; `None` is leaving it out.

    >>> from valoshka.disclosure.jigsaw.clues import Clue
    >>> coarser(Clue("event 0", "fine", 0, 5, "day", when="2020-09-13")).when
    '2020-23'
    """
    if clue.is_event and clue.timed:
        near: Literal["season", "year"] = "season" if clue.dated else "year"
        when = str(edtf.coarsen(edtf.parse(clue.when), near)) if clue.when else None
        return clue._replace(near=near, number=None, when=when)
    if clue.number is not None:
        return clue._replace(number=None)
    if clue.item == "town":
        return clue._replace(item="region")
    return None


def steps(clues: Sequence[Clue], populations: Populations | None = None) -> tuple[Step, ...]:
    """Few steps after which no adversary could tell the person by `clues`: at each turn the one that helps most."""
    first = {clue.fact: clue for clue in reversed(closest(clues))}
    left = closest(clues)
    done: dict[str, Step] = {}
    while left and (still := _open(left, populations)):
        # Of steps that help alike, saying less comes before leaving out, and a date before who somebody is.
        tried = [
            (
                min(_open(after_step(left, clue.fact), populations), still),
                coarser(clue) is None,
                not clue.is_event,
                fact,
            )
            for fact, clue in {clue.fact: clue for clue in reversed(left)}.items()
        ]
        fact = min(tried)[-1]
        before = next(clue for clue in left if clue.fact == fact)
        done[fact] = Step(first[fact], coarser(before))
        left = after_step(left, fact)
    return tuple(done.values())


def after_step(left: Sequence[Clue], fact: str) -> tuple[Clue, ...]:
    """What is left of told facts after one step with one of them."""
    return tuple(kept for each in left if (kept := coarser(each) if each.fact == fact else each) is not None)


def _open(clues: Sequence[Clue], populations: Populations | None) -> int:
    """How many adversaries could tell the person."""
    return sum(suffices(adversary, clues, populations) for adversary in adversaries().values())


def _words(step: Step, language: str) -> str:
    if step.left is not None and step.left.when and step.left.when != step.clue.when:
        season = edtf.shown(edtf.parse(step.left.when), language)
        return _said()["date"][language].format(event=label(step.clue.item, language), season=season)
    if step.clue.is_event:
        return event_kinds().get(step.clue.item, {}).get("coarser", _said()["other"])[language]
    if step.clue.item == "town" and (town := find_town(step.clue.value)) and step.left is not None:
        return _said()["town"][language].format(region=town.region[language])
    return _said().get(step.clue.item, _said()["other"])[language]


@functools.cache
def _labels() -> dict[str, dict[str, str]]:
    return cast(dict[str, dict[str, dict[str, str]]], entries("coarser.yml"))["labels"]


def label(item: str, language: str) -> str:
    """What an item of a clue is called.

    >>> label("departure", "en")
    'departure'
    """
    return _labels().get(item, _labels()["other"])[language]
