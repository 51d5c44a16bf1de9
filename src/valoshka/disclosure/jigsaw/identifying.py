"""Whether told facts single somebody out, for whom, and which of them do so together."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from valoshka.disclosure.jigsaw.adversaries import CROWD, EMPLOYER, NEIGHBOUR, SEARCH, STATE, adversaries, is_recorded
from valoshka.disclosure.jigsaw.clues import DATED, PRECISIONS, Clue
from valoshka.disclosure.jigsaw.crowds import SMALL, expected

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from valoshka.disclosure.jigsaw.adversaries import Adversary
    from valoshka.disclosure.jigsaw.populations import Populations

_PAGE = 50  # lines: as much of a register as anybody reads through to find one person
_LARGEST = 4  # facts in a minimal set that is still worth reading
_TWO = 2
_STORY = 4  # facts: two events and two others are a story, even where each of them is told by its season
_NOBODY_ELSE = 1.0  # person that fits: fewer than one other
_OF_ONE_LIFE = frozenset({"profession", "specialty", "workplace"})


class Recognised(NamedTuple):
    """That `adversary` (a code) could find the person: about `people` in that file fit; `sets` are facts that suffice.

    No fact of a set can be spared; sets of more than four facts are not looked for.
    """

    adversary: str
    people: float
    sets: tuple[tuple[Clue, ...], ...]


def closest(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Each fact once for each word that is said of it, as narrowly as any of `clues` tells it, at its first place.

    >>> day, month = Clue("event 0", "fine", 40, 44, "day"), Clue("event 0", "fine", 3, 7, "month", number=3)
    >>> [(clue.near, clue.number) for clue in closest([month, day])]
    [('day', 3)]
    """
    found: dict[tuple[str, str, str], Clue] = {}
    for clue in sorted(clues, key=lambda clue: (clue.start, clue.end, clue.item, clue.fact)):
        known = found.get((clue.fact, clue.item, clue.value))
        found[clue.fact, clue.item, clue.value] = _both(known, clue) if known else clue
    return tuple(found.values())


def _both(one: Clue, other: Clue) -> Clue:
    closer = other if _rank(other) < _rank(one) else one
    number = one.number if one.number is not None else other.number
    return closer._replace(number=number, recorded=one.recorded or other.recorded)


def _rank(clue: Clue) -> tuple[int, bool]:
    return PRECISIONS.index(clue.near), clue.number is None


def recognised(clues: Sequence[Clue], populations: Populations | None = None) -> tuple[Recognised, ...]:
    """Every adversary who could tell the person from all others by `clues`, the nearest to certainty first."""
    whole = closest(clues)
    found = [
        Recognised(code, expected(adversary, whole), _minimal(adversary, whole, populations))
        for code, adversary in adversaries().items()
        if suffices(adversary, whole, populations)
    ]
    return tuple(sorted(found, key=lambda each: each.people))


def suffices(adversary: Adversary, clues: Sequence[Clue], populations: Populations | None = None) -> bool:
    """Whether `clues` single one person out of `adversary`'s file.

    More facts never make it a no: a crowd that is small stays small, and a pair stays a pair.
    """
    held = [clue for clue in clues if adversary.holds(clue)]
    facts = {clue.fact for clue in held}
    if adversary.code == CROWD:
        return len(facts) >= _TWO and _count(adversary, held, populations) < SMALL
    if adversary.code == SEARCH:
        return any(clue.quoted for clue in held)
    keys = {clue.fact for clue in held if clue.dated}
    timed = {clue.fact for clue in held if clue.timed}
    if len(facts) < _TWO or not timed:
        return False
    fitting = expected(adversary, held)
    if len(timed) >= _TWO and len(facts) >= _STORY and fitting < _NOBODY_ELSE:
        return True
    if not keys:
        return False
    if adversary.code == STATE and fitting < _PAGE:
        return True
    return fitting < SMALL or (adversary.code != NEIGHBOUR and 1 < adversary.pairs <= len(keys))


def on_record(clues: Iterable[Clue]) -> bool:
    """Whether `clues` are all but a line of one file: two events told to the month or closer, and who it is that works.

    The state's file counts for events that it recorded, the employer's where the workplace is told; and fewer than one
    other person in it must fit. More facts never make it a no.

    >>> from valoshka.disclosure.jigsaw.clues import Clue
    >>> nurse = Clue("profession", "profession", 0, 5, value="nurse")
    >>> witness, gone = (Clue(f"event {n}", kind, 9, 17, "part") for n, kind in enumerate(("witness", "departure")))
    >>> on_record([nurse, witness, gone]), on_record([nurse, witness])
    (True, False)
    """
    told = closest(clues)
    return any(_is_line(adversaries()[code], told) for code in (STATE, EMPLOYER))


def _is_line(adversary: Adversary, clues: Sequence[Clue]) -> bool:
    held = [clue for clue in clues if adversary.holds(clue)]
    told = {clue.item for clue in held}
    keys = {clue.fact for clue in held if clue.near in DATED and (adversary.code == EMPLOYER or is_recorded(clue))}
    works = "workplace" in told if adversary.code == EMPLOYER else bool(told & _OF_ONE_LIFE)
    return works and len(keys) >= _TWO and expected(adversary, held) < _NOBODY_ELSE


def _count(adversary: Adversary, held: Sequence[Clue], populations: Populations | None) -> float:
    listed = populations.fewest(held) if populations else None
    return expected(adversary, held) if listed is None else listed


def _minimal(
    adversary: Adversary, clues: Sequence[Clue], populations: Populations | None
) -> tuple[tuple[Clue, ...], ...]:
    held = [clue for clue in clues if adversary.holds(clue)]
    found: list[tuple[Clue, ...]] = []
    for size in range(1, min(_LARGEST, len(held)) + 1):
        for chosen in itertools.combinations(held, size):
            if not any(set(known) <= set(chosen) for known in found) and suffices(adversary, chosen, populations):
                found.append(chosen)
    return tuple(found)
