"""Marks that plain text is written with and that a reader never sees: Markdown, tags, BBCode, TeX."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    r"<!--(?:(?!<!--|-->).)*-->"  # a comment
    r"|</?[A-Za-z][^<>\n]{0,300}>"  # a tag
    r"|\[/?[a-z]{1,10}(?:=[^\[\]\n]{0,100})?\](?!\()"  # BBCode
    r"|\\-|\\ |\{\}",  # TeX's and reStructuredText's empty joints
    re.DOTALL,
)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\])")
_ESCAPED = re.compile(r"\\([^\w\s])")
_EMPHASIS = re.compile(r"(?<=\w)[*~`]{1,3}|[*~`]{1,3}(?=\w)")
_QUOTES = re.compile(r"""["'`]\s{0,20}[+,]?\s{0,20}["'`]""")


def unmarked(text: str) -> str:
    """`text` as a program would show it once its marks are followed.

    >>> unmarked("[Ka](a.html)**va**l, K<i>ava</i>l")
    'Kaval, Kaval'
    """
    seen = _LINK.sub(lambda match: match[1], _UNSEEN.sub("", text))
    return _EMPHASIS.sub("", _ESCAPED.sub(lambda match: match[1], seen))


def strings_joined(source: str) -> str:
    """A script or a style sheet with the strings joined that stand side by side or are added up.

    >>> strings_joined("say('Ka' + 'val')")
    "say('Kaval')"
    """
    return _QUOTES.sub("", source)
