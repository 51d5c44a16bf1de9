"""Erasing somebody who is sought or listed, and forgetting a list: nothing is left, and nobody else loses a row."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import connections

from valoshka.casebook.identities.models import Hit, HitDecision, KeptList, KeptRow, Search, SearchTurn
from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import AuditEntry, Person
from valoshka.casebook.tasks import audit, owing
from valoshka.casebook.tasks.erasing import erase_person, plan_person
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person
from valoshka.casebook.tasks.residue import residue
from valoshka.casebook.tasks.tracing.blacking import BLACK_ROW
from valoshka.casebook.tasks.tracing.comparing import compare_all
from valoshka.casebook.tasks.tracing.forgetting import erase_search, forget_list, plan_list, plan_search
from valoshka.casebook.tasks.tracing.hits import decide
from valoshka.casebook.tasks.tracing.lists import keep_list
from valoshka.casebook.tasks.tracing.searches import change_search, open_search
from valoshka.casebook.tasks.tracing.sought import Sought
from valoshka.errors import Refused
from valoshka.tracing import DetaineeList, ListRow

SOUGHT = Sought(
    "Зінаіда Прыкладная",
    other_names=("Zina Prykladna",),
    asked_by="her mother, +375 00 111 22 33",
    note="Her mother waits at the station every night.",
)
CANARIES = ("Прыкладная", "Prykladna", "Прикладная", "111 22 33", "waits at the station")


def keep(*names: str, file: str = "list.csv") -> KeptList:
    rows = [
        ListRow(file, "", line, line, (name,), f"{line} | {name} | told by an invented volunteer")
        for line, name in enumerate(names, start=2)
    ]
    read = datetime(2026, 1, 2, tzinfo=UTC)
    return keep_list(DetaineeList(file, rows, read), (file.encode().hex() + "0" * 64)[:64]).kept_list


def everything() -> str:
    """Every row of both stores."""
    rows = []
    for alias in ("casebook", "identities"):
        with connections[alias].cursor() as cursor:
            for table in connections[alias].introspection.table_names(cursor):
                cursor.execute(f"SELECT * FROM {table}")
                rows += [str(value) for row in cursor.fetchall() for value in row]
    # Lists and mappings are kept as JSON, with letters beyond ASCII as escapes.
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), " ".join(rows))


def left() -> list[str]:
    held = everything()
    return [canary for canary in CANARIES if canary in held]


def test_a_search_is_erased_with_who_asked_and_its_whole_history(casebook: Casebook) -> None:
    search = open_search(SOUGHT).search
    change_search(search, Sought("Пятро Крушына"))
    keep("Крушына Пятро", "Ціхан Узорнік")
    compare_all()
    decide([(Hit.objects.get(), HitDecision.Kind.NOT_THEM)], "Another one.")
    plan = plan_search(search)
    assert (plan.hits, plan.decisions, plan.confirmed_rows) == (1, 1, ())
    proof = erase_search(search, casebook)
    assert (proof.residue, proof.searched_for > 3) == ((), True)
    for model in (Search, SearchTurn, Hit, HitDecision):
        assert not model.objects.exists(), model
    assert [each.where for each in proof.look_at] == ["rows of kept lists"]
    assert (left(), KeptRow.objects.filter(names="Крушына Пятро").count(), owing.is_owed()) == ([], 1, False)
    assert AuditEntry.objects.filter(verb="search.erased", subject=plan.search).exists()
    assert audit.verify_chain() is None


def test_rows_that_were_confirmed_to_be_the_person_can_go_with_the_search(casebook: Casebook) -> None:
    search = open_search(SOUGHT).search
    kept = keep("Прикладная Зинаида", "Ціхан Узорнік")
    compare_all()
    decide([(Hit.objects.get(), HitDecision.Kind.CONFIRMED)])
    assert plan_search(search).confirmed_rows == (kept.rows.get(line=2).number,)
    proof = erase_search(search, casebook, rows="black-out")
    assert (proof.residue, proof.look_at, left()) == ((), (), [])
    assert kept.rows.get(line=2).words == BLACK_ROW
    assert "Узорнік" in kept.rows.get(line=3).words


def test_a_row_that_answers_another_family_too_is_not_blacked_out(casebook: Casebook) -> None:
    search = open_search(SOUGHT).search
    other = open_search(replace(SOUGHT, asked_by="Another family", reference="two")).search
    kept = keep("Прикладная Зинаида")
    compare_all()
    decide([(hit, HitDecision.Kind.CONFIRMED) for hit in Hit.objects.all()])
    with pytest.raises(Refused, match=rf"confirmed for another search too, .*\({other.id}\).*Nothing was erased"):
        erase_search(search, casebook, rows="black-out")
    decide([(Hit.objects.get(search=other), HitDecision.Kind.LATER)])
    assert plan_search(search).others == (other.id,)  # it may be their answer yet
    with pytest.raises(Refused, match="waits to be looked at there"):
        erase_search(search, casebook, rows="black-out")
    assert (Search.objects.count(), "Зинаида" in kept.rows.get(line=2).words) == (2, True)
    erase_search(search, casebook, rows="keep")
    assert Search.objects.get() == other


def test_a_row_that_is_not_them_in_another_search_can_be_blacked_out(casebook: Casebook) -> None:
    search = open_search(SOUGHT).search
    other = open_search(replace(SOUGHT, asked_by="Another family", reference="two")).search
    kept = keep("Прикладная Зинаида")
    compare_all()
    decide([(Hit.objects.get(search=search), HitDecision.Kind.CONFIRMED)])
    decide([(Hit.objects.get(search=other), HitDecision.Kind.NOT_THEM)])
    erase_search(search, casebook, rows="black-out")
    assert kept.rows.get().words == BLACK_ROW


def test_what_another_search_tells_too_is_no_residue(casebook: Casebook) -> None:
    search = open_search(SOUGHT).search
    other = open_search(Sought("Ціхан Узорнік", asked_by=SOUGHT.asked_by, note=SOUGHT.note)).search
    assert erase_search(search, casebook).residue == ()
    assert Search.objects.get() == other


def test_an_erased_person_is_gone_from_searches_and_lists_in_every_spelling(casebook: Casebook) -> None:
    vera = add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera"))
    search = open_search(SOUGHT, person=vera.id).search
    kept = keep("Прикладная Зинаида", "Зінаіду Прыкладную", "Ціхан Узорнік")
    compare_all()
    plan = plan_person(vera)
    assert (plan.searches, plan.rows) == ((search.id,), 2)
    proof = erase_person(vera, casebook, keep_others=False)
    assert proof.residue == ()
    assert (Person.objects.count(), Search.objects.count(), Hit.objects.count(), left()) == (0, 0, 0, [])
    assert [row.words for row in kept.rows.all()][:2] == [BLACK_ROW, BLACK_ROW]
    assert "Узорнік" in kept.rows.get(line=4).words
    assert (compare_all(), keep_list(DetaineeList("x", [], kept.read_at), kept.sha256).new) == (0, False)


def test_an_untied_search_of_the_same_name_is_pointed_out_and_not_lost(casebook: Casebook) -> None:
    vera = add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera"))
    open_search(Sought("Зінаіда Прыкладная"))
    proof = erase_person(vera, casebook, keep_others=False)
    assert "identities, identities_search, column name" in {each.where for each in proof.residue}
    assert Search.objects.count() == 1


def test_the_search_for_residue_reads_every_table_of_tracing(casebook: Casebook) -> None:
    search = open_search(SOUGHT).search
    change_search(search, Sought("Зінаіда Прыкладная", note="Now alone."))
    keep("Зінаіда Прыкладная")
    compare_all()
    decide([(Hit.objects.get(), HitDecision.Kind.LATER)], "Ask Зінаіда Прыкладная herself.")
    places = {each.where for each in residue(["Зінаіда Прыкладная"], casebook.path)}
    assert places >= {
        "identities, identities_search, column name",
        "identities, identities_searchturn, column before",
        "identities, identities_keptrow, column names",
        "identities, identities_keptrow, column words",
        "identities, identities_hit, column name_compared",
        "identities, identities_hitdecision, column note",
    }


def test_a_list_is_forgotten_whole_and_another_keeps_its_rows(casebook: Casebook) -> None:
    search = open_search(SOUGHT).search
    kept, other = keep("Прикладная Зинаида", "Ціхан Узорнік"), keep("Ціхан Узорнік", file="other.csv")
    compare_all()
    decide([(Hit.objects.get(), HitDecision.Kind.CONFIRMED)])
    plan = plan_list(kept)
    assert (plan.rows, plan.hits, plan.decisions, plan.answered) == (2, 1, 1, (search.id,))
    proof = forget_list(kept, casebook)
    assert (proof.residue, proof.searched_for) == ((), 2)
    assert (KeptList.objects.get(), KeptRow.objects.get().kept_list, Hit.objects.count()) == (other, other, 0)
    assert HitDecision.objects.count() == 0
    assert "Прикладная" not in everything()
    assert AuditEntry.objects.filter(verb="list.erased", subject=plan.kept_list).exists()
    again = keep("Прикладная Зинаида")
    assert (again.id != plan.kept_list, compare_all()) == (True, 1)


def test_erasing_gives_the_free_pages_back(casebook: Casebook) -> None:
    search = open_search(SOUGHT).search
    forget_list(keep(*["Ціхан Узорнік"] * 500), casebook)
    erase_search(search, casebook)
    with connections["identities"].cursor() as cursor:
        assert cursor.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_in_travel_mode_nothing_of_it_can_be_forgotten(without_identities: Casebook) -> None:
    for plan in (plan_search, plan_list):
        with pytest.raises(Refused, match="You need the identities"):
            plan(None)  # type: ignore[arg-type]  # refused before it is looked at
