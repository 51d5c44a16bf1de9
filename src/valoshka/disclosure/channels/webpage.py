"""HTML: what the page says, and everything that stands in its source beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.concealed import concealed_in_page, flowing_in_page
from valoshka.disclosure.channels.markup import (
    MOST_ATTRIBUTES,
    MarkedText,
    asides_of,
    attributes_of,
    line_of,
    require_few_attributes,
    too_many_attributes,
)
from valoshka.disclosure.channels.ordering import turned_round
from valoshka.disclosure.channels.rows import rows_of_tables
from valoshka.disclosure.coverage import letters
from valoshka.documents.formats.plain import decoded_text, unix_lines
from valoshka.documents.safe_xml import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Elements whose words run on into what stands around them; all others are blocks. Source: HTML Living Standard,
# phrasing content that is not replaced.
_RUNNING = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd"),
        *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr"),
    }
)
# libxml2 drops what follows the end of the page; a browser shows it.
_WRAPPER = re.compile(r"</(?:html|body)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"""<[A-Za-z](?>[^"'<>]|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(r"""=\s*(?:"[^"]*+"|'[^']*+')""")
_SINGLE = 5  # signs in a row
_SOURCE = {"script": "script", "style": "script"}


class _Second(HTMLParser):
    """Python's own reader, asked only for what libxml2 throws away: repeated attributes and declarations."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, None] = {}
        self.declarations: dict[str, None] = {}
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep what stands between tags."""
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep every attribute of the tag."""
        self.values.update((value, None) for _, value in attrs if value)

    def handle_decl(self, decl: str) -> None:
        """Keep `<!doctype ...>`."""
        self.declarations[decl] = None

    def unknown_decl(self, data: str) -> None:
        """Keep `<![ ... ]>`."""
        self.declarations[data] = None


def channels_of_page(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """Visible and hidden text, scripts, styles, attributes, comments, declarations. Raises `CouldNotCheck`."""
    source = unix_lines(decoded_text(name, untrusted_bytes).text)
    # libxml2 compares each attribute with all before it: such a tag must not reach it.
    if any(len(_QUOTED.sub(" ", tag[0]).split()) > MOST_ATTRIBUTES for tag in _TAG.finditer(source)):
        raise too_many_attributes(name)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(_WRAPPER.sub("", source).encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CouldNotCheck(name, "it cannot be read as a web page", "Make it again.") from error
    # libxml2 mends most faults, but gives up silently on some, and what follows would not be read.
    if root is None or any(fault.level == etree.ErrorLevels.FATAL for fault in parser.error_log):
        raise CouldNotCheck(name, "it cannot be read as a web page", "Make it again.")
    require_few_attributes(name, root)
    yield from written_in(root, "web page")
    yield from attributes_of(root, "web page")
    yield from asides_of(root, "web page")
    yield from _passed_over(source, root)


def _passed_over(source: str, root: etree._Element) -> Iterator[Channel]:
    second = _Second()
    second.feed(source)
    if second.rawdata.strip():
        yield Channel("hidden", "unfinished tag at the end of the web page", second.rawdata)
    for declaration in second.declarations:
        yield Channel("hidden", "declaration of the web page", declaration)
    read = letters("".join(map(str, root.itertext())))
    if lost := "\n".join(said for said in second.said if letters(said) not in read):
        yield Channel("hidden", "text of the web page that one of two readers passes over", lost)
    kept = {str(value) for element in root.iter(etree.Element) for value in element.attrib.values()}
    for value in second.values:
        if value not in kept:
            yield Channel("hidden", "attribute that a browser ignores", value)


def written_in(root: etree._Element, where: str) -> Iterator[Channel]:
    """The text, block by block; once more without what is not seen; rows of tables; each script and style sheet."""
    text = MarkedText()
    _write(root, text)
    for said in text.channel("text", where):
        yield said
        yield from turned_round(root, said)
        yield from _set_singly(said)
    unseen, flowing = concealed_in_page(root), flowing_in_page(root)
    if unseen or flowing:
        shown = MarkedText()
        _write(root, shown, unseen, flowing)
        for said in shown.channel("text", f"{where}, without what is hidden"):
            yield replace(said, reading="as it is seen")
    yield from rows_of_tables(root, "text", where)
    for element in root.iter(etree.Element):
        if local(element) in _SOURCE and (element.text or "").strip():
            yield Channel("script", f"{where}, <{local(element)}> at {line_of(element)}", element.text or "")


def _set_singly(said: Channel) -> Iterator[Channel]:
    """Letters and figures that stand in elements of their own, one by one, put together as they follow each other."""
    runs = ("".join(run) for single, run in groupby(said.text.split("\n"), key=lambda line: len(line) <= 1) if single)
    if text := "\n".join(run for run in runs if len(run) >= _SINGLE):
        yield Channel(said.kind, f"{said.where}, signs set one by one", text, (), "set one by one", guessed=True)


def _write(
    root: etree._Element,
    text: MarkedText,
    unseen: Sequence[etree._Element] = (),
    flowing: Sequence[etree._Element] = (),
) -> None:
    """Step by step and not by recursion: a page may be nested as deep as its maker likes."""
    left_out, running = set(unseen), set(flowing)
    depth = 0  # of elements around that are left out
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        is_block = local(node) not in _RUNNING and node not in running
        if event == "start":
            depth += node in left_out
            if is_block and not depth:
                text.begin(f"<{local(node)}>, {line_of(node)}")
            if local(node) not in _SOURCE and not depth:
                text.add(node.text or "")
            continue
        if event == "end":
            if is_block and not depth:
                text.begin(f"after <{local(node)}>, {line_of(node)}")
            depth -= node in left_out
        if node is not root and not depth:
            text.add(node.tail or "")
