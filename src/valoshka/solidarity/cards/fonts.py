"""The card's letters: files for the server, and small ones for the visitor's canvas.

Source Serif and Inter lie once in the package, with the briefing's pages; only their files are used, none of its code.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(str(resources.files("valoshka")))
FOLDERS = (_PACKAGE / "solidarity" / "cards" / "fonts", _PACKAGE / "briefing" / "fonts")

# Copyright, licence and its address travel with every part of a font (OFL 1.1, condition 2); its name does not.
_NAMES = [0, 13, 14]
# Latin with its European extensions, Cyrillic, and the signs that texts are set with.
_SIGNS = (0x301, 0x2BC, *range(0x2010, 0x2027), 0x202F, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2116, 0x2212, 0x2665)
_LETTERS = (*range(0x20, 0x180), *range(0x218, 0x21C), *range(0x400, 0x460), *range(0x490, 0x494), 0x1E9E)
_EUROPEAN = _LETTERS + _SIGNS
_ARABIC = (0x20, 0xA0, *range(0x600, 0x700), 0x200C, 0x200D, 0x200E, 0x200F)

_WEB = {
    "fonts/card-text.woff": ("SourceSerif4_600SemiBold.ttf", _EUROPEAN),
    "fonts/card-interface.woff": ("Inter_600SemiBold.ttf", _EUROPEAN),
    "fonts/card-arabic.woff": ("NotoNaskhArabic_600SemiBold.ttf", _ARABIC),
}


def web_fonts() -> dict[str, bytes]:
    """The WOFF files that `card-type.mjs` asks for, by their paths in the site; the same bytes every time.

    >>> sorted(web_fonts())
    ['fonts/card-arabic.woff', 'fonts/card-interface.woff', 'fonts/card-text.woff']
    """
    return {path: _subset(file, characters) for path, (file, characters) in _WEB.items()}


def font_file(name: str) -> Path:
    """Where a bundled font lies."""
    return next(folder / name for folder in FOLDERS if (folder / name).is_file())


@cache
def _subset(file: str, characters: tuple[int, ...]) -> bytes:
    options = Options(
        flavor="woff",
        layout_features=["kern", "mark", "mkmk", "init", "medi", "fina", "rlig", "ccmp", "isol", "calt", "locl"],
        name_IDs=_NAMES,
        notdef_outline=True,
        hinting=False,
        recalc_timestamp=False,
        drop_tables=["DSIG", "meta", "STAT"],
    )
    with TTFont(font_file(file), recalcTimestamp=False, lazy=True) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=characters)
        subsetter.subset(font)
        font.flavor = "woff"
        written = BytesIO()
        font.save(written, reorderTables=False)
    return written.getvalue()


@cache
def _held() -> frozenset[int]:
    return frozenset().union(*_character_sets())


def _character_sets() -> Iterator[frozenset[int]]:
    for file, _ in _WEB.values():
        with TTFont(font_file(file), lazy=True) as font:
            yield frozenset(font.getBestCmap())


def missing(text: str) -> list[str]:
    """The characters that no bundled font can draw.

    >>> missing("Вы не адны · لستم وحدكم · 葵")
    ['葵']
    """
    return sorted({character for character in text if ord(character) not in _held()} - {"\n", "\r", "\t"})
