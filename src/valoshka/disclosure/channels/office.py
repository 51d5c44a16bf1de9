"""docx, odt, xlsx and ods: every part of the container, seen or unseen."""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
import zlib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.disclosure.channels.channel import Channel
from valoshka.disclosure.channels.concealed import concealed_in_document
from valoshka.disclosure.channels.embedded import Embedded
from valoshka.disclosure.channels.margins import MARGINS, printed_margin
from valoshka.disclosure.channels.markup import MarkedText, asides_of, attributes_of, require_few_attributes
from valoshka.disclosure.channels.ordering import turned_round
from valoshka.disclosure.channels.raw_strings import strings_in, telling_strings
from valoshka.disclosure.channels.rows import rows_of_tables, rows_of_workbook
from valoshka.documents.containers import Container, encrypted
from valoshka.documents.safe_xml import attribute, local, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_XML = (".xml", ".rels", ".vml", ".rdf")
_PRINTER = re.compile(r"/printerSettings/?[^/]*\.bin$")
_LONG_CODE = re.compile(r"[A-Za-z0-9+/=\s]{64,}")
_SIGNATURES = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"RIFF", "webp"),
    (b"PK\x03\x04", "docx"),
    (b"%PDF-", "pdf"),
)
_MANY = 100  # fields of one kind in one part: then they are told in one
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
        if part.endswith(_XML) and content:
            yield from _xml_part(name, part, content)
        elif _PRINTER.search(part):
            yield Channel("metadata", part, strings_in(content))
        elif part == "mimetype":
            yield Channel("metadata", part, content.decode("utf-8", "replace"))
        elif content:
            yield Embedded(part, part.rpartition("/")[2], content)
    yield from rows_of_workbook(container)


def _xml_part(name: str, part: str, content: bytes) -> Iterator[Channel | Embedded]:
    root = parse(name, content)
    require_few_attributes(name, root)
    if any(local(element) == "encryption-data" for element in root.iter(etree.Element)):
        raise encrypted(name)
    beside = "text" if _RUNNING.fullmatch(part) else "alt"
    kind = next((kind for sign, kind in _PART_KINDS if sign in part.lower()), beside)
    if any(local(element) in {"p", "h"} for element in root.iter(etree.Element)):
        yield from _prose(root, kind, part)
    else:
        yield from _fields(root, kind, part)
    yield from rows_of_tables(root, kind, part)
    yield from attributes_of(root, part)
    yield from asides_of(root, part)
    yield from _coded(root, part)


def _coded(root: etree._Element, part: str) -> Iterator[Channel | Embedded]:
    """Pictures, certificates and the like that are written into the XML itself."""
    for element in root.iter(etree.Element):
        if not _LONG_CODE.fullmatch(element.text or ""):
            continue
        try:
            content = base64.b64decode("".join((element.text or "").split()), validate=True)
        except (binascii.Error, ValueError):
            continue  # it only looks like base64
        extension = next((each for sign, each in _SIGNATURES if content.startswith(sign)), None)
        if extension:
            yield Embedded(f"{part} {local(element)}", f"inside.{extension}", content)
        elif said := telling_strings(content):
            yield Channel("hidden", f"{part} {local(element)}, codes undone", said, guessed=True)


def _prose(root: etree._Element, kind: str, part: str) -> Iterator[Channel]:
    text = MarkedText()
    _Prose(text).write(root)
    for channel in text.channel(kind, part):
        yield channel
        yield from turned_round(root, channel)
    if unseen := concealed_in_document(root):
        shown = MarkedText()
        _Prose(shown, unseen).write(root)
        for channel in shown.channel(kind, f"{part}, without what is hidden"):
            yield replace(channel, reading="as it is seen")
    for element in root.iter(etree.Element):
        if local(element) in _UNSEEN and (said := "".join(map(str, element.itertext())).strip()):
            yield Channel("hidden", f"{part}, {_UNSEEN[local(element)]}", said)


def _fields(root: etree._Element, kind: str, part: str) -> Iterator[Channel]:
    gathered: defaultdict[str, list[str]] = defaultdict(list)
    for element in root.iter(etree.Element):
        said = [element.text, *(child.tail for child in element)]
        if any((text or "").strip() for text in said):
            told = "\n".join(filter(None, said))
            gathered[local(element)].append(printed_margin(told) if local(element) in MARGINS else told)
    for field, texts in gathered.items():
        # A workbook has a field for each cell.
        for text in texts if len(texts) <= _MANY else ["\n".join(texts)]:
            yield Channel(kind, f"{part} {field}", text)


class _Prose:
    """Writes paragraphs as a reader sees them, counted so that people can find them."""

    def __init__(self, text: MarkedText, left_out: Iterable[etree._Element] = ()) -> None:
        self._text = text
        self._left_out = set(left_out)
        self._paragraphs = 0

    def write(self, element: etree._Element) -> None:
        kind = local(element)
        if kind in _BLOCKS:
            self._paragraphs += kind in {"p", "h"}
            self._text.begin(f"paragraph {max(self._paragraphs, 1)}")
        self._text.add(_BREAKS.get(kind, "") + _symbol(element) + (element.text or ""))
        for child in element:
            if isinstance(child.tag, str) and local(child) not in _UNSEEN and child not in self._left_out:
                self.write(child)
            self._text.add(child.tail or "")
        if kind in _BLOCKS:
            self._text.begin(f"paragraph {max(self._paragraphs, 1)}")


def _symbol(element: etree._Element) -> str:
    """The letter of a `w:sym`, which is told by its number; F000 and up are fonts' own, by the same numbers."""
    code = attribute(element, "char") if local(element) == "sym" else None
    if not code or not re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
        return ""
    number = int(code, 16)
    letter = chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number)
    return letter if letter.isprintable() else ""


def _leftovers(untrusted_bytes: bytes) -> Iterator[Channel]:
    """The zip's own notes, and bytes that belong to no part: before, between and after them."""
    with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as opened:
        comments = [opened.comment, *(info.comment for info in opened.infolist())]
        notes = [info.extra for info in opened.infolist()]
        spans = sorted(_span(untrusted_bytes, info) for info in opened.infolist())
        directory = opened.start_dir
        behind = [_behind(untrusted_bytes, info) for info in opened.infolist()]
    if written := "\n".join(filter(None, map(strings_in, comments))):
        yield Channel("comment", "comments of the container", written)
    at = 0
    ending = untrusted_bytes.rfind(b"PK\x05\x06") + 22 + len(comments[0])
    for start, end in [*spans, (directory, ending)]:
        notes.append(untrusted_bytes[at:start])
        at = max(at, end)
    notes += [untrusted_bytes[at:], *behind]
    said = "\n".join(filter(None, map(strings_in, notes)))
    if said:
        yield Channel("hidden", "notes and leftovers of the container", said)


def _behind(untrusted_bytes: bytes, info: zipfile.ZipInfo) -> bytes:
    """What follows the end of a part's packed stream and still counts as packed."""
    _, end = _span(untrusted_bytes, info)
    if info.compress_type != zipfile.ZIP_DEFLATED:
        return b""
    unpacking = zlib.decompressobj(wbits=-15)
    unpacking.decompress(untrusted_bytes[end - info.compress_size : end])
    return unpacking.unused_data


def _span(untrusted_bytes: bytes, info: zipfile.ZipInfo) -> tuple[int, int]:
    header = untrusted_bytes[info.header_offset : info.header_offset + 30]
    lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return info.header_offset, info.header_offset + 30 + lengths + info.compress_size
