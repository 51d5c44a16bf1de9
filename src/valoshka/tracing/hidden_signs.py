r"""Signs that no person sees: a terminal's codes, controls, marks of direction. Taken out before a list is read.

Glued to a name, a code for red made a name that nobody asks for, and so hid a person from every search.
Source: ECMA-48 (control functions), 5th edition, 5.4 and 5.6; Unicode 15, general categories Cc and Cf.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from valoshka.tracing.lines import LINE

_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # control sequences: colours, the cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\r\n\f]*(?:\x07|\x1b\\|\x9c)"  # strings: titles, links
    r"|\x1b(?:[#%()*+./-][0-~]|[=>78c])?"  # of others the letter stays: it may be a name's
)
_HIDDEN = re.compile(
    r"[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_PARTING = frozenset("\x0b\x1c\x1d\x1e\x1f\x85\u2028\u2029")  # between words, as a space is


def seen(text: str) -> str:
    r"""`text` as a person sees it; line breaks, tabs and form feeds stay.

    >>> seen("\x1b[31mБонч\x1b[0m Га\u200bліна\x07"), seen("\x1b]0;title\x07Бонч\x1fГаліна")
    ('Бонч Галіна', 'Бонч Галіна')
    """
    if not _HIDDEN.search(text):
        return text
    return _HIDDEN.sub(lambda sign: " " if sign[0] in _PARTING else "", _ESCAPE.sub("", text))


class Seen(NamedTuple):
    """A text without hidden signs, and the page (from 0) and line (from 1) of each line that had codes or controls."""

    text: str
    mended: tuple[tuple[int, int], ...]


def seen_by_line(text: str) -> Seen:
    r"""`seen`, with the lines that were mended; what only shapes or turns letters is not told.

    >>> seen_by_line("Бонч\n\x1b[1mСарока\n\u200eКот")
    Seen(text='Бонч\nСарока\nКот', mended=((0, 2),))
    """
    if not _HIDDEN.search(text):
        return Seen(text, ())
    lines, mended, page = [], [], 0
    for number, line in enumerate(LINE.findall(text), 1):
        found = list(_HIDDEN.finditer(line))
        first = next((sign.start() for sign in found if _is_control(sign[0])), None)
        if first is not None:
            mended.append((page + line.count("\f", 0, first), number))
        page += line.count("\f")
        lines.append(seen(line) if found else line)
    return Seen("".join(lines), tuple(mended))


@lru_cache(maxsize=1 << 8)
def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc"
