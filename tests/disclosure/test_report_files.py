"""What `valoshka check` prints: each objection once, with its places. Everybody named here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure.checking import Checked, check
from valoshka.disclosure.findings import Finding, Place, rules
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.people import ProtectedPerson
from valoshka.disclosure.report_files import report_on_files
from valoshka.disclosure.report_overlaps import without_overlaps
from valoshka.disclosure.unknown_names import Told, find_unknown_names
from valoshka.disclosure.wording import said

PEOPLE = (ProtectedPerson("k3f9", names=("Зинаида Прикладная",), pseudonyms=("Вера",)),)


@pytest.fixture(scope="module")
def lookout():
    return Lookout.over(PEOPLE, "public")


def at(start: int, text: str, **more: str) -> Place:
    return Place(file="a.txt", start=start, end=start + len(text), text=text, **more)


def told(lookout, *findings: Finding, language: str = "en") -> str:
    return " ".join(report_on_files([Checked("a.txt", 1, findings)], lookout, language).split())


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_an_objection_is_said_once_with_every_place(language, lookout):
    findings = [Finding("name_surname", "k3f9", at(start, "Прикладная")) for start in (5, 40, 90)]
    text = told(lookout, *findings, language=language)
    assert text.count(rules()["name_surname"].why[language]) == 1
    assert text.count(rules()["name_surname"].instead[language]) == 1
    assert text.count("“Прикладная”") + text.count("«Прикладная»") == 1
    assert [f"{start}-{start + 10}" in text for start in (5, 40, 90)] == [True] * 3
    assert text.count("[k3f9, Вера]") == 1


def test_places_are_told_by_lines_and_files(lookout):
    text = "Начало.\nПрикладная пришла.\n\nПотом Прикладная ушла.\n"
    first = [Finding("name_surname", "k3f9", at(start, "Прикладная")) for start in (8, 35)]
    other = [Finding("name_surname", "k3f9", Place(file="b.pdf", where="page 2", start=0, end=10, text="Прикладная"))]
    files = [Checked("a.txt", 1, tuple(first), text), Checked("b.pdf", 1, tuple(other), "Прикладная")]
    assert "“Прикладная”: a.txt, lines 2, 4; b.pdf, page 2" in report_on_files(files, lookout)
    assert "«Прикладная»: a.txt, радкі 2, 4; b.pdf, старонка 2" in report_on_files(files, lookout, "be")
    assert "«Прикладная»: a.txt, строки 2, 4; b.pdf, страница 2" in report_on_files(files, lookout, "ru")


def test_a_name_that_nobody_listed_is_told_with_every_place_of_every_file(lookout):
    told_of = [
        Checked(name, 1, tuple(find_unknown_names([Told(text, Place(file=name))], (), "public")), text)
        for name, text in (
            ("a.txt", "They met Halina Brukavets.\nThen Halina Brukavets left."),
            ("b.txt", "Nobody knew Halina Brukavets."),
        )
    ]
    text = report_on_files(told_of, lookout)
    assert "“Halina Brukavets”: a.txt, lines 1, 2; b.txt, line 1" in text
    assert text.count("Looks like the name") == 1


def test_an_initial_keeps_its_full_stop(lookout):
    finding = Finding("name_initials_alone", "k3f9", at(0, "З. П"))
    assert "“З. П.”" in report_on_files([Checked("a.txt", 1, (finding,), "З. П. молчала.")], lookout)


def test_many_places_of_one_word_are_cut_short_and_counted(lookout):
    text = "Прикладная\n" * 40
    findings = tuple(Finding("name_surname", "k3f9", at(11 * line, "Прикладная")) for line in range(40))
    assert "and more: 10" in report_on_files([Checked("a.txt", 1, findings, text)], lookout)


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_what_was_published_before_is_known_from_a_casebook_only(language, lookout):
    with_list = report_on_files([Checked("a.txt", 1, ())], lookout, language)
    with_casebook = report_on_files([Checked("a.txt", 1, ())], lookout, language, casebook=True)
    said_of_list, said_of_casebook = (said(language, f"published_{known}") for known in ("list", "casebook"))
    assert said_of_list in " ".join(with_list.split())
    assert said_of_casebook in " ".join(with_casebook.split())
    assert said_of_casebook not in " ".join(with_list.split())


def test_names_that_may_be_told_are_counted():
    person = ProtectedPerson("k3f9", names=("Зинаида Прикладная",), pseudonyms=("Вера",))
    watched = Lookout.over([person], "public")
    checked = check("a.txt", "Вера пришла. С ней была Галина Бруковец.".encode(), watched, public=["Галина Бруковец"])
    assert checked.findings == ()
    assert "Passed over in 2 places" in report_on_files([checked], watched)


def test_names_that_nobody_listed_are_one_list(lookout):
    findings = [
        Finding("unknown_name", None, at(3, "Мацак"), (("count", "1"),)),
        Finding("unknown_name", None, at(30, "Вронченюк"), (("count", "4"),)),
    ]
    text = told(lookout, *findings)
    assert text.count("Looks like the name") == 1
    assert "“Мацак”: a.txt" in text
    assert "“Вронченюк”: a.txt" in text
    assert "--public" in text


def test_what_is_certain_comes_first(lookout):
    text = told(
        lookout,
        Finding("name_given", "k3f9", at(1, "Зинаида"), (("count", "1"),)),
        Finding("name_full_name", "k3f9", at(50, "Зинаида Прикладная")),
    )
    assert text.index("MUST GO") < text.index("LOOK AT")
    assert "1 certain, 1 doubtful" in text


def test_a_piece_of_a_name_is_not_told_beside_the_whole():
    whole = Finding("name_full_name", "k3f9", at(0, "Зинаида Прикладная"))
    piece = Finding("name_surname", "k3f9", at(8, "Прикладная"))
    again = Finding("name_full_name", "k3f9", Place(file="a.txt", where="text, joined", text="Зинаида Прикладная"))
    assert without_overlaps([piece, whole, again]) == [whole]


def test_another_person_another_place_and_another_part_of_the_file_are_told_each():
    findings = [
        Finding("name_surname", "k3f9", at(0, "Прикладная")),
        Finding("name_surname", "p2", at(0, "Прикладная")),
        Finding("name_surname", "k3f9", at(60, "Прикладная")),
        Finding("metadata_name", "k3f9", at(0, "Прикладная", metadata="author")),
    ]
    assert without_overlaps(findings) == findings


SPANS = st.lists(
    st.builds(
        lambda rule, person, start, length: Finding(rule, person, at(start, "Прикладная"[:length])),
        st.sampled_from(["name_surname", "name_given", "name_full_name"]),
        st.sampled_from(["k3f9", "p2"]),
        st.integers(0, 30),
        st.integers(1, 10),
    ),
    max_size=8,
)


@given(SPANS)
def test_nobody_and_nothing_certain_is_lost_by_telling_it_once(findings):
    kept = without_overlaps(findings)
    for finding in findings:
        assert any(
            other.person == finding.person
            and (other.tier == "block" or finding.tier == "review")
            and other.at.start < finding.at.end
            and finding.at.start < other.at.end
            for other in kept
        )
