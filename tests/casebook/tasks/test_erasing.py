"""Erasing, the proof, and a search that would find what erasing had missed."""

from pathlib import Path

import pytest
from django.db import connections

from valoshka.casebook.identities.models import Contact, Name, Original
from valoshka.casebook.opening import Casebook, unlock
from valoshka.casebook.records.models import Act, AuditEntry, Decision, Interview, Person, Proposal
from valoshka.casebook.tasks import audit, working_text
from valoshka.casebook.tasks.details import Details
from valoshka.casebook.tasks.erasing import erase_interview, erase_person, plan_interview, plan_person
from valoshka.casebook.tasks.importing import import_document
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person, find_person
from valoshka.casebook.tasks.residue import residue
from valoshka.casebook.tasks.reviewing import Verdict, decide
from valoshka.casebook.vault import blobs
from valoshka.documents import read_bytes
from valoshka.errors import Refused

PASSPHRASE = "васількі ў жыце"
CANARIES = ("Prykladna", "111 22 33", "riot police", "hospital administration")


def everything(casebook: Casebook) -> str:
    """Every row of both stores."""
    rows = []
    for alias in ("casebook", "identities"):
        with connections[alias].cursor() as cursor:
            for table in connections[alias].introspection.table_names(cursor):
                cursor.execute(f"SELECT * FROM {table}")
                rows.append(str(cursor.fetchall()))
    return " ".join(rows)


def test_a_person_is_erased_with_everything_they_told(beating: Proposal, casebook: Casebook) -> None:
    decide(beating, Verdict("accept"))
    proof = erase_person(find_person("Vera"), casebook, keep_others=False)
    assert (proof.residue, proof.searched_for > 3) == ((), True)
    for model in (Person, Interview, Proposal, Decision, Act, Name, Contact, Original):
        assert model.objects.count() == 0, model
    assert blobs.blob_ids(casebook.originals) == set()
    assert not [canary for canary in CANARIES if canary in everything(casebook)]
    assert audit.verify_chain() is None


def test_the_audit_log_keeps_random_ids_only(beating: Proposal, casebook: Casebook) -> None:
    person = find_person("Vera").id
    erase_person(find_person("Vera"), casebook, keep_others=False)
    assert AuditEntry.objects.filter(verb="person.erased", subject=person).exists()


def test_the_free_pages_are_given_back(beating: Proposal, casebook: Casebook) -> None:
    erase_person(find_person("Vera"), casebook, keep_others=False)
    for alias in ("casebook", "identities"):
        with connections[alias].cursor() as cursor:
            assert cursor.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_in_anothers_interview_the_name_is_blacked_out_and_marks_stay(
    dismissal: Proposal, interview: Interview, casebook: Casebook
) -> None:
    uzornik = add_person(PersonEntry(facts={"third_person": True}, names=[NameEntry("Pavel Uzornik")]))
    (act,) = decide(dismissal, Verdict("accept"))
    before = act.claims.get(field="act")
    plan = plan_person(uzornik)
    assert (plan.named_in, plan.interviews) == ((interview.id,), ())
    proof = erase_person(uzornik, casebook, keep_others=False)
    interview.refresh_from_db()
    after = act.claims.get(field="act")
    assert proof.residue == ()
    assert f"neighbour {'█' * len('Pavel Uzornik')} was never asked" in interview.working_text
    assert (after.start, after.end, after.quote) == (before.start, before.end, before.quote)
    assert blobs.blob_ids(casebook.originals) == set()


def test_anothers_sealed_original_may_be_kept_and_the_proof_says_so(interview: Interview, casebook: Casebook) -> None:
    uzornik = add_person(PersonEntry(names=[NameEntry("Pavel Uzornik")]))
    proof = erase_person(uzornik, casebook, keep_others=True)
    assert proof.residue == ()
    assert set(proof.originals_kept) == blobs.blob_ids(casebook.originals)


def test_a_relative_of_the_same_surname_is_left_alone(interview: Interview, casebook: Casebook) -> None:
    son = add_person(PersonEntry(names=[NameEntry("Tsikhan Prykladny")], pseudonym="Les"))
    proof = erase_person(son, casebook, keep_others=False)
    interview.refresh_from_db()
    assert proof.residue == ()
    assert interview.working_text.startswith("My name is Vera.")


def test_erasing_an_interview_leaves_the_person(beating: Proposal, interview: Interview, casebook: Casebook) -> None:
    decide(beating, Verdict("accept"))
    assert plan_interview(interview).acts == 1
    proof = erase_interview(interview, casebook)
    assert proof.residue == ()
    assert (Interview.objects.count(), Act.objects.count(), Original.objects.count()) == (0, 0, 0)
    assert find_person("Vera").interviews.count() == 0
    assert Name.objects.count() == 1


def test_an_act_that_rests_on_another_interview_too_is_kept(
    beating: Proposal, interview: Interview, casebook: Casebook
) -> None:
    (act,) = decide(beating, Verdict("accept"))
    second = import_document(read_bytes(b"I saw it too.", "two.txt"), casebook.originals, Details(source="Vera"))
    claim = act.claims.first()
    assert claim is not None
    claim.pk, claim.interview_id, claim.start, claim.end = "HKQZTWBDVM", second.interview, 0, 5
    claim.save(force_insert=True)
    erase_interview(interview, casebook)
    assert Act.objects.get().claims.get().interview_id == second.interview


