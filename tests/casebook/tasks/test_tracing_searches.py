"""Searches kept open: what is taken, refused, changed, closed and told. All people are invented."""

from __future__ import annotations

import pytest

from valoshka.casebook.identities.models import Search, SearchTurn
from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import AuditEntry
from valoshka.casebook.tasks.tracing.searches import (
    change_search,
    close_search,
    find_search,
    open_search,
    open_searches,
    reopen_search,
    sought_by,
)
from valoshka.casebook.tasks.tracing.sought import Sought, fit_name
from valoshka.errors import Refused

PRYKLADNA = Sought(
    "Зінаіда Прыкладная",
    other_names=("Zina Prykladna",),
    born="1980-1984",
    last_seen="2020-08",
    last_place="Hrodna",
    asked_by="her mother, +375 00 111 22 33",
    note="Has a scar.\nAsks for lists of Hrodna.",
    reference="A-17",
)


def test_a_search_keeps_what_was_said_in_the_family_s_spelling(casebook: Casebook) -> None:
    search = open_search(PRYKLADNA).search
    kept = sought_by(Search.objects.get(id=search.id))
    assert (kept.name, kept.other_names, kept.born) == ("Зінаіда Прыкладная", ("Zina Prykladna",), "1980/1984")
    assert kept.note == PRYKLADNA.note


def test_the_same_search_twice_is_one(casebook: Casebook) -> None:
    first, second = open_search(PRYKLADNA), open_search(PRYKLADNA)
    assert (second.search.id, second.new, Search.objects.count()) == (first.search.id, False, 1)
    assert SearchTurn.objects.count() == AuditEntry.objects.filter(verb="search.opened").count() == 1


def test_a_search_that_is_kept_can_be_tied_later_and_to_one_person_only(casebook: Casebook) -> None:
    search = open_search(PRYKLADNA).search
    again = open_search(PRYKLADNA, person="PERSONAAAA")
    assert (again.new, Search.objects.get().person) == (False, "PERSONAAAA")
    open_search(PRYKLADNA, person="PERSONAAAA")
    assert [turn.before for turn in search.turns.all()] == [{}, {"person": ""}]
    assert AuditEntry.objects.filter(verb="search.tied", subject=search.id).count() == 1
    with pytest.raises(Refused, match=f"Search {search.id} .* tied to another person"):
        open_search(PRYKLADNA, person="PERSONBBBB")
    assert Search.objects.get().person == "PERSONAAAA"


def test_many_are_opened_or_none(casebook: Casebook) -> None:
    with pytest.raises(Refused, match="name"):
        open_searches([PRYKLADNA, Sought("17")])
    assert Search.objects.count() == AuditEntry.objects.filter(verb="searches.opened").count() == 0
    opened = open_searches([PRYKLADNA, PRYKLADNA, Sought("Ціхан Узорнік")])
    assert [each.new for each in opened] == [True, False, True]
    assert (opened[0].search, Search.objects.count(), SearchTurn.objects.count()) == (opened[1].search, 2, 2)
    assert [each.new for each in open_searches([PRYKLADNA, Sought("Ціхан Узорнік")])] == [False, False]


@pytest.mark.parametrize(
    "name",
    ["", "  ", "-", "1982", "Zina 1982", "🌼", "Zina 🌼", "Z", "Z" * 201, "x" * 10_000_000, "Zi\u202ena", "Zi\nna"],
)
def test_what_is_no_name_is_refused_in_a_sentence_that_does_not_repeat_it(name: str) -> None:
    with pytest.raises(Refused, match=r"^name: ") as refusal:
        fit_name(name)
    assert len(str(refusal.value)) < 200
    assert "Zina" not in str(refusal.value)


@pytest.mark.parametrize("field", ["born", "last_seen"])
def test_what_is_no_date_is_refused_with_examples(casebook: Casebook, field: str) -> None:
    with pytest.raises(Refused, match=r"that is no date\. .*1980\.\.1984"):
        open_search(Sought("Ціхан Узорнік", **{field: "some day"}))
    assert not Search.objects.exists()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1982", "1982"),
        ("12.03.1982", "1982-03-12"),
        ("1980-1984", "1980/1984"),
        ("1980..1984", "1980/1984"),
        ("1982~", "1982~"),
        ("  ", ""),
    ],
)
def test_a_date_may_be_written_as_lists_write_it(casebook: Casebook, written: str, kept: str) -> None:
    search = open_search(Sought("Ціхан Узорнік", born=written, last_seen=written)).search
    assert (search.born, search.last_seen) == (kept, kept)


