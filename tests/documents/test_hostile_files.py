"""Files that lie, explode, or are no files at all: each is refused by name, with a reason and a next step."""

import os
import socket
import struct
import zipfile
import zlib
from io import BytesIO

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.documents import Limits, Unreadable, read, read_bytes

PDF = typst.compile(b"Words on a page.", format="pdf", ignore_system_fonts=True)
SMALL = Limits(file_bytes=2_000, pages=2, characters=50)


def refusal_of(content: bytes, name: str, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        read_bytes(content, name, *([limits] if limits else []))
    message = str(refused.value)
    assert message.startswith(f"{name} was not read: ")
    assert message.endswith(".")
    assert message.count(". ") >= 1, "a reason and a next step"
    return refused.value


def outcome(content: bytes, name: str) -> str:
    try:
        return "read" if read_bytes(content, name).text.strip() else "read as nothing"
    except Unreadable as refused:
        return f"{refused.name} refused"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.docx", "a.odt", "a.pdf", "a.srt", "a.vtt", "a"])
def test_an_empty_file_is_refused(name):
    assert "it is empty" in refusal_of(b"", name).reason


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.txt", "a.md", "a.srt", "a.vtt"])
def test_a_pdf_under_another_name_is_refused_as_a_pdf(name):
    assert "it is really a PDF" in refusal_of(PDF, name).reason


def test_a_text_that_is_called_pdf_or_docx_is_refused_as_text():
    for name in ("a.pdf", "a.docx", "a.odt"):
        assert "it is really plain text" in refusal_of(b"only words", name).reason


def test_a_word_file_that_is_called_odt_is_refused_as_word(word, docx_bytes):
    assert "it is really a Word document" in refusal_of(docx_bytes(word), "a.odt").reason


@pytest.mark.parametrize(
    ("content", "is_really"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"{\\rtf1}", "a Rich Text (RTF) file"),
        (b"OggS", "a recording (Ogg)"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"MZ\x90", "a program"),
        (b"age-encryption.org/v1", "an encrypted file (age)"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(content, is_really):
    assert is_really in refusal_of(content + bytes(100), "a.docx").reason
    assert is_really in refusal_of(content + bytes(100), "a").reason


def test_a_spreadsheet_is_refused_as_a_spreadsheet(zip_bytes):
    assert "a spreadsheet" in refusal_of(zip_bytes({"xl/workbook.xml": "<x/>"}), "a.docx").reason


def test_a_plain_archive_is_refused_as_such(zip_bytes):
    assert "a zip archive" in refusal_of(zip_bytes({"a.txt": "x"}), "a.docx").reason


def test_an_unknown_extension_is_refused():
    assert ".xyz is not a kind of file" in refusal_of(b"words", "a.xyz").reason


def test_a_file_without_an_extension_is_read_for_what_it_is():
    assert read_bytes(b"words", "README").media_type == "text/plain"
    assert read_bytes(PDF, "scan").media_type == "application/pdf"


@pytest.mark.parametrize("content", [b"a\0b", bytes(range(256)) * 4, b"\x01\x02\x03\x04" * 100])
def test_bytes_that_are_no_text_are_refused(content):
    assert "are not text" in refusal_of(content, "a.txt").reason


def test_a_file_beyond_the_cap_is_refused(tmp_path):
    assert "larger than" in refusal_of(b"x" * 2_001, "a.txt", SMALL).reason
    (tmp_path / "a.txt").write_bytes(b"x" * 2_001)
    with pytest.raises(Unreadable, match="larger than"):
        read(tmp_path / "a.txt", SMALL)


def test_a_text_beyond_the_cap_is_refused():
    assert "more than 50 characters" in refusal_of(b"x" * 51, "a.txt", SMALL).reason
    assert read_bytes(b"x" * 50, "a.txt", SMALL).text == "x" * 50


def test_a_pdf_with_too_many_pages_is_refused():
    content = typst.compile(b"1 #pagebreak() 2 #pagebreak() 3", format="pdf", ignore_system_fonts=True)
    assert "more than 2 pages" in refusal_of(content, "a.pdf", Limits(pages=2)).reason


def test_a_part_that_explodes_is_refused(zip_bytes):
    bomb = zip_bytes({"word/document.xml": b" " * 20_000_000})
    assert len(bomb) < 30_000
    assert "unpack to far more" in refusal_of(bomb, "a.docx").reason


def test_many_parts_that_explode_together_are_refused(zip_bytes):
    bomb = zip_bytes({f"p{number}": os.urandom(1_000) * 100 for number in range(40)})
    assert "unpack to far more" in refusal_of(bomb, "a.docx", Limits(unpacked_bytes=3_000_000)).reason


def test_a_container_of_endless_parts_is_refused(zip_bytes):
    assert (
        "unpack to far more"
        in refusal_of(zip_bytes({str(n): b"" for n in range(30)}), "a.docx", Limits(parts=20)).reason
    )


def test_a_part_that_lies_about_its_size_is_refused(zip_bytes):
    content = bytearray(zip_bytes({"word/document.xml": b"x" * 5_000}))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 10)
    links = "<Relationships><Relationship Type='x/officeDocument' Target='word/document.xml'/></Relationships>"
    with zipfile.ZipFile(BytesIO(bytes(content)), "a") as _:
        pass
    assert refusal_of(bytes(content), "a.docx").reason
    assert "damaged" in refusal_of(zip_bytes({"word/document.xml": "<x", "_rels/.rels": links}), "a.docx").reason


def test_two_parts_of_one_name_are_refused(zip_bytes):
    content = zip_bytes({"word/document.xml": b"one", "word/document.xmm": b"two"})
    assert "two parts of the same name" in refusal_of(content.replace(b"xmm", b"xml"), "a.docx").reason


def test_an_encrypted_part_is_refused(zip_bytes):
    content = bytearray(zip_bytes({"word/document.xml": b"one"}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert "protected with a password" in refusal_of(bytes(content), "a.docx").reason


def test_a_part_packed_in_an_unheard_way_is_refused(zip_bytes):
    content = zip_bytes({"word/document.xml": b"one"}, zipfile.ZIP_LZMA)
    assert "packed in a way" in refusal_of(content, "a.docx").reason


BOMB = "<!DOCTYPE x [<!ENTITY a '" + "a" * 100 + "'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>"
THEFT = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"


@pytest.mark.parametrize("xml", [BOMB, THEFT, THEFT.replace("x [", "x PUBLIC 'p' 'http://example.org/x' [")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_entities_is_refused(odt_bytes, word, docx_bytes, with_part, xml, encoding):
    part = (f"<?xml version='1.0' encoding='{encoding}'?>" + xml).encode(encoding)
    word.add_paragraph("x")
    assert (
        "declares a document type"
        in refusal_of(with_part(docx_bytes(word), "word/document.xml", part), "a.docx").reason
    )
    assert (
        "declares a document type" in refusal_of(with_part(odt_bytes("<text:p/>"), "content.xml", part), "a.odt").reason
    )


def test_xml_of_endless_depth_is_refused(odt_bytes):
    deep = "<text:span>" * 50_000 + "</text:span>" * 50_000
    assert "damaged" in refusal_of(odt_bytes(f"<text:p>{deep}</text:p>"), "a.odt").reason


def test_a_scan_is_refused_with_a_word_on_text_recognition():
    picture = typst.compile(b"#rect(width: 3cm)", format="pdf")
    assert "pictures of pages and no text" in refusal_of(picture, "a.pdf").reason


def test_a_pdf_that_asks_for_a_password_is_refused():
    locked = PDF.replace(b"/Root", b"/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<%s>/U<%s>>>/Root" % ((b"00" * 32,) * 2))
    assert "password" in refusal_of(locked, "a.pdf").reason


def test_a_pdf_that_explodes_is_refused():
    draws = zlib.compress(b"BT /F 9 Tf " + b"9 9 Td (AAAA AAAA) Tj " * 2_000_000 + b"ET", 9)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(draws), draws)
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources%s>>" % font
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream]
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(objects, start=1))
    bomb = b"%PDF-1.7\n" + b"".join(numbered) + b"trailer\n<</Root 1 0 R>>\n"
    assert len(bomb) < 120_000
    assert "needed more memory" in refusal_of(bomb, "a.pdf", Limits(memory_bytes=300 * 1024 * 1024)).reason


@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.odt", "a.txt", "a.srt", "a.vtt", "a.md", "a"]))
def test_any_bytes_are_read_or_refused(content, name):
    assert outcome(content, name) in {"read", f"{name} refused"}


@settings(deadline=None, max_examples=30)  # each example starts a process
@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_pdf_with_any_byte_changed_is_read_or_refused(position, change):
    broken = bytearray(PDF)
    broken[position % len(PDF)] ^= change
    assert outcome(bytes(broken), "a.pdf") in {"read", "a.pdf refused"}


def test_what_is_no_file_is_refused(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "real.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
    reasons = {"folder": "folder", "pipe": "pipe", "link": "link", "s": "opened", "missing": "no such file"}
    for stem, reason in reasons.items():
        with pytest.raises(Unreadable, match=reason):
            read(tmp_path / f"{stem}.txt")


def test_a_device_is_refused_at_once():
    from pathlib import Path

    with pytest.raises(Unreadable, match="it is a device"):
        read(Path("/dev/zero"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path):
    (tmp_path / "a.txt").touch(mode=0)
    with pytest.raises(Unreadable, match="Permission denied"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "name", ["with space.txt", "Інтэрв'ю №7.txt", "a\nb.txt", "\x1b[2J.txt", "\u202etxt.exe.txt", "-rf.txt"]
)
def test_a_file_with_an_odd_name_is_read(tmp_path, name):
    (tmp_path / name).write_text("words")
    document = read(tmp_path / name)
    assert (document.name, document.text) == (name, "words")


def test_a_refusal_never_sends_terminal_codes():
    with pytest.raises(Unreadable) as refused:
        read_bytes(b"", "\x1b[2J\u202e\n.txt")
    assert str(refused.value).isprintable()


def test_a_refusal_survives_the_way_between_processes():
    import pickle

    with pytest.raises(Unreadable) as refused:
        read_bytes(b"", "a.txt")
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)
