"""Plain text and Markdown: decoded, nothing more."""

from __future__ import annotations

import re

from valoshka.documents.document import Extract
from valoshka.documents.encodings import Decoded, decode
from valoshka.documents.unreadable import Unreadable

_ADVICE = "Open it in a text editor, check that it can be read, and save it as UTF-8."
# Control characters that no text editor writes: all but tab, line and page ends, escape and next line.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


def extract_plain(name: str, untrusted_bytes: bytes) -> Extract:
    """The text, and a note that states its encoding. Raises `Unreadable` if the bytes are no text."""
    decoded = decoded_text(name, untrusted_bytes)
    return Extract(unix_lines(decoded.text), notes=(decoded.note,), encoding=decoded.encoding)


def decoded_text(name: str, untrusted_bytes: bytes) -> Decoded:
    """The bytes as text in the encoding that they are in. Raises `Unreadable`."""
    decoded = decode(untrusted_bytes)
    if decoded is None or _is_binary(decoded.text):
        raise Unreadable(name, "its bytes are not text in any encoding that we know", _ADVICE)
    return decoded


def unix_lines(text: str) -> str:
    r"""Line ends as `\n`, the one thing in which programs differ without meaning anything.

    >>> unix_lines("one\r\ntwo\rthree\n")
    'one\ntwo\nthree\n'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(text: str) -> bool:
    return "\0" in text or len(_CONTROL.findall(text)) > len(text) // 200
