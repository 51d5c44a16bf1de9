"""Words that stand in a file and not on its page. The names are invented."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pypdfium2
import pytest
import typst
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.run import Run
from PIL import Image

from valoshka.disclosure.channels.blacked_out import find_blacked_out
from valoshka.disclosure.channels.pdf_sight import find_unseen_words, words_on_pages
from valoshka.disclosure.findings import Finding


def made(body: str) -> bytes:
    return typst.compile(body.encode(), format="pdf", ignore_system_fonts=True)


def found(content: bytes) -> list[tuple[str, str | None]]:
    return [(each.rule, each.at.text) for each in find_unseen_words("a.pdf", content)]


def bar(colour: str) -> str:
    return f"Nina Kaval#place(top, rect(fill: {colour}, width: 60pt, height: 9pt)) #h(2cm) came."


@pytest.mark.parametrize("colour", ["black", "white", "red", "luma(90)"])
def test_words_under_a_bar_must_go_whatever_its_colour(colour):
    assert found(made(bar(colour))) == [("covered_words", "Nina Kaval")]


def test_black_on_black_is_a_bar_too():
    assert found(made("They came: #box(fill: black)[Nina Kaval] .")) == [("covered_words", "Nina Kaval")]


def test_a_bar_that_lets_words_through_covers_nothing():
    assert found(made(bar("rgb(255, 255, 0, 90)"))) == []


def test_words_beneath_a_picture_must_go():
    picture = Image.effect_noise((90, 40), 90)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    body = "Nina Kaval#place(top, image(bytes((%s)), width: 90pt, height: 40pt)) #h(4cm) came."
    told = found(made(body % ",".join(map(str, stream.getvalue()))))
    assert told == [("covered_words", "Nina Kaval")]


UNSEEN = {
    "white": "#text(fill: white)[Nina Kaval]",
    "beside the page": "#place(dx: 90cm)[Nina Kaval]",
    "tiny": "#text(size: 0.1pt)[Nina Kaval]",
}


@pytest.mark.parametrize("body", UNSEEN.values(), ids=UNSEEN.keys())
def test_words_that_nobody_sees_for_another_reason_are_a_doubt(body):
    assert found(made(f"They came. {body}")) == [("unseen_words", "Nina Kaval")]


SEEN = {
    "prose": "= They came\nShe went home. " + "Words of all kinds, III lll iii. " * 40,
    "white on black": "#box(fill: black)[#text(fill: white)[Nina Kaval]]",
    "on a coloured page": '#set page(fill: rgb("#204080"))\n#text(fill: white)[Nina Kaval]',
    "marked": "#highlight[Nina Kaval] #strike[Nina Kaval] #underline[Nina Kaval] #overline[Kaval]",
    "turned": "#rotate(90deg)[Nina Kaval] #v(3cm) #rotate(30deg)[Nina Kaval]",
    "large": '#text(size: 150pt, weight: "black")[ILL]',
    "small and grey": "#text(size: 4pt, fill: luma(190))[Nina Kaval]",
    "box around": "#rect[Nina Kaval] #table(columns: 2, [Nina], [Kaval])",
}


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN.keys())
def test_words_that_can_be_read_are_no_finding(body):
    assert found(made(body)) == []


def test_recognised_words_of_a_scan_are_seen_in_its_picture():
    scan = Image.new("L", (400, 400), 255)
    scan.paste(0, (50, 50, 52, 60))
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(400, 400)
    picture = pypdfium2.PdfImage.new(document)
    picture.set_bitmap(pypdfium2.PdfBitmap.from_pil(scan))
    picture.set_matrix(pypdfium2.PdfMatrix().scale(400, 400))
    page.insert_obj(picture)
    page.gen_content()
    stream = io.BytesIO()
    document.save(stream)
    assert list(find_unseen_words("a.pdf", stream.getvalue())) == []


def test_a_word_has_its_place_in_points_from_the_upper_left_corner():
    [page] = words_on_pages("a.pdf", made("#set page(width: 200pt, height: 100pt, margin: 20pt)\nKaval #h(50pt) came"))
    first, second = page
    assert (first.text, second.text) == ("Kaval", "came")
    assert 19 <= first.left < first.right < second.left
    assert 15 <= first.top < first.bottom <= 40


def test_files_of_other_kinds_have_no_such_words():
    assert list(find_unseen_words("a.txt", b"Nina Kaval")) == []


def test_the_finding_says_what_to_do_in_three_languages():
    [each] = find_unseen_words("a.pdf", made(bar("black")))
    assert isinstance(each, Finding)
    assert each.tier == "block"
    assert len({each.instead_in(language) for language in ("en", "be", "ru")}) == 3


def word(change: Callable[[Run], None]) -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph("They took ")
    change(paragraph.add_run("Nina "))
    change(paragraph.add_run("Kaval"))
    paragraph.add_run(" away.")
    document.save(stream)
    return stream.getvalue()


def shaded(run: Run) -> None:
    shading = run._r.get_or_add_rPr().makeelement(qn("w:shd"), {qn("w:val"): "clear", qn("w:fill"): "000000"})
    run._r.get_or_add_rPr().append(shading)


def marked(run: Run) -> None:
    run.font.highlight_color = WD_COLOR_INDEX.BLACK


@pytest.mark.parametrize("change", [shaded, marked])
def test_words_of_a_word_file_that_are_marked_in_black_must_go(change):
    [told] = find_blacked_out("a.docx", word(change))
    assert (told.rule, told.tier, told.at.text) == ("covered_words", "block", "Nina Kaval")


def light_on_black(run: Run) -> None:
    marked(run)
    run.font.color.rgb = RGBColor(255, 255, 255)


def yellow(run: Run) -> None:
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


@pytest.mark.parametrize("change", [light_on_black, yellow])
def test_marked_words_that_can_be_read_are_no_finding(change):
    assert list(find_blacked_out("a.docx", word(change))) == []
    assert list(find_blacked_out("a.txt", b"Nina Kaval")) == []
