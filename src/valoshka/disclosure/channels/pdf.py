"""PDF: what the pages say, and every string in the file's objects and streams beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.pdf_drawn import as_text, drawn_in
from valoshka.disclosure.channels.pdf_fonts import maps_by_font
from valoshka.disclosure.channels.pdf_streams import (
    Roles,
    is_content,
    is_picture,
    loosely_unpacked,
    objects_and_streams,
    plain_streams,
    stream_channels,
)
from valoshka.disclosure.channels.pdf_strings import readings, spoken_as
from valoshka.disclosure.channels.pdf_syntax import names_in, said_in, stray_words
from valoshka.disclosure.channels.raw_strings import is_readable, strings_in
from valoshka.disclosure.coverage import letters
from valoshka.documents.containers import encrypted
from valoshka.documents.formats.pdf import pages_of
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.channels.embedded import Embedded
    from valoshka.disclosure.channels.pdf_syntax import Stream

_MOST_VERSIONS = 20  # each is read in a process of its own
_ADVICE = "Print it to a new PDF."
_SEAM = 120  # characters on either side of a page's end: no name is longer


def channels_of_pdf(name: str, untrusted_bytes: bytes) -> Iterator[Channel | Embedded]:
    """Pages, seams between pages, earlier versions, and every string, name, comment and stream of the file.

    Raises `CouldNotCheck` or `Unreadable` if it is damaged, encrypted, or draws signs that cannot be read as text.
    """
    pages = _pages(name, untrusted_bytes)
    for number, text in enumerate(pages, start=1):
        yield Channel("text", f"page {number}", text)
    for number, (text, following) in enumerate(pairwise(pages), start=1):
        yield Channel("text", f"between pages {number} and {number + 1}", f"{text[-_SEAM:]}\n{following[:_SEAM]}")
    yield from _earlier_versions(name, untrusted_bytes, pages)
    yield from _around(name, untrusted_bytes)
    objects, streams = objects_and_streams(name, untrusted_bytes)
    for said in said_in(objects):
        kind, where = spoken_as(said)
        for text in readings(said.raw):
            yield Channel(kind, where, text)
    yield Channel("attribute", "names in the file", "\n".join(names_in(objects)))
    if stray := strings_in(stray_words(objects)):
        yield Channel("hidden", "words that are no part of the file", stray)
    roles = Roles.of(objects)
    for stream in streams:
        yield from stream_channels(name, stream, objects, roles)
    yield from _unshown(name, objects, streams, "\n".join(pages))


def _around(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """What stands before the beginning and after the end."""
    before, after = untrusted_bytes.partition(b"%PDF-")[0], untrusted_bytes.rpartition(b"%%EOF")[2]
    for where, left in (("before its beginning", before), ("after its end", after)):
        rest = left.strip(b"\0\t\r\n \x1a")
        if rest and not is_readable(rest):
            raise CouldNotCheck(name, f"bytes stand {where} that are no text", _ADVICE)
        if rest:
            yield Channel("hidden", where, strings_in(rest))


def _unshown(name: str, objects: bytes, streams: Sequence[Stream], shown: str) -> Iterator[Channel]:
    """What forms, patterns and forgotten pages draw, where no page shows it; and what their operators note."""
    roles = Roles.of(objects)
    maps = maps_by_font(objects, plain_streams(name, [*streams], roles.maps))
    seen = letters(shown)
    for stream in streams:
        if is_picture(stream) or stream.number in roles.maps | roles.programs:
            continue
        content = loosely_unpacked(stream)
        if not is_content(stream, content, roles):
            continue
        drawn = drawn_in(content)
        where = f"drawn in object {stream.number}"
        lines = (line for line in as_text(drawn, maps) if letters(line) and letters(line) not in seen)
        if text := "\n".join(dict.fromkeys(lines)):
            yield Channel("hidden", f"{where}, on no page", text, guessed=True)
        for note in dict.fromkeys(drawn.notes):
            yield from (Channel("hidden", f"noted where {where}", said) for said in readings(note))


def _pages(name: str, untrusted_bytes: bytes) -> tuple[str, ...]:
    read = pages_of(name, untrusted_bytes)
    if read.protected:
        raise encrypted(name)
    if read.unmapped:
        # They look like words on paper and like nothing to us.
        reason = f"page {read.unmapped[0]} draws signs that cannot be read as text"
        raise CouldNotCheck(name, reason, "Make the PDF again with its fonts embedded.")
    return read.pages


def _earlier_versions(name: str, untrusted_bytes: bytes, pages: tuple[str, ...]) -> Iterator[Channel]:
    """A PDF that was changed by appending still holds what it said before."""
    ends = list(_found(untrusted_bytes, b"%%EOF"))[:-1]
    if len(ends) > _MOST_VERSIONS:
        raise CouldNotCheck(name, f"it holds more than {_MOST_VERSIONS} earlier versions of itself", _ADVICE)
    for version, end in enumerate(ends, start=1):
        try:
            earlier = _pages("", untrusted_bytes[: end + 5])
        except Refused:
            continue  # a web-optimised file has an end near its beginning, which opens as nothing
        for number, text in enumerate(earlier, start=1):
            if text not in pages:
                yield Channel("hidden", f"earlier version {version} kept inside, page {number}", text)


def _found(untrusted_bytes: bytes, sign: bytes) -> Iterator[int]:
    at = -1
    while (at := untrusted_bytes.find(sign, at + 1)) != -1:
        yield at
