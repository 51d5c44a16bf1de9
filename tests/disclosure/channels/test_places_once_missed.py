"""Places in which a name went unseen until canaries were planted there. The names are invented."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from PIL import Image

from valoshka.disclosure.channels import CouldNotCheck, channels
from valoshka.disclosure.channels.beside import beside_the_text
from valoshka.disclosure.pictured import shows_pictures

CANARY = "Васілёк"


def found_in(name: str, content: bytes) -> str:
    return "\n".join(channel.text for channel in channels(name, content))


def picture(kind: str, **kept: object) -> bytes:
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((16, 16)).convert("RGB").save(stream, kind, **kept)
    return stream.getvalue()


def test_what_stands_after_a_pages_end_is_read():
    assert CANARY in found_in("a.html", f"<html><body><p>x</p></body></html>\n{CANARY}".encode())
    assert CANARY in found_in("a.html", f"<html><body><p>x</p></body></html><b>y</b> {CANARY}".encode())


def test_notes_of_a_webp_are_read():
    assert CANARY in found_in("a.webp", picture("WEBP", xmp=f"<x>{CANARY}</x>".encode()))


def test_what_follows_a_webp_is_read_or_refused():
    assert CANARY in found_in("a.webp", picture("WEBP") + CANARY.encode())
    with pytest.raises(CouldNotCheck):
        channels("a.webp", picture("WEBP") + zlib.compress(CANARY.encode() * 9))


def test_a_webp_that_breaks_off_cannot_be_checked():
    with pytest.raises(CouldNotCheck):
        channels("a.webp", picture("WEBP")[:40])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_packed_bytes_after_a_picture_cannot_be_checked(kind):
    name = "a.png" if kind == "PNG" else "a.jpg"
    with pytest.raises(CouldNotCheck, match="follows the picture's end"):
        channels(name, picture(kind) + zlib.compress(CANARY.encode() * 9))


def test_a_packed_note_in_an_attribute_is_read():
    import base64
    import gzip

    packed = base64.b64encode(gzip.compress(f"author={CANARY}".encode())).decode()
    assert CANARY in found_in("a.html", f"<p data-state='{packed}'>x</p>".encode())


def test_bytes_behind_a_zip_are_read():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        container.writestr("word/document.xml", "<x><p>y</p></x>")
    assert CANARY in found_in("a.docx", stream.getvalue() + CANARY.encode())


def test_what_a_documents_reader_leaves_out_is_still_looked_at():
    note = f"<x><p>y</p><footnote><p>{CANARY}</p></footnote></x>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        container.writestr("word/footnotes.xml", note)
    left = "\n".join(channel.text for channel in beside_the_text(channels("a.docx", stream.getvalue()), "y"))
    assert CANARY in left


def test_a_small_picture_among_a_pages_operators_is_a_picture():
    content = b"q BI /W 8 /H 8 /BPC 8 /CS /G ID " + bytes(64) + b" EI Q"
    whole = (
        b"%PDF-1.7\n4 0 obj\n<</Filter/FlateDecode>>stream\n" + zlib.compress(content) + b"\nendstream\nendobj\n%%EOF"
    )
    assert shows_pictures("a.pdf", whole)
    assert not shows_pictures("a.pdf", whole.replace(zlib.compress(content), zlib.compress(b"BT ET")))
