"""The gate blocks whatever `accept` takes for a protected name. Everybody is invented."""

from __future__ import annotations

import functools

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from valoshka.disclosure import Place, ProtectedPerson
from valoshka.disclosure.lookout import Lookout
from valoshka.names import accept, spellings

NAMES = (
    "Марына Віктараўна Астапчук",
    "Сяргей Заяц",
    "Вольга Іванова",
    "Ольга Черных",
    "Ігор Сікорський",
    "Siarhei Kavaliou",
    "Jonas Petrauskas",
)


@functools.cache
def written(name: str) -> list[str]:
    return [each.text for each in spellings(name, limit=200)]


def rules(text: str, *people: ProtectedPerson) -> set[str]:
    return {finding.rule for finding in Lookout.over(people, "public").findings(text, Place())}


@settings(max_examples=80, deadline=None)
@given(st.data(), st.sampled_from(NAMES), st.booleans())
def test_what_accept_takes_for_a_protected_name_blocks(data, name, third):
    told, protected = data.draw(st.sampled_from(written(name))), data.draw(st.sampled_from(written(name)))
    assume(accept(told, protected))
    person = ProtectedPerson("p", (protected,), third_person=third)
    strong = {"third_person_named"} if third else {"name_full_name", "name_initials", "name_surname"}
    assert rules(f"Учора {told} была дома.", person) & strong


def test_a_person_known_from_a_foreign_paper_is_blocked_at_home():
    person = ProtectedPerson("p", ("Jurijus Černovas",))
    assert "name_full_name" in rules("Пришёл Юрий Чернов.", person)
    assert "name_full_name" not in rules("Пришёл Павел Чернов.", person)
