"""HTML: what the page says, and everything that stands in its source beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.markup import MarkedText, asides_of, attributes_of, line_of
from valoshka.documents.formats.plain import decoded_text, unix_lines
from valoshka.documents.safe_xml import local

if TYPE_CHECKING:
    from collections.abc import Iterator

# Elements whose words run on into what stands around them; all others are blocks. Source: HTML Living Standard,
# phrasing content that is not replaced.
_RUNNING = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd"),
        *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr"),
    }
)
_SOURCE = {"script": "script", "style": "script"}
_DECLARATION = re.compile(r"<!(?!--)[^>]*>")


def channels_of_page(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """Visible and hidden text, scripts, styles, attributes, comments, declarations. Raises `CouldNotCheck`."""
    source = unix_lines(decoded_text(name, untrusted_bytes).text)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CouldNotCheck(name, "it cannot be read as a web page", "Make it again.") from error
    if root is None:
        raise CouldNotCheck(name, "it cannot be read as a web page", "Make it again.")
    yield from written_in(root, "web page")
    yield from attributes_of(root, "web page")
    yield from asides_of(root, "web page")
    for declaration in dict.fromkeys(_DECLARATION.findall(source)):
        yield Channel("hidden", "declaration of the web page", declaration)


def written_in(root: etree._Element, where: str) -> Iterator[Channel]:
    """The text, block by block in one channel, then each script and each style sheet."""
    text = MarkedText()
    _write(root, text)
    yield from text.channel("text", where)
    for element in root.iter(etree.Element):
        if local(element) in _SOURCE and (element.text or "").strip():
            yield Channel("script", f"{where}, <{local(element)}> at {line_of(element)}", element.text or "")


def _write(element: etree._Element, text: MarkedText) -> None:
    is_block = local(element) not in _RUNNING
    if is_block:
        text.begin(f"<{local(element)}>, {line_of(element)}")
    if local(element) not in _SOURCE:
        text.add(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                _write(child, text)
            text.add(child.tail or "")
    if is_block:
        text.begin(f"after <{local(element)}>, {line_of(element)}")
