"""docx and odt: every part of the container, seen or unseen."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.disclosure.channels.channel import Channel
from valoshka.disclosure.channels.embedded import Embedded
from valoshka.disclosure.channels.markup import MarkedText, asides_of, attributes_of
from valoshka.disclosure.channels.ordering import turned_round
from valoshka.disclosure.channels.raw_strings import strings_in
from valoshka.documents.containers import Container, encrypted
from valoshka.documents.safe_xml import local, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = {"p", "h", "tc", "table-cell", "tr", "table-row", "tbl", "table"}
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "\u2011",
           "softHyphen": "\u00ad", "ptab": "\t"}  # fmt: skip
_UNSEEN = {"del": "deleted", "moveFrom": "moved away", "instrText": "field code", "delText": "deleted",
           "tracked-changes": "deleted", "annotation": "comment"}  # fmt: skip
# The parts that `documents.read` reads as running text; charts, diagrams, glossaries stand beside it.
_RUNNING = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml|content\.xml|styles\.xml")
_PART_KINDS = (("comment", "comment"), ("docprops", "metadata"), ("meta.xml", "metadata"), ("custom", "metadata"))


def channels_of_office(name: str, untrusted_bytes: bytes) -> Iterator[Channel | Embedded]:
    """Body, notes, margins, comments, revisions, properties, alternative texts, part names, files inside, leftovers."""
    container = Container(name, untrusted_bytes)
    yield from _leftovers(untrusted_bytes)
    for part in container:
        yield Channel("name", "name of a part", part)
        content = container.read(part)
        if part.endswith((".xml", ".rels")) and content:
            yield from _xml_part(name, part, content)
        elif part == "mimetype":
            yield Channel("metadata", part, content.decode("utf-8", "replace"))
        elif content:
            yield Embedded(part, part.rpartition("/")[2], content)


def _xml_part(name: str, part: str, content: bytes) -> Iterator[Channel]:
    root = parse(name, content)
    if any(local(element) == "encryption-data" for element in root.iter(etree.Element)):
        raise encrypted(name)
    beside = "text" if _RUNNING.fullmatch(part) else "alt"
    kind = next((kind for sign, kind in _PART_KINDS if sign in part.lower()), beside)
    if any(local(element) in {"p", "h"} for element in root.iter(etree.Element)):
        yield from _prose(root, kind, part)
    else:
        yield from _fields(root, kind, part)
    yield from attributes_of(root, part)
    yield from asides_of(root, part)


def _prose(root: etree._Element, kind: str, part: str) -> Iterator[Channel]:
    text = MarkedText()
    _Prose(text).write(root)
    for channel in text.channel(kind, part):
        yield channel
        yield from turned_round(root, channel)
    for element in root.iter(etree.Element):
        if local(element) in _UNSEEN and (said := "".join(map(str, element.itertext())).strip()):
            yield Channel("hidden", f"{part}, {_UNSEEN[local(element)]}", said)


def _fields(root: etree._Element, kind: str, part: str) -> Iterator[Channel]:
    for element in root.iter(etree.Element):
        said = [element.text, *(child.tail for child in element)]
        if any((text or "").strip() for text in said):
            yield Channel(kind, f"{part} {local(element)}", "\n".join(filter(None, said)))


class _Prose:
    """Writes paragraphs as a reader sees them, counted so that people can find them."""

    def __init__(self, text: MarkedText) -> None:
        self._text = text
        self._paragraphs = 0

    def write(self, element: etree._Element) -> None:
        kind = local(element)
        if kind in _BLOCKS:
            self._paragraphs += kind in {"p", "h"}
            self._text.begin(f"paragraph {max(self._paragraphs, 1)}")
        self._text.add(_BREAKS.get(kind, "") + (element.text or ""))
        for child in element:
            if isinstance(child.tag, str) and local(child) not in _UNSEEN:
                self.write(child)
            self._text.add(child.tail or "")
        if kind in _BLOCKS:
            self._text.begin(f"paragraph {max(self._paragraphs, 1)}")


def _leftovers(untrusted_bytes: bytes) -> Iterator[Channel]:
    """The zip's own notes, and bytes that belong to no part: before, between and after them."""
    with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as opened:
        comments = [opened.comment, *(info.comment for info in opened.infolist())]
        notes = [info.extra for info in opened.infolist()]
        spans = sorted(_span(untrusted_bytes, info) for info in opened.infolist())
        directory = opened.start_dir
    if written := "\n".join(filter(None, map(strings_in, comments))):
        yield Channel("comment", "comments of the container", written)
    at = 0
    for start, end in [*spans, (directory, len(untrusted_bytes))]:
        notes.append(untrusted_bytes[at:start])
        at = max(at, end)
    said = "\n".join(filter(None, map(strings_in, notes)))
    if said:
        yield Channel("hidden", "notes and leftovers of the container", said)


def _span(untrusted_bytes: bytes, info: zipfile.ZipInfo) -> tuple[int, int]:
    header = untrusted_bytes[info.header_offset : info.header_offset + 30]
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return info.header_offset, info.header_offset + 30 + lengths + info.compress_size