def test_a_sentence_that_another_interview_holds_too_is_no_residue(interview: Interview, casebook: Casebook) -> None:
    import_document(read_bytes(b"On 12 August 2020 it was warm. Told apart from that.", "a.txt"), casebook.originals)
    copied = read_bytes(b"Told apart from that, and nothing else was said. Told apart from that.", "b.txt")
    twin = import_document(copied, casebook.originals)
    assert erase_interview(Interview.objects.get(id=twin.interview), casebook).residue == ()


@pytest.mark.parametrize("column", ["records_person SET town", "identities_contact SET text"])
@pytest.mark.parametrize("left", ["zinaida prykladna", "Зінаідзе Прыкладной", "Прыкладная З."])
def test_the_search_finds_a_name_that_was_left_in_any_spelling(
    interview: Interview, casebook: Casebook, column: str, left: str
) -> None:
    alias = "casebook" if "records" in column else "identities"
    with connections[alias].cursor() as cursor:
        cursor.execute(f"UPDATE {column} = %s", [f"seen with {left} there"])
    Name.objects.all().delete()
    Original.objects.all().delete()
    assert residue(["Zinaida Prykladna"], casebook.path, ["Zinaida Prykladna"]) != []


def test_the_search_finds_a_name_in_an_escaped_json_column(interview: Interview, casebook: Casebook) -> None:
    Person.objects.update(family=["сын Ціхан"])
    assert [each.where for each in residue(["Ціхан"], casebook.path)] == ["casebook, records_person, column family"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1251"])
def test_the_search_finds_a_plain_copy_among_the_files(casebook: Casebook, case: Path, encoding: str) -> None:
    (case / "notes").write_bytes(b"x" * ((1 << 20) - 5) + "Зинаида Прикладная".encode(encoding))
    assert [each.where for each in residue(["Зинаида Прикладная"], case)] == ["file notes"]


def test_the_search_finds_pages_that_were_not_compacted(interview: Interview, casebook: Casebook) -> None:
    interview.working_text = "long " * 20_000
    interview.save()
    interview.delete()
    assert any("free page" in each.where for each in residue(["nothing"], casebook.path))


def test_erasing_needs_the_identities(without_identities: Casebook) -> None:
    person = add_person(PersonEntry(pseudonym="Vera"))
    with pytest.raises(Refused, match="identities"):
        plan_person(person)


def test_a_failure_half_way_erases_nothing(
    beating: Proposal, casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("valoshka.casebook.tasks.erasing.rebuild_all", full_disk)
    with pytest.raises(OSError, match="No space"):
        erase_person(find_person("Vera"), casebook, keep_others=False)
    assert (Person.objects.count(), Name.objects.count(), Original.objects.count()) == (1, 1, 1)
    assert len(blobs.blob_ids(casebook.originals)) == 1


def test_a_number_never_comes_to_mean_another_interview(interview: Interview, casebook: Casebook) -> None:
    erase_interview(interview, casebook)
    again = import_document(read_bytes(b"Something else was said.", "else.txt"), casebook.originals)
    assert again.number == interview.number + 1


def test_what_people_typed_of_the_erased_one_is_blacked_out(
    dismissal: Proposal, interview: Interview, casebook: Casebook
) -> None:
    (act,) = decide(dismissal, Verdict("accept"))
    uzornik = add_person(PersonEntry(names=[NameEntry("Pavel Uzornik")], pseudonym="Les"))
    Person.objects.filter(pseudonyms__text="Vera").update(family=["cousin of Pavel Uzornik"], veto_reason="asks Les")
    Act.objects.update(victim_label="Les's brother")
    Decision.objects.update(reason="Pavel Uzornik said so", corrections={"place": "at Les's"})
    Original.objects.update(file_name="Pavel_Uzornik.docx")
    proof = erase_person(uzornik, casebook, keep_others=False)
    act.refresh_from_db()
    assert (act.victim_label, Decision.objects.get().corrections) == ("█'s brother", {"place": "at █'s"})
    assert Person.objects.get().veto_reason == "asks █"
    assert (proof.residue, proof.look_at) == ((), ())
    assert "Uzornik" not in everything(casebook)


def test_a_surname_alone_and_a_pseudonym_are_to_be_looked_at(interview: Interview, casebook: Casebook) -> None:
    son = add_person(PersonEntry(names=[NameEntry("Tsikhan Prykladny")], pseudonym="Les"))
    proof = erase_person(son, casebook, keep_others=False)
    assert "identities, identities_name, column text" in {each.where for each in proof.look_at}
    assert proof.residue == ()


def test_sealed_files_that_no_row_names_go_with_the_next_erasing(interview: Interview, casebook: Casebook) -> None:
    blobs.seal(b"left by an erasing that was killed", casebook.originals)
    erase_interview(interview, casebook)
    assert blobs.blob_ids(casebook.originals) == set()


def test_no_name_stays_in_memory_after_locking(case: Path) -> None:
    with unlock(case, PASSPHRASE):
        add_person(PersonEntry(names=[NameEntry("Pavel Uzornik")]))
        assert working_text._finder.cache_info().currsize == 1
    assert working_text._finder.cache_info().currsize == 0
