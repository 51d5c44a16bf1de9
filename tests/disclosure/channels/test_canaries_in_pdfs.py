"""A canary in every channel of PDFs: those that Typst makes, and hand-made ones that other programs could."""

import io
import zlib

import pypdfium2
import pypdfium2.raw
import pytest
import typst
from PIL import Image

from valoshka.disclosure.channels import CouldNotCheck, channels

CANARY = "Васілёк"


def made(source: str, *standards: str) -> bytes:
    return typst.compile(source.encode(), format="pdf", pdf_standards=list(standards), ignore_system_fonts=True)


def publication(body: str, document: str = 'title: "T"') -> bytes:
    return made(f'#set document({document})\n#set text(lang: "be")\n{body}', "ua-1", "a-2a")


def found_in(content: bytes) -> str:
    return "\n".join(channel.text for channel in channels("a.pdf", content))


def kinds_of(content: bytes, words: str = CANARY) -> set[str]:
    return {channel.kind for channel in channels("a.pdf", content) if words in channel.text}


PICTURE = "image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>\"), alt: \"%s\")"
IN_TYPST = {
    "text": CANARY,
    "heading": f"= {CANARY}",
    "white text": f"#text(fill: white)[{CANARY}]",
    "off the page": f"#place(dx: 90cm)[{CANARY}]",
    "tiny": f"#text(size: 0.1pt)[{CANARY}]",
    "alt": "#" + PICTURE % CANARY,
    "link": f'#link("https://example.org/{CANARY}")[x]',
    "formatted": "Ва#strong[сі]лёк",
    "letters spaced out": f"#text(tracking: 3pt)[{CANARY}]",
    "header": f"#set page(header: [{CANARY}])\nx",
    "table": f"#table(columns: 2, [x], [{CANARY}])",
}


@pytest.mark.parametrize("body", IN_TYPST.values(), ids=IN_TYPST.keys())
def test_a_canary_in_a_publication_is_found(body):
    assert CANARY in found_in(publication(body))


@pytest.mark.parametrize("field", ["title", "author", "description", "keywords"])
def test_a_canary_in_the_documents_properties_is_found(field):
    given = f'title: "T", {field}: "{CANARY}"' if field != "title" else f'title: "{CANARY}"'
    assert CANARY in found_in(publication("x", given))


def test_a_canary_in_alternative_text_is_known_as_such():
    assert "alt" in kinds_of(publication("#" + PICTURE % CANARY))


def test_a_page_is_told_by_its_number():
    where = [channel.where for channel in channels("a.pdf", publication(f"One #pagebreak() {CANARY}"))
             if CANARY in channel.text and channel.kind == "text"]  # fmt: skip
    assert "page 2" in where


def test_a_word_that_hyphenation_broke_is_also_given_whole():
    words = "Праваабаронцы засведчылі неверагодныя абставіны затрымання. " * 12
    content = publication(f"#set page(width: 7cm)\n#set par(justify: true)\n#set text(hyphenate: true)\n{words}")
    assert "\u00ad" in found_in(content)
    whole = [channel.text for channel in channels("a.pdf", content) if "broken words joined" in channel.where]
    assert sum(text.count("неверагодныя") for text in whole) >= 11


def test_a_name_that_runs_over_a_pages_end_is_found():
    content = publication("#set page(height: 4cm, margin: 1cm)\n" + "#linebreak()".join(["Алена", "Васілёк"] * 9))
    assert "Алена\nВасілёк" in found_in(content).replace("\f", "\n")


def test_ligatures_are_given_as_letters():
    assert "office flat" in found_in(publication('#set text(font: "Libertinus Serif")\noffice flat'))


def test_a_canary_in_an_attachment_is_found():
    options = 'relationship: "data", mime-type: "text/plain", description: "Званочак"'
    attached = f'#pdf.attach("{CANARY}.txt", bytes("Рамонак"), {options})\nx'
    found = found_in(made(f'#set document(title: "T")\n{attached}', "a-3b"))
    assert all(word in found for word in (CANARY, "Рамонак", "Званочак"))


def test_a_canary_in_a_photographs_notes_is_found():
    stream = io.BytesIO()
    Image.effect_noise((32, 32), 80).convert("RGB").save(stream, "JPEG", comment=CANARY.encode())
    photograph = ", ".join(map(str, stream.getvalue()))
    assert CANARY in found_in(publication(f'#image(bytes(({photograph})), alt: "x")'))


