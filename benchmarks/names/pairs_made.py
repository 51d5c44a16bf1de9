"""A pair of written names, and the half it belongs to."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.names.pairs_people import Given, Human, given_names, meeting, write
from benchmarks.names.persons import number_of, split_of

ORDERS = ("given first", "surname first")
CAPITALS = 0.2  # so many lists print surnames or everything in capitals


@dataclass(frozen=True)
class Pair:
    """Two written names, what sort of pair it is, and what decides its half (a surname or a person's id)."""

    kind: str
    one: str
    other: str
    group: str

    @property
    def split(self) -> str:
        """`dev` or `held_out`: everything of one person, and of one surname's family, is in one half."""
        return split_of(self.group)


def chance(*parts: object) -> random.Random:
    """A source of chance that depends on these parts alone."""
    return random.Random(number_of(*parts))


def written_pair(
    kind: str, group: str, people: tuple[Human, Human], draw: random.Random, forms: tuple[tuple[str, str], ...]
) -> Pair:
    """Both people written in two styles drawn evenly, in a drawn form (`full`, `short`, `initials`) and order."""
    russian_only = not all(person.surname.be for person in people)
    styles, (form, other_form) = meeting(draw, russian_only=russian_only), draw.choice(forms)
    one = write(people[0], styles[0], form, draw.choice(ORDERS))
    other = write(people[1], styles[1], other_form, draw.choice(ORDERS))
    return Pair(kind, _capitals(one, draw), _capitals(other, draw), group)


def somebody(draw: random.Random, sex: str | None = None) -> tuple[Given, Given]:
    """A given name and a father's name."""
    return draw.choice(given_names(sex or draw.choice("mf"))), draw.choice(given_names("m"))


def _capitals(text: str, draw: random.Random) -> str:
    return text.upper() if draw.random() < CAPITALS else text
