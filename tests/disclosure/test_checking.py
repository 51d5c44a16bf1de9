"""Any file against people. Everybody is invented."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from docx import Document as WordFile
from PIL import Image, PngImagePlugin

from valoshka.disclosure.channels import CouldNotCheck
from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.pictured import shows_pictures
from valoshka.documents import read_bytes

TEXT = "Учора прыйшла Марына Астапчук.\r\nTel. +375 29 600 11 22\r\n"


@pytest.fixture(scope="module")
def lookout(people) -> Lookout:
    return Lookout.over(people, "public")


def word_file(text: str, author: str = "") -> bytes:
    document = WordFile()
    document.add_paragraph("First line.")
    document.add_table(1, 1).cell(0, 0).text = text
    document.core_properties.author = author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_positions_count_in_what_the_text_command_prints(encoding, lookout):
    text = TEXT if encoding != "cp1251" else TEXT * 3
    content = text.encode(encoding)
    printed = read_bytes(content, "a.txt").text
    findings = [finding for finding in check("a.txt", content, lookout).findings if finding.tier == "block"]
    assert {printed[f.at.start : f.at.end] for f in findings} == {"Марына Астапчук", "+375 29 600 11 22"}


def test_positions_in_a_word_file_count_in_its_text(lookout):
    content = word_file(TEXT)
    printed = read_bytes(content, "a.docx").text
    found = [f for f in check("a.docx", content, lookout).findings if f.rule == "name_full_name"]
    assert [printed[f.at.start : f.at.end] for f in found] == ["Марына Астапчук"]


def test_a_name_in_what_nobody_sees_blocks_and_says_where(lookout):
    (found,) = [
        f for f in check("a.docx", word_file("Nothing.", "M. Astapchuk"), lookout).findings if f.tier == "block"
    ]
    assert found.kind == "metadata"
    assert "creator" in (found.at.metadata or "")
    assert found.person == "k3f9"


def test_a_strange_author_is_a_doubt(lookout):
    found = check("a.docx", word_file("Nothing.", "Some Editor"), lookout).findings
    assert ("metadata_author", "review") in {(f.rule, f.tier) for f in found}


def test_a_file_that_a_library_made_for_nobody_has_no_author(lookout):
    document = WordFile()
    document.add_paragraph("Nothing.")
    out = io.BytesIO()
    document.save(out)
    assert check("a.docx", out.getvalue(), lookout).findings == ()


def test_a_picture_within_a_word_file_is_looked_at_by_a_person(lookout):
    picture, out = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    picture.seek(0)
    document = WordFile()
    document.add_picture(picture)
    document.save(out)
    assert [f.kind for f in check("a.docx", out.getvalue(), lookout).findings] == ["picture"]


def test_a_comment_in_a_word_file_is_read(lookout):
    out = io.BytesIO(word_file("Nothing."))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", "<w:comments xmlns:w='w'><w:t>Астапчук М.</w:t></w:comments>")
    assert "block" in {f.tier for f in check("a.docx", out.getvalue(), lookout).findings}


def test_a_picture_is_always_looked_at_by_a_person(lookout):
    out = io.BytesIO()
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt("Comment", "Марына Астапчук")
    Image.new("RGB", (2, 2)).save(out, "PNG", pnginfo=notes)
    found = {(f.kind, f.tier) for f in check("a.png", out.getvalue(), lookout).findings}
    assert {("picture", "review"), ("metadata", "block")} <= found


def test_a_page_is_read_with_its_requests(lookout):
    page = '<p lang="be">Астапчук</p><img src="https://host.example/a.png" alt="Зінаіда Кулеш">'
    found = {(f.rule, f.person) for f in check("a.html", page.encode(), lookout).findings}
    assert {("name_surname", "k3f9"), ("third_person_named", "t1a8"), ("foreign_request", None)} <= found


def test_facts_that_meet_in_one_text_are_a_doubt(lookout):
    told = "A nurse from Vawkavysk was dismissed."
    found = [f for f in check("a.txt", told.encode(), lookout).findings if f.kind == "jigsaw"]
    assert [(f.person, f.tier) for f in found] == [("k3f9", "review")]
    assert check("a.txt", b"A nurse was dismissed in Brest.", lookout).findings == ()


def test_a_clean_file_has_no_finding(lookout):
    assert check("a.txt", "Яны пайшлі дадому разам.".encode(), lookout).findings == ()


def test_the_file_s_name_is_read(lookout):
    assert check("astapchuk_maryna.txt", b"Nothing here.", lookout).findings[0].kind == "metadata"


def test_findings_as_json_have_the_agreed_keys(lookout):
    told = [finding.as_json() for finding in check("a.txt", TEXT.encode(), lookout).findings]
    assert json.loads(json.dumps(told)) == told
    for finding in told:
        assert {"kind", "tier", "person", "why", "instead", "at"} <= finding.keys()
        assert {"file", "start", "end", "text"} <= finding["at"].keys()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""),
        ("a.txt", b"\x00\xff\x13" * 400),
        ("a.pdf", b"%PDF-1.7\nbroken"),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 encrypted"),
        ("a.xyz", b"text"),
        ("a.png", b"not a picture"),
    ],
)
def test_a_file_that_cannot_be_read_whole_is_never_clear(name, content, lookout):
    with pytest.raises(CouldNotCheck) as refusal:
        check(name, content, lookout)
    assert refusal.value.exit_code == 2


@pytest.mark.parametrize(
    "inside",
    ["<path d='M0 0C1 1 2 2 3 3'/>", "<image href='data:image/png;base64,iVBORw0KGgo='/>", "<circle r='9'/>"],
)
def test_a_drawing_of_its_own_is_looked_at_by_a_person(inside):
    assert shows_pictures("face.svg", f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>".encode())


def test_bars_and_words_are_no_picture():
    chart = b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/><text>Hrodna, 12</text></svg>"
    assert not shows_pictures("chart.svg", chart)
    assert shows_pictures("squares.svg", b"<rect/>" * 300)


def test_a_file_inside_that_cannot_be_read_is_refused_by_the_outer_name_only(lookout):
    out = io.BytesIO(word_file("Nothing."))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/media/Maryna Astapchuk.png", b"no picture")
    with pytest.raises(CouldNotCheck) as refusal:
        check("report.docx", out.getvalue(), lookout)
    assert "report.docx" in str(refusal.value)
    assert "a file inside it (png)" in str(refusal.value)
    assert "Astapchuk" not in str(refusal.value)


def test_a_text_too_long_to_be_read_whole_is_sent_to_the_sweep(lookout):
    with pytest.raises(CouldNotCheck, match="valoshka sweep"):
        check("big.csv", b"a" * (10 * 1024 * 1024 + 1), lookout)
