"""Finding words that somebody copied by hand in a text: white space, quotation marks and dashes may differ."""

from __future__ import annotations

import re

from valoshka.casebook.tasks.alignment import Span

# Word processors turn one into the other; Unicode names them as quotation marks, apostrophes and dashes.
_QUOTES = '"“”„‟«»‹›'
_APOSTROPHES = "'‘’‚‛ʼ"
_DASHES = "-‐‑‒–—−"
_CLASSES = (_QUOTES, _APOSTROPHES, _DASHES)


def locate(text: str, words: str) -> list[Span]:
    """Every place where `words` stand in `text`, in order; capitals count, line breaks do not.

    >>> locate("She said:\\n‘I was\\n dismissed’.", '"I was dismissed"')
    []
    >>> locate("She said:\\n‘I was\\n dismissed’.", "'I was dismissed'")
    [Span(start=10, end=28)]
    """
    tokens = words.split()
    if not tokens:
        return []
    pattern = r"\s+".join("".join(_either(letter) for letter in token) for token in tokens)
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


def _either(letter: str) -> str:
    for alike in _CLASSES:
        if letter in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(letter)


def around(text: str, span: Span, width: int = 240) -> tuple[str, str, str]:
    """The passage with what stands before and after it, each side cut at a word, at most `width` characters.

    >>> around("one two three four five", Span(8, 13), 5)
    ('two ', 'three', ' four')
    """
    left = max(0, span.start - width)
    right = min(len(text), span.end + width)
    if left:
        cut = text.find(" ", left, span.start)
        left = cut + 1 if cut >= 0 else left
    if right < len(text):
        cut = text.rfind(" ", span.end, right)
        right = cut if cut > span.end else right
    return text[left : span.start], text[span.start : span.end], text[span.end : right]
