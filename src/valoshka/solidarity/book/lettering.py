"""What the book's letters can print of a message."""

from __future__ import annotations

import unicodedata

from valoshka.solidarity.cards.fonts import missing

_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def printable(text: str) -> str | None:
    """A text without the pictures (emoji) that no bundled font has; `None` if letters of it could not be printed.

    >>> printable("Дзякуй 🌻!"), printable("أنتم لستم وحدكم"), printable("ありがとう")
    ('Дзякуй !', 'أنتم لستم وحدكم', None)
    """
    lacking = missing(text)
    if any(unicodedata.category(sign)[0] in "LNM" and not _is_joiner(sign) for sign in lacking):
        return None
    without = "".join(sign for sign in text if sign not in lacking)
    return "\n".join(" ".join(line.split()) for line in without.splitlines()).strip()


def runs(text: str) -> str:
    """The way that a text is read, by its first letter that has one.

    >>> runs("1. لستم"), runs("You")
    ('rtl', 'ltr')
    """
    return next((_STRONG[way] for sign in text if (way := unicodedata.bidirectional(sign)) in _STRONG), "ltr")


def _is_joiner(sign: str) -> bool:
    """Whether a sign only changes how an emoji looks."""
    return sign == "\ufe0f" or "\U0001f3fb" <= sign <= "\U0001f3ff" or sign == "\u20e3"
