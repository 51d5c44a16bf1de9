import re
import zipfile
from io import BytesIO

import pytest
from docx.oxml import parse_xml

from valoshka.documents import Unreadable, read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def add(paragraph, xml):
    paragraph._p.append(parse_xml(f"<w:smartTag {W}>{xml}</w:smartTag>"))


def test_paragraphs_and_tables_come_in_the_documents_order(word, docx_bytes):
    word.add_paragraph("Before")
    cells = word.add_table(rows=2, cols=2)
    for number, cell in enumerate(cell for row in cells.rows for cell in row.cells):
        cell.text = f"cell {number}"
    word.add_paragraph("After")
    assert read_bytes(docx_bytes(word), "a.docx").text == "Before\ncell 0\tcell 1\ncell 2\tcell 3\nAfter\n"


def test_a_table_within_a_table_is_read_once(word, docx_bytes):
    outer = word.add_table(rows=1, cols=1).rows[0].cells[0]
    outer.paragraphs[0].text = "outer"
    outer.add_table(rows=1, cols=1).rows[0].cells[0].text = "inner"
    text = read_bytes(docx_bytes(word), "a.docx").text
    assert [text.count(cell) for cell in ("outer", "inner")] == [1, 1]


def test_tabs_and_line_ends_and_hyphens_are_kept(word, docx_bytes):
    paragraph = word.add_paragraph("a\tb\nc")
    add(paragraph, "<w:r><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r>")
    assert read_bytes(docx_bytes(word), "a.docx").text == "a\tb\nc\u2011\u00add\n"


def test_tracked_deletions_are_no_text_but_insertions_are(word, docx_bytes):
    paragraph = word.add_paragraph("He said ")
    add(paragraph, "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>")
    add(paragraph, "<w:ins><w:r><w:t>always</w:t></w:r></w:ins>")
    document = read_bytes(docx_bytes(word), "a.docx")
    assert document.text == "He said always\n"
    assert document.notes == ("Text that was deleted with change tracking on was left out.",)


def test_text_that_was_moved_is_read_where_it_is_now(word, docx_bytes):
    paragraph = word.add_paragraph("")
    add(paragraph, "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>")
    add(paragraph, "<w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo>")
    assert read_bytes(docx_bytes(word), "a.docx").text == "moved\n"


def test_a_row_that_was_deleted_is_no_text(word, docx_bytes):
    table = word.add_table(rows=2, cols=1)
    table.rows[0].cells[0].text, table.rows[1].cells[0].text = "gone", "kept"
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {W}/>"))
    assert read_bytes(docx_bytes(word), "a.docx").text == "kept\n"


def test_a_field_shows_its_result_and_not_its_code(word, docx_bytes):
    add(word.add_paragraph(""), "<w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:t>7</w:t></w:r>")
    assert read_bytes(docx_bytes(word), "a.docx").text == "7\n"


def test_a_text_box_is_read_once_after_its_paragraph(word, docx_bytes):
    box = "<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>"
    alternatives = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    add(word.add_paragraph("anchor"), f"<w:r>{alternatives}</w:r>")
    assert read_bytes(docx_bytes(word), "a.docx").text == "anchor\nin the box\n"


def test_comments_are_left_out_and_said_to_be(word, docx_bytes):
    word.add_comment(word.add_paragraph("said").runs[0], text="not said", author="x")
    document = read_bytes(docx_bytes(word), "a.docx")
    assert document.text == "said\n"
    assert document.notes == ("Comments in the margin were left out.",)


def test_page_headers_come_after_the_body_as_a_part_of_their_own(word, docx_bytes):
    word.add_paragraph("body")
    word.sections[0].header.paragraphs[0].text = "Interview 7"
    document = read_bytes(docx_bytes(word), "a.docx")
    assert document.text == "body\nInterview 7\n"
    assert document.place(document.text.index("Interview")) == "page headers"
    assert document.place(0) is None


def test_footnotes_come_after_the_body(word, docx_bytes, with_part):
    word.add_paragraph("body")
    content = docx_bytes(word)
    with zipfile.ZipFile(BytesIO(content)) as container:
        links = container.read("word/_rels/document.xml.rels").decode()
    link = f'<Relationship Id="n1" Type="{RELATIONSHIPS}/footnotes" Target="footnotes.xml"/></Relationships>'
    content = with_part(content, "word/_rels/document.xml.rels", links.replace("</Relationships>", link))
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator'><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id='1'><w:p><w:r><w:t>the note</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    assert read_bytes(with_part(content, "word/footnotes.xml", notes), "a.docx").text == "body\nthe note\n"


def test_the_strict_variant_of_the_format_is_read_too(word, docx_bytes, with_part):
    word.add_paragraph("strict")
    content = docx_bytes(word)
    with zipfile.ZipFile(BytesIO(content)) as container:
        body = container.read("word/document.xml").decode()
    strict = re.sub(r"http://schemas.openxmlformats.org/(\w+)/2006", r"http://purl.oclc.org/ooxml/\1", body)
    assert read_bytes(with_part(content, "word/document.xml", strict), "a.docx").text == "strict\n"


@pytest.mark.parametrize("cut", [0.05, 0.3, 0.6, 0.95])
def test_a_truncated_file_is_refused(word, docx_bytes, cut):
    content = docx_bytes(word)
    with pytest.raises(Unreadable, match="it is damaged"):
        read_bytes(content[: int(len(content) * cut)], "a.docx")


def test_a_file_with_a_changed_byte_in_its_text_is_refused(word, zip_bytes, docx_bytes):
    word.add_paragraph("some words " * 50)
    content = bytearray(docx_bytes(word))
    with zipfile.ZipFile(BytesIO(content)) as container:
        info = container.getinfo("word/document.xml")
    content[info.header_offset + 30 + len(info.filename) + info.compress_size // 2] ^= 0xFF
    with pytest.raises(Unreadable, match="it is damaged"):
        read_bytes(bytes(content), "a.docx")


def test_an_empty_document_is_refused(word, docx_bytes):
    with pytest.raises(Unreadable, match="it holds no text"):
        read_bytes(docx_bytes(word), "a.docx")


def test_an_encrypted_word_file_is_refused_as_such():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    with pytest.raises(Unreadable, match="protected with a password"):
        read_bytes(ole, "a.docx")


def test_an_old_word_file_is_refused_with_advice():
    with pytest.raises(Unreadable, match=r"old Word or Office file\. Save it as \.docx"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a.docx")
