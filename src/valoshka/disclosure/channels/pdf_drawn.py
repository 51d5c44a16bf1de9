"""What a PDF's content streams draw and note: also the streams that no page shows, which pdfium never reads.

Strings of text operators are codes of a font. Which font a form uses is settled far away from it, so that each line is
read by every map that a font of that name has, and as letters; what pages show anyway is left out.
Source: ISO 32000-1, 9.4 (text objects), 9.10 (ToUnicode), 14.6 (marked content).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.pdf_syntax import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_INLINE_PICTURE = re.compile(rb"\bBI\b.{0,2000}?\bID\s.*?\sEI\b", re.DOTALL)
_MAPPED = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CODES = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_WIDE = -180  # thousandths of an em: where kerning is as wide as a space
_MOST_CODES = 70_000  # of one map: more than two bytes can tell apart
_SHOW = frozenset({b"Tj", b"TJ", b"'", b'"'})
_MOVE = frozenset({b"Td", b"TD", b"T*", b"Tm", b"ET", b"BT"})


@dataclass
class Drawn:
    """Lines of one content stream, each with its font's name; and the strings and comments that draw nothing."""

    lines: list[tuple[bytes, list[bytes]]] = field(default_factory=list)
    notes: list[bytes] = field(default_factory=list)


def drawn_in(content: bytes) -> Drawn:
    """The lines and notes of a content stream, pixels among its operators left out.

    >>> drawn_in(b"BT /F1 9 Tf (Ka) Tj [(va)-20(l)] TJ ET % who").lines
    [(b'F1', [b'Ka', b'va', b'l'])]
    """
    reader = _Reader()
    for kind, value in tokens(_INLINE_PICTURE.sub(b" ", content)):
        reader.take(kind, value)
    reader.end_line()
    return reader.drawn


class _Reader:
    def __init__(self) -> None:
        self.drawn = Drawn()
        self._line: list[bytes] = []
        self._pending: list[bytes] = []
        self._font = self._name = b""
        self._depth = 0

    def take(self, kind: str, value: bytes) -> None:
        """One token more."""
        if kind == "string" and not self._depth:
            self._pending.append(value)
        elif kind in {"string", "comment"}:
            self.drawn.notes.append(value)
        elif kind == "name":
            self._name = value
        elif value in {b"<<", b">>"}:
            self._depth = max(0, self._depth + (1 if value == b"<<" else -1))
        elif kind == "word":
            self._operator(value)

    def _operator(self, word: bytes) -> None:
        if word == b"Tf":
            self.end_line()
            self._font = self._name
        elif word in _SHOW:
            self._line += self._pending
            self._pending = []
        elif word in _MOVE:
            self.end_line()
        elif self._pending and _is_wide(word):
            self._pending.append(b"")
        elif word.isalpha():
            self.drawn.notes += self._pending  # a string that no text operator takes
            self._pending = []

    def end_line(self) -> None:
        """What follows stands elsewhere on the page."""
        if self._line:
            self.drawn.lines.append((self._font, self._line))
        self._line = []


def _is_wide(word: bytes) -> bool:
    try:
        return float(word) < _WIDE
    except ValueError:
        return False


def codes_of(untrusted_map: bytes) -> dict[bytes, str]:
    """Which letters the codes of a font stand for, by its ToUnicode map.

    >>> codes_of(b"1 beginbfrange <0041> <0042> <0410> endbfrange")
    {b'\\x00A': 'А', b'\\x00B': 'Б'}
    """
    codes: dict[bytes, str] = {}
    for kind, body in _MAPPED.findall(untrusted_map):
        entries = list(_entries(body))
        size = 2 if kind == b"bfchar" else 3
        for at in range(0, len(entries) - size + 1, size):
            codes.update(_pairs(entries[at : at + size]))
            if len(codes) > _MOST_CODES:
                return codes
    return codes


def _entries(body: bytes) -> Iterator[list[bytes]]:
    """Each hexadecimal string as a list of one, each array as the list of its strings."""
    array: list[bytes] | None = None
    for match in _CODES.finditer(body):
        if match[2]:
            array = []
        elif match[3]:
            yield array or []
            array = None
        elif array is not None:
            array.append(_hex(match[1]))
        else:
            yield [_hex(match[1])]


def _hex(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))


def _pairs(entry: Sequence[list[bytes]]) -> Iterator[tuple[bytes, str]]:
    if not all(entry) or any(len(each) > 1 for each in entry[:-1]):
        return
    first, told = entry[0][0], entry[-1]
    last = int.from_bytes(entry[1][0]) if len(entry) == 3 else int.from_bytes(first)
    for step in range(min(last - int.from_bytes(first) + 1, _MOST_CODES)):
        letters = told[min(step, len(told) - 1)]
        shift = step if len(told) == 1 else 0
        number = int.from_bytes(letters[-2:]) + shift
        spelt = letters[:-2] + (number & 0xFFFF).to_bytes(2)
        yield (int.from_bytes(first) + step).to_bytes(len(first) + 1)[1:], spelt.decode("utf-16-be", "ignore")


def as_text(drawn: Drawn, maps: Mapping[bytes, Sequence[Mapping[bytes, str]]]) -> Iterator[str]:
    """Every line as its font's maps read it, and as letters; `maps` by the font's name, all of them under `b""`."""
    for font, pieces in drawn.lines:
        for codes in maps.get(font) or maps.get(b"", ()):
            if codes:
                yield "".join(_by(codes, piece) if piece else " " for piece in pieces)
        plain = b"".join(piece or b" " for piece in pieces)
        for encoding in ("cp1252", "cp1251", "utf-16-be"):
            yield plain.decode(encoding, "replace")


def _by(codes: Mapping[bytes, str], piece: bytes) -> str:
    width = len(next(iter(codes)))
    return "".join(codes.get(piece[at : at + width], "") for at in range(0, len(piece), width))
