"""odt: from OpenDocument blocks (paragraphs, lists, tables, text boxes) to text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.documents.safe_xml import attribute, local

if TYPE_CHECKING:
    from lxml import etree

_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000  # one element may ask for any number of spaces; nobody types more than this
_NOT_TEXT = {
    *("forms", "sequence-decls", "variable-decls", "user-field-decls"),
    *("annotation", "annotation-end", "tracked-changes"),
    *("note-citation", "ruby-text", "desc", "title"),
}


class OpenText:
    """Walks blocks in document order; keeps notes for the end, remembers deletions and comments.

    >>> from lxml import etree
    >>> OpenText().blocks(etree.fromstring("<text><p>One <span> two</span><s c='2'/>three</p></text>"))
    'One two  three\\n'
    """

    def __init__(self) -> None:
        self.deletions = False
        self.comments = False
        self._notes: list[str] = []

    def take_notes(self) -> str:
        """The footnotes and endnotes met so far, in the order of their references; forgotten afterwards."""
        taken, self._notes = "".join(self._notes), []
        return taken

    def blocks(self, parent: etree._Element) -> str:
        """The text of every paragraph and table below `parent`, each paragraph and row ending with a line feed."""
        return "".join(self._block(child) for child in parent)

    def _block(self, element: etree._Element) -> str:
        kind = local(element)
        if kind in {"p", "h"}:
            return self._paragraph(element)
        if kind == "table-row":
            cells = (self.blocks(cell).rstrip("\n") for cell in element if local(cell) == "table-cell")
            return "\t".join(cells) + "\n"
        if self._left_out(kind):
            return ""
        return self.blocks(element)

    def _paragraph(self, paragraph: etree._Element) -> str:
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        self._inline(paragraph, pieces, boxes)
        return "".join(pieces).rstrip(" ") + "\n" + "".join(self.blocks(box) for box in boxes)

    def _inline(self, element: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        _add(element.text, pieces)
        for child in element:
            kind = local(child)
            if kind in {"s", "tab", "line-break", "soft-hyphen"}:
                pieces.append(_character(kind, child))
            elif kind == "text-box":
                boxes.append(child)
            elif kind == "note":
                self._notes.append("".join(self.blocks(body) for body in child if local(body) == "note-body"))
            elif not self._left_out(kind) and kind:
                self._inline(child, pieces, boxes)
            _add(child.tail, pieces)

    def _left_out(self, kind: str) -> bool:
        self.deletions = self.deletions or kind == "tracked-changes"
        self.comments = self.comments or kind == "annotation"
        return kind in _NOT_TEXT


def _add(text: str | None, pieces: list[str]) -> None:
    """White space collapses across elements, as ODF 1.3 part 3, 6.1.2 says."""
    collapsed = _WHITE.sub(" ", text or "")
    if not pieces or pieces[-1].endswith((" ", "\n", "\t")):
        collapsed = collapsed.removeprefix(" ")
    if collapsed:
        pieces.append(collapsed)


def _character(kind: str, element: etree._Element) -> str:
    if kind != "s":
        return {"tab": "\t", "line-break": "\n", "soft-hyphen": "\u00ad"}[kind]
    count = attribute(element, "c") or "1"
    return " " * min(int(count), _MOST_SPACES) if count.isdecimal() else " "
