"""Whoever is sought is protected like the people of the casebook: the gate hears their names from here."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Name, Search
from valoshka.casebook.tasks.tracing.shelf import Shelf
from valoshka.disclosure.people import ProtectedPerson
from valoshka.names import ACCEPT

if TYPE_CHECKING:
    from collections.abc import Collection

    from valoshka.casebook.records.models import Person


def sought_names() -> dict[str, list[str]]:
    """By the id of a person of the casebook: the names under which searches that are tied to them ask for them."""
    names: dict[str, list[str]] = defaultdict(list)
    for search in Search.objects.exclude(person=""):
        names[search.person] += search.names
    return names


def sought_people(known: Collection[str]) -> list[ProtectedPerson]:
    """Whoever is sought and is none of the people `known` to the casebook (ids): a third person, who was never asked.

    Searches that are closed count too: that a family has its answer is no consent to be named. An erased one does not.
    """
    return [
        ProtectedPerson(id=f"search-{search.id}", names=tuple(search.names), third_person=True, sought=True)
        for search in Search.objects.all()
        if search.person not in known
    ]


def searches_alike(person: Person) -> list[Search]:
    """Searches that are tied to nobody and ask for a name that `accept` takes for one of `person`'s."""
    names = list(Name.objects.filter(person=person.id).values_list("text", flat=True))
    others = {search.serial: search for search in Search.objects.filter(person="")} if names else {}
    shelf = Shelf((serial, name) for serial, search in others.items() for name in search.names)
    alike = {found.owner for name in names for found in shelf.like(name) if found.score >= ACCEPT}
    return [others[serial] for serial in sorted(alike)]
