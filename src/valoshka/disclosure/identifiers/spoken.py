"""Signs of an address said in words: “ana (at) mail dot example”."""

from __future__ import annotations

import functools
import re

from valoshka.disclosure.identifiers.knowledge import any_of, words

_OPENED = frozenset("([{<*")
_TAG = re.compile(r"\+[\w.-]{1,40}(?=\s?@)")  # RFC 5233


def bracketed(text: str) -> list[tuple[int, int]]:
    """Where a word in brackets stands for a sign.

    >>> bracketed("ana(at)mail [dot] example")
    [(3, 7), (12, 17)]
    """
    if _OPENED.isdisjoint(text):
        return []
    return [match.span() for match in _bracketed().finditer(text)]


def told(text: str) -> list[tuple[int, int]]:
    """Where words stand for the signs of an address; nothing unless some word in `text` can stand for its dot.

    >>> told("Met at noon. The dot is red, at least."), told("ana at mail dot example")
    ([(4, 6), (17, 20), (29, 31)], [(4, 6), (12, 15)])
    """
    if not has_dot(text):
        return []
    return [match.span() for match in _plain().finditer(text) if not text[match.start() - 1 : match.start()].isalnum()]


def has_dot(text: str) -> bool:
    """Whether a word in `text` can stand for the dot of an address."""
    return bool(_dots().search(text))


def left_out(text: str) -> list[tuple[int, int]]:
    """Where a text says more than the identifier has: a mailbox's box within, the word “number” between its parts.

    >>> left_out("ana+list@mail.example, MP number 1234567")
    [(3, 8), (26, 32)]
    """
    found = [match.span() for match in _TAG.finditer(text)] if "@" in text and "+" in text else []
    if any(word in text for word in words("spoken.yml", "number")):
        found += [match.span() for match in _number().finditer(text)]
    return found


@functools.cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w\s)(?:{any_of('spoken.yml', 'number')})(?=\s\d)", re.IGNORECASE)


@functools.cache
def _dots() -> re.Pattern[str]:
    known = words("spoken.yml", "dot")
    return re.compile("|".join(sorted({shape for word in known for shape in (word, word.upper(), word.capitalize())})))


@functools.cache
def _bracketed() -> re.Pattern[str]:
    either = f"{any_of('spoken.yml', 'at')}|{any_of('spoken.yml', 'dot')}|[aа@]|\\."
    return re.compile(rf"[(\[{{<*]\s?(?:{either})\s?[)\]}}>*]", re.IGNORECASE)


@functools.cache
def _plain() -> re.Pattern[str]:
    either = f"{any_of('spoken.yml', 'at')}|{any_of('spoken.yml', 'dot')}"
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
