"""What is asked: attested spellings, and what families, clerks and hurry make of them.

Each person stands in the list in one attested spelling (`hidden(split)`); every *other* attested spelling is asked
for, as it is and in these ways, each with the id of the one person meant:

- attested: as printed; attested_be: those of people whom the Belarus regulation lists, or who are spelt with ў;
- no_patronymic: given name and surname, in random order;
- two_typos: two slips anywhere;
- declined: a grammatical case (Russian spellings, by pytrovich); declined_be: Belarusian ones, by own rules;
- worst: declined, without patronymic, random order, one slip (Russian spellings);
- initials: surname with one or two initials, before or after;
- diminutive: a short form of the given name and the surname, random order (Cyrillic spellings);
- own_no_patronymic, own_two_typos, own_declined, own_worst: the same made of the listed spelling itself, so that what
  is lost there is not that the annexes list somebody under another name.

Chance comes from a hash of the spelling, so that the queries are the same in every run.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import yaml

from benchmarks.names.declining import declined_belarusian, declined_russian
from benchmarks.names.persons import (
    DEV,
    HELD_OUT,
    SPLITS,
    Parts,
    Person,
    is_belarusian,
    is_russian,
    number_of,
    parts_of,
    persons,
    split_of,
)
from benchmarks.names.slips import with_slips

Asked = list[tuple[str, str]]
OWN = ("no_patronymic", "two_typos", "declined", "worst")


def hidden(split: str) -> list[tuple[str, str]]:
    """(id, listed spelling) of everybody in this half."""
    return [(person.id, person.listed) for person in persons(split)]


def queries(split: str) -> dict[str, Asked]:
    """Kind → (query, expected id). Raises CannotBeHad if the spellings or the declension library are not there."""
    others = [(person, each) for person in persons(split) for each in person.others]
    attested = [(each, person.id) for person, each in others]
    belarusian = [(each, person.id) for person, each in others if person.belarusian]
    own = _degraded([(person, person.listed) for person in persons(split)])
    found = {
        "attested": attested,
        "attested_be": belarusian,
        **_degraded(others),
        **{f"own_{kind}": own[kind] for kind in OWN},
    }
    return {kind: list(dict.fromkeys(pairs)) for kind, pairs in found.items()}


def _degraded(asked: list[tuple[Person, str]]) -> dict[str, Asked]:
    plain = [(person, parts) for person, each in asked if (parts := parts_of(each))]
    full = [(person, parts) for person, parts in plain if parts.patronymic]
    russian = [(person, parts) for person, parts in full if is_russian(str(parts))]
    cases = list(zip(russian, declined_russian([parts for _, parts in russian]), strict=True))
    declined = [(person, parts) for (person, _), parts in cases if parts]
    return {
        "no_patronymic": [(_two_parts(parts), person.id) for person, parts in full],
        "two_typos": [(with_slips(each, 2, _chance("typos", each)), person.id) for person, each in asked],
        "declined": [(str(parts), person.id) for person, parts in declined],
        "declined_be": _declined_belarusian(full),
        "worst": [(with_slips(_two_parts(each), 1, _chance("worst", each)), person.id) for person, each in declined],
        "initials": [(_initials(parts), person.id) for person, parts in plain],
        "diminutive": [(text, person.id) for person, parts in plain if (text := _diminutive(parts))],
    }


def _chance(*parts: object) -> random.Random:
    return random.Random(number_of(*parts))


def _two_parts(parts: Parts) -> str:
    two = [parts.given, parts.surname]
    _chance("order", parts).shuffle(two)
    return " ".join(two)


def _initials(parts: Parts) -> str:
    chance = _chance("initials", parts)
    letters = [parts.given[0] + "."]
    if parts.patronymic and chance.random() < 0.75:
        letters.append(parts.patronymic[0] + ".")
    initials = chance.choice(("", " ")).join(letters)
    return f"{parts.surname} {initials}" if chance.random() < 0.5 else f"{initials} {parts.surname}"


def _diminutive(parts: Parts) -> str | None:
    short = _diminutives().get(parts.given)
    return _two_parts(Parts(short, "", parts.surname)) if short else None


def _declined_belarusian(full: list[tuple[Person, Parts]]) -> Asked:
    own = [(person, parts) for person, parts in full if person.belarusian and is_belarusian(str(parts))]
    return [(str(text), person.id) for person, parts in own if (text := declined_belarusian(parts))]


@cache
def _diminutives() -> dict[str, str]:
    tables = yaml.safe_load((Path(__file__).parent / "diminutives.yml").read_text(encoding="utf-8"))
    return {name: short for table in tables.values() for name, short in table.items()}


__all__ = ["DEV", "HELD_OUT", "SPLITS", "Asked", "hidden", "queries", "split_of"]
