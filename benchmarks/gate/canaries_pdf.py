"""Every place of a PDF in which a name can travel: drawn by hand, so that no writer's good manners stand between."""

# ruff: noqa: E501, ISC004 - one place a line, whole, is easier to read than a pattern broken in three

from __future__ import annotations

import base64
import hashlib
import zlib
from typing import TYPE_CHECKING

from benchmarks.gate.canaries_fonts import font
from benchmarks.gate.canaries_office import IN_DOCX
from benchmarks.gate.canaries_pictures import jpeg_with_comment, png_with_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[str], bytes]

# Codes of two bytes that are UTF-16 themselves: any word can be drawn and read.
_MAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"5 beginbfrange <0000> <00FF> <0000> <0100> <01FF> <0100> <0400> <04FF> <0400> <2000> <20FF> <2000>"
    b" <2100> <21FF> <2100> endbfrange\nendcmap end end"
)
_FIRST = 9  # number of the first object of one's own


def stream(dictionary: bytes, content: bytes, *, packed: bool = True) -> bytes:
    """A stream object; `packed` with deflate."""
    body = zlib.compress(content) if packed else content
    how = b"/Filter/FlateDecode" if packed else b""
    return b"<<%s%s/Length %d>>stream\n%s\nendstream" % (dictionary, how, len(body), body)


def shown(words: str, how: bytes = b"") -> bytes:
    """Operators that draw `words` in the font /U."""
    return b"BT /U 9 Tf %s 9 9 Td <%s> Tj ET" % (how, words.encode("utf-16-be").hex().encode())


def text(words: str) -> bytes:
    """A text string as hexadecimal UTF-16."""
    return b"<FEFF" + words.encode("utf-16-be").hex().encode() + b">"


