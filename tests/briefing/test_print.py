from __future__ import annotations

import ctypes
import re
import zlib
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw

from valoshka.briefing.editing import edit
from valoshka.briefing.print.pdf import as_pdf
from valoshka.briefing.render import render
from valoshka.clearance import Paragraph, Passage, Section
from valoshka.clearance.minting import mint_cleared
from valoshka.errors import Refused


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\n".join(pages)


def tags(pdf: bytes) -> list[tuple[str, str]]:
    """Every structure element of every page with the one around it, as pairs of their types."""
    found: list[tuple[str, str]] = []

    def walk(element, around: str) -> None:
        needed = raw.FPDF_StructElement_GetType(element, None, 0)
        kind = ctypes.create_string_buffer(needed)
        raw.FPDF_StructElement_GetType(element, kind, needed)
        name = kind.raw.decode("utf-16-le").rstrip("\0")
        found.append((around, name))
        for number in range(raw.FPDF_StructElement_CountChildren(element)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, number):
                walk(child, name)

    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        tree = raw.FPDF_StructTree_GetForPage(page)
        for number in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk(raw.FPDF_StructTree_GetChildAtIndex(tree, number), "")
        raw.FPDF_StructTree_Close(tree)
    document.close()
    return found


def unpacked(pdf: bytes) -> bytes:
    """The file with its compressed streams opened, so that its dictionaries can be searched."""
    opened = [pdf]
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            opened.append(zlib.decompress(stream[1]))
        except zlib.error:
            continue
    return b"\n".join(opened)


def with_text(invented, text: str):
    content = invented.content("ru")
    return mint_cleared(replace(content, sections=(Section(None, (Paragraph(Passage(text)),)),)), ())


def test_the_same_content_gives_the_same_bytes(invented, rendered):
    assert as_pdf(edit(invented.cleared("ru"))) == rendered("ru")["briefing.pdf"]


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_the_pdf_is_tagged_for_listening_and_for_archives(rendered, language):
    inside = unpacked(rendered(language)["briefing.pdf"])
    assert b"/MarkInfo" in inside
    assert b"/Marked true" in inside
    assert f"/Lang({language})".encode() in inside
    assert re.search(rb"pdfuaid:part[>=\"]+1", inside)
    assert re.search(rb"pdfaid:part[>=\"]+2", inside)
    assert re.search(rb"pdfaid:conformance[>=\"]+A", inside)
    for tag in (b"/H1", b"/H2", b"/P", b"/Figure", b"/BlockQuote", b"/L"):
        assert tag in inside


def test_the_only_date_is_the_day_of_publication(rendered):
    inside = unpacked(rendered("en")["briefing.pdf"])
    assert set(re.findall(rb"D:(\d{8})", inside)) == {b"20210617"}
    assert b"/Author" not in inside
    assert b"dc:creator" not in inside


def test_it_is_read_in_the_order_in_which_it_is_told(rendered):
    text = re.sub(r"\s+", " ", text_of(rendered("en")["briefing.pdf"]))
    order = [
        "The night shift does not end",
        "In the late summer of 2020",
        "Over 30,000",
        "What a hospital saw",
        "Who is punished next",
        "Yanina, midwife",
        "She was taken from the street",
        "Ihar, ambulance paramedic",
        "Eleven hours at a gate",
        "Join our solidarity action",
        "Invented register of detentions, table 2",
    ]
    places = [text.index(each) for each in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "hostile", ['#read("/etc/passwd")', "$ 1/0 $", "#panic()", "*bold* _it_ `raw` <label> @ref", "\\#let x"]
)
def test_typst_code_in_a_text_is_printed_and_not_obeyed(invented, hostile):
    assert hostile in text_of(as_pdf(edit(with_text(invented, hostile))))


def test_words_are_never_broken_by_a_hyphen(invented):
    word = "недвухсотпятидесятичетырёхлетний"
    text = text_of(as_pdf(edit(with_text(invented, " ".join([word] * 12)))))
    assert text.count(word) == 12


def test_a_character_without_a_glyph_is_refused_by_name(invented):
    with pytest.raises(Refused, match="葵"):
        render(with_text(invented, "Имя 葵"))


def test_a_source_with_a_character_without_a_glyph_is_refused_too(invented):
    content = replace(invented.content("ru"), publisher="葵")
    with pytest.raises(Refused, match="葵"):
        render(mint_cleared(content, ()))


def test_a_short_briefing_has_a_handful_of_pages(rendered):
    document = pypdfium2.PdfDocument(rendered("en")["briefing.pdf"])
    assert 4 <= len(document) <= 8
    document.close()


def test_a_content_with_nothing_but_a_title_is_still_a_briefing(invented):
    empty = replace(
        invented.content("en"),
        standfirst=(),
        figures=(),
        sections=(),
        stories=(),
        call=None,
        notes=(),
        subtitle=Passage(""),
    )
    assert set(render(mint_cleared(empty, ()))) == {"briefing.html", "briefing.pdf", "briefing.docx"}


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_who_listens_can_step_from_block_to_block(rendered, language):
    pairs = tags(rendered(language)["briefing.pdf"])
    kinds = {kind for _, kind in pairs}
    assert {"Document", "H1", "H2", "P", "BlockQuote", "Figure", "L", "LI", "Lbl", "LBody", "Link"} <= kinds
    for around, kind in pairs:
        # A heading within a paragraph, or loose words beside paragraphs, cannot be stepped to.
        assert not (kind in {"H1", "H2", "P", "L", "Figure", "BlockQuote"} and around == "P")
        assert not (kind == "Span" and around in {"Document", "Div", "BlockQuote"})


def test_nothing_runs_off_the_page_however_much_there_is(invented):
    document = pypdfium2.PdfDocument(as_pdf(edit(mint_cleared(invented.crowded(), ()))))
    for number, page in enumerate(document, start=1):
        words, (width, height) = page.get_textpage(), page.get_size()
        for index in range(words.count_chars()):
            if words.get_text_range(index, 1).isspace():
                continue
            left, bottom, right, top = words.get_charbox(index)
            assert left >= 20, (number, words.get_text_range(max(index - 20, 0), 40))
            assert right <= width - 20, (number, words.get_text_range(max(index - 20, 0), 40))
            assert 20 <= bottom <= top <= height - 20, (number, words.get_text_range(max(index - 20, 0), 40))
    document.close()
