"""A given name alone: a wrong pseudonym is worse than a stand-in, and a name that stays is worse than both.

Everybody here is invented.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import Act, Interview
from valoshka.casebook.tasks.alignment import Alignment
from valoshka.casebook.tasks.details import Details
from valoshka.casebook.tasks.importing import import_document
from valoshka.casebook.tasks.naming import replacements, stand_ins
from valoshka.casebook.tasks.offered_names import offered_everywhere
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person
from valoshka.documents import read_bytes
from valoshka.names import Finder

PEOPLE = {"anna": ["Anna Kavalenka"], "alena": ["Alena Prykladna"], "ivan": ["Іван Узорнік"]}
STANDING = {"anna": "Vera", "alena": "Les", "ivan": "Янка"}
FINDER = Finder(PEOPLE)
STRANGER = "My colleague Anna Bohdan was beaten. Later Anna was fined."


def working(text: str, source: str | None = None) -> str:
    return Alignment(tuple(replacements(text, FINDER, STANDING, source))).working(text)


@pytest.mark.parametrize(
    ("told", "reads"),
    [
        (STRANGER, "My colleague Anna Bohdan was beaten. Later [name 1] was fined."),
        ("Anna Kavalenka came. Then Anna left, and Anna's mother.", "Vera came. Then Vera left, and Vera's mother."),
        ("Anna Kavalenka met Anna Bohdan. Anna wept.", "Vera met Anna Bohdan. [name 1] wept."),
        ("They fined Anna. Anna was ill, so was Alena.", "They fined [name 1]. [name 1] was ill, so was [name 2]."),
        ("They fined Anna Prykladna.", "They fined [name 1] [name 2]."),
        ("Maria Kavalenka saw it.", "Maria [name 1] saw it."),
        ("They fined Anna BOHDAN.", "They fined Anna BOHDAN."),
        ("ANNA WAS FINED", "[name 1] WAS FINED"),
        ("Учора забралі Івана.", "Учора забралі [імя 1]."),
        ("Вчера забрали Ивана Петровича.", "Вчера забрали [имя 1] Петровича."),
    ],
)
def test_a_given_name_alone_takes_a_pseudonym_only_if_it_can_be_nobody_elses(told: str, reads: str) -> None:
    assert working(told) == reads


def test_the_one_who_tells_is_meant_by_their_own_given_name() -> None:
    assert working("They called: Anna, come out.", "anna") == "They called: Vera, come out."


def test_a_given_name_that_only_sounds_alike_is_somebody_elses() -> None:
    assert "Les" not in working("Alena Prykladna came. Then came Halina.").split("came.")[1]


@given(
    st.lists(st.sampled_from(["Anna", "Anna Bohdan", "Anna Kavalenka", "Іван", "came.", "and", "Maria"]), max_size=12)
)
def test_replacements_never_touch_and_stand_where_they_say(told: list[str]) -> None:
    text = " ".join(told)
    found = replacements(text, FINDER, STANDING)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(each.text in {"Vera", "Les", "Янка"} or (each.text[0], each.person) == ("[", "") for each in found)


def test_a_strangers_name_with_a_known_given_name_is_offered_first_then_the_stand_in(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Anna Kavalenka")], pseudonym="Vera"))
    text = "At noon Prykladny came, and Prykladny left. " + STRANGER
    import_document(read_bytes(text.encode(), "told.txt"), casebook.originals, Details(language="en"))
    assert "Vera" not in Interview.objects.get().working_text
    ((_, offered),) = offered_everywhere()
    assert [each.words for each in offered] == ["Anna Bohdan", "[name 1]", "Prykladny"]
    assert "was fined" in offered[1].passage


def test_a_label_takes_the_pseudonym_of_whom_its_interview_names(interview: Interview) -> None:
    act = Act(term="beating", victim_label="Zinaida", place="with Zinaida")
    act.save()
    act.claims.create(interview=interview, start=0, end=5, epistemic="witnessed")
    Act(term="beating", victim_label="Zinaida").save()
    add_person(PersonEntry(names=[NameEntry("Pavel Uzornik")]))
    assert set(Act.objects.values_list("victim_label", flat=True)) == {"Vera", "[name 1]"}


def test_no_two_people_without_a_pseudonym_share_a_stand_in(casebook: Casebook) -> None:
    from valoshka.casebook.records.models import Person

    for id_ in ("HKQZTWBDVM", "HKQZTWBDVN", "HKQZAWBDVM", "ABCDEFGHJK"):
        Person(id=id_).save(force_insert=True)
    assert sorted(stand_ins().values()) == ["Person-ABCD", "Person-HKQZA", "Person-HKQZTWBDVM", "Person-HKQZTWBDVN"]
