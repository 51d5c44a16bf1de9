"""Every place of a text document or a workbook (docx, odt, xlsx) in which a name can travel."""

# ruff: noqa: E501 - one place a line, whole, is easier to read than a pattern broken in three

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import quote

import docx
import openpyxl
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from openpyxl.comments import Comment

from benchmarks.gate.canaries_fonts import font
from benchmarks.gate.canaries_pictures import jpeg_with_comment, png_with_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[str], bytes]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SPACES = (
    f'{_W} xmlns:wp="urn:wp" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="urn:mc" xmlns:w15="urn:w15"'
    ' xmlns:wps="urn:wps" xmlns:m="urn:m"'
)


def _saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _plain() -> bytes:
    document = docx.Document()
    document.add_paragraph("They came.")
    return _saved(document)


def with_part(content: bytes, part: str, body: bytes) -> bytes:
    """The container with one part more, or with that part in place of its own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info, old.read(info))
        new.writestr(part, body)
    return stream.getvalue()


def _body(pattern: str) -> Maker:
    """`pattern` in a paragraph, `@` the words."""

    def make(words: str) -> bytes:
        document = docx.Document()
        paragraph = document.add_paragraph("They came. ")
        paragraph._p.append(parse_xml(f"<w:smartTag {_SPACES}>{pattern.replace('@', words)}</w:smartTag>"))
        return _saved(document)

    return make


def _part(part: str, pattern: str) -> Maker:
    def make(words: str) -> bytes:
        body = pattern.replace("@", words).replace("^", _SPACES)
        return with_part(_plain(), part, body.encode())

    return make


def _property(field: str) -> Maker:
    def make(words: str) -> bytes:
        document = docx.Document()
        setattr(document.core_properties, field, words)
        return _saved(document)

    return make


def _margin(margin: str) -> Maker:
    def make(words: str) -> bytes:
        document = docx.Document()
        getattr(document.sections[0], margin).paragraphs[0].text = words
        return _saved(document)

    return make


def _comment(words: str, author: str) -> bytes:
    document = docx.Document()
    document.add_comment(document.add_paragraph("x").runs[0], text=words, author=author, initials="X")
    return _saved(document)


def _link(words: str) -> bytes:
    document = docx.Document()
    document.part.relate_to(f"https://host.example/{quote(words)}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return _saved(document)


def _picture(words: str, *, inside: bool) -> bytes:
    document = docx.Document()
    shape = document.add_picture(io.BytesIO(png_with_text(words if inside else "x")))
    shape._inline.docPr.set("descr", "x" if inside else words)
    return _saved(document)


def _inner(words: str) -> bytes:
    inner = docx.Document()
    inner.core_properties.subject = words
    return with_part(_plain(), "word/embeddings/inner.docx", _saved(inner))


def _runs(words: str) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for letter in words:
        paragraph.add_run(letter)
    return _saved(document)


def _signed(words: str) -> bytes:
    subject = words.encode()
    certificate = b"\x30\x82\x01\x0a\x02\x01\x01\x31\x0b\x0c" + bytes([len(subject)]) + subject + bytes(range(200, 250))
    told = base64.b64encode(certificate).decode()
    body = f"<Signature><X509Data><X509Certificate>{told}</X509Certificate></X509Data></Signature>"
    return with_part(_plain(), "_xmlsignatures/sig1.xml", body.encode())


def _container_comment(words: str) -> bytes:
    stream = io.BytesIO(_plain())
    with zipfile.ZipFile(stream, "a") as container:
        container.comment = words.encode()
    return stream.getvalue()


def _entry(words: str, where: str) -> bytes:
    stream = io.BytesIO(_plain())
    with zipfile.ZipFile(stream, "a") as container:
        info = zipfile.ZipInfo("word/extra.xml")
        if where == "comment":
            info.comment = words.encode()
        else:
            info.extra = b"\x99\x99" + struct.pack("<H", len(words.encode())) + words.encode()
        container.writestr(info, "<x/>")
    return stream.getvalue()


def _own_header_only(words: str) -> bytes:
    """The entry's own header calls it otherwise than the directory does."""
    name = words.encode()
    stream = io.BytesIO(_plain())
    with zipfile.ZipFile(stream, "a") as container:
        container.writestr("x" * len(name), b"<x/>")
    whole = stream.getvalue()
    return whole.replace(b"x" * len(name), name, 1)


