"""The bundled typefaces: whether they hold every character of a text, and subsets of them for a web page.

Typst says nothing when a character is missing from every font; it prints a box. So we look first, and refuse.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from valoshka.briefing.typesetting import FONTS
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

# The licence and the copyright of a font travel with every part of it (OFL 1.1, condition 2).
_COPYRIGHT, _LICENCE, _LICENCE_URL = 0, 13, 14
# Kerning, accents and figures of equal width; the rest of the features is not used on our pages.
_FEATURES = ["kern", "mark", "tnum"]
_MODERN = frozenset({"\n", "\t"})


class Face(NamedTuple):
    """One bundled font as a page uses it: `family` is the name in the style sheet."""

    file: str
    family: str
    weight: int
    style: str


FACES = (
    Face("SourceSerif4_400Regular.ttf", "Briefing Text", 400, "normal"),
    Face("SourceSerif4_400Regular_Italic.ttf", "Briefing Text", 400, "italic"),
    Face("SourceSerif4_600SemiBold.ttf", "Briefing Text", 600, "normal"),
    Face("FiraSansExtraCondensed_500Medium.ttf", "Briefing Display", 500, "normal"),
    Face("FiraSansExtraCondensed_700Bold.ttf", "Briefing Display", 700, "normal"),
    Face("Inter_400Regular.ttf", "Briefing Interface", 400, "normal"),
    Face("Inter_600SemiBold.ttf", "Briefing Interface", 600, "normal"),
)


@cache
def _characters(file: str) -> frozenset[int]:
    with TTFont(FONTS / file, lazy=True) as font:
        return frozenset(font.getBestCmap())


def check_coverage(texts: Iterable[str]) -> None:
    """Make sure that one of the bundled families can print every character.

    Raises `Refused` that names each missing character.

    >>> check_coverage(["Ў рэчцы", "ўсё “добра”"])
    >>> check_coverage(["葵"])
    Traceback (most recent call last):
    valoshka.errors.Refused: No bundled font can print 葵 (U+8475, CJK UNIFIED IDEOGRAPH-8475). Write it another way.
    """
    held = frozenset().union(*(_characters(face.file) for face in FACES))
    missing = sorted({character for text in texts for character in text if ord(character) not in held} - _MODERN)
    if missing:
        named = ", ".join(f"{c} (U+{ord(c):04X}, {unicodedata.name(c, 'no name')})" for c in missing[:8])
        raise Refused(f"No bundled font can print {named}. Write {'it' if len(missing) == 1 else 'them'} another way.")


@cache
def subset(file: str, characters: frozenset[str]) -> bytes:
    """A WOFF of the bundled font `file` with no more than `characters`; the same bytes every time.

    Its names are left out, but for copyright and licence: a changed font should not travel under the old name.
    """
    options = Options(
        flavor="woff",
        layout_features=_FEATURES,
        name_IDs=[_COPYRIGHT, _LICENCE, _LICENCE_URL],
        notdef_outline=True,
        hinting=False,
        desubroutinize=False,
        recalc_timestamp=False,
        # Substitutions give us figures of equal width in tables, nothing else, and cost a second to carry along.
        drop_tables=["DSIG", "meta", "STAT", *([] if file.startswith("Inter") else ["GSUB"])],
    )
    with TTFont(FONTS / file, recalcTimestamp=False, lazy=True) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[ord(character) for character in characters])
        subsetter.subset(font)
        font.flavor = "woff"
        written = BytesIO()
        font.save(written, reorderTables=False)
    return written.getvalue()
