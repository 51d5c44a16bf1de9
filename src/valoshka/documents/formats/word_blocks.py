"""docx: from WordprocessingML blocks (paragraphs, tables, text boxes) to text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.documents.safe_xml import attribute, local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_DELETED = {"del", "moveFrom", "delText", "delInstrText"}
# instrText is a field's code, its result stands beside it; properties hold tab stops and the like, which are not text.
_NOT_TEXT = {"instrText", "pPr", "rPr", "tblPr", "tcPr", "sectPr", "sdtPr", "rt", "tblGrid"}
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


class WordText:
    """Walks blocks in document order and remembers whether it passed tracked deletions.

    >>> from lxml import etree
    >>> body = "<body><p><r><t>One</t></r><del><r><delText>two</delText></r></del></p></body>"
    >>> WordText().blocks(etree.fromstring(body))
    'One\\n'
    """

    def __init__(self) -> None:
        self.deletions = False

    def blocks(self, parent: etree._Element) -> str:
        """The text of every paragraph and table below `parent`, each paragraph and row ending with a line feed."""
        return "".join(self._block(child) for child in parent)

    def _block(self, element: etree._Element) -> str:
        kind = local(element)
        if kind == "p":
            return self._paragraph(element)
        if kind == "tbl":
            return "".join(self._row(row) for row in element.iter() if local(row) == "tr" and _table_of(row) is element)
        if self._left_out(kind):
            return ""
        if kind in {"footnote", "endnote"} and attribute(element, "type") in _SEPARATORS:
            return ""
        return "".join(self._block(child) for child in _chosen(element))

    def _row(self, row: etree._Element) -> str:
        if any(local(mark) == "del" for properties in row if local(properties) == "trPr" for mark in properties):
            self.deletions = True
            return ""
        cells = (cell for cell in row.iter() if local(cell) == "tc" and _row_of(cell) is row)
        return "\t".join(self.blocks(cell).rstrip("\n") for cell in cells) + "\n"

    def _paragraph(self, paragraph: etree._Element) -> str:
        boxes: list[etree._Element] = []
        line = "".join(self._run(child, boxes) for child in paragraph)
        # A text box hangs on a paragraph; its own paragraphs follow that one.
        return line + "\n" + "".join(self.blocks(box) for box in boxes)

    def _run(self, element: etree._Element, boxes: list[etree._Element]) -> str:
        kind = local(element)
        if kind == "t":
            return element.text or ""
        if kind == "txbxContent":
            boxes.append(element)
            return ""
        if kind in _CHARACTERS:
            return _CHARACTERS[kind]
        if self._left_out(kind):
            return ""
        return "".join(self._run(child, boxes) for child in _chosen(element))

    def _left_out(self, kind: str) -> bool:
        self.deletions = self.deletions or kind in _DELETED
        return kind in _DELETED or kind in _NOT_TEXT


def _chosen(element: etree._Element) -> Iterable[etree._Element]:
    """The children, but of alternatives for old and new programs only the first: both say the same."""
    return list(element)[:1] if local(element) == "AlternateContent" else element


def _table_of(row: etree._Element) -> etree._Element | None:
    return next((parent for parent in row.iterancestors() if local(parent) == "tbl"), None)


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next((parent for parent in cell.iterancestors() if local(parent) == "tr"), None)
