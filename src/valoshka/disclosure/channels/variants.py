"""The same text as others may read it: hyphens joined, entities and escapes resolved."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

from valoshka.disclosure.channels.channel import Channel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BROKEN = re.compile(r"(?<=\w)[-\u2010\u2011][ \t]*\n[ \t]*(?=\w)|\u00ad[ \t]*\n?[ \t]*")
# PDF readers see spaces between the letters of a heading that is set wide.
_SPACED_OUT = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_ESCAPES = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{2,6})\s?")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_LAST = 0x10FFFF


def with_variants(channels: Iterable[Channel]) -> Iterator[Channel]:
    """Every channel, each followed by its joined and its unescaped reading where these differ from it."""
    for channel in channels:
        yield channel
        readings = ((joined(channel.text), "broken words joined"), (unescaped(channel.text), "escapes resolved"))
        for text, how in readings:
            if text != channel.text:
                yield Channel(channel.kind, f"{channel.where}, {how}", text)


def joined(text: str) -> str:
    r"""Words that a line's end or wide setting broke made whole, ligatures taken apart, signs without width removed.

    >>> joined("Аста\u00adп\u00adчук, Nina Ka-\nval, o\ufb03ce")
    'Астапчук, Nina Kaval, office'
    """
    whole = _INVISIBLE.sub("", _BROKEN.sub("", text))
    whole = _SPACED_OUT.sub(lambda match: match[0].replace(" ", ""), whole)
    return unicodedata.normalize("NFKC", whole) if any("\ufb00" <= sign <= "\ufb06" for sign in whole) else whole


def unescaped(text: str) -> str:
    r"""HTML entities, percent-encoding and the escapes of JavaScript, JSON and CSS resolved, one inside another too.

    >>> unescaped(r"\u0410\u043d&#1085;%D0%B0")
    'Анна'
    """
    for _ in range(3):
        once = text
        if _ENTITY.search(once):
            once = html.unescape(once)
        if _PERCENT.search(once):
            once = unquote(once)
        once = _ESCAPES.sub(_escaped, once)
        if once == text:
            break
        text = once
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # escapes write pairs as two


def _escaped(match: re.Match[str]) -> str:
    number = int(next(group for group in match.groups() if group), 16)
    return chr(number) if number <= _LAST else match[0]
