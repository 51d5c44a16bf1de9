"""odt: the text that a reader of the document sees, in the document's order (OASIS ODF 1.3 part 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.documents.containers import Container, damaged, encrypted
from valoshka.documents.document import Break, Extract
from valoshka.documents.formats.opendocument_blocks import OpenText
from valoshka.documents.safe_xml import local, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    bodies = _named(parse(name, container.read("content.xml")), "text", parent="body")
    if not bodies:
        raise damaged(name)
    text = walker.blocks(bodies[0])
    breaks = []
    for label, appended in (("notes", walker.take_notes()), ("page headers and footers", _margins(name, container))):
        if appended.strip():
            breaks.append(Break("part", len(text), label))
            text += appended
    return Extract(text, tuple(breaks), _notes(walker))


def _margins(name: str, container: Container) -> str:
    if "styles.xml" not in container:
        return ""
    root = parse(name, container.read("styles.xml"))
    texts = [OpenText().blocks(margin) for margin in root.iter() if local(margin).startswith(("header", "footer"))
             and "style:" in f"{margin.prefix}:" and margin.getparent() is not None
             and local(margin.getparent()) == "master-page"]  # fmt: skip
    return "".join(dict.fromkeys(text for text in texts if text.strip()))


def _named(root: etree._Element, wanted: str, parent: str | None = None) -> list[etree._Element]:
    return list(_matching(root, wanted, parent))


def _matching(root: etree._Element, wanted: str, parent: str | None) -> Iterator[etree._Element]:
    for element in root.iter():
        above = element.getparent()
        if local(element) == wanted and (parent is None or (above is not None and local(above) == parent)):
            yield element


def _notes(walker: OpenText) -> tuple[str, ...]:
    notes = []
    if walker.deletions:
        notes.append("Text that was deleted with change tracking on was left out.")
    if walker.comments:
        notes.append("Comments in the margin were left out.")
    return tuple(notes)
