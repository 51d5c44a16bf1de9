from pathlib import Path

import pytest

from valoshka.casebook.identities.models import Original
from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import AuditEntry, Interview
from valoshka.casebook.tasks.alignment import Span
from valoshka.casebook.tasks.details import Details, find_interview
from valoshka.casebook.tasks.importing import import_document, sweep_unfinished
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person, edit_person
from valoshka.casebook.tasks.pseudonyms import give_pseudonym
from valoshka.casebook.tasks.working_text import alignment_of
from valoshka.casebook.vault import blobs
from valoshka.documents import Document, read_bytes
from valoshka.errors import Refused

# Invented people in invented sentences.
TOLD = "I am Zinaida Prykladna. On 12 August 2020 they took Zinaida Prykladna from the ward. Prykladna said nothing."


def told(text: str = TOLD, name: str = "told.txt") -> Document:
    return read_bytes(text.encode(), name)


def zinaida() -> PersonEntry:
    return PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera")


def test_the_working_text_holds_no_known_name(casebook: Casebook) -> None:
    add_person(zinaida())
    import_document(told(), casebook.originals)
    interview = Interview.objects.get()
    assert "Prykladna" not in interview.working_text
    assert interview.working_text.count("Vera") == 3
    assert Original.objects.get().text == TOLD


def test_a_name_that_becomes_known_later_leaves_the_working_text(casebook: Casebook) -> None:
    import_document(told(), casebook.originals)
    assert "Prykladna" in Interview.objects.get().working_text
    add_person(zinaida())
    assert "Prykladna" not in Interview.objects.get().working_text


def test_a_person_without_a_pseudonym_is_hidden_all_the_same(casebook: Casebook) -> None:
    import_document(told(), casebook.originals)
    person = add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")]))
    assert Interview.objects.get().working_text.startswith(f"I am Person-{person.id[:4]}.")


def test_marks_survive_a_new_pseudonym(casebook: Casebook) -> None:
    person = add_person(zinaida())
    import_document(told(), casebook.originals)
    mark = Span(TOLD.index("they took"), TOLD.index(" from the ward"))
    for pseudonym in ("Li", "A much longer pseudonym"):
        give_pseudonym(person, pseudonym)
        interview = Interview.objects.get()
        there = alignment_of(interview).to_working(mark)
        assert interview.working_text[there.start : there.end] == f"they took {pseudonym}"


def test_the_same_bytes_are_taken_once(casebook: Casebook) -> None:
    first = import_document(told(), casebook.originals)
    entries = AuditEntry.objects.count()
    again = import_document(told(name="another name.txt"), casebook.originals)
    assert (first.new, again.new, again.interview) == (True, False, first.interview)
    assert Interview.objects.count() == Original.objects.count() == len(blobs.blob_ids(casebook.originals)) == 1
    assert AuditEntry.objects.count() == entries


def test_the_original_comes_back_byte_for_byte(casebook: Casebook) -> None:
    import_document(told("нататка\r\n"), casebook.originals)
    original = Original.objects.get()
    assert blobs.open_blob(casebook.originals, original.blob, bytes(original.key or b"")) == "нататка\r\n".encode()


@pytest.mark.parametrize(
    "details",
    [Details(source="Nobody"), Details(date="12 of August"), Details(mode="pigeon"), Details(interviewer="Anna B")],
)
def test_details_that_fit_nothing_leave_nothing_behind(casebook: Casebook, details: Details) -> None:
    with pytest.raises(Refused):
        import_document(told(), casebook.originals, details)
    assert Interview.objects.count() == Original.objects.count() == len(blobs.blob_ids(casebook.originals)) == 0


def test_a_failure_in_the_last_step_leaves_nothing_behind(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("valoshka.casebook.tasks.audit.record", full_disk)
    with pytest.raises(OSError, match="No space"):
        import_document(told(), casebook.originals)
    assert Interview.objects.count() == Original.objects.count() == len(blobs.blob_ids(casebook.originals)) == 0


def test_what_a_killed_import_left_is_swept(casebook: Casebook) -> None:
    import_document(told(), casebook.originals)
    orphan = blobs.seal(b"half an import", casebook.originals)
    row = Original(interview="HKQZTWBDVM", text="x", file_name="x", media_type="x", blob=orphan.id, key=orphan.key)
    row.sha256 = orphan.sha256
    row.save()
    assert sweep_unfinished(casebook.originals) == 1
    assert Original.objects.count() == Interview.objects.count() == len(blobs.blob_ids(casebook.originals)) == 1


def test_public_figures_keep_their_names(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna", public=True)]))
    import_document(told(), casebook.originals)
    assert Interview.objects.get().working_text == TOLD


def test_of_two_people_of_one_name_the_source_is_meant(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Alena"))
    add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera"))
    import_document(told(), casebook.originals, Details(source="Vera"))
    assert "Alena" not in Interview.objects.get().working_text


def test_importing_needs_the_identities(without_identities: Casebook) -> None:
    with pytest.raises(Refused, match="identities"):
        import_document(told(), without_identities.originals)


def test_an_interview_is_found_by_number_file_source_and_id(casebook: Casebook) -> None:
    add_person(zinaida())
    imported = import_document(told(), casebook.originals, Details(source="Vera"))
    for reference in ("1", "told.txt", "vera", imported.interview):
        assert find_interview(reference).id == imported.interview
    with pytest.raises(Refused, match="No interview fits"):
        find_interview("2")


def test_an_edited_person_is_hidden_under_each_new_spelling(casebook: Casebook) -> None:
    import_document(told("Видели Зинаиду Прикладную у ворот."), casebook.originals)
    person = add_person(PersonEntry(pseudonym="Vera"))
    edit_person(person, PersonEntry(names=[NameEntry("Зинаида Прикладная")]))
    assert Interview.objects.get().working_text == "Видели Vera у ворот."


def test_no_name_stands_in_the_casebook_folder_in_plain(casebook: Casebook, case: Path) -> None:
    add_person(zinaida())
    import_document(told(), casebook.originals)
    for file in case.rglob("*"):
        if file.is_file():
            assert b"Prykladna" not in file.read_bytes(), file.name


@pytest.mark.parametrize(
    ("text", "language"), [("They took him.", "en"), ("Яго забралі ў чацвер.", "be"), ("Его увели и били.", "ru")]
)
def test_the_language_is_told_by_its_letters_unless_it_was_said(casebook: Casebook, text: str, language: str) -> None:
    import_document(told(text), casebook.originals)
    assert Interview.objects.get().language == language
    import_document(told(text + " "), casebook.originals, Details(language="pl"))
    assert Interview.objects.get(number=2).language == "pl"
