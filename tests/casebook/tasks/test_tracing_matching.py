"""Lists against searches: the same hits whichever came first, each pair once, and decisions that stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from valoshka.casebook.identities.models import Hit, HitDecision, KeptList, KeptRow, Search
from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import AuditEntry
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person
from valoshka.casebook.tasks.tracing import comparing, engine
from valoshka.casebook.tasks.tracing.blacking import black_out_rows
from valoshka.casebook.tasks.tracing.comparing import compare_all, stretches
from valoshka.casebook.tasks.tracing.coverage import Coverages
from valoshka.casebook.tasks.tracing.hits import confirmed, decide, find_hit, hits_of, told, waiting_counts
from valoshka.casebook.tasks.tracing.lists import find_list, keep_list, sha256_of
from valoshka.casebook.tasks.tracing.lists_in import lists_in
from valoshka.casebook.tasks.tracing.searches import change_search, close_search, open_search, reopen_search
from valoshka.casebook.tasks.tracing.sought import Sought
from valoshka.errors import Refused
from valoshka.terms import edtf
from valoshka.tracing import CardIndex, DetaineeList, ListRow

CONFIRMED, NOT_THEM, LATER = HitDecision.Kind.CONFIRMED, HitDecision.Kind.NOT_THEM, HitDecision.Kind.LATER
NAMES = (
    "Зінаіда Прыкладная",
    "Прикладная Зинаида",
    "Prykladna Z.",
    "Ціхан Узорнік",
    "Узорника Тихона",
    "Пятро Крушына",
)


def listed(*names: str, file: str = "list.csv", born: str = "") -> DetaineeList:
    rows = [
        ListRow(file, "", line, line, (name,), f"{name}; kept at {file}", edtf.parse(born) if born else None)
        for line, name in enumerate(names, start=2)
    ]
    return DetaineeList(file, rows, datetime(2026, 1, 2, 3, 4, tzinfo=UTC), faulty=1)


def keep(*names: str, file: str = "list.csv", born: str = "") -> KeptList:
    return keep_list(listed(*names, file=file, born=born), (file.encode().hex() + "0" * 64)[:64]).kept_list


def hits() -> set[tuple[str, str, float]]:
    return {(hit.search.name, hit.row.words, hit.score) for hit in Hit.objects.select_related("search", "row")}


def test_a_row_in_another_spelling_and_case_is_like_the_search(casebook: Casebook) -> None:
    search = open_search(Sought("Зінаіда Прыкладная", born="1982")).search
    keep("Прикладная Зинаида", "Пятро Крушына", born="1982")
    assert compare_all() == 1
    (each,) = told(hits_of())
    assert (each.hit.search, each.hit.row.line, each.hit.row.kept_list.file_name) == (search, 2, "list.csv")
    assert "born: 1982, as you asked" in each.births.words
    assert each.hit.engine == engine.engine_version()
    assert any("surname" in reason for reason in each.hit.reasons)


def test_the_same_file_again_changes_nothing(casebook: Casebook) -> None:
    first = keep("Зінаіда Прыкладная")
    again = keep_list(listed("Зінаіда Прыкладная"), first.sha256)
    assert (again.new, again.kept_list.id) == (False, first.id)
    assert (KeptList.objects.count(), KeptRow.objects.count()) == (1, 1)
    assert AuditEntry.objects.filter(verb="list.kept").count() == 1


def test_a_row_keeps_where_it_stands_and_the_file_s_hash(casebook: Casebook, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"abc")
    kept = keep("Зінаіда Прыкладная", "Ціхан Узорнік")
    assert [(row.line, row.label, row.names) for row in kept.rows.all()] == [
        (2, "2", "Зінаіда Прыкладная"),
        (3, "3", "Ціхан Узорнік"),
    ]
    assert (kept.rows_kept, kept.rows_refused, kept.read_at.year) == (2, 1, 2026)
    assert sha256_of(tmp_path / "list.csv").startswith("ba7816bf")


def test_a_list_that_names_nobody_is_refused(casebook: Casebook) -> None:
    with pytest.raises(Refused, match=r"list\.csv names nobody"):
        keep()
    assert not KeptList.objects.exists()


def test_running_again_adds_nothing(casebook: Casebook) -> None:
    open_search(Sought("Зінаіда Прыкладная"))
    keep(*NAMES)
    assert compare_all() > 0
    before = {(hit.id, hit.score) for hit in Hit.objects.all()}
    assert (compare_all(), stretches()) == (0, [])
    assert {(hit.id, hit.score) for hit in Hit.objects.all()} == before


STEPS = [("search", number) for number in (0, 3, 5)] + [("list", number) for number in (0, 2, 4)] + [("compare", 0)] * 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.permutations(STEPS))
def test_whichever_came_first_the_hits_are_the_same(casebook: Casebook, steps: Sequence[tuple[str, int]]) -> None:
    wanted: set[tuple[str, str, float]] = set()
    for order in (STEPS, steps):
        for model in (Hit, Search, KeptRow, KeptList):
            model.objects.all().delete()
        for deed, number in order:
            if deed == "search":
                open_search(Sought(NAMES[number]))
            elif deed == "list":
                keep(*NAMES[number : number + 2], file=f"{number}.csv")
            else:
                compare_all()
        compare_all()
        assert stretches() == []
        wanted = wanted or hits()
    assert hits() == wanted
    assert len(wanted) >= 5


def test_the_larger_side_makes_no_difference(casebook: Casebook) -> None:
    for name in NAMES:
        open_search(Sought(name))
    keep(*NAMES[:2], file="short.csv")  # fewer rows than searches
    compare_all()
    by_row = hits()
    Hit.objects.all().delete()
    KeptList.objects.all().update(compared_up_to=0)
    kept = KeptList.objects.get()
    searches = list(Search.objects.all())
    comparing._ask_by_search(comparing.Stretch(kept, 0, searches[-1].serial), searches, lambda _: None)
    assert (hits(), len(by_row) >= 4) == (by_row, True)


class Killed(BaseException):
    """As kill -9 would, but the test goes on."""


def test_what_was_stopped_goes_on_and_nothing_is_lost_or_doubled(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "SEARCHES_AT_ONCE", 1)
    monkeypatch.setattr(comparing, "ROWS_AT_ONCE", 1)
    for name in NAMES[:4]:
        open_search(Sought(name))
    keep(*NAMES, file="long.csv")
    keep(*NAMES[:3], file="short.csv")
    seen: list[comparing.Progress] = []

    def stop_at_the_second(progress: comparing.Progress) -> None:
        seen.append(progress)
        if len(seen) == 2:
            raise Killed

    stops = 0
    for _ in range(20):
        seen.clear()
        try:
            compare_all(stop_at_the_second)
        except Killed:
            stops += 1
        else:
            break
    assert stops >= 2
    in_pieces = hits()
    Hit.objects.all().delete()
    KeptList.objects.all().update(compared_up_to=0)
    compare_all()
    assert hits() == in_pieces


def test_a_stop_while_names_are_read_leaves_no_cursor_open_and_nothing_half_done(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_search(Sought(NAMES[0]))
    kept = keep(*NAMES)

    def stopped(named: Iterator[tuple[int, str]]) -> None:
        next(named)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(comparing, "Shelf", stopped)
        with pytest.raises(Killed):
            compare_all()
    kept.refresh_from_db()
    assert (kept.compared_up_to, Hit.objects.count()) == (0, 0)
    assert compare_all() > 0


def test_a_search_closed_meanwhile_is_searched_for_when_it_is_reopened(casebook: Casebook) -> None:
    search = open_search(Sought("Зінаіда Прыкладная")).search
    close_search(search, "The family has word.")
    keep("Прикладная Зинаида")
    assert (compare_all(), list(hits_of())) == (0, [])
    reopen_search(search)
    assert (compare_all(), len(hits_of())) == (1, 1)


def test_a_search_that_asks_for_another_name_is_compared_anew(casebook: Casebook) -> None:
    search = open_search(Sought("Зінаіда Прыкладная")).search
    keep("Прикладная Зинаида", "Узорник Тихон")
    compare_all()
    change_search(search, Sought("Ціхан Узорнік"))
    assert compare_all() == 1
    assert [hit.row.names for hit in hits_of()] == ["Узорник Тихон"]


def test_another_engine_compares_anew_and_leaves_decisions(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    open_search(Sought("Зінаіда Прыкладная"))
    keep("Прикладная Зинаида", "Прыкладная Зінаіда")
    compare_all()
    first, second = Hit.objects.order_by("row_id")
    decide([(first, NOT_THEM)])
    for module in (comparing, __import__("valoshka.casebook.tasks.tracing.keeping_hits", fromlist=["x"])):
        monkeypatch.setattr(module, "engine_version", lambda: "another")
    assert compare_all() == 0
    assert {hit.id: hit.engine for hit in Hit.objects.all()} == {first.id: first.engine, second.id: "another"}
    assert [hit.id for hit in hits_of()] == [second.id]


def test_an_engine_that_sees_less_takes_back_what_nobody_decided(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_search(Sought("Зінаіда Прыкладная"))
    keep("Прикладная Зинаида", "Прыкладная Зінаіда")
    compare_all()
    decided, _ = Hit.objects.order_by("row_id")
    decide([(decided, CONFIRMED)])
    KeptList.objects.update(compared_by="another")
    monkeypatch.setattr("valoshka.casebook.tasks.tracing.shelf.least", lambda: 1.1)
    compare_all()
    assert [hit.id for hit in Hit.objects.all()] == [decided.id]


def test_another_word_of_knowledge_is_another_engine(tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "short.yml").write_text("Зіна: Зінаіда", encoding="utf-8")
    before = engine.hash_of(tmp_path)
    (tmp_path / "cache.pyc").write_bytes(b"no knowledge")
    assert engine.hash_of(tmp_path) == before
    (tmp_path / "given" / "short.yml").write_text("Зіначка: Зінаіда", encoding="utf-8")
    assert engine.hash_of(tmp_path) != before


def test_a_refused_row_is_not_shown_again_but_a_later_list_s_is(casebook: Casebook) -> None:
    open_search(Sought("Зінаіда Прыкладная"))
    keep("Прикладная Зинаида")
    compare_all()
    decide([(Hit.objects.get(), NOT_THEM)], "Another year of birth.", "volunteer-1")
    compare_all()
    assert not hits_of().exists()
    again = DetaineeList("next.csv", listed("Прикладная Зинаида").rows, datetime(2026, 1, 3, tzinfo=UTC))
    keep_list(again, "b" * 64)
    compare_all()
    (each,) = told(hits_of())
    assert each.hit.row.kept_list.file_name == "next.csv"
    assert each.before is not None
    assert (each.before.kind, each.before.author) == (NOT_THEM, "volunteer-1")


def test_the_newest_decision_counts_and_none_is_lost(casebook: Casebook) -> None:
    open_search(Sought("Зінаіда Прыкладная"))
    keep("Прикладная Зинаида")
    compare_all()
    hit = Hit.objects.get()
    for kind, waiting, found in ((CONFIRMED, 0, 1), (NOT_THEM, 0, 0), (LATER, 1, 0), (CONFIRMED, 0, 1)):
        decide([(hit, kind)])
        assert (hits_of().count(), confirmed().count()) == (waiting, found)
    with pytest.raises(Refused, match="was decided so already, by owner"):
        decide([(hit, CONFIRMED)])
    assert [each.kind for each in hit.decisions.all()] == [CONFIRMED, NOT_THEM, LATER, CONFIRMED]


def test_decisions_are_taken_together_or_not_at_all(casebook: Casebook) -> None:
    search = open_search(Sought("Зінаіда Прыкладная")).search
    keep("Прикладная Зинаида", "Прыкладная Зінаіда")
    compare_all()
    one, other = Hit.objects.order_by("row_id")
    decide([(one, CONFIRMED)])
    with pytest.raises(Refused, match="decided so already"):
        decide([(other, NOT_THEM), (one, CONFIRMED)])
    assert other.decisions.count() == 0
    close_search(search, "The family has word.")
    with pytest.raises(Refused, match="is closed"):
        decide([(find_hit(other.id), NOT_THEM)])


def test_what_was_left_for_later_comes_last_and_a_birth_that_differs_lowers(casebook: Casebook) -> None:
    open_search(Sought("Зінаіда Прыкладная", born="1982"))
    keep("Прыкладная Зінаіда", file="a.csv", born="1955")
    keep("Прыкладная Зінаіда", file="b.csv", born="1982")
    keep("Прыкладная Зінаіда", file="c.csv", born="1982-03")
    compare_all()
    decide([(Hit.objects.get(row__kept_list__file_name="b.csv"), LATER)])
    assert [each.hit.row.kept_list.file_name for each in told(hits_of())] == ["c.csv", "a.csv", "b.csv"]


def test_no_match_knows_which_lists_were_searched(casebook: Casebook) -> None:
    first = open_search(Sought("Пятро Крушына")).search
    keep("Зінаіда Прыкладная", "Ціхан Узорнік", file="a.csv")
    compare_all()
    keep("Зінаіда Прыкладная", file="b.csv")
    second = open_search(Sought("Крушына Пятро", note="Another family.")).search
    coverages = Coverages()
    assert [kept.file_name for kept in coverages.of(first).searched] == ["a.csv"]
    assert [kept.file_name for kept in coverages.of(first).waiting] == ["b.csv"]
    assert coverages.of(second).rows == 0
    compare_all()
    done = Coverages()
    assert (done.of(second).rows, done.of(second) is done.of(first), waiting_counts()) == (3, True, {})


def test_a_search_of_several_names_is_hit_once_by_the_nearest(casebook: Casebook) -> None:
    open_search(Sought("Пятро Крушына", other_names=("Зінаіда Прыкладная", "Зинаида Прикладная")))
    keep("Прикладная Зинаида")
    assert compare_all() == 1
    assert Hit.objects.get().name_compared in {"Зінаіда Прыкладная", "Зинаида Прикладная"}


def test_the_casebook_is_a_list_of_its_people_and_its_kept_rows(casebook: Casebook) -> None:
    person = add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera"))
    kept = keep("Ціхан Узорнік")
    people, rows = lists_in(casebook)
    assert [(row.id, row.names, row.words) for row in people] == [
        (person.id, ("Zinaida Prykladna",), "Vera: Zinaida Prykladna")
    ]
    assert [(row.id, row.names, row.place) for row in rows] == [
        (f"{kept.id}-{kept.rows.get().number}", ("Ціхан Узорнік",), "list.csv, line 2")
    ]
    black_out_rows([kept.rows.get().number])
    assert [len(each) for each in lists_in(casebook)] == [1, 0]


def test_an_abbreviated_row_may_be_them_unless_its_birth_is_another_s(casebook: Casebook) -> None:
    open_search(Sought("Прыкладная Зінаіда Пятроўна", born="1982"))
    keep("Прикладная З.", file="a.csv")
    keep("Прикладная З.", file="b.csv", born="1955")
    keep("Прикладная Зинаида Петровна", file="c.csv", born="1955")
    compare_all()
    shown = [(each.hit.row.kept_list.file_name, each.likely) for each in told(hits_of())]
    assert shown == [("c.csv", True), ("a.csv", False)]


def test_name_and_birth_are_scored_as_in_a_search_of_lists(casebook: Casebook) -> None:
    open_search(Sought("Зінаіда Прыкладная", born="1982"))
    birth_of = {"a.csv": "1982", "b.csv": "1983", "c.csv": "1955", "d.csv": ""}
    lists = [listed("Прыкладная Зінаіда", file=file, born=born) for file, born in birth_of.items()]
    for number, each in enumerate(lists):
        keep_list(each, f"{number}" * 64)
    compare_all()
    here = {each.hit.row.kept_list.file_name: (each.score, each.likely) for each in told(hits_of())}
    there = CardIndex(lists).trace("Зінаіда Прыкладная", born="1982").sightings
    assert here == {each.row.file: (each.score, each.likely) for each in there}
    assert here["a.csv"][0] > here["d.csv"][0] > here["b.csv"][0] > here["c.csv"][0]
    assert [each.hit.row.kept_list.file_name for each in told(hits_of()) if each.another_birth] == ["c.csv"]


def test_the_search_with_the_likeliest_row_comes_first(casebook: Casebook) -> None:
    faint = open_search(Sought("Крушына Пятро Іванавіч")).search
    sure = open_search(Sought("Зінаіда Прыкладная")).search
    keep("Крушына П.", "Прикладная З.", "Прыкладная Зінаіда")
    compare_all()
    shown = [(each.hit.search, each.hit.row.line) for each in told(hits_of())]
    assert shown == [(sure, 4), (sure, 3), (faint, 2)]
    decide([(Hit.objects.get(row__line=4), LATER)])
    assert [each.hit.row.line for each in told(hits_of())] == [3, 4, 2]


def test_a_given_name_alone_makes_nobody_likely(casebook: Casebook) -> None:
    open_search(Sought("Зінаіда"))
    keep("Зінаіда")
    compare_all()
    assert [(each.score, each.likely) for each in told(hits_of())] == [(1.0, False)]


def test_a_row_that_was_blacked_out_does_not_count_as_searched(casebook: Casebook) -> None:
    search = open_search(Sought("Пятро Крушына")).search
    kept = keep("Зінаіда Прыкладная", "Ціхан Узорнік")
    compare_all()
    black_out_rows([kept.rows.get(line=2).number])
    black_out_rows([row.number for row in kept.rows.filter(line=2)])
    kept.refresh_from_db()
    assert (kept.rows_kept, kept.rows_blacked, Coverages().of(search).rows) == (2, 1, 1)


def test_another_birth_is_compared_anew(casebook: Casebook) -> None:
    search = open_search(Sought("Прыкладная Зінаіда Пятроўна", born="1982")).search
    keep("Прикладная З.", born="1955")
    assert compare_all() == 0
    change_search(search, Sought("Прыкладная Зінаіда Пятроўна", born="1955"))
    assert compare_all() == 1


def test_a_list_is_looked_up_by_id_or_file(casebook: Casebook) -> None:
    kept = keep("Ціхан Узорнік")
    assert find_list(kept.id) == find_list("list.csv") == kept
    with pytest.raises(Refused, match="No list here"):
        find_list("other.csv")
    keep_list(listed("Зінаіда Прыкладная"), "c" * 64)
    with pytest.raises(Refused, match="2 lists have that file name"):
        find_list("list.csv")


def test_in_travel_mode_nothing_is_compared(without_identities: Casebook) -> None:
    for deed in (compare_all, hits_of, lambda: keep("Ціхан Узорнік"), lambda: lists_in(without_identities)):
        with pytest.raises(Refused, match="You need the identities"):
            deed()
