"""From a published file to its channels: what it is decides who reads it; what nobody can read is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from valoshka.disclosure.channels import embedded, fonts, office, pdf, pictures, vector, webpage, written
from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.variants import with_variants
from valoshka.documents import LIMITS, Unreadable
from valoshka.documents.containers import encrypted

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEPTH = 4  # a picture in a document in an attachment; deeper is a game that nobody plays with honest files
_DAMAGED = "Open it in the program it was made with, save it anew, and check that; or leave it out."
_ADVICE = "Leave it out, or save it as html, pdf, docx, odt, xlsx, ods, svg, png, jpeg, webp, txt, md, csv or json."


# A docx or xlsx with a password lies whole in a file of the older kind. Source: MS-OFFCRYPTO, 2.3.
_COMPOUND, _LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")


class Reader(Protocol):
    """How one format is read."""

    def __call__(self, name: str, untrusted_bytes: bytes) -> Iterator[Channel | embedded.Embedded]:
        """The channels of one file, and the files inside it."""


# By content first: a name can lie.
_BY_SIGNATURE: tuple[tuple[bytes, frozenset[str], Reader], ...] = (
    (b"PK\x03\x04", frozenset({".docx", ".odt", ".xlsx", ".ods"}), office.channels_of_office),
    (b"\x89PNG\r\n\x1a\n", frozenset({".png"}), pictures.channels_of_png),
    (b"\xff\xd8\xff", frozenset({".jpg", ".jpeg"}), pictures.channels_of_jpeg),
    (b"RIFF", frozenset({".webp"}), pictures.channels_of_webp),
    (b"wOFF", frozenset({".woff"}), fonts.channels_of_font),
    (b"\x00\x01\x00\x00", frozenset({".ttf"}), fonts.channels_of_font),
    (b"OTTO", frozenset({".otf"}), fonts.channels_of_font),
)
_BY_EXTENSION: dict[str, Reader] = {
    ".html": webpage.channels_of_page,
    ".htm": webpage.channels_of_page,
    ".xhtml": webpage.channels_of_page,
    ".svg": vector.channels_of_drawing,
    ".json": written.channels_of_json,
    **dict.fromkeys((".txt", ".md", ".csv", ".tsv", ".css", ".js", ".srt", ".vtt"), written.channels_of_text),
}
_KNOWN = frozenset({".pdf", *_BY_EXTENSION}.union(*(extensions for _, extensions, _ in _BY_SIGNATURE)))


def channels(name: str, content: bytes) -> list[Channel]:
    """Every string channel of one published file, the file's name first.

    Pixels are not read: what a picture shows is for the second reader. Text that others may read in another way comes
    once more for each `reading`: joined, resolved, as it is shown, put together. Raises `CouldNotCheck` for a kind that
    we do not know, and for a damaged, encrypted, empty or mislabelled file.

    >>> [(channel.kind, channel.text) for channel in channels("call.txt", b"write to us.")]
    [('name', 'call.txt'), ('text', 'write to us.')]
    """
    try:
        found = list(_channels(name, content, _DEPTH))
    except Unreadable as refusal:
        raise CouldNotCheck(refusal.name, refusal.reason, refusal.advice) from refusal
    return list(dict.fromkeys([Channel("name", "file name", name), *with_variants(found)]))


def _channels(name: str, untrusted_bytes: bytes, depth: int) -> Iterator[Channel]:
    if not untrusted_bytes:
        raise CouldNotCheck(name, "it is empty", "Make it again.")
    if len(untrusted_bytes) > LIMITS.file_bytes or depth == 0:
        raise CouldNotCheck(name, "it is too large, or holds files within files within files", _ADVICE)
    for found in _reader(name, untrusted_bytes)(name, untrusted_bytes):
        if isinstance(found, embedded.Embedded):
            yield from _inside(found, name, depth)
            continue
        kept, inside = embedded.without_inline_files(found)
        yield kept
        for file in inside:
            yield from _inside(file, name, depth)


def _inside(file: embedded.Embedded, outer: str, depth: int) -> Iterator[Channel]:
    for channel in _read_inside(file, outer, depth):
        kind = "alt" if channel.kind == "text" else channel.kind
        yield replace(channel, kind=kind, where=f"{file.where}: {channel.where}")


def _read_inside(file: embedded.Embedded, outer: str, depth: int) -> list[Channel]:
    """The file inside; a refusal names the file that the user gave, for the inner name may be what is to be hidden."""
    try:
        return list(_channels(file.name, file.untrusted_bytes, depth - 1))
    except (Unreadable, CouldNotCheck) as refusal:
        reason = f"a file inside it ({_sort_of(file)}) could not be read: {refusal.reason}"
        raise CouldNotCheck(outer, reason, "Mend that file or take it out, then try again.") from refusal


def _sort_of(file: embedded.Embedded) -> str:
    extension = PurePath(file.name).suffix.lower()
    return extension.removeprefix(".") if extension in _KNOWN else "of unknown kind"


def _reader(name: str, untrusted_bytes: bytes) -> Reader:
    extension = PurePath(name).suffix.lower()
    for signature, extensions, reader in _signatures(untrusted_bytes):
        if untrusted_bytes.startswith(signature):
            if extension and extension not in extensions:
                raise CouldNotCheck(name, f"its name ends in {extension}, but its content says otherwise", _ADVICE)
            return reader
    if untrusted_bytes.startswith(_COMPOUND) and _LOCKED in untrusted_bytes:
        raise encrypted(name)
    if extension in _KNOWN - frozenset(_BY_EXTENSION):
        kind = extension.removeprefix(".")
        raise CouldNotCheck(name, f"it is damaged, or is no {kind} file though its name says so", _DAMAGED)
    if not extension:
        raise CouldNotCheck(name, "its name has no ending that says what it is", "Add one, such as .txt or .docx.")
    if extension not in _BY_EXTENSION:
        raise CouldNotCheck(name, "it is of a kind that the gate cannot read", _ADVICE)
    return _BY_EXTENSION[extension]


def _signatures(untrusted_bytes: bytes) -> tuple[tuple[bytes, frozenset[str], Reader], ...]:
    if b"%PDF-" in untrusted_bytes[:1024]:
        return ((b"", frozenset({".pdf"}), pdf.channels_of_pdf),)
    return _BY_SIGNATURE
