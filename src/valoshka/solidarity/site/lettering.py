"""A page's own letters: fonts of the few characters that it shows."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from valoshka.solidarity.cards.fonts import font_file

_FACES = {
    "action-display": ("FiraSansExtraCondensed_700Bold.ttf", 700),
    "action-text": ("SourceSerif4_400Regular.ttf", 400),
}
# Copyright, licence and its address travel with every part of a font (OFL 1.1, condition 2); its name does not.
_NAMES = [0, 13, 14]
_ALWAYS = frozenset(" ?!.,:–—’“”«»„-0123456789")


def faces(language: str, displayed: str, running: str) -> dict[str, bytes]:
    """Two WOFF files and the style sheet that names them, by file name; the same bytes every time.

    `displayed` are the texts in display letters, `running` all others. A face that lacks a language's letters, as both
    lack Arabic, is left out: the visitor's own stand in.

    >>> sorted(faces("en", "A flower", "You are not alone."))
    ['action-display-en.woff', 'action-text-en.woff', 'letters-en.css']
    >>> sorted(faces("ar", "زهرة", "لستم وحدكم"))
    ['letters-ar.css']
    """
    found: dict[str, bytes] = {}
    rules = ["/* Letters of this page only. */"]
    for family, text in (("action-display", displayed), ("action-text", running)):
        file, weight = _FACES[family]
        if font := subset(file, frozenset(text)):
            name = f"{family}-{language}.woff"
            found[name] = font
            rules.append(
                f"@font-face {{ font-family: {family}; font-weight: {weight}; font-display: swap; "
                f'src: url({name}) format("woff"); }}'
            )
    return {**found, f"letters-{language}.css": "\n".join([*rules, ""]).encode()}


@cache
def subset(file: str, characters: frozenset[str]) -> bytes:
    """A WOFF of those `characters` that the bundled font `file` has; empty if it lacks most of their letters.

    >>> subset("SourceSerif4_400Regular.ttf", frozenset("flower"))[:4]
    b'wOFF'
    """
    options = Options(
        flavor="woff",
        layout_features=["kern", "locl", "ccmp", "mark"],
        name_IDs=_NAMES,
        notdef_outline=True,
        hinting=False,
        recalc_timestamp=False,
        drop_tables=["DSIG", "meta", "STAT"],
    )
    with TTFont(font_file(file), recalcTimestamp=False, lazy=True) as font:
        letters = {ord(character) for character in characters if character.isalpha()}
        if 2 * len(letters & set(font.getBestCmap())) < len(letters):
            return b""
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted(map(ord, characters | _ALWAYS)))
        subsetter.subset(font)
        font.flavor = "woff"
        written = BytesIO()
        font.save(written, reorderTables=False)
    return written.getvalue()
