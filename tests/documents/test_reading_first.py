import docx
import pytest
import typst

from valoshka.documents import Unreadable, read, read_bytes


def test_a_word_file_gives_paragraphs_and_tables_in_their_order(tmp_path):
    document = docx.Document()
    document.add_paragraph("Before")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Question", "Answer"
    document.add_paragraph("After")
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text == "Before\nQuestion\tAnswer\nAfter\n"


def test_a_pdf_knows_its_pages():
    made = read_bytes(typst.compile(b"One #pagebreak() Two", format="pdf"), "a.pdf")
    assert made.text == "One\fTwo"
    assert [made.place(position) for position in (0, 4)] == ["page 1", "page 2"]


def test_a_pdf_that_is_called_docx_is_refused_by_what_it_is():
    with pytest.raises(Unreadable, match=r"a\.docx was not read: its name ends in \.docx, but it is really a PDF"):
        read_bytes(typst.compile(b"One", format="pdf"), "a.docx")
