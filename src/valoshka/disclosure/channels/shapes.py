"""Letters that stand in a text under another shape: ligatures, circled letters, small capitals, letters under marks."""

from __future__ import annotations

import functools
import re
import unicodedata

_BROKEN = re.compile(r"(?<=\w)[-\u2010\u2011][ \t]*\n[ \t]*(?=\w)|\u00ad[ \t]*\n?[ \t]*")
# PDF readers see spaces between the letters of a heading that is set wide.
_SPACED_OUT = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_INVISIBLE = re.compile("[\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
# Outside the letters and signs in which the languages that we read are written.
_STRANGE = re.compile("[^\0-\u024f\u0300-\u052f\u2000-\u203f\u20a0-\u20bf\u2116\u2190-\u2426]")
# Source: names in the Unicode character database, for instance LATIN LETTER SMALL CAPITAL S, TAG LATIN SMALL LETTER S.
_LETTER = re.compile(r".*?(LATIN|CYRILLIC|REGIONAL INDICATOR).*LETTER (?:SMALL CAPITAL )?([A-Z]+)(?: DIGRAPH)?")


def joined(text: str) -> str:
    r"""Words that a line's end or wide setting broke made whole, every letter in its plain shape, nothing unseen left.

    >>> joined("Аста\u00adп\u00adчук, Nina Ka-\nval, o\ufb03ce")
    'Астапчук, Nina Kaval, office'
    >>> joined("Ⓝina, ɴɪɴᴀ, Н\u0488і\u0488на")
    'Nina, nina, Ніна'
    """
    whole = _INVISIBLE.sub("", _BROKEN.sub("", text))
    whole = _SPACED_OUT.sub(lambda match: match[0].replace(" ", ""), whole)
    if _MARKS.search(whole):
        whole = _MARKS.sub("", unicodedata.normalize("NFC", whole))  # й and ў are one letter by then
    return _STRANGE.sub(lambda match: _plain(match[0]), whole)


@functools.lru_cache(maxsize=1 << 12)
def _plain(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter)
    if plain != letter:
        return plain
    called = unicodedata.name(letter, "")
    match = _LETTER.fullmatch(called)
    if match is None:
        return letter
    script = "CYRILLIC" if match[1] == "CYRILLIC" else "LATIN"
    case = "CAPITAL" if " CAPITAL LETTER " in called else "SMALL"
    try:
        return unicodedata.lookup(f"{script} {case} LETTER {match[2]}")
    except KeyError:
        return match[2].lower() if "DIGRAPH" in called else letter