def pdf(
    *objects: bytes,
    page: bytes = b"",
    content: bytes = b"",
    catalogue: bytes = b"",
    trailer: bytes = b"",
    before: bytes = b"%PDF-1.7\n",
    packed: bool = True,
) -> bytes:
    """A small PDF: catalogue, pages, one page, its content, a font that can write anything, then `objects` from 9 on."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources 8 0 R%s>>" % page,
        stream(b"", b"BT /U 9 Tf 9 99 Td <00590065> Tj ET\n" + content, packed=packed),
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 9 9]/ItalicAngle 0/Ascent 9/Descent 0"
        b"/CapHeight 9/StemV 9>>>>",
        stream(b"", _MAP),
        b"<</Font<</U 5 0 R/F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 9 0 R>>"
        b"/Properties<</L 9 0 R>>>>",
        *objects,
    ]  # fmt: skip
    whole, offsets = before, []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start, size = len(whole), len(bodies) + 1
    whole += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return whole + b"trailer\n<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def _drawn(how: bytes = b"", around: bytes = b"%s") -> Maker:
    return lambda words: pdf(content=around.replace(b"%s", shown(words, how)))


def _object(pattern: bytes, **more: bytes) -> Maker:
    return lambda words: pdf(pattern.replace(b"@", text(words)), **more)  # type: ignore[arg-type]


def _stream(dictionary: bytes, make: Maker = str.encode, **more: bytes) -> Maker:
    return lambda words: pdf(stream(dictionary, make(words)), **more)  # type: ignore[arg-type]


def _info(key: bytes) -> Maker:
    return lambda words: pdf(b"<</%s %s>>" % (key, text(words)), trailer=b"/Info 9 0 R")


def _note(pattern: bytes) -> Maker:
    return _object(b"<</Type/Annot/Rect[0 0 9 9]%s>>" % pattern, page=b"/Annots[9 0 R]")


def _name(words: str) -> bytes:
    return b"/" + "".join(f"#{byte:02x}" for byte in words.encode()).encode()


def _attached(file_name: str, description: str, content: bytes) -> bytes:
    return pdf(
        b"<</Type/Filespec/F %s/UF %s/Desc %s/EF<</F 10 0 R>>>>"
        % (text(file_name), text(file_name), text(description)),
        stream(b"/Type/EmbeddedFile", content),
        catalogue=b"/Names<</EmbeddedFiles<</Names[(x) 9 0 R]>>>>",
    )


def _rewritten(words: str) -> bytes:
    """A page that was changed by appending: the file ends in a new content, and still holds the old one."""
    old = pdf(content=shown(words))
    start = len(old)
    changed = b"4 0 obj\n%s\nendobj\n" % stream(b"", b"BT /F 9 Tf 9 9 Td (They came.) Tj ET")
    previous = old.rpartition(b"startxref\n")[2].split()[0]
    tail = b"trailer\n<</Root 1 0 R/Size 9/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (previous, start + len(changed))
    return old + changed + b"xref\n4 1\n%010d 00000 n \n" % start + tail


def _forgotten_page(words: str) -> bytes:
    """A page that the file still holds and the page tree no longer names."""
    return pdf(
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 10 0 R/Resources 8 0 R>>", stream(b"", shown(words))
    )


def _simple_font(words: str) -> bytes:
    """Latin text in a form that no page draws, in a font whose codes are letters."""
    raw = words.encode("cp1251", "ignore")
    return pdf(stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"BT /F 9 Tf (%s) Tj ET" % raw))


def _kerned(words: str) -> bytes:
    """A word written letter by letter with kerning between, in a form that no page draws."""
    pieces = b"-20".join(b"<%s>" % letter.encode("utf-16-be").hex().encode() for letter in words)
    return pdf(stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"BT /U 9 Tf [%s] TJ ET" % pieces))


def _packed_objects(words: str) -> bytes:
    return pdf(stream(b"/Type/ObjStm/N 1/First 5", b"99 0 <</Title " + text(words) + b">>"))


def _rc4(key: bytes, plain: bytes) -> bytes:
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in plain:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _locked_for_nobody(words: str) -> bytes:
    """Encrypted, but opened by everybody without a password: its strings are not what they seem (ISO 32000-1, 7.6)."""
    owner = _rc4(hashlib.md5(_PADDING).digest()[:5], _PADDING)
    key = hashlib.md5(_PADDING + owner + b"\xff\xff\xff\xff" + b"\0").digest()[:5]
    one = hashlib.md5(key + (9).to_bytes(3, "little") + b"\0\0").digest()[:10]
    title = _rc4(one, b"\xfe\xff" + words.encode("utf-16-be")).hex().encode()
    lock = b"<</Filter/Standard/V 1/R 2/P -1/O<%s>/U<%s>>>" % (owner.hex().encode(), _rc4(key, _PADDING).hex().encode())
    return pdf(b"<</Title<%s>>>" % title, lock, trailer=b"/Encrypt 10 0 R/Info 9 0 R/ID[<00><00>]")


def _xmp(words: str) -> bytes:
    return (
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='urn:r' xmlns:dc='urn:d'>"
        f"<dc:creator><rdf:Seq><rdf:li>{words}</rdf:li></rdf:Seq></dc:creator></rdf:RDF></x:xmpmeta>"
    ).encode()


def _jpeg_2000(words: str) -> bytes:
    note = words.encode()
    return b"\0\0\0\x0cjP  \r\n\x87\n" + (len(note) + 8).to_bytes(4) + b"xml " + note + b"\0\0\0\0jp2c" + bytes(64)


def _inline_picture(words: str) -> bytes:
    raw = words.encode().ljust(64, b"\0")[:64]
    return pdf(content=b"q 9 0 0 9 0 0 cm BI /W 8 /H 8 /BPC 8 /CS /G ID " + raw + b" EI Q")


def _disguised_keys(words: str) -> bytes:
    body = zlib.compress(words.encode())
    return pdf(b"<</Type/Metadata/F#69lter/Flate#44ecode/Length %d>>stream\n%s\nendstream" % (len(body), body))


def _filter_elsewhere(words: str) -> bytes:
    body = zlib.compress(words.encode())
    return pdf(b"<</Filter 10 0 R/Length %d>>stream\n%s\nendstream" % (len(body), body), b"/FlateDecode")


def _comment_before_stream(words: str) -> bytes:
    body = zlib.compress(words.encode())
    return pdf(b"<</Filter/FlateDecode/Length %d>>%%x\nstream\n%s\nendstream" % (len(body), body))


def _cff(words: str) -> bytes:
    raw = words.encode("cp1251")
    return b"\x01\x00\x04\x01" + b"\x00\x01\x01\x01" + bytes([len(raw) + 1]) + raw + bytes(20)


def _type_1(words: str) -> bytes:
    return (
        b"%!PS-AdobeFont-1.0: A\n/FontInfo 9 dict dup begin /Notice ("
        + words.encode()
        + b") def end\ncurrentfile eexec\n"
    )


_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources 8 0 R"
_BOX = b"%s 0 0 0 rg 0 0 99 99 re f"
IN_PDF: dict[str, Maker] = {
    "page": _drawn(),
    "page, not packed": lambda words: pdf(content=shown(words), packed=False),
    "drawn invisibly (mode 3)": _drawn(b"3 Tr"),
    "as a clip (mode 7)": _drawn(b"7 Tr"),
    "white on white": _drawn(b"1 1 1 rg"),
    "under a black box": _drawn(around=_BOX),
    "off the page": _drawn(b"900 900 Td"),
    "of no size": _drawn(b"0.01 0 0 0.01 9 9 Tm"),
    "clipped away": _drawn(around=b"q 0 0 1 1 re W n %s Q"),
    "transparent": _drawn(b"/G gs"),
    "layer switched off": lambda words: pdf(
        b"<</Type/OCG/Name(x)>>", content=b"/OC /L BDC " + shown(words) + b" EMC",
        catalogue=b"/OCProperties<</OCGs[9 0 R]/D<</OFF[9 0 R]>>>>",
    ),
    "layer's name": _object(b"<</Type/OCG/Name @>>", catalogue=b"/OCProperties<</OCGs[9 0 R]/D<<>>>>"),
    "cut off by the crop box": lambda words: pdf(page=b"/CropBox[200 200 300 300]", content=shown(words)),
    "form": lambda words: pdf(stream(_FORM, shown(words)), content=b"/X Do"),
    "form that no page draws": lambda words: pdf(stream(_FORM, shown(words))),
    "form in a simple font that no page draws": _simple_font,
    "form with kerning that no page draws": _kerned,
    "page outside the tree": _forgotten_page,
    "pattern": lambda words: pdf(stream(b"/Type/Pattern/PatternType 1/BBox[0 0 9 9]/Resources 8 0 R", shown(words))),
    "look of a note": lambda words: pdf(
        b"<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 10 0 R>>>>", stream(_FORM, shown(words)), page=b"/Annots[9 0 R]"
    ),
    "text given for signs": lambda words: pdf(content=b"/Span<</ActualText %s>>BDC EMC" % text(words)),
    "expansion of a shortening": lambda words: pdf(content=b"/Span<</E %s>>BDC EMC" % text(words)),
    "own property of marked content": lambda words: pdf(content=b"/x<</Who %s>>DP" % text(words)),
    "comment among the operators": lambda words: pdf(content=b"% " + words.encode() + b"\n"),
    "alternative text": _object(b"<</Type/StructElem/S/Figure/Alt @>>"),
    "structure's title": _object(b"<</Type/StructElem/S/H1/T @>>"),
    **{f"property {key.decode()}": _info(key) for key in (b"Title", b"Author", b"Subject", b"Keywords", b"Creator", b"Producer", b"Who")},
    "property in PDFDocEncoding or of old": lambda words: pdf(b"<</Author(" + words.encode("cp1251") + b")>>", trailer=b"/Info 9 0 R"),
    "property in UTF-8": lambda words: pdf(b"<</Author(\xef\xbb\xbf" + words.encode() + b")>>", trailer=b"/Info 9 0 R"),
    "property in octal escapes": lambda words: pdf(
        b"<</Author(\\376\\377" + b"".join(b"\\%03o" % byte for byte in words.encode("utf-16-be")) + b")>>"
    ),
    "property's name": lambda words: pdf(b"<<%s 1>>" % _name(words), trailer=b"/Info 9 0 R"),
    "XMP": _stream(b"/Type/Metadata/Subtype/XML", _xmp, catalogue=b"/Metadata 9 0 R"),
    "XMP in UTF-16": _stream(b"/Type/Metadata/Subtype/XML", lambda words: _xmp(words).decode().encode("utf-16")),
    "XMP of an object": _stream(b"", _xmp),
    "outline": _object(b"<</Title @/Parent 9 0 R>>", catalogue=b"/Outlines 9 0 R"),
    "named destination": lambda words: pdf(catalogue=b"/Names<</Dests<</Names[%s [3 0 R/Fit]]>>>>" % text(words)),
    "page label": lambda words: pdf(catalogue=b"/PageLabels<</Nums[0<</P %s>>]>>" % text(words)),
    "note": _note(b"/Subtype/Text/Contents @"),
    "note's author": _note(b"/Subtype/Text/T @/Contents(x)"),
    "note's formatted text": _note(b"/Subtype/FreeText/RC @"),
    "note's subject": _note(b"/Subtype/Text/Subj @"),
    "link": lambda words: pdf(b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://host.example/%s)>>>>"
                              % "".join(f"%{byte:02X}" for byte in words.encode()).encode(), page=b"/Annots[9 0 R]"),
    "path to another file": _object(b"<</S/GoToR/F @>>"),
    "field": _object(b"<</FT/Tx/T(x)/V @>>", catalogue=b"/AcroForm<</Fields[9 0 R]>>"),
    "field's default": _object(b"<</FT/Tx/T(x)/DV @>>"),
    "field's name": _object(b"<</FT/Tx/T @>>"),
    "field's tooltip": _object(b"<</FT/Tx/T(x)/TU @>>"),
    "choice": _object(b"<</FT/Ch/T(x)/Opt[@(x)]>>"),
    "form in XML (XFA)": _stream(b"", lambda words: f"<xdp><value><text>{words}</text></value></xdp>".encode()),
    "signer": _object(b"<</Type/Sig/Name @/Reason(x)>>"),
    "signature": lambda words: pdf(b"<</Type/Sig/Contents<3082010A0C%02X%s>>>" % (len(words.encode()), words.encode().hex().encode())),
    "script": _object(b"<</S/JavaScript/JS @>>", catalogue=b"/OpenAction 9 0 R"),
    "packed script": _stream(b"", lambda words: f"app.alert('{words}')".encode()),
    "attached text": lambda words: _attached("a.txt", "x", words.encode()),
    "attached document": lambda words: _attached("a.docx", "x", IN_DOCX["property author"](words)),
    "attached picture": lambda words: _attached("a.png", "x", png_with_text(words)),
    "attached sheet of unknown kind": lambda words: _attached("a.dat", "x", words.encode()),
    "attachment's name": lambda words: _attached(f"{words}.txt", "x", b"x"),
    "attachment's description": lambda words: _attached("a.txt", words, b"x"),
    "photograph's notes": lambda words: pdf(stream(b"/Subtype/Image/Width 48/Height 48/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode", jpeg_with_comment(words), packed=False)),
    "photograph's notes (JPEG 2000)": lambda words: pdf(stream(b"/Subtype/Image/Filter/JPXDecode", _jpeg_2000(words), packed=False), content=b"/X Do"),
    "picture's pixels": lambda words: pdf(stream(b"/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray", words.encode().ljust(64, b"\0"))),
    "picture among the operators": _inline_picture,
    "thumbnail": lambda words: pdf(stream(b"/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray", words.encode().ljust(64, b"\0")), page=b"/Thumb 9 0 R"),
    "private piece": _object(b"<</PieceInfo<</Illustrator<</Private<</Who @>>>>>>>>"),
    "private piece's stream": _stream(b""),
    "colour profile": _stream(b"/N 3", lambda words: bytes(128) + b"desc" + words.encode("utf-16-be")),
    "colour's name": lambda words: pdf(b"[/Separation %s/DeviceGray<<>>]" % _name(words)),
    "font's name": lambda words: pdf(b"<</Type/FontDescriptor/FontName%s>>" % _name(words)),
    "embedded font (TrueType)": lambda words: pdf(b"<</Type/FontDescriptor/FontFile2 10 0 R>>", stream(b"", font(words))),
    "embedded font (CFF)": lambda words: pdf(b"<</Type/FontDescriptor/FontFile3 10 0 R>>", stream(b"/Subtype/Type1C", _cff(words))),
    "embedded font (Type 1)": lambda words: pdf(b"<</Type/FontDescriptor/FontFile 10 0 R>>", stream(b"", _type_1(words))),
    "font's map": lambda words: pdf(stream(b"/Type/CMap", b"% " + words.encode() + b"\n" + _MAP)),
    "object that nothing refers to": _object(b"[@]"),
    "object stream": _packed_objects,
    "comment": lambda words: pdf(b"%" + words.encode() + b"\n<<>>"),
    "bare words in an object": lambda words: pdf(b"<</Who " + words.encode() + b">>"),
    "between objects": lambda words: pdf().replace(b"endobj\n2 0 obj", b"endobj\n" + words.encode() + b"\n2 0 obj"),
    "before the beginning": lambda words: pdf(before=words.encode() + b"\n%PDF-1.7\n"),
    "after the end": lambda words: pdf() + words.encode(),
    "second file after the end": lambda words: pdf() + png_with_text(words),
    "earlier version": _rewritten,
    "two layers of packing": lambda words: pdf(
        b"<</Filter[/ASCIIHexDecode/FlateDecode]/Length 0>>stream\n" + zlib.compress(words.encode()).hex().encode() + b">\nendstream"
    ),
    "packed in base 85": lambda words: pdf(b"<</Filter/ASCII85Decode/Length 0>>stream\n" + base64.a85encode(words.encode()) + b"~>\nendstream"),
    "packed in run lengths": lambda words: pdf(
        b"<</Filter/RunLengthDecode/Length 0>>stream\n" + b"".join(b"\0" + bytes([byte]) for byte in words.encode()) + b"\x80\nendstream"
    ),
    "packed by LZW": lambda words: pdf(b"<</Filter/LZWDecode/Length 3>>stream\n" + words.encode() + b"\nendstream"),
    "behind the packing": lambda words: pdf(b"<</Filter/FlateDecode/Length 0>>stream\n" + zlib.compress(b"x") + words.encode() + b"\nendstream"),
    "keys in disguise": _disguised_keys,
    "packing told elsewhere": _filter_elsewhere,
    "comment before a stream": _comment_before_stream,
    "called a table of objects": _stream(b"/Type/XRef/Size 0/W[1 1 1]"),
    "called a font's map": _stream(b"/Type/CMap"),
    "called a picture": _stream(b"/Subtype/Image"),
    "encrypted without a password": _locked_for_nobody,
}  # fmt: skip
