"""An institution's name is protected as somebody's workplace, and as a name wherever that would not be enough."""

from __future__ import annotations

import pytest

from valoshka.casebook.opening import Casebook
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, RelationEntry, add_person
from valoshka.casebook.tasks.protected import protected_people
from valoshka.disclosure.people import ProtectedPerson

WARD = "Hospital of the Seven Lakes"  # invented


def nurse_at_the_ward(kind: str = "works_at", workplace: str = "", veto: bool = False) -> tuple[ProtectedPerson, ...]:
    ward = add_person(
        PersonEntry(facts={"kind": "institution", "veto": veto}, names=[NameEntry(WARD)], pseudonym="Ward")
    )
    nurse = add_person(
        PersonEntry(
            facts={"profession": "nurse", "workplace": workplace},
            relations=[RelationEntry(kind, "Ward")],
            pseudonym="Vera",
        )
    )
    found = {person.id: person for person in protected_people()}
    return found[ward.id], found[nurse.id]


def test_an_institutions_name_is_the_workplace_of_who_works_there(casebook: Casebook) -> None:
    ward, nurse = nurse_at_the_ward()
    assert (ward.names, nurse.facts.workplace) == ((), WARD)


@pytest.mark.parametrize(
    "otherwise", [{"kind": "treated"}, {"workplace": "a hospital"}, {"veto": True}], ids=["tie", "workplace", "veto"]
)
def test_where_no_workplace_says_it_the_name_itself_is_protected(
    casebook: Casebook, otherwise: dict[str, str | bool]
) -> None:
    ward, nurse = nurse_at_the_ward(**otherwise)  # type: ignore[arg-type]
    assert ward.names == (WARD,)
    assert nurse.facts.workplace == (otherwise.get("workplace") or None)


def test_a_persons_names_stay_protected(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")]))
    assert protected_people()[0].names == ("Zinaida Prykladna",)
