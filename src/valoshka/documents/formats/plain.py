"""Plain text and Markdown: decoded, nothing more."""

from __future__ import annotations

import unicodedata

from valoshka.documents.document import Extract
from valoshka.documents.encodings import Decoded, decode
from valoshka.documents.unreadable import Unreadable

_ADVICE = "Open it in a text editor, check that it can be read, and save it as UTF-8."
_LAYOUT = frozenset("\t\n\r\v\f\x1b\x85")


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
    control = sum(character not in _LAYOUT and unicodedata.category(character) == "Cc" for character in text)
    return "\0" in text or control > len(text) // 200
