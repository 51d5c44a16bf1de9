"""The same person written twice: attested spellings as they are, and with what clerks and families do to one side.

`attested` holds every two spellings of a person of persons.tsv, unordered, and is what recall is promised on. One
person of twelve spellings, some of them another name, weighs as much there as sixty-six people of two; so `attested,
as asked` has only the listed spelling beside each other one, as the search's queries do. All other kinds are reported
beside it: one side of an attested pair is changed, and `invented, another style` puts invented people into two styles
of `pairs_people`.
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.names.declining import declined_belarusian, declined_russian
from benchmarks.names.pairs_made import Pair, chance, somebody, written_pair
from benchmarks.names.pairs_people import Given, Human, given_names, near_surnames, write
from benchmarks.names.persons import Parts, Person, is_belarusian, is_russian, parts_of, persons
from benchmarks.names.slips import with_slips

if TYPE_CHECKING:
    from collections.abc import Iterator

ATTESTED, ASKED, BELARUS = "attested", "attested, as asked", "attested, Belarus"
STYLE = "invented, another style"
INVENTED = 600


def same_people() -> Iterator[Pair]:
    """All pairs of one person. Raises CannotBeHad if the spellings or the declension library are not there."""
    for person in persons():
        for other in person.others:
            yield Pair(ASKED, person.listed, other, person.id)
        for one, other in itertools.combinations(person.spellings, 2):
            yield Pair(ATTESTED, one, other, person.id)
            if person.belarusian:
                yield Pair(BELARUS, one, other, person.id)
            yield from _changed(person, one, other)
    yield from _declined()
    yield from _invented()


def _changed(person: Person, one: str, other: str) -> Iterator[Pair]:
    draw = chance("changed", one, other)
    one, other = draw.sample((one, other), 2)
    yield Pair("one slip", one, with_slips(other, 1, draw), person.id)
    parts = parts_of(other)
    if not parts:
        return
    order = str(other).split()
    draw.shuffle(order)
    yield Pair("other order", one, " ".join(order), person.id)
    if parts.patronymic:
        yield Pair("no patronymic", one, f"{parts.given} {parts.surname}", person.id)
        initials = f"{parts.given[0]}. {parts.patronymic[0]}."
        yield Pair("two initials", one, f"{parts.surname} {initials}", person.id)


def _declined() -> Iterator[Pair]:
    people = [(person, each, parts) for person in persons() for each in person.spellings if (parts := parts_of(each))]
    full = [row for row in people if row[2].patronymic]
    russian = [row for row in full if is_russian(row[1])]
    cases = declined_russian([parts for _, _, parts in russian])
    own = [
        (person, each, declined_belarusian(parts))
        for person, each, parts in full
        if person.belarusian and is_belarusian(each)
    ]
    declined: list[tuple[Person, str, Parts | None]] = [
        (person, each, case) for (person, each, _), case in zip(russian, cases, strict=True)
    ]
    for kind, rows in (("declined, Russian", declined), ("declined, Belarusian", own)):
        for person, each, case in rows:
            if case:
                other = chance("declined", each).choice(person.spellings)
                yield Pair(kind, other, str(case), person.id)


def _invented() -> Iterator[Pair]:
    families = near_surnames("one_root")
    for number in range(INVENTED):
        draw = chance("invented", number)
        family = draw.choice(families)
        human = Human(draw.choice(family), *somebody(draw))
        yield written_pair(
            "invented, another style", family[0].ru, (human, human), draw, (("full", "full"), ("full", "short"))
        )
        short = draw.choice(_with_short()[human.given.sex])
        human = Human(human.surname, short, human.father)
        nickname = f"{draw.choice(short.short)} {human.surname_in('ru')}"
        yield Pair("short form", write(human, "ru", draw.choice(("full", "short"))), nickname, family[0].ru)


@cache
def _with_short() -> dict[str, list[Given]]:
    return {sex: [each for each in given_names(sex) if each.short] for sex in "mf"}
