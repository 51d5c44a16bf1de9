"""Slips of the pen: a letter exchanged, left out, put in, or two letters swapped, anywhere in a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.names.persons import CYRILLIC

if TYPE_CHECKING:
    import random

KEYBOARDS = (("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"), ("qwertyuiop", "asdfghjkl", "zxcvbnm"))
NEIGHBOUR = 0.5  # every second wrong letter is a key beside the right one, every other any letter of the script


def with_slips(text: str, count: int, chance: random.Random) -> str:
    """`count` random slips, one after another; the four sorts are equally likely. The result differs from `text`."""
    slipped = text
    while slipped.lower() == text.lower():
        slipped = text
        for _ in range(count):
            slipped = _slip(slipped, chance)
    return slipped


def _slip(text: str, chance: random.Random) -> str:
    at = chance.choice([place for place, letter in enumerate(text) if letter.isalpha()])
    sort = chance.choice(("exchange", "leave out", "put in", "swap"))
    if sort == "exchange":
        return text[:at] + _wrong(text[at], chance) + text[at + 1 :]
    if sort == "put in":
        return text[:at] + _wrong(text[at], chance) + text[at:]
    if sort == "swap" and text[at + 1 : at + 2].isalpha():
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :]


def _wrong(letter: str, chance: random.Random) -> str:
    rows = KEYBOARDS[0] if CYRILLIC.match(letter) else KEYBOARDS[1]
    near = [each for row in rows if (at := row.find(letter.lower())) >= 0 for each in row[max(0, at - 1) : at + 2]]
    others = [
        each for each in (near if near and chance.random() < NEIGHBOUR else "".join(rows)) if each != letter.lower()
    ]
    wrong = chance.choice(others)
    return wrong.upper() if letter.isupper() else wrong
