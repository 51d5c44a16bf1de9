"""Tables that are only set in columns: in PDFs, in odt files, in plain text. All counts are invented."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
import typst

from valoshka.disclosure.channels.pdf_sight import words_on_pages
from valoshka.disclosure.tables.finding import find_in_file
from valoshka.disclosure.tables.printed import tables_of_lines, tables_of_pdf

PROSE = "People told us what had happened to them, and we counted with care. " * 12
CELLS = "[Region], [Doctors], [Nurses], [Hrodna region], [3], [12], [Brest], [9], [17], [Minsk], [40], [30]"
TABLE = f"#table(columns: 3, {CELLS})"


def pdf(body: str) -> bytes:
    return typst.compile(body.encode(), format="pdf", ignore_system_fonts=True)


def rows(body: str) -> list[tuple[tuple[str, ...], ...]]:
    return [each.rows for each in tables_of_pdf(words_on_pages("a.pdf", pdf(body)))]


def counts(name: str, content: bytes) -> list[tuple[str, str]]:
    return [(each.at.where or "", dict(each.details)["count"]) for each in find_in_file(name, content)]


def test_a_small_count_in_a_pdf_has_its_page_and_cell():
    assert counts("a.pdf", pdf(TABLE)) == [("page 1, table 1, row 2, column 2", "3")]


def test_a_table_between_prose_is_found():
    [told] = rows(f"{PROSE}\n\n{TABLE}\n\n{PROSE}")
    assert ("Hrodna region", "3", "12") in told
    assert ("Region", "Doctors", "Nurses") in told


def test_columns_are_kept_apart_without_lines_and_under_headings_that_stand_close():
    bare = (
        "#grid(columns: (60pt, 42pt), gutter: 12pt, [Region], [Dismissed], [Brest], [4], [Minsk], [44], [Homel], [50])"
    )
    assert rows(bare) == [(("Region", "Dismissed"), ("Brest", "4"), ("Minsk", "44"), ("Homel", "50"))]


@pytest.mark.parametrize(
    "body",
    [
        PROSE,
        "#outline()\n= One\n#pagebreak()\n= Two\n== Three\n#pagebreak()\n= Four\n= Five\n#pagebreak()\n= Six",
        "#set page(columns: 2)\n" + PROSE * 3,
        "+ First came the police.\n+ Then came the court.\n+ Then she left.",
    ],
    ids=["prose", "contents", "two columns", "numbered"],
)
def test_prose_contents_and_lists_are_no_tables(body):
    assert counts("a.pdf", pdf(body)) == []


def test_columns_of_plain_text_are_a_table():
    told = "Dismissed doctors\n\nRegion     2020   2021\nHrodna        3     12\nBrest         9     17\n"
    assert counts("a.txt", told.encode()) == [("table 1, row 2, column 2", "3")]
    assert [each.rows for each in tables_of_lines("Region\tDetained\nHrodna\t3\nBrest\t12")] == [
        (("Region", "Detained"), ("Hrodna", "3"), ("Brest", "12"))
    ]


def test_prose_with_two_blanks_after_a_full_stop_is_no_table():
    assert counts("a.txt", b"She had 3 children.  He had 4.\nThey left.  It was late.\nNobody came.  Ever.\n") == []


def odt(table: str) -> bytes:
    stream = io.BytesIO()
    spaces = 'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b"'
    with zipfile.ZipFile(stream, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        body = f"<office:body><office:text><table:table>{table}</table:table></office:text></office:body>"
        container.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    return stream.getvalue()


def open_row(*cells: str) -> str:
    told = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f"<table:table-row>{told}</table:table-row>"


def test_a_small_count_in_an_odt_is_found():
    table = open_row("Region", "Detained") + open_row("Hrodna", "3") + open_row("Brest", "12") + open_row("Minsk", "40")
    assert counts("a.odt", odt(table)) == [("table 1, row 2, column 2", "3")]


def test_cells_that_stand_for_several_keep_the_columns_apart():
    wide = (
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Women</text:p>'
        "</table:table-cell></table:table-row>"
    )
    told = wide + open_row("Hrodna", "20", "3") + open_row("Brest", "30", "12")
    assert counts("a.odt", odt(told)) == [("table 1, row 2, column 3", "3")]


def test_a_table_within_a_table_of_a_word_file_is_read():
    document, stream = docx.Document(), io.BytesIO()
    inner = document.add_table(1, 1).cell(0, 0).add_table(3, 2)
    for row, told in enumerate((("Region", "Detained"), ("Hrodna", "3"), ("Brest", "12"))):
        for column, said in enumerate(told):
            inner.cell(row, column).text = said
    document.save(stream)
    assert ("table 2, row 2, column 2", "3") in counts("a.docx", stream.getvalue())
