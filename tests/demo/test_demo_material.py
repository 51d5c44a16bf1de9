"""The demo keeps its own rules: invented and labelled, sourced where it is not, nobody named in the briefing."""

from __future__ import annotations

import importlib
import unicodedata
from pathlib import Path

import pytest
import yaml

from valoshka.documents import read

DEMO = Path(__file__).parents[2] / "demo"
INVENTED = ("Invented for Valoshka's demo", "Прыдумана для паказу Валошкі", "Придумано для показа Валошки")


def sheet(name: str) -> dict:
    return yaml.safe_load((DEMO / name).read_text(encoding="utf-8"))


def entries() -> list[dict]:
    return sheet("interviews.yml")["interviews"]


@pytest.fixture
def making(monkeypatch):
    monkeypatch.syspath_prepend(str(DEMO))
    return importlib.import_module("make_interviews")


def words_of(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["file"])
def test_every_interview_reads_as_its_source_says(entry):
    source = (DEMO / "sources" / entry["source"]).read_text(encoding="utf-8")
    assert words_of(read(DEMO / "interviews" / entry["file"]).text) == words_of(source)


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["file"])
def test_every_interview_is_made_with_the_same_bytes_twice(entry, making):
    assert making.make(entry) == making.make(entry)


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["file"])
def test_every_interview_begins_by_saying_that_it_is_invented(entry):
    assert read(DEMO / "interviews" / entry["file"]).text.startswith(INVENTED)


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["source"])
def test_every_interview_has_400_to_900_words(entry):
    assert 400 <= len((DEMO / "sources" / entry["source"]).read_text(encoding="utf-8").split()) <= 900


def test_the_interviews_come_in_three_languages_and_four_formats():
    assert sorted(entry["language"] for entry in entries()) == ["be", "be", "en", "en", "ru", "ru"]
    endings = sorted(Path(entry["file"]).suffix for entry in entries())
    assert endings == [".docx", ".docx", ".odt", ".pdf", ".txt", ".txt"]


def test_every_fact_about_public_events_names_its_source():
    briefing = sheet("briefing.yml")
    assert all(part.get("source") for part in [*briefing["context"], *briefing["figures"]])


@pytest.mark.parametrize("name", ["briefing.yml", "first-draft.yml"])
def test_no_draft_but_the_second_holds_a_protected_name(name):
    protected = {
        part.casefold()
        for person in sheet("people.yml")["people"]
        for entry in person["names"]
        if not entry.get("public")
        for part in entry["text"].split()
    }
    written = {word.strip(".,;:!?'\"“”()").casefold() for word in (DEMO / name).read_text(encoding="utf-8").split()}
    assert protected & written == set()


def told_by(pseudonym: str) -> str:
    [file] = [each["file"] for each in sheet("details.yml")["interviews"] if each["source"] == pseudonym]
    return " ".join(read(DEMO / "interviews" / file).text.split())


def test_every_quote_of_the_briefing_stands_in_its_speakers_interview():
    quoted = [
        (story["story"], part["quote"])
        for story in sheet("briefing.yml")["stories"]
        for part in [story["headline"], *story["text"]]
        if "quote" in part
    ]
    assert [(who, quote) for who, quote in quoted if quote not in told_by(who)] == []
    assert len(quoted) >= 3


def test_every_decision_stands_on_words_of_its_interview():
    decisions = sheet("decisions.yml")["decisions"]
    texts = {each["file"]: told_by(each["source"]) for each in sheet("details.yml")["interviews"]}
    assert [each["quote"] for each in decisions if each["quote"] not in texts[each["interview"]]] == []


def test_the_consents_differ_and_nobody_consents_for_a_third_person():
    consents = sheet("consents.yml")["consents"]
    given = [frozenset(each["allows"]) for each in consents]
    assert len(set(given)) >= 4
    third = {each.get("pseudonym") for each in sheet("people.yml")["people"] if each.get("third_person")}
    assert not third & {each["person"] for each in consents}
