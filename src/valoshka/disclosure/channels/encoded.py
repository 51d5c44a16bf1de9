"""What is written in codes that any program resolves: entities, percent signs, escapes, base64, punycode."""

from __future__ import annotations

import base64
import binascii
import html
import re
import unicodedata
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPES = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{2,6})\s?")
_BYTES = re.compile(r"(?:%[0-9a-fA-F]{2})+|(?:=[0-9A-F]{2}(?:=\n)?)+")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_LAST = 0x10FFFF
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,}(?![A-Za-z0-9+/_-])")
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:[0-9a-fA-F]{2}[ :]?){6,}(?![0-9A-Za-z])")
_PUNYCODE = re.compile(r"xn--([a-z0-9-]{2,59})", re.IGNORECASE)
_READABLE = 0.9
_NO_CHANCE = 12  # bytes: that many at random are hardly ever printable UTF-8
_MOST = 1 << 20  # bytes unpacked: notes, not files


def unescaped(text: str) -> str:
    r"""HTML entities, percent-encoding, quoted-printable and the escapes of JavaScript, JSON and CSS resolved.

    One inside another too.

    >>> unescaped(r"\u0410\u043d&#1085;%D0%B0")
    'Анна'
    """
    for _ in range(3):
        once = text
        if _ENTITY.search(once):
            once = html.unescape(once)
        once = _BYTES.sub(_bytes, once)
        once = _ESCAPES.sub(_escaped, once)
        if once == text:
            break
        text = once
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # escapes write pairs as two


def unpacked(text: str) -> Iterator[str]:
    """Every word in `text` that is readable once base64, hexadecimal digits or punycode are undone.

    >>> list(unpacked("id=0JDQvdC90LA= 0x, host xn--80aa2ba"))
    ['Анна', 'анна']
    """
    for match in _BASE64.finditer(text):
        yield from _readable(_unsqueezed(_from_base64(match[0])))
    for match in _HEX.finditer(text):
        yield from _readable(bytes.fromhex(re.sub("[ :]", "", match[0])))
    for match in _PUNYCODE.finditer(text):
        try:
            yield match[1].encode("ascii").decode("punycode")
        except UnicodeError:
            continue  # it only looks like punycode


def _from_base64(word: str) -> bytes:
    whole = word[: len(word) - (len(word) % 4 == 1)]
    try:
        return base64.b64decode(whole.replace("-", "+").replace("_", "/") + "=" * (-len(whole) % 4))
    except (binascii.Error, ValueError):
        return b""


def _readable(untrusted_bytes: bytes) -> Iterator[str]:
    """The bytes as text, if nearly all of it is letters and spaces: chance does not write so."""
    for encoding in ("utf-8", "utf-16-le", "cp1251"):
        text = untrusted_bytes.decode(encoding, "replace").strip("\0")
        if text and sum(map(_is_of_a_name, text)) >= _READABLE * len(text):
            yield text
            return
    if len(untrusted_bytes) < _NO_CHANCE:
        return
    try:
        text = untrusted_bytes.decode("utf-8")
    except UnicodeDecodeError:
        return
    if all(letter.isprintable() or letter.isspace() for letter in text):
        yield text


def _unsqueezed(content: bytes) -> bytes:
    """What was packed with gzip or zlib before it was encoded; anything else as it is."""
    if content[:2] != b"\x1f\x8b" and content[:1] != b"\x78":
        return content
    try:
        return zlib.decompressobj(wbits=47).decompress(content, _MOST)
    except zlib.error:
        return content


def _is_of_a_name(letter: str) -> bool:
    return letter in " .-'\n" or (letter.isalpha() and unicodedata.name(letter, "").startswith(("LATIN", "CYRILLIC")))


def _bytes(match: re.Match[str]) -> str:
    raw = bytes.fromhex(re.sub(r"[%=\n]", "", match[0]))
    for encoding in ("utf-8", "cp1251"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _escaped(match: re.Match[str]) -> str:
    number = int(next(group for group in match.groups() if group), 16)
    return chr(number) if number <= _LAST else match[0]
