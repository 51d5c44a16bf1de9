"""How much of an untrusted file is taken on trust: nothing beyond these."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Caps on one file. An interview is some hundred kilobytes; each cap is far above any that we know of.

    `file_bytes` of the file as it lies on disk; `unpacked_bytes` of everything inside it together; `ratio` of unpacked
    to packed once `ratio_from` bytes are unpacked (deflate can reach 1,032, written text stays below 30); `parts` in a
    zip container, `part_bytes` of one part that has to be parsed; `pages` of a PDF, `memory_bytes` and `seconds` that
    reading one may take; `characters` of the text.
    """

    file_bytes: int = 100 * MIB
    unpacked_bytes: int = 400 * MIB
    ratio: int = 150
    ratio_from: int = 4 * MIB
    parts: int = 5_000
    part_bytes: int = 48 * MIB
    pages: int = 5_000
    memory_bytes: int = 2048 * MIB
    seconds: int = 120
    characters: int = 20_000_000


LIMITS = Limits()