def _behind_a_part(words: str) -> bytes:
    """Bytes after the end of a part's packed stream that still count as packed."""
    whole = _plain()
    with zipfile.ZipFile(io.BytesIO(whole)) as container:
        info = container.getinfo("word/document.xml")
    packing = zlib.compressobj(wbits=-15)
    with zipfile.ZipFile(io.BytesIO(whole)) as container:
        content = container.read("word/document.xml")
    packed = packing.compress(content) + packing.flush() + words.encode()
    head = whole[info.header_offset : info.header_offset + 30]
    lengths = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    start = info.header_offset + 30 + lengths
    grown = len(packed) - info.compress_size
    moved = whole[:start] + packed + whole[start + info.compress_size :]
    local = info.header_offset + 18
    moved = moved[:local] + struct.pack("<I", len(packed)) + moved[local + 4 :]
    return _directory_moved(moved, info.header_offset, grown, len(packed))


def _directory_moved(whole: bytes, changed: int, grown: int, packed: int) -> bytes:
    end = whole.rindex(b"PK\x05\x06")
    start = int.from_bytes(whole[end + 16 : end + 20], "little") + grown
    out, at = bytearray(whole), start
    out[end + 16 : end + 20] = struct.pack("<I", start)
    while out[at : at + 4] == b"PK\x01\x02":
        offset = int.from_bytes(out[at + 42 : at + 46], "little")
        if offset == changed:
            out[at + 20 : at + 24] = struct.pack("<I", packed)
        elif offset > changed:
            out[at + 42 : at + 46] = struct.pack("<I", offset + grown)
        at += 46 + sum(int.from_bytes(out[at + each : at + each + 2], "little") for each in (28, 30, 32))
    return bytes(out)


def _row_of_word(words: str) -> bytes:
    document = docx.Document()
    table = document.add_table(1, 3)
    first, _, rest = words.partition(" ")
    for column, said in enumerate((first, "34", rest)):
        table.cell(0, column).text = said
    return _saved(document)


