import pytest

from valoshka.documents import Unreadable, read_bytes


def text_of(content):
    return read_bytes(content, "a.odt").text


def test_headings_paragraphs_lists_and_tables_come_in_order(odt_bytes):
    body = (
        "<text:h>Head</text:h><text:p>One</text:p>"
        "<text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
        "<text:section><text:p>Last</text:p></text:section>"
    )
    assert text_of(odt_bytes(body)) == "Head\nOne\nItem\na\tb\nLast\n"


def test_white_space_collapses_as_the_format_says(odt_bytes):
    body = "<text:p>  one \n <text:span> two</text:span><text:s text:c='3'/>x<text:tab/>y<text:line-break/>z </text:p>"
    assert text_of(odt_bytes(body)) == "one two   x\ty\nz\n"


def test_an_absurd_number_of_spaces_is_not_believed(odt_bytes):
    assert len(text_of(odt_bytes("<text:p>a<text:s text:c='999999999999'/>b</text:p>"))) < 2_000


def test_tracked_deletions_and_comments_are_left_out_and_said_to_be(odt_bytes):
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>kept<office:annotation><text:p>comment</text:p></office:annotation></text:p>"
    )
    document = read_bytes(odt_bytes(body), "a.odt")
    assert document.text == "kept\n"
    assert len(document.notes) == 2


def test_footnotes_come_after_the_body_without_their_numbers(odt_bytes):
    body = (
        "<text:p>said<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>the note</text:p></text:note-body></text:note> so</text:p><text:p>end</text:p>"
    )
    document = read_bytes(odt_bytes(body), "a.odt")
    assert document.text == "said so\nend\nthe note\n"
    assert document.place(len("said so\nend\n")) == "notes"


def test_a_text_box_follows_its_paragraph(odt_bytes):
    body = "<text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>b</text:p>"
    assert text_of(odt_bytes(body)) == "ab\nbox\n"


def test_page_headers_come_at_the_end(odt_bytes):
    twice = "<header><p>Interview 7</p></header><header-left><p>Interview 7</p></header-left>"
    styles = f"<s><master-page>{twice}</master-page></s>"
    document = read_bytes(odt_bytes("<text:p>body</text:p>", styles=styles), "a.odt")
    assert document.text == "body\nInterview 7\n"


def test_an_encrypted_file_is_refused_as_such(odt_bytes):
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(Unreadable, match="protected with a password"):
        text_of(odt_bytes("<text:p>x</text:p>", manifest=manifest))


def test_a_file_without_a_body_is_refused(zip_bytes):
    with pytest.raises(Unreadable, match="it is damaged"):
        text_of(zip_bytes({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}))


def test_an_empty_document_is_refused(odt_bytes):
    with pytest.raises(Unreadable, match="it holds no text"):
        text_of(odt_bytes("<text:p/>"))