def test_closing_says_why_and_reopening_is_another_turn(casebook: Casebook) -> None:
    search = open_search(PRYKLADNA, author="volunteer-1").search
    with pytest.raises(Refused, match="Say why"):
        close_search(search, " ")
    close_search(search, "The family has word.", "volunteer-2")
    with pytest.raises(Refused, match="is closed"):
        close_search(search, "again")
    with pytest.raises(Refused, match="is closed"):
        change_search(search, Sought("Ціхан Узорнік"))
    reopen_search(search, author="volunteer-1")
    with pytest.raises(Refused, match="is open already"):
        reopen_search(search)
    turns = [(turn.kind, turn.reason, turn.author) for turn in search.turns.all()]
    assert turns == [
        ("opened", "", "volunteer-1"),
        ("closed", "The family has word.", "volunteer-2"),
        ("reopened", "", "volunteer-1"),
    ]


def test_a_change_keeps_what_was_asked_before(casebook: Casebook) -> None:
    search = open_search(PRYKLADNA).search
    before = search.serial
    change_search(search, Sought("Зінаіда Узорнік"))
    assert (search.serial > before, search.turns.get(kind="changed").before["name"]) == (True, "Зінаіда Прыкладная")


def test_another_note_does_not_compare_anew(casebook: Casebook) -> None:
    search = open_search(Sought("Ціхан Узорнік")).search
    before = search.serial
    change_search(search, Sought("Ціхан Узорнік", note="Called again."))
    assert (search.serial, Search.objects.get().note) == (before, "Called again.")


def test_a_search_does_not_become_what_another_asks_for(casebook: Casebook) -> None:
    other, search = open_search(PRYKLADNA).search, open_search(Sought("Ціхан Узорнік")).search
    with pytest.raises(Refused, match=other.id):
        change_search(search, PRYKLADNA)


def test_a_search_is_looked_up_by_id_or_reference_and_never_by_name(casebook: Casebook) -> None:
    search = open_search(PRYKLADNA).search
    assert find_search(search.id.lower()) == find_search("A-17") == search
    for wrong in ("", "Зінаіда Прыкладная", "A-18"):
        with pytest.raises(Refused, match="No search here has that id"):
            find_search(wrong)


def test_a_reference_of_two_searches_names_both_by_their_ids(casebook: Casebook) -> None:
    first, second = (open_search(Sought(name, reference="A-1")).search for name in ("Ціхан Узорнік", "Пятро Крушына"))
    close_search(second, "The family has word.")
    with pytest.raises(Refused, match=rf"^2 searches have that reference: {first.id}, {second.id} \(closed\)\. Say"):
        find_search("A-1")


def test_who_works_is_a_code(casebook: Casebook) -> None:
    with pytest.raises(Refused, match="a code, not a name"):
        open_search(PRYKLADNA, author="Anna Example")
    assert not Search.objects.exists()


def test_in_travel_mode_tracing_says_what_it_needs(without_identities: Casebook) -> None:
    for deed in (lambda: open_search(PRYKLADNA), lambda: find_search("A-17"), lambda: open_searches([PRYKLADNA])):
        with pytest.raises(Refused, match="You need the identities to trace somebody"):
            deed()


def test_the_log_holds_ids_and_codes_only(casebook: Casebook) -> None:
    search = open_search(PRYKLADNA).search
    close_search(search, "The family has word of Zina.")
    logged = " ".join(f"{each.verb} {each.subject} {each.author}" for each in AuditEntry.objects.all())
    assert logged == f"search.opened {search.id} owner search.closed {search.id} owner"


def test_a_serial_is_never_given_twice(casebook: Casebook) -> None:
    """What was compared under an erased search must not count for a new one."""
    from valoshka.casebook.identities.models import KeptList

    search = open_search(PRYKLADNA).search
    KeptList.objects.create(
        sha256="a" * 64, file_name="a.csv", read_by="owner", read_at=search.opened, compared_up_to=search.serial
    )
    search.delete()
    assert open_search(PRYKLADNA).search.serial > search.serial
