"""Files made by code: honest ones by the libraries that people use, hostile ones by hand."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{OFFICE}{name}:1.0"'
    for prefix, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
    ]
)


@pytest.fixture
def docx_bytes() -> Callable[[WordDocument], bytes]:
    def save(document: WordDocument) -> bytes:
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return save


@pytest.fixture
def zip_bytes() -> Callable[..., bytes]:
    def pack(parts: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", compression) as container:
            for name, content in parts.items():
                container.writestr(name, content)
        return stream.getvalue()

    return pack


@pytest.fixture
def odt_bytes(zip_bytes: Callable[..., bytes]) -> Callable[..., bytes]:
    def make(body: str, **more: bytes | str) -> bytes:
        content = f"<office:document-content {NAMESPACES}><office:body><office:text>{body}</office:text></office:body>"
        parts: dict[str, bytes | str] = {"mimetype": "application/vnd.oasis.opendocument.text"}
        parts["content.xml"] = content + "</office:document-content>"
        named = {"manifest": "META-INF/manifest.xml", "styles": "styles.xml"}
        return zip_bytes(parts | {named[key]: value for key, value in more.items()})

    return make


@pytest.fixture
def with_part(zip_bytes: Callable[..., bytes]) -> Callable[[bytes, str, bytes | str], bytes]:
    def replace(content: bytes, name: str, part: bytes | str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            parts: dict[str, bytes | str] = {info.filename: old.read(info) for info in old.infolist()}
        return zip_bytes(parts | {name: part})

    return replace


@pytest.fixture
def word() -> WordDocument:
    return docx.Document()
