"""Fonts inside a PDF: the names and notices that their programs carry, and the letters that their maps tell.

Source: ISO 32000-1, 9.9 (font programs) and 9.10.3; Adobe technical notes 5040 (Type 1) and 5176 (CFF).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.fonts import channels_of_font
from valoshka.disclosure.channels.pdf_drawn import codes_of
from valoshka.disclosure.channels.raw_strings import strings_in, telling_strings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OUTLINES = (b"\0\1\0\0", b"true", b"OTTO")
_WRITTEN = re.compile(rb"<[0-9A-Fa-f\s]*>")
_FONT_MAP = re.compile(rb"\b(\d+)\s+\d+\s+obj\b((?:(?!\bendobj\b|\bobj\b).)*?)/ToUnicode\s+(\d+)\s+\d+\s+R", re.DOTALL)
_NAMED = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+(\d+)\s+\d+\s+R")


def channels_of_program(untrusted_bytes: bytes, where: str) -> Iterator[Channel]:
    """The names in a font program, whether TrueType, OpenType, CFF or Type 1."""
    if said := _names(untrusted_bytes):
        yield Channel("metadata", f"{where}, font names", said)


def _names(untrusted_bytes: bytes) -> str:
    if untrusted_bytes.startswith(_OUTLINES):
        try:
            return "\n".join(channel.text for channel in channels_of_font("", untrusted_bytes))
        except CouldNotCheck:  # a subset without what a whole font has
            return telling_strings(untrusted_bytes)
    if untrusted_bytes.startswith(b"%!"):
        return strings_in(untrusted_bytes.partition(b"eexec")[0])
    names = b"\n".join(_indexes_of_cff(untrusted_bytes))
    return strings_in(names) if names else telling_strings(untrusted_bytes)


def _indexes_of_cff(untrusted_bytes: bytes) -> Iterator[bytes]:
    """The entries of the first three indexes: names, top dictionaries, strings."""
    if untrusted_bytes[:1] != b"\1":
        return
    at = untrusted_bytes[2]
    for _ in range(3):
        count, width = int.from_bytes(untrusted_bytes[at : at + 2]), untrusted_bytes[at + 2 : at + 3]
        if not count:
            at += 2
            continue
        if not 1 <= int.from_bytes(width) <= 4:
            return
        step, table = width[0], at + 3
        ends = [
            int.from_bytes(untrusted_bytes[table + number * step : table + (number + 1) * step])
            for number in range(count + 1)
        ]
        base = table + (count + 1) * step - 1
        yield from (untrusted_bytes[base + one : base + other] for one, other in pairwise(ends))
        at = base + ends[-1]


def notes_of_map(untrusted_map: bytes) -> str:
    """What a font's map says beside its codes."""
    return strings_in(_WRITTEN.sub(b"", untrusted_map))


def maps_by_font(objects: bytes, unpacked: Mapping[int, bytes]) -> dict[bytes, list[dict[bytes, str]]]:
    """The ToUnicode maps that each font name of any page or form may mean; under `b""` all of them."""
    codes = {number: codes_of(content) for number, content in unpacked.items()}
    of_font = {int(font): int(told) for font, _, told in _FONT_MAP.findall(objects)}
    maps: dict[bytes, list[dict[bytes, str]]] = {b"": [each for each in codes.values() if each]}
    for name, number in set(_NAMED.findall(objects)):
        told = codes.get(of_font.get(int(number), -1))
        if told:
            maps.setdefault(name, []).append(told)
    return maps
