"""odt: the text that a reader of the document sees, in the document's order (OASIS ODF 1.3 part 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.documents.containers import Container, damaged, encrypted
from valoshka.documents.document import Break, Extract
from valoshka.documents.formats.opendocument_blocks import OpenText
from valoshka.documents.safe_xml import local, parse

if TYPE_CHECKING:
    from lxml import etree

_MANIFEST = "META-INF/manifest.xml"


def extract_opendocument(name: str, container: Container) -> Extract:
    """The body, then notes, then page headers and footers, each part beginning with a `Break` of kind `part`.

    Paragraphs end with a line feed; the cells of a table's row are parted by tabs; tracked deletions are left out.
    Raises `Unreadable` if the document is encrypted or has no body.
    """
    if _MANIFEST in container and _named(parse(name, container.read(_MANIFEST)), "encryption-data"):
        raise encrypted(name)
    if "content.xml" not in container:
        raise damaged(name)
    walker = OpenText()
    text = walker.blocks(_body(name, parse(name, container.read("content.xml"))))
    breaks = []
    for label, appended in (("notes", walker.take_notes()), ("page headers and footers", _margins(name, container))):
        if appended.strip():
            breaks.append(Break("part", len(text), label))
            text += appended
    return Extract(text, tuple(breaks), _notes(walker))


def _margins(name: str, container: Container) -> str:
    if "styles.xml" not in container:
        return ""
    margins = (
        margin
        for page in _named(parse(name, container.read("styles.xml")), "master-page")
        for margin in page
        if local(margin).startswith(("header", "footer"))
    )
    texts = (OpenText().blocks(margin) for margin in margins)
    return "".join(dict.fromkeys(text for text in texts if text.strip()))


def _named(root: etree._Element, wanted: str) -> list[etree._Element]:
    return [element for element in root.iter() if local(element) == wanted]


def _body(name: str, root: etree._Element) -> etree._Element:
    for body in _named(root, "body"):
        for child in body:
            if local(child) == "text":
                return child
    raise damaged(name)


def _notes(walker: OpenText) -> tuple[str, ...]:
    notes = []
    if walker.deletions:
        notes.append("Text that was deleted with change tracking on was left out.")
    if walker.comments:
        notes.append("Comments in the margin were left out.")
    return tuple(notes)
