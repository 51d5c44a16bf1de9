"""PDF strings: in which encodings they can be read, and what their keys mean to a person."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valoshka.disclosure.channels.pdf_syntax import Said

# Source: ISO 32000-1, tables 317 (document information), 323 (structure elements), 164 (annotations), 44 (files).
_KINDS = {
    **dict.fromkeys(("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "Trapped"), "metadata"),
    **dict.fromkeys(("CreationDate", "ModDate", "Lang", "ID"), "metadata"),
    **dict.fromkeys(("Alt", "ActualText", "E", "TU"), "alt"),
    **dict.fromkeys(("Contents", "RC", "comment"), "comment"),
    **dict.fromkeys(("F", "UF", "Desc"), "name"),
    "JS": "script",
}
_WORDS = {"Alt": "alternative text", "ActualText": "text given for signs", "Contents": "note", "comment": "comment"}


def spoken_as(said: Said) -> tuple[str, str]:
    """(channel kind, place in words) of a string.

    >>> from valoshka.disclosure.channels.pdf_syntax import Said
    >>> spoken_as(Said(14, "Alt", b""))
    ('alt', 'alternative text in object 14')
    """
    kind = _KINDS.get(said.key, "attribute")
    word = _WORDS.get(said.key, f"metadata {said.key}" if kind == "metadata" else f"string {said.key}")
    return kind, word if said.number is None else f"{word} in object {said.number}"


def readings(raw: bytes) -> list[str]:
    """A PDF string as text: by its mark if it has one, else in every encoding that writers are known to have used.

    >>> readings(b"\\xfe\\xff\\x04\\x10")
    ['А']
    """
    for mark, encoding in ((codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
                           (codecs.BOM_UTF8, "utf-8")):  # fmt: skip
        if raw.startswith(mark):
            return _said([raw[len(mark) :].decode(encoding, "replace")])
    if raw.isascii():
        return _said([raw.decode("ascii")])
    return _said([raw.decode(encoding, "replace") for encoding in ("utf-8", "cp1252", "cp1251")])


def _said(texts: list[str]) -> list[str]:
    return [text for text in texts if text.strip("\0 \t\r\n")]
