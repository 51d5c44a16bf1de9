"""The wall's two typefaces, as small as its languages need."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from valoshka.solidarity.cards.fonts import font_file

_WEB = {"display.woff": "FiraSansExtraCondensed_700Bold.ttf", "text.woff": "SourceSerif4_400Regular.ttf"}
# Latin with its European extensions, Cyrillic, and the signs that texts are set with. Arabic is the system's own.
_CHARACTERS = (*range(0x20, 0x180), *range(0x400, 0x460), *range(0x490, 0x494), *range(0x2010, 0x2027), 0x20AC, 0x2116)
# Copyright, licence and its address travel with every part of a font (OFL 1.1, condition 2); its name does not.
_NAMES = [0, 13, 14]


def web_fonts() -> dict[str, bytes]:
    """WOFF files by their names; the same bytes every time.

    >>> sorted(web_fonts())
    ['display.woff', 'text.woff']
    """
    return {name: _subset(file) for name, file in _WEB.items()}


@cache
def _subset(file: str) -> bytes:
    options = Options(flavor="woff", layout_features=["kern", "mark", "ccmp"], name_IDs=_NAMES, hinting=False)
    options.recalc_timestamp = False
    with TTFont(font_file(file), recalcTimestamp=False, lazy=True) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=_CHARACTERS)
        subsetter.subset(font)
        font.flavor = "woff"
        written = BytesIO()
        font.save(written, reorderTables=False)
    return written.getvalue()
