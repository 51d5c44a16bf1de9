"""Files that are locked, broken off, mislabelled, bloated or deeply nested: a sentence, and never a clean bill."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from valoshka.disclosure.channels import CouldNotCheck, channels

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word() -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph("They came.")
    document.save(stream)
    return stream.getvalue()


def package(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name.replace("__", "/") + ".xml", content)
    return stream.getvalue()


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(900)


CASES = {
    "docx with a password": ("a.docx", locked(), "password"),
    "xlsx with a password": ("a.xlsx", locked(), "password"),
    "docx that breaks off": ("a.docx", word()[:900], "damaged"),
    "docx called pdf": ("a.pdf", word(), "content says otherwise"),
    "docx called txt": ("a.txt", word(), "content says otherwise"),
    "pdf called docx": ("a.docx", b"%PDF-1.7\n", "content says otherwise"),
    "words called docx": ("a.docx", b"just words", "is no docx file"),
    "jpeg called png": ("a.png", b"\xff\xd8\xff\xe0", "content says otherwise"),
    "nothing": ("a.pdf", b"", "empty"),
    "pdf that breaks off": ("a.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<<", "damaged"),
    "bomb": ("a.docx", package(word__document=f"<a>{' ' * (20 << 20)}</a>"), "unpack to far more"),
    "thousands of parts": (
        "a.docx",
        package(**{f"p{number}": "<a/>" for number in range(6_000)}),
        "unpack to far more",
    ),
    "deep document": (
        "a.docx",
        package(word__document=f"<w:p xmlns:w='{NAMESPACE}'>" + "<w:p>" * 9_000 + "</w:p>" * 9_001),
        "damaged",
    ),
    "deep page": ("a.html", b"<div>" * 100_000 + b"x", "web page"),
    "deep drawing": ("a.svg", b"<svg>" + b"<g>" * 9_000 + b"</g>" * 9_000 + b"</svg>", "damaged"),
    "deep JSON": ("a.json", b"[" * 100_000 + b"]" * 100_000, "JSON"),
    "a tag of a million attributes": (
        "a.html",
        b"<p " + b" ".join(b"a%d='x > y'" % number for number in range(100_000)) + b">x",
        "more than 500 attributes",
    ),
    "a drawing of many attributes": (
        "a.svg",
        b"<svg " + b" ".join(b"a%d='x'" % number for number in range(2_000)) + b"/>",
        "more than 500 attributes",
    ),
}


@pytest.mark.parametrize(("name", "content", "reason"), CASES.values(), ids=CASES.keys())
def test_a_file_made_to_harm_is_refused_with_its_reason(name, content, reason):
    with pytest.raises(CouldNotCheck, match=reason) as refused:
        channels(name, content)
    assert refused.value.exit_code == 2
    assert refused.value.advice


def test_an_ordinary_page_with_many_attributes_is_read():
    assert channels("a.html", b"<p " + b" ".join(b"a%d='x'" % number for number in range(300)) + b">They came.</p>")