def _hidden_between(words: str) -> bytes:
    """A hidden run after every second letter."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for at in range(0, len(words), 2):
        paragraph.add_run(words[at : at + 2])
        paragraph.add_run("xq").font.hidden = True
    return _saved(document)


def _symbols(words: str) -> bytes:
    signs = "".join(f"<w:r><w:sym w:font='Arial' w:char='{ord(letter):04X}'/></w:r>" for letter in words)
    return _body(signs)("")


IN_DOCX: dict[str, Maker] = {
    "body": _body("<w:r><w:t>@</w:t></w:r>"),
    "letter by letter": _runs,
    "symbols": _symbols,
    "hidden letters between": _hidden_between,
    "cells of a row": _row_of_word,
    "table": _body("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>@</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
    "text box": _body("<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>@</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
    "text box, newer": _body("<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent><w:p><w:r><w:t>@</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>"),
    "fallback": _body("<w:r><mc:AlternateContent><mc:Choice Requires='wps'/><mc:Fallback><w:pict><v:shape alt='@'/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
    "lettering": _body("<w:r><w:pict><v:shape><v:textpath string='@'/></v:shape></w:pict></w:r>"),
    "formula": _body("<m:oMath><m:r><m:t>@</m:t></m:r></m:oMath>"),
    "ruby": _body("<w:r><w:ruby><w:rt><w:r><w:t>@</w:t></w:r></w:rt></w:ruby></w:r>"),
    "hidden": _body("<w:r><w:rPr><w:vanish/></w:rPr><w:t>@</w:t></w:r>"),
    "white on white": _body("<w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>@</w:t></w:r>"),
    "under a black mark": _body("<w:r><w:rPr><w:highlight w:val='black'/></w:rPr><w:t>@</w:t></w:r>"),
    "inserted": _body("<w:ins w:author='x'><w:r><w:t>@</w:t></w:r></w:ins>"),
    "deleted": _body("<w:del w:author='x'><w:r><w:delText>@</w:delText></w:r></w:del>"),
    "moved away": _body("<w:moveFrom w:author='x'><w:r><w:t>@</w:t></w:r></w:moveFrom>"),
    "author of a change": _body("<w:ins w:author='@'><w:r><w:t>x</w:t></w:r></w:ins>"),
    "author of a format": _body("<w:r><w:rPr><w:rPrChange w:author='@'/></w:rPr><w:t>x</w:t></w:r>"),
    "author of a deleted row": _body("<w:tbl><w:tr><w:trPr><w:del w:author='@'/></w:trPr></w:tr></w:tbl>"),
    "field code": _body("<w:r><w:instrText>AUTHOR @</w:instrText></w:r>"),
    "simple field": _body("<w:fldSimple w:instr=' MERGEFIELD @ '/>"),
    "bookmark": lambda words: _body("<w:bookmarkStart w:id='1' w:name='@'/>")(words.replace(" ", "_")),
    "tooltip of a link": _body("<w:hyperlink w:tooltip='@'/>"),
    "form field's help": _body("<w:r><w:fldChar><w:ffData><w:helpText w:val='@'/></w:ffData></w:fldChar></w:r>"),
    "drop-down list": _body("<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText='@' w:value='1'/></w:dropDownList></w:sdtPr></w:sdt>"),
    "tag of a control": _body("<w:sdt><w:sdtPr><w:alias w:val='@'/></w:sdtPr></w:sdt>"),
    "property of a smart tag": _body("<w:smartTagPr><w:attr w:name='x' w:val='@'/></w:smartTagPr>"),
    "comment in the XML": _body("<w:r><!--@--></w:r>"),
    "header": _margin("header"),
    "footer": _margin("footer"),
    "footnote": _part("word/footnotes.xml", "<w:footnotes ^><w:footnote><w:p><w:r><w:t>@</w:t></w:r></w:p></w:footnote></w:footnotes>"),
    "endnote": _part("word/endnotes.xml", "<w:endnotes ^><w:endnote><w:p><w:r><w:t>@</w:t></w:r></w:p></w:endnote></w:endnotes>"),
    "comment": lambda words: _comment(words, "x"),
    "author of a comment": lambda words: _comment("x", words),
    "people": _part("word/people.xml", "<w15:people ^><w15:person w15:author='@'/></w15:people>"),
    "alternative text": lambda words: _picture(words, inside=False),
    "picture's notes": lambda words: _picture(words, inside=True),
    "picture nobody uses": lambda words: with_part(_plain(), "word/media/old.jpeg", jpeg_with_comment(words)),
    "picture's file name": lambda words: with_part(_plain(), f"word/media/{words}.jpeg", jpeg_with_comment("x")),
    "address of a link": _link,
    "template": _part("word/_rels/settings.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='urn:t' TargetMode='External' Target='file:///C:/Users/@/Normal.dotm'/></Relationships>"),
    "variable": _part("word/settings.xml", "<w:settings ^><w:docVars><w:docVar w:name='x' w:val='@'/></w:docVars></w:settings>"),
    "mail merge": _part("word/settings.xml", "<w:settings ^><w:mailMerge><w:query w:val='SELECT @'/></w:mailMerge></w:settings>"),
    "style's name": _part("word/stylesWithEffects.xml", "<w:styles ^><w:style><w:name w:val='@'/></w:style></w:styles>"),
    "list's sign": _part("word/numbering.xml", "<w:numbering ^><w:abstractNum><w:lvl><w:lvlText w:val='@'/></w:lvl></w:abstractNum></w:numbering>"),
    "font table": _part("word/fontTable.xml", "<w:fonts ^><w:font w:name='@'/></w:fonts>"),
    "embedded font": lambda words: with_part(_plain(), "word/fonts/font1.ttf", font(words)),
    "disguised font": lambda words: with_part(_plain(), "word/fonts/font1.odttf", bytes(32) + font(words)[32:]),
    "theme": _part("word/theme/theme1.xml", "<a:theme xmlns:a='urn:a' name='@'/>"),
    "web settings": _part("word/webSettings.xml", "<w:webSettings ^><w:div><w:title w:val='@'/></w:div></w:webSettings>"),
    "glossary": _part("word/glossary/document.xml", "<w:glossaryDocument ^><w:docPart><w:p><w:r><w:t>@</w:t></w:r></w:p></w:docPart></w:glossaryDocument>"),
    "chart": _part("word/charts/chart1.xml", "<c:chart xmlns:c='urn:c'><c:cat><c:pt><c:v>@</c:v></c:pt></c:cat></c:chart>"),
    "chart's workbook": lambda words: with_part(_plain(), "word/embeddings/book.xlsx", IN_XLSX["cell"](words)),
    "diagram": _part("word/diagrams/data1.xml", "<d xmlns:a='urn:a'><a:p><a:r><a:t>@</a:t></a:r></a:p></d>"),
    "own XML": _part("customXml/item1.xml", "<x><who>@</who></x>"),
    "own XML's attribute": _part("customXml/item1.xml", "<x who='@'/>"),
    "imported page": _part("word/afchunk.htm", "<p>x</p><!-- @ -->"),
    "imported RTF": _part("word/afchunk.rtf", "{\\rtf1 @}"),
    "embedded document": _inner,
    "embedded object": lambda words: with_part(_plain(), "word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + words.encode("utf-16-le")),
    "macro": lambda words: with_part(_plain(), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + words.encode()),
    "printer": lambda words: with_part(_plain(), "word/printerSettings1.bin", b"\1\2\3" + words.encode("utf-16-le")),
    "metafile": lambda words: with_part(_plain(), "word/media/image1.emf", b"\1\0\0\0" + words.encode("utf-16-le")),
    "drawing of old": _part("word/vmlDrawing1.vml", "<xml xmlns:v='urn:v'><v:shape alt='@'/></xml>"),
    "signature": _signed,
    **{f"property {field}": _property(field) for field in (
        "author", "title", "subject", "keywords", "comments", "category", "last_modified_by", "content_status",
        "identifier", "version",
    )},
    "property company": _part("docProps/app.xml", "<Properties><Company>@</Company></Properties>"),
    "property manager": _part("docProps/app.xml", "<Properties><Manager>@</Manager></Properties>"),
    "property template": _part("docProps/app.xml", "<Properties><Template>@.dotm</Template></Properties>"),
    "own property": _part("docProps/custom.xml", "<Properties><property name='x'><lpwstr>@</lpwstr></property></Properties>"),
    "own property's name": _part("docProps/custom.xml", "<Properties><property name='@'/></Properties>"),
    "thumbnail": lambda words: with_part(_plain(), "docProps/thumbnail.jpeg", jpeg_with_comment(words)),
    "name of a part": lambda words: with_part(_plain(), f"word/{words}.xml", b"<x/>"),
    "empty part": lambda words: with_part(_plain(), f"word/{words}/", b""),
    "comment of the container": _container_comment,
    "comment of a part": lambda words: _entry(words, "comment"),
    "extra field of a part": lambda words: _entry(words, "extra"),
    "part's own header": _own_header_only,
    "behind a part": _behind_a_part,
    "before the container": lambda words: b"PK\x03\x04" + words.encode() + _plain(),
    "after the container": lambda words: _plain() + words.encode(),
}  # fmt: skip


def odt(body: str, **parts: bytes) -> bytes:
    stream = io.BytesIO()
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:svg="urn:x:svg" xmlns:draw="urn:x:draw"'
        ' xmlns:dc="urn:x:dc" xmlns:xlink="urn:x:xlink" xmlns:table="urn:x:table" xmlns:script="urn:x:script"'
        ' xmlns:style="urn:x:style"'
    )
    with zipfile.ZipFile(stream, "w") as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        container.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:text><text:p>They came.</text:p>{body}"
            "</office:text></office:body></office:document-content>",
        )
        for name, content in parts.items():
            container.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def _written(pattern: str) -> Maker:
    return lambda words: odt(pattern.replace("@", words))


IN_ODT: dict[str, Maker] = {
    "hidden letters between": lambda words: odt(
        "<style:style style:name='H'><style:text-properties text:display='none'/></style:style><text:p>"
        + "<text:span text:style-name='H'>xq</text:span>".join(words)
        + "</text:p>"
    ),
    "cells of a row": lambda words: odt(
        "<table:table><table:table-row>"
        + "".join(f"<table:table-cell><text:p>{each}</text:p></table:table-cell>" for each in (*words.split(" ", 1), "34"))
        + "</table:table-row></table:table>"
    ),
    "paragraph": _written("<text:p>@</text:p>"),
    "heading": _written("<text:h>@</text:h>"),
    "deleted": _written("<text:tracked-changes><text:changed-region><text:deletion><text:p>@</text:p></text:deletion></text:changed-region></text:tracked-changes>"),
    "author of a change": _written("<text:tracked-changes><text:changed-region><office:change-info><dc:creator>@</dc:creator></office:change-info></text:changed-region></text:tracked-changes>"),
    "comment": _written("<text:p>x<office:annotation><text:p>@</text:p></office:annotation></text:p>"),
    "author of a comment": _written("<text:p>x<office:annotation><dc:creator>@</dc:creator></office:annotation></text:p>"),
    "footnote": _written("<text:p>x<text:note><text:note-body><text:p>@</text:p></text:note-body></text:note></text:p>"),
    "hidden": _written("<text:p><text:hidden-text text:string-value='@'>x</text:hidden-text></text:p>"),
    "placeholder": _written("<text:p><text:placeholder text:description='x'>@</text:placeholder></text:p>"),
    "text box": _written("<text:p><draw:frame><draw:text-box><text:p>@</text:p></draw:text-box></draw:frame></text:p>"),
    "description of a picture": _written("<text:p><draw:frame><svg:desc>@</svg:desc></draw:frame></text:p>"),
    "name of a frame": _written("<text:p><draw:frame draw:name='@'/></text:p>"),
    "bookmark": _written("<text:p><text:bookmark text:name='@'/></text:p>"),
    "variable": _written("<text:variable-decls><text:variable-decl text:name='@'/></text:variable-decls>"),
    "script": _written("<office:scripts><script:module>@</script:module></office:scripts>"),
    "address of a link": lambda words: odt(f"<text:p><text:a xlink:href='https://host.example/{quote(words)}'>x</text:a></text:p>"),
    "picture inside the XML": lambda words: odt(f"<text:p><draw:image><office:binary-data>{base64.b64encode(png_with_text(words)).decode()}</office:binary-data></draw:image></text:p>"),
    "comment in the XML": _written("<text:p>x<!--@--></text:p>"),
    "property creator": lambda words: odt("", meta_xml=f"<m><creator>{words}</creator></m>".encode()),
    "own property": lambda words: odt("", meta_xml=f"<m><user-defined name='x'>{words}</user-defined></m>".encode()),
    "settings": lambda words: odt("", settings_xml=f"<m><config-item name='PrinterName'>{words}</config-item></m>".encode()),
    "margins": lambda words: odt("", styles_xml=f"<m><footer><p>{words}</p></footer></m>".encode()),
    "manifest": lambda words: odt("", **{"META-INF__manifest_xml": f"<m><file-entry full-path='{words}'/></m>".encode()}),
    "thumbnail": lambda words: odt("", Thumbnails__thumbnail_png=png_with_text(words)),
    "object inside": lambda words: odt("", **{"Object 1__content_xml": f"<m><p>{words}</p></m>".encode()}),
    "object's picture": lambda words: odt("", **{"ObjectReplacements__Object 1": b"VCLMTF" + words.encode("utf-16-le")}),
    "earlier version": lambda words: odt("", Versions__Version1=odt(f"<text:p>{words}</text:p>")),
    "type": lambda words: odt("", mimetype2=words.encode()),
}  # fmt: skip


def _book(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"] = "region", "people"
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(words: str) -> bytes:
    return _book(lambda book: book.active.__setitem__("A2", words))


def _two_cells(words: str) -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        for column, word in zip("ABCDEFGH", words.split(" ", 1), strict=False):
            book.active[f"{column}3"] = word

    return _book(fill)


def _far_cells(words: str) -> bytes:
    """Given name and surname in two columns, with an age between them."""

    def fill(book: openpyxl.Workbook) -> None:
        first, _, rest = words.partition(" ")
        book.active.append([first, 34, rest])

    return _book(fill)


def _allowed(words: str) -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        kept = openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1=f'"{words},x"')
        kept.add("A1")
        book.active.add_data_validation(kept)

    return _book(fill)


def _hidden_sheet(words: str) -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("old")
        sheet["A1"] = words
        sheet.sheet_state = "veryHidden"

    return _book(fill)


def _commented(words: str, author: str) -> bytes:
    return _book(lambda book: setattr(book.active["A1"], "comment", Comment(words, author)))


IN_XLSX: dict[str, Maker] = {
    "cell": _cell,
    "two cells": _two_cells,
    "two cells, a number between": _far_cells,
    "hidden sheet": _hidden_sheet,
    "sheet's name": lambda words: _book(lambda book: book.create_sheet(words[:30]) and None),
    "formula": lambda words: _book(lambda book: book.active.__setitem__("C2", f'=IF(A1="{words}",1,0)')),
    "comment": lambda words: _commented(words, "x"),
    "author of a comment": lambda words: _commented("x", words),
    "header": lambda words: _book(lambda book: setattr(book.active.oddHeader.center, "text", words)),
    "header with codes": lambda words: _book(lambda book: setattr(book.active.oddHeader.center, "text", '&"Arial,Bold"&12' + words[:3] + "&B" + words[3:])),
    "font of a header": lambda words: _book(lambda book: setattr(book.active.oddHeader.center, "text", f'&"{words}"x')),
    "footer of even pages": lambda words: _book(lambda book: setattr(book.active.evenFooter.right, "text", words)),
    "name of a range": lambda words: _book(lambda book: book.defined_names.add(openpyxl.workbook.defined_name.DefinedName(words.replace(" ", "_"), attr_text="Sheet!$A$1"))),
    "number format": lambda words: _book(lambda book: setattr(book.active["B1"], "number_format", f'0 "{words}"')),
    "allowed values": _allowed,
    "property creator": lambda words: _book(lambda book: setattr(book.properties, "creator", words)),
    "property last editor": lambda words: _book(lambda book: setattr(book.properties, "lastModifiedBy", words)),
    "own property": lambda words: with_part(_cell("x"), "docProps/custom.xml", f"<P><property name='x'><lpwstr>{words}</lpwstr></property></P>".encode()),
    "people": lambda words: with_part(_cell("x"), "xl/persons/person.xml", f"<personList><person displayName='{words}'/></personList>".encode()),
    "kept source of a pivot": lambda words: with_part(_cell("x"), "xl/pivotCache/pivotCacheRecords1.xml", f"<r><s v='{words}'/></r>".encode()),
    "other workbook's cells": lambda words: with_part(_cell("x"), "xl/externalLinks/externalLink1.xml", f"<e><cell><v>{words}</v></cell></e>".encode()),
    "connection": lambda words: with_part(_cell("x"), "xl/connections.xml", f"<c><connection sourceFile='C:\\{words}.csv'/></c>".encode()),
    "phonetic guide": lambda words: with_part(_cell("x"), "xl/sharedStrings.xml", f"<sst><si><t>x</t><rPh><t>{words}</t></rPh></si></sst>".encode()),
    "text in pieces": lambda words: with_part(_cell("x"), "xl/sharedStrings.xml", ("<sst><si>" + "".join(f"<r><t xml:space='preserve'>{letter}</t></r>" for letter in words) + "</si></sst>").encode()),
    "printer": lambda words: with_part(_cell("x"), "xl/printerSettings/printerSettings1.bin", words.encode("utf-16-le")),
    "address of a link": lambda words: _book(lambda book: setattr(book.active["A1"], "hyperlink", f"https://host.example/{quote(words)}")),
}  # fmt: skip
