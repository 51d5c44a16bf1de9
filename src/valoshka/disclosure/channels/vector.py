"""SVG: labels, titles, descriptions, metadata, attributes, scripts, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.disclosure.channels.markup import asides_of, attributes_of, require_few_attributes
from valoshka.disclosure.channels.webpage import written_in
from valoshka.documents.safe_xml import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.channels.channel import Channel


def channels_of_drawing(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """Everything in the drawing that is not geometry. Raises `Unreadable` for damaged or hostile XML."""
    root = parse(name, untrusted_bytes)
    require_few_attributes(name, root)
    yield from written_in(root, "drawing")
    yield from attributes_of(root, "drawing")
    yield from asides_of(root, "drawing")
