"""Ways of hiding a name that a reader, a browser or a program undoes; each is found. Everybody is invented."""

from __future__ import annotations

import base64
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document as WordFile

from valoshka.disclosure import ProtectedPerson
from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout

if TYPE_CHECKING:
    from valoshka.disclosure.findings import Finding

NAME, LATIN = "Синявец", "Siniavets"
SMALL_CAPITALS = "ꜱɪɴɪᴀᴠᴇᴛꜱ"
CIRCLED = "".join(chr(0x24D0 + ord(letter) - ord("a")) for letter in LATIN.lower())
TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in LATIN)
ENTITIES = "".join(f"&#{ord(letter)};" for letter in NAME)


@pytest.fixture(scope="module")
def watching() -> Lookout:
    return Lookout.over([ProtectedPerson("p1", ("Глеб Синявец", "Hleb Siniavets"))], "public")


def found(name: str, content: bytes, watching: Lookout) -> list[Finding]:
    return [finding for finding in check(name, content, watching).findings if finding.person == "p1"]


def page(inside: str) -> bytes:
    return f"<!doctype html><html><head><title>T</title></head><body><p>They came.</p>{inside}</body></html>".encode()


def drawing(inside: str) -> bytes:
    return f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>".encode()


def word_file(*cells: str, comment: bytes = b"", **parts: str) -> bytes:
    document, out = WordFile(), io.BytesIO()
    document.add_paragraph("They came.")
    table = document.add_table(1, max(len(cells), 1))
    for number, text in enumerate(cells):
        table.cell(0, number).text = text
    document.save(out)
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = comment
        for part, content in parts.items():
            archive.writestr(f"customXml/{part}.xml", content)
    return out.getvalue()


def pdf_drawing(content: bytes) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj%bendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + end


IN_TEXT = {
    "Markdown": "Си**ня**вец",
    "Markdown links": "[Си](a.html)[нявец](b.html)",
    "tags": "Си<b>ня</b>вец",
    "a comment": "Си<!-- x -->нявец",
    "BBCode": "Си[b]ня[/b]вец",
    "TeX": "Si\\-ni{}avets",
    "escaped signs": "Си\\_ня\\_вец",
    "percent signs": "%D0%A1%D0%B8%D0%BD%D1%8F%D0%B2%D0%B5%D1%86",
    "percent signs of another encoding": "%D1%E8%ED%FF%E2%E5%F6",
    "quoted-printable": "=D0=A1=D0=B8=D0=BD=D1=8F=D0=B2=D0=B5=D1=86",
    "entities": ENTITIES,
    "script escapes": "".join(f"\\u{ord(letter):04x}" for letter in NAME),
    "base64": base64.b64encode(f"Глеб {NAME}".encode()).decode(),
    "hexadecimal": NAME.encode().hex(),
    "punycode": "xn--" + NAME.lower().encode("punycode").decode() + ".example",
    "right to left": f"\u202e{NAME[::-1]}\u202c",
    "right to left in part": "Си\u202eян\u202cвец",
    "full width": "Ｓｉｎｉａｖｅｔｓ",
    "circled": CIRCLED,
    "small capitals": SMALL_CAPITALS,
    "letters of tags that nobody sees": f"one {TAGS}",
    "a digraph": "Siniaveʦ",
    "marks around letters": "С҈и҉н⃝я҉в҈ец",
    "flowers": "Си🌸ня🌸вец",
    "dots": "Си·ня·вец",
    "pieces": "Си ня вец",
    "letters far apart": "\n\n".join(NAME),
    "torn once": "Синя вец",
    "Latin letters drawn for Cyrillic": "CuH9BeU",
    "figures drawn for letters": "С1нявец",
    "figures and signs": "S1n!@vets",
    "backwards": NAME[::-1],
    "another keyboard": "Cbyzdtw",
    "another keyboard, the other way": "Ыштшфмуеы",
    "Unicode read as cp1251": NAME.encode().decode("cp1251"),
    "Unicode read as cp1252": NAME.encode().decode("cp1252", "replace"),
    "Unicode misread twice": "Глеб Синявец".encode().decode("cp1251").encode().decode("cp1251", "replace"),
    "cp1251 read as Latin-1": f"Ãëåá {NAME}".replace(NAME, NAME.encode("cp1251").decode("cp1252")),
    "KOI8-R read as cp1251": NAME.encode("koi8-r").decode("cp1251"),
    "cp1251 read as KOI8-R": NAME.encode("cp1251").decode("koi8-r"),
    "cp866 read as cp1251": f"Глеб {NAME}".encode("cp866").decode("cp1251"),
}
IN_FILES = {
    "id.html": page("<p id='siniavets'>x</p>"),
    "class.html": page("<p class='box siniavets-box'>x</p>"),
    "attribute.html": page("<p data-siniavets='1'>x</p>"),
    "letter by letter.svg": drawing("\n    ".join(f"<text>{letter}</text>\n" for letter in NAME)),
    "pieces.svg": drawing("<text>Синя</text>\n  <text>вец</text>"),
    "kerned.pdf": pdf_drawing(b"BT /F1 20 Tf 50 200 Td [(They came. Sin)-300(iav)-900(ets)] TJ ET"),
    "down the page.pdf": pdf_drawing(
        b"BT /F1 20 Tf 50 300 Td " + b" ".join(b"(%c) Tj 0 -22 Td" % letter for letter in LATIN.encode()) + b" ET"
    ),
    "hyphen in cells.docx": word_file("Синя-", "вец"),
    "cells.docx": word_file("Синя", "вец"),
    "comment.docx": word_file(comment=b"siniavets.doc"),
    "fields.docx": word_file(own="<a><b>Sini</b><b>avets</b></a>"),
    "right to left.html": page(f"<p>&#x202e;{NAME[::-1]}</p>"),
    "bdo.html": page(f"<p><bdo dir=rtl>{NAME[::-1]}</bdo></p>"),
    "override.html": page(f"<p style='unicode-bidi:bidi-override;direction:rtl'>{NAME[::-1]}</p>"),
    "style.html": page("<style>p::after{content:'Sini' 'avets'}</style>"),
    "script.html": page("<script>x='Sini'+'avets'</script>"),
    "one letter a picture.html": page("".join(f"<img src='a.png' alt='{letter}'>" for letter in NAME)),
    "one letter an attribute.html": page("".join(f"<i data-c='{letter}'></i>" for letter in LATIN)),
    "values.json": '{"a":"Си","b":"нявец"}'.encode(),
    "cells.csv": "a,b\nСи,нявец\n".encode(),
    "base64.html": page(f"<p data-x='{base64.b64encode(NAME.encode()).decode()}'>x</p>"),
}
HARMLESS = (
    "Сінія валошкі. Яна сказала: “Ён вец не бачыў”, і пайшла дадому.",
    "Sin and Iav, two hospitals, et cetera; see https://example.org/a/sini/b and 2 * 3 * 4 = 24.",
    "A\n\nB\n\nC\n\nD: four rows; sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.",
)


