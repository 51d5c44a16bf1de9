"""docx: the text that a reader of the document sees, in the document's order.

We walk the XML ourselves: python-docx gives neither text boxes nor footnotes, and does not know a tracked deletion
from text. Element names follow ECMA-376 part 1, chapter 17; only local names are compared, because the strict and the
transitional variants differ in nothing but namespaces.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from valoshka.documents.containers import Container, damaged
from valoshka.documents.document import Break, Extract
from valoshka.documents.formats.word_blocks import WordText
from valoshka.documents.safe_xml import attribute, local, parse

if TYPE_CHECKING:
    from lxml import etree

# In the order in which they are appended after the body.
_APPENDED = (
    ("footnotes", "footnotes"),
    ("endnotes", "endnotes"),
    ("header", "page headers"),
    ("footer", "page footers"),
)


def extract_word(name: str, container: Container) -> Extract:
    """The body, then footnotes, endnotes, headers and footers, each part beginning with a `Break` of kind `part`.

    Paragraphs end with a line feed; the cells of a table's row are parted by tabs. Deleted and moved-away text is left
    out, inserted text is in. Raises `Unreadable` if the document has no body.
    """
    main = _main_part(name, container)
    related = _related(name, container, main)
    walker = WordText()
    text = walker.blocks(_body(name, parse(name, container.read(main))))
    breaks: list[Break] = []
    for kind, label in _APPENDED:
        appended = _appended(name, container, walker, [target for type_, target in related if type_ == kind])
        if appended:
            breaks.append(Break("part", len(text), label))
            text += appended
    return Extract(text, tuple(breaks), _notes(walker, related))


def _main_part(name: str, container: Container) -> str:
    for type_, target in _related(name, container, ""):
        if type_ == "officeDocument" and target in container:
            return target
    raise damaged(name)


def _related(name: str, container: Container, part: str) -> list[tuple[str, str]]:
    """What `part` points to inside the container: (kind, part name), sorted so that the text never depends on luck."""
    path = join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")
    if path not in container:
        return []
    inside = [link for link in parse(name, container.read(path)) if attribute(link, "TargetMode") != "External"]
    return sorted(
        (
            (attribute(link, "Type") or "").rpartition("/")[2],
            normpath(join("/", dirname(part), attribute(link, "Target") or "")).lstrip("/"),
        )
        for link in inside
    )


def _body(name: str, root: etree._Element) -> etree._Element:
    for child in root:
        if local(child) == "body":
            return child
    raise damaged(name)


def _appended(name: str, container: Container, walker: WordText, parts: list[str]) -> str:
    texts = [walker.blocks(parse(name, container.read(part))) for part in parts if part in container]
    # Sections repeat their headers: a repeated one says nothing new.
    return "".join(dict.fromkeys(text for text in texts if text.strip()))


def _notes(walker: WordText, related: list[tuple[str, str]]) -> tuple[str, ...]:
    notes = []
    if walker.deletions:
        notes.append("Text that was deleted with change tracking on was left out.")
    if any(kind == "comments" for kind, _ in related):
        notes.append("Comments in the margin were left out.")
    return tuple(notes)
