"""Institutions' names: a hospital is not hidden as a person is, but as the workplace of whoever works there.

Protected as a person's name, it would block every mention of that hospital in a briefing, whoever tells.
"""

from __future__ import annotations

from dataclasses import dataclass

from valoshka.casebook.identities.models import Name
from valoshka.casebook.records.models import Person, Relation

KIND, TIE = "institution", "works_at"


@dataclass(frozen=True)
class Workplaces:
    """`institutions`: ids whose names are left to facts; `of`: person's id → the name that is their workplace."""

    institutions: frozenset[str]
    of: dict[str, str]


def workplaces_by_name() -> Workplaces:
    """Which institutions are protected through the people who work there only, and by which workplace.

    A person has one workplace: an institution that somebody's cannot say (they have one written down already, or work
    at two), that is tied to people in another way, or that bears a veto, stays protected by its own name.
    """
    institutions = set(Person.objects.filter(kind=KIND, veto=False).values_list("id", flat=True))
    named: dict[str, str] = {}
    for name in Name.objects.filter(person__in=institutions, public=False).order_by("id"):
        named.setdefault(name.person, name.text)
    at: dict[str, str] = {}
    bound: set[str] = set()
    for relation in Relation.objects.select_related("person").order_by("id"):
        who, where = relation.person, relation.other_id
        if relation.kind == TIE and who.kind != KIND and not who.workplace and at.setdefault(who.id, where) == where:
            continue
        bound |= {who.id, where}
    left = frozenset(institutions - bound)
    return Workplaces(left, {who: named[where] for who, where in at.items() if where in left and where in named})
