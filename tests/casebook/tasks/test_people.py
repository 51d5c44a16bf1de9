import pytest

from valoshka.casebook.identities.models import Contact, Name
from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import Consent, Interview, Person, Pseudonym, Relation
from valoshka.casebook.tasks import working_text
from valoshka.casebook.tasks.people import (
    ContactEntry,
    NameEntry,
    PersonEntry,
    RelationEntry,
    add_person,
    edit_person,
    find_person,
    names_of,
    remove_name,
)
from valoshka.casebook.tasks.person_sheets import take_consents, take_people, take_pseudonyms
from valoshka.casebook.tasks.pseudonyms import give_pseudonym
from valoshka.casebook.tasks.sheets import SheetError, read_sheet
from valoshka.errors import Refused

SHEET = """
people:
  - pseudonym: Vera
    names: [Zinaida Prykladna, {text: Зінаіда Прыкладная, language: be}]
    profession: nurse
    risk: [in_country]
    consent:
      given_on: 2021-05-20
      how: spoken
      asked_by: interviewer-1
      allows: {pseudonym: [team, public]}
  - third_person: yes
    relations: [{kind: colleague_of, other: Vera}]
""".encode()


def test_a_sheet_of_people_goes_in_whole(casebook: Casebook) -> None:
    vera, third = take_people(read_sheet(SHEET, "people.yml"))
    assert (vera.profession, vera.risk, third.third_person) == ("nurse", ["in_country"], True)
    assert Name.objects.filter(person=vera.id).count() == 2
    assert Relation.objects.get().other == vera
    assert Consent.objects.get().permissions.count() == 2


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("risk: [in_country]", "line 6"),
        ("colleague_of", "line 12"),
        ("public]", 'line 11: "abroad" is no audience'),
        ("other: Vera", "line 12"),
        ("profession:", "line 5: this is not known"),
    ],
)
def test_one_wrong_line_keeps_the_whole_sheet_out(casebook: Casebook, wrong: str, message: str) -> None:
    replaced = {"risk: [in_country]": "risk: [abroad]", "public]": "abroad]", "profession:": '"abroad:":'}
    content = SHEET.decode().replace(
        wrong, replaced.get(wrong, wrong.replace("colleague_of", "x").replace("Vera", "X"))
    )
    with pytest.raises(SheetError) as refusal:
        take_people(read_sheet(content.encode(), "people.yml"))
    assert message in str(refusal.value)
    assert Person.objects.count() == Name.objects.count() == Pseudonym.objects.count() == 0


def test_somebody_who_is_there_already_is_not_added_twice(casebook: Casebook) -> None:
    take_people(read_sheet(SHEET, "people.yml"))
    with pytest.raises(SheetError, match="Use edit"):
        take_people(read_sheet(SHEET, "people.yml"))
    assert Person.objects.count() == 2


def test_editing_changes_only_what_is_said(casebook: Casebook) -> None:
    person = add_person(PersonEntry(facts={"profession": "nurse", "town": "Lida"}, pseudonym="Vera"))
    take_people(read_sheet(b"people:\n- pseudonym: vera\n  town: Brest\n", "p.yml"), edit=True)
    person.refresh_from_db()
    assert (person.profession, person.town) == ("nurse", "Brest")


def test_people_are_found_by_pseudonym_past_or_present_and_never_by_name(casebook: Casebook) -> None:
    person = add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Вера"))
    give_pseudonym(person, "Алена")
    for reference in ("ВЕРА", "алена", person.id):
        assert find_person(reference) == person
    with pytest.raises(Refused, match="Real names are not looked up") as refusal:
        find_person("Zinaida Prykladna")
    assert "Prykladna" not in str(refusal.value)


def test_two_people_never_share_a_pseudonym(casebook: Casebook) -> None:
    add_person(PersonEntry(pseudonym="Вера"))
    with pytest.raises(Refused, match="Somebody else"):
        add_person(PersonEntry(pseudonym="вера"))
    assert Person.objects.count() == 1


def test_a_protected_name_is_no_pseudonym(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")]))
    for taken in ("Zinaida", "Прыкладная", "Zinaida Prykladna"):
        with pytest.raises(Refused, match="protected"):
            add_person(PersonEntry(pseudonym=taken))


@pytest.mark.parametrize("pseudonym", ["A", "123", "x" * 101])
def test_a_pseudonym_that_nobody_could_read_is_refused(casebook: Casebook, pseudonym: str) -> None:
    with pytest.raises(Refused, match="A pseudonym has letters"):
        add_person(PersonEntry(pseudonym=pseudonym))


def test_names_and_contacts_are_added_once(casebook: Casebook) -> None:
    entry = PersonEntry(names=[NameEntry("Zinaida Prykladna")], contacts=[ContactEntry("phone", "+375 00 000")])
    person = add_person(entry)
    edit_person(person, entry)
    assert (Name.objects.count(), Contact.objects.count()) == (1, 1)
    remove_name(person, "Zinaida Prykladna")
    assert names_of(person) == []


def test_a_code_that_is_not_known_is_refused_with_the_nearest(casebook: Casebook) -> None:
    with pytest.raises(Refused, match='did you mean "in_country"'):
        add_person(PersonEntry(facts={"risk": ["in_contry"]}))
    with pytest.raises(Refused, match="kind"):
        add_person(PersonEntry(facts={"kind": "ghost"}))
    with pytest.raises(Refused, match="born"):
        add_person(PersonEntry(facts={"born": "long ago"}))
    with pytest.raises(Refused, match="kind"):
        add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna", kind="alias")]))
    assert Person.objects.count() == Name.objects.count() == 0


def test_in_travel_mode_people_are_added_without_names_only(without_identities: Casebook) -> None:
    add_person(PersonEntry(pseudonym="Vera", relations=[]))
    with pytest.raises(Refused, match="identities"):
        add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")]))


def test_relations_name_the_other_by_pseudonym(casebook: Casebook) -> None:
    vera = add_person(PersonEntry(pseudonym="Vera"))
    add_person(PersonEntry(pseudonym="Les", relations=[RelationEntry("partner_of", "Vera", "2010~")]))
    assert Relation.objects.get(other=vera).person == find_person("Les")


def test_sheets_of_pseudonyms_and_consents_are_whole_or_nothing(casebook: Casebook) -> None:
    person = add_person(PersonEntry(pseudonym="Vera"))
    with pytest.raises(SheetError, match="line 3"):
        take_pseudonyms(
            read_sheet(b"pseudonyms:\n- {person: Vera, pseudonym: Alena}\n- {person: X, pseudonym: B}\n", "p")
        )
    assert find_person("Vera") == person
    consent = (
        b"consents:\n- {person: Vera, given_on: 2021-05-20, how: spoken, asked_by: i-1, allows: {photo: [team]}}\n"
    )
    with pytest.raises(SheetError, match="line 3"):
        take_consents(read_sheet(consent + consent.replace(b"consents:\n", b"").replace(b"spoken", b"sung"), "c"))
    assert Consent.objects.count() == 0


def test_a_sheet_of_people_reads_every_interview_once(
    interview: Interview, casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    rebuild = working_text.rebuild
    monkeypatch.setattr(working_text, "rebuild", lambda each, masks: read.append(each.id) or rebuild(each, masks))
    sheet = b"people:\n- {pseudonym: Les, names: [Pavel Uzornik]}\n- {names: [Ales Druhi]}\n- {names: [Ihar Treci]}\n"
    take_people(read_sheet(sheet, "people.yml"))
    assert read == [interview.id]
    assert "neighbour Les was" in Interview.objects.get().working_text
