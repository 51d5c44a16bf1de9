"""A canary in every part of docx (made by python-docx) and odt containers."""

import io
import re
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from PIL import Image, PngImagePlugin

from valoshka.disclosure.channels import CouldNotCheck, channels

CANARY = "Васілёк"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def found_in(name: str, content: bytes) -> str:
    return "\n".join(channel.text for channel in channels(name, content))


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The container with one part more, or with that part in place of its own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, part)
    return stream.getvalue()


def in_paragraph(xml: str) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("Before ")
    paragraph._p.append(parse_xml(f"<w:smartTag {WORD}>{xml}</w:smartTag>"))
    return saved(document)


def picture() -> io.BytesIO:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Author", CANARY)
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG", pnginfo=info)
    stream.seek(0)
    return stream


def test_a_canary_in_the_body_is_found():
    document = docx.Document()
    document.add_heading(CANARY)
    assert CANARY in found_in("a.docx", saved(document))


def test_a_canary_spread_over_runs_is_found():
    document = docx.Document()
    paragraph = document.add_paragraph()
    for letter in CANARY:
        paragraph.add_run(letter).bold = letter == "с"
    assert CANARY in found_in("a.docx", saved(document))


def test_a_canary_in_a_table_is_found_and_says_where():
    document = docx.Document()
    document.add_paragraph("One")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = CANARY
    (body,) = [channel for channel in channels("a.docx", saved(document)) if channel.where == "word/document.xml"]
    assert body.place(body.text.index(CANARY)) == "word/document.xml, paragraph 2"


def test_a_canary_in_page_margins_is_found():
    for margin in ("header", "footer"):
        document = docx.Document()
        getattr(document.sections[0], margin).paragraphs[0].text = CANARY
        assert CANARY in found_in("a.docx", saved(document))


@pytest.mark.parametrize(
    "field", ["author", "title", "subject", "keywords", "comments", "category", "last_modified_by"]
)
def test_a_canary_in_the_properties_is_found(field):
    document = docx.Document()
    setattr(document.core_properties, field, CANARY)
    assert CANARY in found_in("a.docx", saved(document))


def test_a_canary_in_a_comment_and_as_its_author_is_found():
    document = docx.Document()
    run = document.add_paragraph("x").runs[0]
    document.add_comment(run, text=CANARY, author="Рамонак", initials="Р")
    found = found_in("a.docx", saved(document))
    assert CANARY in found
    assert "Рамонак" in found


REVISIONS = {
    "inserted": f"<w:ins><w:r><w:t>{CANARY}</w:t></w:r></w:ins>",
    "deleted": f"<w:del><w:r><w:delText>{CANARY}</w:delText></w:r></w:del>",
    "author of a revision": f"<w:ins w:author='{CANARY}'><w:r><w:t>x</w:t></w:r></w:ins>",
    "field code": f"<w:r><w:instrText>{CANARY}</w:instrText></w:r>",
    "hidden by format": f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{CANARY}</w:t></w:r>",
    "bookmark": f"<w:bookmarkStart w:name='{CANARY}'/>",
    "xml comment": f"<w:r><!--{CANARY}--></w:r>",
}


@pytest.mark.parametrize("xml", REVISIONS.values(), ids=REVISIONS.keys())
def test_a_canary_in_a_revision_or_field_is_found(xml):
    assert CANARY in found_in("a.docx", in_paragraph(xml))


def test_deleted_text_does_not_break_the_word_around_it():
    document = docx.Document()
    paragraph = document.add_paragraph("Васі")
    paragraph._p.append(parse_xml(f"<w:del {WORD}><w:r><w:delText>xyz</w:delText></w:r></w:del>"))
    paragraph.add_run("лёк")
    found = {
        channel.kind: channel.text for channel in channels("a.docx", saved(document)) if "document" in channel.where
    }
    assert "xyz" in found["hidden"]
    assert CANARY in found_in("a.docx", saved(document))


def test_a_canary_in_a_pictures_words_and_in_its_file_is_found():
    document = docx.Document()
    shape = document.add_picture(picture())
    shape._inline.docPr.set("descr", "Рамонак")
    found = channels("a.docx", saved(document))
    assert ("alt", "Рамонак") in {(channel.kind, channel.text) for channel in found}
    assert any(CANARY in channel.text and "word/media" in channel.where for channel in found)


