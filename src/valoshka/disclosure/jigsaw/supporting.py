"""What says little of a person by itself, but something beside a dated event."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from valoshka.disclosure.jigsaw.clues import Clue
from valoshka.disclosure.jigsaw.facts import callings, same_phrases
from valoshka.disclosure.jigsaw.said import AGE, DEED, FAMILY, PERCENT, PUBLIC, kinds_of, relatives
from valoshka.disclosure.jigsaw.told_dates import precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.jigsaw.pieces import Told
    from valoshka.disclosure.jigsaw.said import Said
    from valoshka.disclosure.people import Facts, RecordedEvent

# Who was dismissed may tell that they resigned; who was summoned, that they were questioned as a witness.
_ALIKE = {
    "detention": frozenset({"administrative_arrest"}),
    "administrative_arrest": frozenset({"detention"}),
    "witness": frozenset({"summons", "criminal_case"}),
    "criminal_case": frozenset({"witness"}),
    "dismissal": frozenset({"resignation", "contract"}),
    "resignation": frozenset({"dismissal", "contract"}),
    "contract": frozenset({"dismissal", "resignation"}),
    "sentence": frozenset({"hearing"}),
}
_AS_CHILD = {"child": "children"}
_NEAR_PERCENT = 5  # points
_TOLD_BETWEEN = (2017, 2026)  # years in which an age may have been told


def supporting(facts: Facts, told: Told) -> Iterator[Clue]:
    """What says little by itself: undated events, relatives, what somebody does all day, figures, a year of birth."""
    for number, event in enumerate(facts.events):
        # Many people share an event's words; what a text says of those is worked out once.
        yield from told.once(
            ("event", number, event.what, event.recorded_by_state, bool(event.date)),
            functools.partial(_undated, number, event, told),
        )
    yield from told.once(("family", facts.family), functools.partial(_relatives, facts, told))
    for item in ("profession", "specialty"):
        known = getattr(facts, item)
        yield from told.once((item, known), functools.partial(_deeds, item, known, told))
    yield from _percents(facts, told)
    yield from told.once(("born", facts.born), functools.partial(_birth, facts, told))


def _undated(number: int, event: RecordedEvent, told: Told) -> Iterator[Clue]:
    kinds, count, _ = kinds_of(event.what)
    for kind in or_alike(kinds):
        for each in told.events.get(kind, ()):
            # What is said with a date was found by its date, or is another event; a year that was guessed may be wrong.
            if kind != PUBLIC and agree(each.number, count) and not (each.when and event.date and not each.inferred):
                yield event_clue(number, event, each._replace(when=None), count)


def or_alike(kinds: frozenset[str]) -> frozenset[str]:
    """Kinds of events.yml, and those as which the same may be told."""
    return kinds.union(*(_ALIKE.get(kind, frozenset()) for kind in kinds))


def event_clue(at: int, event: RecordedEvent, each: Said, count: int | None) -> Clue:
    """The clue that `each` tells of the event that stands at place `at` of a person's facts."""
    number = each.number if count is not None and each.number == count else None
    near = precision(each.when) if event.date else "none"
    return Clue(
        f"event {at}", each.kind, each.start, each.end, near, event.recorded_by_state, number, each.kind, each.when
    )


def agree(one: int | None, other: int | None) -> bool:
    """Whether two numbers can be one; an unsaid one can be any."""
    return one is None or other is None or one == other


def _relatives(facts: Facts, told: Told) -> Iterator[Clue]:
    mine = [
        (number, _AS_CHILD.get(relative, relative), count)
        for number, phrase in enumerate(facts.family)
        for relative, count in relatives(phrase)
    ]
    for each in told.events.get(FAMILY, ()) if mine else ():
        for number, relative, count in mine:
            if _AS_CHILD.get(each.detail, each.detail) == relative and agree(each.number, count):
                counted = each.number if each.number == count else None
                yield Clue(f"family {number} {relative}", FAMILY, each.start, each.end, number=counted, value=relative)


def _deeds(item: str, known: str | None, told: Told) -> Iterator[Clue]:
    codes = callings(known).union(same_phrases(known)) if known and DEED in told.events else frozenset()
    for each in told.events.get(DEED, ()) if codes else ():
        if each.detail in codes:
            yield Clue(item, item, each.start, each.end, value=known or "")


def _percents(facts: Facts, told: Told) -> Iterator[Clue]:
    mine = [percent for event in facts.events if (percent := kinds_of(event.what)[2])]
    for each in told.events.get(PERCENT, ()) if mine else ():
        if any(abs((each.number or 0) - percent) <= _NEAR_PERCENT for percent in mine):
            yield Clue("percent", "percent", each.start, each.end)


def _birth(facts: Facts, told: Told) -> Iterator[Clue]:
    if facts.born and facts.born[:4].isdigit():
        born = int(facts.born[:4])
        first, last = _TOLD_BETWEEN
        for each in told.events.get(AGE, ()):
            if first <= born + (each.number or 0) <= last:
                yield Clue("born", "born", each.start, each.end)
