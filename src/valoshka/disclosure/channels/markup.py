"""What XML and HTML trees have in common: blocks of text, attributes, comments."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.documents.safe_xml import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ALTERNATIVE = {"alt", "title", "desc", "descr", "label", "summary", "placeholder", "abbr"}
_PIECE = 3  # letters
MOST_ATTRIBUTES = 500  # of one element; editors write some dozens

# These name other elements by their ids, which nobody reads out. Source: WAI-ARIA 1.2, § 6.6, ID references.
_REFERENCES = frozenset(
    f"aria-{name}"
    for name in (
        "activedescendant", "controls", "describedby", "details", "errormessage", "flowto", "labelledby", "owns",
    )
)  # fmt: skip


def require_few_attributes(name: str, root: etree._Element) -> None:
    """Raise `CouldNotCheck` if an element has more attributes than anybody writes: reading them takes their square."""
    if any(len(element.attrib) > MOST_ATTRIBUTES for element in root.iter(etree.Element)):
        raise too_many_attributes(name)


def too_many_attributes(name: str) -> CouldNotCheck:
    """The refusal of a file one of whose elements has thousands of attributes."""
    return CouldNotCheck(
        name,
        f"one of its elements has more than {MOST_ATTRIBUTES} attributes",
        "Make it again; if it came from a stranger, treat it as hostile.",
    )


class MarkedText:
    """A text that grows piece by piece and remembers where its blocks began."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[tuple[int, str]] = []

    def add(self, text: str) -> None:
        """Append `text` as it is."""
        self._pieces.append(text)
        self._length += len(text)

    def begin(self, place: str) -> None:
        """Start a block on a new line."""
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self.add("\n")
        if self._marks and self._marks[-1][0] == self._length:
            self._marks.pop()
        self._marks.append((self._length, place))

    def channel(self, kind: str, where: str) -> Iterator[Channel]:
        """The text as one channel, if anything was said."""
        text = "".join(self._pieces)
        if text.strip():
            yield Channel(kind, where, text, tuple(self._marks))


def line_of(element: etree._Element) -> str:
    """Where the element stands in its source."""
    return f"line {element.sourceline}"


def attributes_of(
    root: etree._Element, where: str, place: Callable[[etree._Element], str] = line_of
) -> Iterator[Channel]:
    """Attributes: alternative texts one by one, all others gathered by name, each value once, where it first stands."""
    gathered: defaultdict[str, MarkedText] = defaultdict(MarkedText)
    seen: set[tuple[str, str]] = set()
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            name = str(key).rpartition("}")[2]
            if name in ALTERNATIVE or (name.startswith("aria-") and name not in _REFERENCES):
                yield from _alternative(element, name, str(value), where, place)
            elif (name, str(value)) not in seen or _is_a_piece(str(value)):
                seen.add((name, str(value)))
                gathered[name].begin(f"<{local(element)}>, {place(element)}")
                gathered[name].add(str(value))
    for name, text in gathered.items():
        yield from text.channel("attribute", f"{where}, attribute {name}")
    names = {str(name) for element in root.iter(etree.Element) for name in (element.tag, *element.attrib)}
    yield Channel("attribute", f"{where}, names of elements and attributes", "\n".join(sorted(names)))


def _is_a_piece(value: str) -> bool:
    """Whether it may be one of several letters that are spelt out, where each of two counts."""
    return len(value) <= _PIECE and value.isalpha()


def asides_of(root: etree._Element, where: str) -> Iterator[Channel]:
    """Comments and processing instructions, inside the root and around it."""
    around = [*root.itersiblings(preceding=True), *root.itersiblings()]
    for node in [*around, *root.iter(etree.Comment, etree.ProcessingInstruction)]:
        if not isinstance(node.tag, str) and (node.text or "").strip():
            yield Channel("comment", f"{where}, comment at {line_of(node)}", node.text or "")


def _alternative(
    element: etree._Element, name: str, value: str, where: str, place: Callable[[etree._Element], str]
) -> Iterator[Channel]:
    if value.strip():
        yield Channel("alt", f"{where}, {name} of <{local(element)}>, {place(element)}", value)
