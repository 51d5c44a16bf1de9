"""Different people with near names: relatives, near surnames, near given names. Every pair is of invented people.

Shares: each of the kinds gives up to `EACH` pairs, drawn evenly over its families of surnames or names; half of the
surnames are from hand-made families in three languages, half the commonest thousands of russiannames (Russian and its
romanisation only). Styles: see `pairs_people.MEETINGS`. A patronymic stands on both sides, on one, or on neither, as
`pairs_relatives.FORMS` says; where only the patronymic tells the two apart it stands on both.
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.names.counted import counted
from benchmarks.names.pairs_made import Pair, chance, somebody, written_pair
from benchmarks.names.pairs_people import Form, Human, near_given_names, near_surnames, twin_names
from benchmarks.names.pairs_relatives import FORMS, FULL, RELATIVES, unsure
from benchmarks.names.pairs_telling import told_apart

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from benchmarks.names.pairs_relatives import Forms, Relatives

EACH = 600
COMMON = 12_000  # masculine surnames of russiannames, the commonest first


def different_people() -> Iterator[Pair]:
    """All pairs of different people, every kind in turn. Raises CannotBeHad if the counted surnames are not there."""
    for kind, (relatives, forms) in RELATIVES.items():
        yield from _related(kind, relatives, forms)
    for kind in ("one_root", "sound_alike"):
        yield from _near_surnames(kind)
    yield from _one_letter()
    yield from _near_given()
    yield from _twins()


def _related(kind: str, relatives: Relatives, forms: Forms) -> Iterator[Pair]:
    for number in range(EACH):
        draw = chance("related", kind, number)
        surname, group = _some_surname(draw)
        yield written_pair(kind, group, relatives(draw, surname), draw, forms)


def _some_surname(draw: random.Random) -> tuple[Form, str]:
    if draw.random() < 0.5:
        family = draw.choice(near_surnames("one_root"))
        return draw.choice(family), family[0].ru
    surname = draw.choice(_common())
    return Form(surname), surname


@cache
def _common() -> list[str]:
    return [each for each in counted()["surname", "m"].texts[:COMMON] if "-" not in each]


def _near_surnames(kind: str) -> Iterator[Pair]:
    pairs = [(family, two) for family in near_surnames(kind) for two in itertools.combinations(family, 2)]
    for number in range(EACH):
        draw = chance("near", kind, number)
        family, two = pairs[number % len(pairs)]
        yield _namesakes(kind, family[0].ru, two, draw)


def _namesakes(kind: str, group: str, surnames: tuple[Form, Form], draw: random.Random) -> Pair:
    """The same given name and father, two surnames."""
    given, father = somebody(draw)
    one, other = draw.sample(surnames, 2)
    if not told_apart(one.ru, other.ru):
        one, other = Form(one.ru), Form(other.ru)
    return written_pair(kind, group, (Human(one, given, father), Human(other, given, father)), draw, FORMS)


def _one_letter() -> Iterator[Pair]:
    pairs = _one_letter_surnames()
    for number, two in enumerate(chance("one letter").sample(pairs, min(2 * EACH, len(pairs)))):
        draw = chance("one letter", number)
        yield _namesakes("one letter", two[0], (Form(two[0]), Form(two[1])), draw)


def _one_letter_surnames() -> list[tuple[str, str]]:
    """Real surnames that differ in one letter, and not by a spelling habit; longer than four letters."""
    by_hole: dict[str, list[str]] = {}
    for surname in sorted(each for each in set(_common()) if len(each) > 4):
        for hole in {surname[:at] + "_" + surname[at + 1 :] for at in range(len(surname))}:
            by_hole.setdefault(hole, []).append(surname)
    exchanged = {two for each in by_hole.values() for two in itertools.combinations(each, 2)}
    return sorted(two for two in exchanged if told_apart(*two))


def _near_given() -> Iterator[Pair]:
    pairs = [(sex, two) for sex in "mf" for two in near_given_names(sex)]
    for number in range(EACH):
        draw = chance("near given", number)
        _, (one, other) = pairs[number % len(pairs)]
        surname, group = _some_surname(draw)
        father = somebody(draw)[1]
        people = (Human(surname, one, father), Human(surname, other, father))
        yield written_pair("near given names", group, people, draw, FORMS)


def _twins() -> Iterator[Pair]:
    for number in range(EACH):
        draw = chance("twins", number)
        man, woman = twin_names()[number % len(twin_names())]
        surname, group = _some_surname(draw)
        father = somebody(draw)[1]
        people = (Human(surname, man, father), Human(surname, woman, father))
        doubtful = unsure(people)
        yield written_pair("his and her name", group, people, draw, FULL if doubtful else FORMS)
        if doubtful:
            yield written_pair("undecidable", group, people, draw, (("short", "short"), ("full", "short")))