@pytest.mark.parametrize("hidden", IN_TEXT.values(), ids=IN_TEXT.keys())
@pytest.mark.parametrize("extension", ["txt", "md", "html"])
def test_a_name_hidden_in_text_is_found(hidden, extension, watching):
    text = f"They came. {hidden} went home."
    content = page(f"<p>{text}</p>") if extension == "html" else text.encode()
    assert found(f"a.{extension}", content, watching)


@pytest.mark.parametrize("name", IN_FILES)
def test_a_name_hidden_in_a_file_is_found(name, watching):
    assert found(name, IN_FILES[name], watching)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_nearly_spells_a_name_raises_no_alarm(text, watching):
    assert found("a.txt", text.encode(), watching) == []


def test_a_text_read_in_a_wrong_encoding_is_never_clear(watching):
    misread = "Вчера их отпустили через три часа.".encode().decode("cp1251", "replace").encode()
    assert "text_misread" in {finding.rule for finding in check("a.txt", misread, watching).findings}
    assert check("a.txt", "мРНК-вакцина, größte Zoë, ГУБОПиК.".encode(), watching).findings == ()


@pytest.mark.parametrize(
    "address", ["hleb.siniavets@mail.example", "hsiniavets@mail.example", "@HlebSiniavets", "#ГлебСинявец",
                "https://mail.example/people/hleb-siniavets", "vk.com/siniavets_hleb", "hleb.siniavets.docx"]
)  # fmt: skip
def test_a_whole_name_in_an_address_is_told_once_and_blocks(address, watching):
    findings = check("a.txt", f"They wrote to {address} then.".encode(), watching).findings
    assert [(finding.tier, finding.person) for finding in findings] == [("block", "p1")]


def test_a_name_that_stands_in_the_open_is_told_once(watching):
    assert len(found("a.txt", b"They met Hleb Siniavets there.", watching)) == 1


def test_another_reading_has_no_positions_in_the_text(watching):
    (finding,) = found("a.md", "They came.\nСи**ня**вец went.".encode(), watching)
    assert (finding.at.start, finding.at.end) == (None, None)
    assert "as it is shown" in (finding.at.where or "")
