"""Readable strings in bytes whose structure says nothing of their encoding (EXIF fields, comments, leftovers)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Latin, Cyrillic and the punctuation of both: two bytes of anything would otherwise pass for a Chinese sign.
_RUN = re.compile(r"[\t\x20-\x7e\u00a0-\u024f\u0400-\u052f\u2010-\u203a№]{2,}")

_TELLING = re.compile(r"[^\W\d_]{5}|\d{5}|(?:\d[ ()-]{0,2}){7}|@")
_SAMPLE = 100_000  # bytes


def strings_in(untrusted_bytes: bytes) -> str:
    r"""Every run of two or more characters that the bytes hold in UTF-8, UTF-16, Windows-1251 or Latin-1, by line.

    >>> strings_in(b"\x01\x02Anna\x03")
    'Anna'
    """
    return "\n".join(dict.fromkeys(run for text in _readings(untrusted_bytes) for run in _RUN.findall(text)))


def telling_strings(untrusted_bytes: bytes) -> str:
    """Of `strings_in` only what is long enough to name or identify somebody: for bytes that are hardly text.

    >>> telling_strings(b"ab\\x01Kaval\\x02")
    'Kaval'
    """
    return "\n".join(line for line in strings_in(untrusted_bytes).split("\n") if _TELLING.search(line))


def is_readable(untrusted_bytes: bytes) -> bool:
    """Whether the bytes are text in one of the encodings that `strings_in` reads, and nothing else.

    >>> is_readable("Ніна".encode()), is_readable(bytes(range(32)))
    (True, False)
    """
    return any(_is_mostly_readable(text, 0.9) for text in _readings(untrusted_bytes[:_SAMPLE]))


def _readings(untrusted_bytes: bytes) -> Iterator[str]:
    yield untrusted_bytes.decode("utf-8", "replace")
    for shift in (0, 1):
        even = untrusted_bytes[shift : len(untrusted_bytes) - (len(untrusted_bytes) - shift) % 2]
        for encoding in ("utf-16-le", "utf-16-be"):
            text = even.decode(encoding, "replace")
            if _is_mostly_readable(text) or b"\0" in untrusted_bytes:
                yield text
    if any(byte > 0x7F for byte in untrusted_bytes):
        yield untrusted_bytes.decode("cp1251", "replace")
        yield untrusted_bytes.decode("latin-1")


def _is_mostly_readable(text: str, share: float = 0.5) -> bool:
    return sum(map(len, _RUN.findall(text))) > share * len(text)
