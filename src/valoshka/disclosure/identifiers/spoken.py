"""Signs of an address said in words: “ana (at) mail dot example”."""

from __future__ import annotations

import functools
import re

from valoshka.disclosure.identifiers.knowledge import any_of, words


def bracketed(text: str) -> list[tuple[int, int]]:
    """Where a word in brackets stands for a sign.

    >>> bracketed("ana(at)mail [dot] example")
    [(3, 7), (12, 17)]
    """
    return [match.span() for match in _bracketed().finditer(text)]


def told(text: str) -> list[tuple[int, int]]:
    """Where words stand for the signs of an address; nothing unless some word in `text` can stand for its dot.

    >>> told("Met at noon. The dot is red, at least."), told("ana at mail dot example")
    ([(4, 6), (17, 20), (29, 31)], [(4, 6), (12, 15)])
    """
    if not any(word in text for word in _dots()):
        return []
    return [match.span() for match in _plain().finditer(text) if not text[match.start() - 1 : match.start()].isalnum()]


def has_dot(text: str) -> bool:
    """Whether a word in `text` can stand for the dot of an address."""
    return any(word in text for word in _dots())


@functools.cache
def _dots() -> tuple[str, ...]:
    known = words("spoken.yml", "dot")
    return tuple(sorted({shape for word in known for shape in (word, word.upper(), word.capitalize())}))


@functools.cache
def _bracketed() -> re.Pattern[str]:
    either = f"{any_of('spoken.yml', 'at')}|{any_of('spoken.yml', 'dot')}|@|\\."
    return re.compile(rf"[(\[{{<*]\s?(?:{either})\s?[)\]}}>*]", re.IGNORECASE)


@functools.cache
def _plain() -> re.Pattern[str]:
    either = f"{any_of('spoken.yml', 'at')}|{any_of('spoken.yml', 'dot')}"
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