def by_hand(*objects: bytes, page: bytes = b"", content: bytes = b"BT ET", after: bytes = b"") -> bytes:
    """A small PDF with a catalogue, one page, its content, and `objects` numbered from 5."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F "
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>" + page + b">>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *objects,
    ]
    whole, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, table)
    whole += b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    return whole + after


def packed(dictionary: bytes, content: bytes) -> bytes:
    squeezed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (dictionary, len(squeezed), squeezed)


UTF16 = b"\xfe\xff" + CANARY.encode("utf-16-be")
HEX = b"<" + UTF16.hex().encode() + b">"
ESCAPED = b"(" + b"".join(b"\\%03o" % byte for byte in UTF16) + b")"
BY_HAND = {
    "note on the page": by_hand(b"<</Type/Annot/Subtype/Text/Rect[0 0 1 1]/Contents " + HEX + b">>"),
    "field": by_hand(b"<</FT/Tx/T(x)/V " + HEX + b">>"),
    "escaped string": by_hand(b"<</Title " + ESCAPED + b">>"),
    "string in UTF-8": by_hand(b"<</Title(\xef\xbb\xbf" + CANARY.encode() + b")>>"),
    "string in an encoding of old": by_hand(b"<</Author(" + CANARY.encode("cp1251") + b")>>"),
    "object that nothing refers to": by_hand(b"[" + HEX + b"]"),
    "name": by_hand(b"<</" + "".join(f"#{byte:02x}" for byte in CANARY.encode()).encode() + b" 1>>"),
    "comment": by_hand(b"%" + CANARY.encode() + b"\n<<>>"),
    "after the end": by_hand(after=CANARY.encode() + b"\n%" + CANARY.encode()),
    "object stream": by_hand(packed(b"/Type/ObjStm/N 1/First 4", b"9 0 <</Title " + HEX + b">>")),
    "packed metadata": by_hand(packed(b"/Type/Metadata/Subtype/XML", f"<x>{CANARY}</x>".encode())),
    "script": by_hand(packed(b"", f"app.alert('{CANARY}')".encode())),
    "text given for signs": by_hand(content=b"/Span<</ActualText " + HEX + b">>BDC BT ET EMC"),
    "packed text given for signs": by_hand(packed(b"/Subtype/Form", b"/Span<</ActualText " + HEX + b">>BDC EMC")),
    "two layers of packing": by_hand(
        b"<</Type/Metadata/Filter[/ASCIIHexDecode/FlateDecode]/Length 0>>stream\n"
        + zlib.compress(CANARY.encode()).hex().encode()
        + b">\nendstream"
    ),
}


@pytest.mark.parametrize("content", BY_HAND.values(), ids=BY_HAND.keys())
def test_a_canary_in_the_files_objects_is_found(content):
    assert CANARY in found_in(content)


def test_text_outside_the_visible_part_and_invisible_text_is_found():
    outside = by_hand(content=b"BT /F 9 Tf 500 500 Td (Vasilyok) Tj ET")
    invisible = by_hand(content=b"BT /F 9 Tf 3 Tr 9 9 Td (Vasilyok) Tj ET")
    assert "Vasilyok" in found_in(outside)
    assert "Vasilyok" in found_in(invisible)


def test_text_on_a_layer_that_is_switched_off_is_found():
    content = by_hand(
        b"<</Type/OCG/Name(Layer)>>",
        page=b"/Properties<</L 5 0 R>>",
        content=b"/OC /L BDC BT /F 9 Tf 9 9 Td (Vasilyok) Tj ET EMC",
    )
    assert "Vasilyok" in found_in(content)


def test_what_a_page_said_before_it_was_changed_is_found():
    before = by_hand(content=b"BT /F 9 Tf 9 9 Td (Vasilyok) Tj ET")
    start = len(before)
    changed = b"4 0 obj\n<</Length 5>>stream\nBT ET\nendstream\nendobj\n"
    previous = before.rpartition(b"startxref\n")[2].split()[0]
    trailer = b"trailer\n<</Root 1 0 R/Size 5/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (previous, start + len(changed))
    after = before + changed + b"xref\n4 1\n%010d 00000 n \n" % start + trailer
    assert "Vasilyok" not in pypdfium2.PdfDocument(after)[0].get_textpage().get_text_range()
    assert kinds_of(after, "Vasilyok") == {"hidden"}


def test_a_pdf_of_endless_versions_cannot_be_checked():
    with pytest.raises(CouldNotCheck, match="earlier versions"):
        channels("a.pdf", by_hand(after=b"%%EOF\n" * 30))


def test_a_length_that_stands_in_another_object_is_understood():
    squeezed = zlib.compress(CANARY.encode())
    stream = b"<</Type/Metadata/Filter/FlateDecode/Length 16 0 R>>stream\n" + squeezed + b"\nendstream"
    assert CANARY in found_in(by_hand(stream))


def test_an_attachment_of_unknown_kind_cannot_be_checked():
    with pytest.raises(CouldNotCheck):
        channels("a.pdf", by_hand(packed(b"/Type/EmbeddedFile", b"\xd0\xcf\x11\xe0")))


@pytest.mark.parametrize("filter_name", [b"LZWDecode", b"Crypt", b"Unknown"])
def test_a_stream_that_we_cannot_unpack_cannot_be_checked(filter_name):
    with pytest.raises(CouldNotCheck, match="does not unpack"):
        channels("a.pdf", by_hand(b"<</Length 3/Filter/" + filter_name + b">>stream\nabc\nendstream"))


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9])
def test_a_truncated_pdf_cannot_be_checked(cut):
    whole = publication("x" * 3000)
    with pytest.raises(CouldNotCheck):
        channels("a.pdf", whole[: int(len(whole) * cut)])


def test_a_password_protected_pdf_cannot_be_checked():
    locked = by_hand(b"<</Filter/Standard/V 1/R 2/P -1/O<%s>/U<%s>>>" % (b"00" * 32, b"00" * 32))
    locked = locked.replace(b"/Size 6", b"/Size 6/Encrypt 5 0 R/ID[<00><00>]")
    with pytest.raises(CouldNotCheck, match="password"):
        channels("a.pdf", locked)
