"""Real quotation marks, apostrophes and spaces that must not break, in each language."""

from __future__ import annotations

import re

from valoshka.briefing.furniture import furniture

_YEAR = r"(?:1[89]|20)\d\d"
# A day stays with its month, a month with its year, a number with its sign, a year with its "года" or "г.".
_HELD_TOGETHER = (
    re.compile(rf"(?<!\w)(\d{{1,2}}) (?=[^\W\d_]{{3,}}[ \u00a0]{_YEAR}(?!\d))"),
    re.compile(rf"(?<=\d\u00a0)([^\W\d_]{{3,}}) (?={_YEAR}(?!\d))"),
    re.compile(r"(\d) (?=\d{3}(?!\d))"),
    re.compile(rf"({_YEAR}) (?=(?:год|г\.))"),
    re.compile(r"(\d) (?=[%°])"),
    re.compile(r"([№§]) (?=\d)"),
    re.compile(r"(?<=\S)() (?=—)"),  # a dash does not start a line
)


def well_set(text: str, language: str, *, inside_quote: bool = False) -> str:
    """`text` with the marks of `language` for straight quotes, and no-break spaces where a break would mislead.

    `inside_quote` is true for words that will be printed between quotation marks, so that quotes within them are the
    inner ones.

    >>> well_set('She asked: "Where is he?"', "en")
    'She asked: ‘Where is he?’'
    >>> well_set('Сям\\'я чула: "Яго тут няма"', "be")
    'Сям’я чула: «Яго тут няма»'
    >>> well_set("Я чакала.", "be", inside_quote=True)
    'Я чакала'
    >>> well_set("on 12 April 2021", "en")
    'on 12\\xa0April\\xa02021'
    """
    text = _quotation(text, language, depth=int(inside_quote))
    if inside_quote and not furniture(language).stop_in_quote and re.search(r"[^.…]\.$", text):
        text = text[:-1]  # the full stop belongs after the closing mark, where a quote set apart needs none
    for pattern in _HELD_TOGETHER:
        text = pattern.sub(lambda found: f"{found[1]}\u00a0", text)
    return text


def _quotation(text: str, language: str, depth: int) -> str:
    words = furniture(language)
    marks = (words.outer, words.inner)
    floor, set_text = depth, ""
    for position, character in enumerate(text):
        if character not in "\"'":
            set_text += character
        elif _opens(text, position):
            set_text += marks[depth % 2][0]
            depth += 1
        elif character == "'" and (depth == floor or _within_word(text, position)):
            set_text += "’"
        else:
            depth = max(depth - 1, floor)
            set_text += marks[depth % 2][1]
    return set_text


def _opens(text: str, position: int) -> bool:
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    return (before.isspace() or before in "([—–-«„“‘\"'/") and not after.isspace()


def _within_word(text: str, position: int) -> bool:
    return text[position - 1 : position].isalpha() and text[position + 1 : position + 2].isalpha()
