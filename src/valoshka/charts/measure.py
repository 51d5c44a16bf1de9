"""How much room a label takes, roughly, and where it breaks. Widths are in the chart's units (CSS pixels)."""

from __future__ import annotations

from functools import cache

from valoshka.own_yaml import own_yaml


@cache
def _widths() -> tuple[dict[str, int], int, int]:
    table = own_yaml("valoshka.charts", "widths.yml")
    each = {character: width for width, characters in table["widths"].items() for character in characters}
    return each, table["default"], table["bold_percent"]


def width_of(text: str, size: int, *, bold: bool = False) -> int:
    """The width of `text` at a type size of `size` pixels, rounded up.

    >>> width_of("Hrodna", 15) < width_of("Магілёўская вобласць", 15)
    True
    """
    each, default, bold_percent = _widths()
    thousandths = sum(each.get(character, default) for character in text)
    percent = bold_percent if bold else 100
    return -(-thousandths * size * percent // 100_000)


def wrap(text: str, size: int, room: int, *, bold: bool = False) -> list[str]:
    """`text` in lines of at most `room` pixels; a word that is wider than a whole line is cut.

    Every character but the spaces at the breaks is kept; no-break spaces do not break.

    >>> wrap("Dismissed from a state hospital", 15, 120)
    ['Dismissed from', 'a state hospital']
    """
    lines: list[str] = []
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}" if lines else word
        if width_of(candidate, size, bold=bold) <= room and lines:
            lines[-1] = candidate
        else:
            lines.extend(_cut(word, size, room, bold=bold))
    return [line for line in lines if line] or [""]


def _cut(word: str, size: int, room: int, *, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces
