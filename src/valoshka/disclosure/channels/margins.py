"""What a spreadsheet prints at the top and the foot of each page, without the codes that set it."""

from __future__ import annotations

import re

MARGINS = frozenset(f"{which}{where}" for which in ("odd", "even", "first") for where in ("Header", "Footer"))

# Source: ECMA-376 part 1, 18.3.1.46 (oddHeader) and the elements that refer to it.
_CODE = re.compile(
    r'&(?:(?P<part>[LCR])|"(?P<font>[^"]*)"|\d{1,3}|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|(?P<and>&)|[A-Za-z+-])'
)


def printed_margin(coded: str) -> str:
    r"""The words of a printed margin; its left, middle and right part on a line each, names of fonts at the end.

    >>> printed_margin('&L&"Arial,Bold"&12Kaval&C&KFF0000Ka&Bval&RPage &P')
    'Kaval\nKaval\nPage \nArial,Bold'
    """
    fonts = [match["font"] for match in _CODE.finditer(coded) if match["font"]]
    said = _CODE.sub(lambda match: "\n" if match["part"] else match["and"] or "", coded)
    return "\n".join(filter(None, (*said.split("\n"), *fonts)))
