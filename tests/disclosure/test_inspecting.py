"""The second step: rendered bytes read again. Everybody is invented."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from valoshka.briefing.render import render
from valoshka.clearance import Paragraph, Passage, Release, Section
from valoshka.clearance.cleared import ClearedContent
from valoshka.disclosure import Blocked, clear, inspect
from valoshka.disclosure.channels import CouldNotCheck
from valoshka.errors import Refused


@pytest.fixture(scope="module")
def cleared(briefing, people) -> ClearedContent:
    return clear(briefing, people)


@pytest.fixture(scope="module")
def files(cleared) -> dict[str, bytes]:
    return dict(render(cleared))


def objections(files, cleared, people) -> set[tuple[str, str | None]]:
    with pytest.raises(Blocked) as blocked:
        inspect(files, cleared, people)
    return {(finding.rule, finding.at.file) for finding in blocked.value.findings}


def page(files, old: str, new: str) -> dict[str, bytes]:
    """The web page alone, with one change."""
    text = files["briefing.html"].decode()
    assert old in text
    return {"briefing.html": text.replace(old, new, 1).encode()}


def word(files, change) -> dict[str, bytes]:
    """The Word file alone, changed."""
    document = Document(io.BytesIO(files["briefing.docx"]))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return {"briefing.docx": out.getvalue()}


def test_what_was_rendered_from_cleared_content_becomes_a_release(files, cleared, people):
    release = inspect(files, cleared, people)
    assert isinstance(release, Release)
    assert dict(release.files) == files
    assert len(release.checks) > len(cleared.checks)


def test_a_name_that_only_rendering_brought_in_blocks(files, cleared, people):
    changed = page(files, "</main>", "<p>Марына Астапчук</p></main>")
    assert ("name_full_name", "briefing.html") in objections(changed, cleared, people)


@pytest.mark.parametrize(
    "planted",
    [
        "<!-- Maryna Astapchuk -->",
        '<p title="Maryna Astapchuk">x</p>',
        '<p data-author="M. Astapchuk">x</p>',
        "<p hidden>Maryna Astapchuk</p>",
        "<svg><metadata>Maryna Astapchuk</metadata></svg>",
        '<p data-x="+375296001122">x</p>',
        "<style>.a::after { content: 'Maryna Astapchuk' }</style>",
        '<img alt="Марына Астапчук" src="data:,">',
    ],
)
def test_a_name_in_any_channel_of_a_page_blocks(planted, files, cleared, people):
    assert objections(page(files, "</main>", planted + "</main>"), cleared, people)


def test_a_name_in_a_word_file_s_properties_blocks(files, cleared, people):
    def sign(document):
        document.core_properties.author = "Maryna Astapchuk"

    assert ("metadata_name", "briefing.docx") in objections(word(files, sign), cleared, people)


def test_an_author_whom_nobody_protects_is_still_not_for_publication(files, cleared, people):
    def sign(document):
        document.core_properties.last_modified_by = "Some Editor"

    assert ("metadata_foreign", "briefing.docx") in objections(word(files, sign), cleared, people)


def test_the_hour_of_rendering_is_not_for_publication(files, cleared, people):
    import datetime

    def stamp(document):
        document.core_properties.modified = datetime.datetime(2021, 6, 1, 23, 41, 7, tzinfo=datetime.UTC)

    assert ("metadata_foreign", "briefing.docx") in objections(word(files, stamp), cleared, people)


def test_a_name_in_a_hidden_part_of_a_word_file_blocks(files, cleared, people):
    out = io.BytesIO(files["briefing.docx"])
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", "<w:comments xmlns:w='w'><w:t>Maryna Astapchuk</w:t></w:comments>")
    assert objections({"briefing.docx": out.getvalue()}, cleared, people)


@pytest.mark.parametrize("name", ["Maryna Astapchuk.html", "astapchuk_maryna.html"])
def test_a_name_in_a_file_s_name_blocks(name, files, cleared, people):
    renamed = {name: files["briefing.html"]}
    assert ("metadata_name", name) in objections(renamed, cleared, people)


@pytest.mark.parametrize("name", ["../briefing.html", "a/b.html", ".hidden.html"])
def test_a_file_s_name_does_not_lead_elsewhere(name, files, cleared, people):
    assert ("file_name", name) in objections({name: files["briefing.html"]}, cleared, people)


def test_a_passage_that_rendering_lost_blocks(files, cleared, people):
    lost = page(files, "She went home after the night shift and never came back to the ward.", "…")
    assert objections(lost, cleared, people) == {("passage_lost", "briefing.html")}


def test_files_of_another_content_do_not_pass(files, briefing, people):
    other = clear(replace(briefing, notes=(Passage("One more sentence that is in no file."),)), people)
    assert {rule for rule, _ in objections(files, other, people)} == {"passage_lost"}


@pytest.mark.parametrize(
    "planted",
    [
        '<img src="https://host.example/pixel.gif">',
        '<link rel="stylesheet" href="//host.example/a.css">',
        "<script>fetch('/seen')</script>",
        "<style>@import 'https://host.example/a.css';</style>",
        '<p style="background: url(https://host.example/a.png)">x</p>',
        '<iframe src="https://host.example"></iframe>',
        '<form action="https://host.example"><input></form>',
        '<a href="https://host.example" ping="https://host.example/seen">x</a>',
        '<a href="javascript:go()">x</a>',
        '<p onclick="go()">x</p>',
        '<svg><image xlink:href="https://host.example/a.png"/></svg>',
        '<meta http-equiv="refresh" content="0; url=https://host.example">',
        '<img srcset="https://host.example/a.png 2x">',
    ],
)
def test_a_page_asks_nobody_else_for_anything(planted, files, cleared, people):
    assert ("foreign_request", "briefing.html") in objections(
        page(files, "</main>", planted + "</main>"), cleared, people
    )


def test_a_link_that_the_reader_may_follow_is_no_request(files, cleared, people):
    linked = page(files, "</main>", '<p><a href="https://host.example">Read on</a></p></main>')
    assert isinstance(inspect(linked, cleared, people), Release)


def test_other_people_than_those_it_was_cleared_against_are_refused(files, cleared, people):
    with pytest.raises(Refused, match="other people"):
        inspect(files, cleared, people[:-1])


def test_no_files_are_no_release(cleared, people):
    with pytest.raises(Refused, match="no rendered file"):
        inspect({}, cleared, people)


def test_what_the_gate_did_not_clear_is_not_inspected(files, cleared, people):
    forged = object.__new__(ClearedContent)
    for name in ("content", "checks", "reasons", "people"):
        object.__setattr__(forged, name, getattr(cleared, name))
    with pytest.raises(TypeError):
        inspect(files, forged, people)


@pytest.mark.parametrize(
    ("name", "content"), [("a.bin", b"\x00\x01"), ("a.pdf", b"%PDF-1.7 broken"), ("a.docx", b"PK\x03\x04")]
)
def test_a_file_that_cannot_be_read_whole_stops_the_release(name, content, files, cleared, people):
    with pytest.raises(CouldNotCheck) as refusal:
        inspect({name: content}, cleared, people)
    assert refusal.value.exit_code == 2


def test_reasons_given_for_the_content_hold_for_its_files(briefing, people):
    doubtful = replace(briefing, sections=(Section(None, (Paragraph(Passage("Марына sang.")),)),))
    with pytest.raises(Blocked) as blocked:
        clear(doubtful, people)
    reasons = {blocked.value.findings[0].key: "A singer of that name."}
    again = clear(doubtful, people, reasons)
    release = inspect(dict(render(again)), again, people)
    assert [reason.words for reason in release.reasons] == ["A singer of that name."]


def test_a_reason_that_names_somebody_is_refused_before_a_release_is_made(files, cleared, people):
    with pytest.raises(Refused) as refused:
        inspect(files, cleared, people, {"name_given:k3f9:0a1b2c": "Maryna Astapchuk does not mind."})
    assert not isinstance(refused.value, Blocked)
    assert "name_given:k3f9:0a1b2c" in str(refused.value)
    assert "Astapchuk" not in str(refused.value)
