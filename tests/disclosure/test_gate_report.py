"""The report says what was checked and what no program can check; it names nobody. Everybody is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from valoshka.briefing.render import render
from valoshka.clearance import Paragraph, Passage, Section
from valoshka.disclosure import Blocked, clear, inspect, report
from valoshka.disclosure.checking import check
from valoshka.disclosure.findings import rules
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.report_files import report_on_files


@pytest.fixture(scope="module")
def release(briefing, people):
    doubtful = replace(briefing, sections=(Section(None, (Paragraph(Passage("Марына sang.")),)),))
    with pytest.raises(Blocked) as blocked:
        clear(doubtful, people)
    cleared = clear(doubtful, people, {blocked.value.findings[0].key: "A singer of that name."})
    return inspect(dict(render(cleared)), cleared, people)


@pytest.mark.parametrize(
    ("language", "verdict"),
    [
        ("en", "No protected identity of this casebook was found by these checks."),
        ("be", "Гэтыя праверкі не знайшлі ніводнай асобы пад аховай з гэтай справы."),
        ("ru", "Эти проверки не нашли ни одной личности под защитой из этого дела."),
    ],
)
def test_the_verdict_claims_no_more_than_the_checks(language, verdict, release):
    told = report(release, language)
    assert verdict in " ".join(told.split())
    assert release.sha256 in told
    assert "A singer of that name." in " ".join(told.split())
    assert "{" not in told
    for word in ("anonym", "ананім", "аноним"):
        assert word not in told.lower()


def test_the_report_names_nobody(release, people):
    told = report(release)
    for person in people:
        for name in (*person.names, *person.identifiers):
            assert name not in told


def test_the_report_tells_of_each_doubt_by_place_and_rule_never_by_its_key(release, people):
    told = " ".join(report(release).split())
    (reason,) = release.reasons
    assert "sections 1, parts 1, text: A given name that a protected person bears (1 in all bear it)." in told
    assert reason.finding not in told
    assert reason.finding.rpartition(":")[2] not in told
    assert not [person.id for person in people if person.id in told]


def test_the_report_ends_with_questions_for_a_second_reader(release):
    told = report(release)
    assert told.count("- [ ] ") >= 5
    assert "Second reader" in told


def test_every_rule_speaks_three_languages():
    for rule in rules().values():
        for words in (rule.why, rule.instead):
            assert words.keys() == {"en", "be", "ru"}
            assert all(sentence.strip().endswith(".") for sentence in words.values())


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_findings_in_files_are_told_with_place_reason_and_advice(language, people):
    lookout = Lookout.over(people, "public")
    told = report_on_files([check("a.txt", "Сястра Astapchuk".encode(), lookout)], lookout, language)
    assert "a.txt, " in told
    assert "Astapchuk" in told
    assert "k3f9, Яніна" in told
    assert rules()["name_surname"].instead[language] in told
    assert "Марына" not in told


def test_a_file_without_findings_is_not_called_safe(people):
    lookout = Lookout.over(people, "public")
    told = report_on_files([check("a.txt", b"Nothing.", lookout)], lookout)
    assert "none of them was found" in told
    assert "let a second person read" in " ".join(told.split())
    assert "safe" not in told.lower()
