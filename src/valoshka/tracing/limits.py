"""How much of a list from strangers is taken on trust: nothing beyond these."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Caps on one list. A million rows of a name, a birth date and a place are some 100 MB of text.

    `text_bytes` of a text file, `sheet_bytes` of a spreadsheet as it lies on disk; `unpacked_bytes` of all that is
    inside one and `ratio` of unpacked to packed (deflate can reach 1,032; a sheet of like rows has shown 60);
    `parts` in its zip; `cells` of the rectangle that a sheet's cells span, because a reader makes room for all of it;
    `rows` of a list; `columns` of a row; `characters` of a row; `name` characters of a name.
    """

    text_bytes: int = 256 * MIB
    sheet_bytes: int = 128 * MIB
    unpacked_bytes: int = 1024 * MIB
    ratio: int = 200
    ratio_from: int = 16 * MIB
    parts: int = 5_000
    cells: int = 40_000_000
    rows: int = 3_000_000
    columns: int = 400
    characters: int = 20_000
    name: int = 200


LIMITS = Limits()