def test_a_canary_in_a_link_is_found():
    document = docx.Document()
    document.part.relate_to(f"https://example.org/{CANARY}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    assert CANARY in found_in("a.docx", saved(document))


def test_a_canary_in_a_custom_property_is_found():
    xml = f"<Properties><property name='Р'><lpwstr>{CANARY}</lpwstr></property></Properties>".encode()
    assert CANARY in found_in("a.docx", with_part(saved(docx.Document()), "docProps/custom.xml", xml))


@pytest.mark.parametrize("part", ["word/charts/chart1.xml", "word/diagrams/data1.xml", "word/glossary/document.xml"])
def test_a_canary_in_a_chart_or_diagram_stands_beside_the_running_text(part):
    xml = f'<x xmlns:a="urn:x"><a:p><a:r><a:t>{CANARY}</a:t></a:r></a:p><v>Рамонак</v></x>'.encode()
    found = channels("a.docx", with_part(saved(docx.Document()), part, xml))
    assert {channel.kind for channel in found if CANARY in channel.text} == {"alt"}


def test_a_canary_as_the_name_of_a_part_is_found():
    assert CANARY in found_in("a.docx", with_part(saved(docx.Document()), f"word/{CANARY}.xml", b"<x/>"))


def test_a_canary_in_an_embedded_document_is_found():
    inner = docx.Document()
    inner.add_paragraph(CANARY)
    outer = with_part(saved(docx.Document()), "word/embeddings/inner.docx", saved(inner))
    assert {channel.kind for channel in channels("a.docx", outer) if CANARY in channel.text} == {"alt"}


def test_an_embedded_object_of_unknown_kind_cannot_be_checked():
    with pytest.raises(CouldNotCheck):
        channels("a.docx", with_part(saved(docx.Document()), "word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"))


def test_a_canary_in_the_containers_own_notes_is_found():
    content = saved(docx.Document())
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as container:
        container.comment = CANARY.encode()
    assert CANARY in found_in("a.docx", stream.getvalue())


def test_a_canary_between_the_parts_is_found():
    content = saved(docx.Document())
    directory = content.rindex(b"PK\x05\x06")
    start = int.from_bytes(content[directory + 16 : directory + 20], "little")
    gap = CANARY.encode()
    moved = (start + len(gap)).to_bytes(4, "little")
    shifted = content[:start] + gap + content[start : directory + 16] + moved + content[directory + 20 :]
    assert CANARY in found_in("a.docx", shifted)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def odt(body: str, **parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        container.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}"'
            ' xmlns:svg="urn:x:svg" xmlns:draw="urn:x:draw" xmlns:dc="urn:x:dc">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        for name, content in parts.items():
            container.writestr(name.replace("_", "."), content)
    return stream.getvalue()


IN_ODT = {
    "paragraph": f"<text:p>{CANARY}</text:p>",
    "spans": "<text:p>Васі<text:span>лёк</text:span></text:p>",
    "tracked deletion": f"<text:tracked-changes><text:p>{CANARY}</text:p></text:tracked-changes><text:p/>",
    "comment": f"<text:p>x<office:annotation><text:p>{CANARY}</text:p></office:annotation></text:p>",
    "comment's author": f"<text:p><office:annotation><dc:creator>{CANARY}</dc:creator></office:annotation></text:p>",
    "footnote": f"<text:p>x<text:note><text:note-body><text:p>{CANARY}</text:p></text:note-body></text:note></text:p>",
    "description of a picture": f"<text:p><draw:frame><svg:desc>{CANARY}</svg:desc></draw:frame></text:p>",
    "attribute": f"<text:p text:style-name='{CANARY}'/>",
}


@pytest.mark.parametrize("body", IN_ODT.values(), ids=IN_ODT.keys())
def test_a_canary_in_an_odt_is_found(body):
    assert CANARY in found_in("a.odt", odt(body))


def test_a_canary_in_an_odts_metadata_and_styles_is_found():
    assert CANARY in found_in("a.odt", odt("<text:p/>", meta_xml=f"<m><creator>{CANARY}</creator></m>".encode()))
    assert CANARY in found_in("a.odt", odt("<text:p/>", styles_xml=f"<m><p>{CANARY}</p></m>".encode()))


def test_an_encrypted_odt_cannot_be_checked():
    manifest = {"META-INF/manifest_xml": b"<manifest><file-entry><encryption-data/></file-entry></manifest>"}
    with pytest.raises(CouldNotCheck, match="password"):
        channels("a.odt", odt("<text:p>x</text:p>", **manifest))


def test_a_truncated_container_cannot_be_checked():
    content = saved(docx.Document())
    with pytest.raises(CouldNotCheck, match="damaged"):
        channels("a.docx", content[: len(content) // 2])


def test_an_untouched_document_says_only_what_its_maker_wrote():
    text = "\n".join(channel.text for channel in channels("a.docx", saved(docx.Document())) if channel.kind == "text")
    assert not re.search("[А-я]", text)
