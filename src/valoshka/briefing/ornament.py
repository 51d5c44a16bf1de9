"""A cornflower, drawn by hand in code: a flower stands where a face must not be.

The same seed always gives the same bytes. A seed is a place in the publication, never anything about a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PETALS = ("#2B4199", "#3B57C4", "#5871D6")  # the back ring, the front ring, and the veins
STAMENS, POLLEN = "#4A2A82", "#F3D9F0"
LEAF, LEAF_DARK = "#3F6B4F", "#2F5440"
CENTRE = (200, 190)


@dataclass
class _Chance:
    """Park and Miller's minimal standard generator (CACM 31, 1988): small, and equal on every machine."""

    state: int

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        self.state = self.state * 48271 % 2147483647
        return low + self.state % (high - low + 1)


def cornflower(seed: int = 1, *, stem: bool = True) -> str:
    """An SVG of one cornflower; without its stem it is a square of the head alone.

    >>> cornflower(3) == cornflower(3) and cornflower(3) != cornflower(4)
    True
    """
    chance = _Chance(seed * 7919 + 17)
    height = 620 if stem else 400
    pieces = [*(_stem(chance) if stem else ()), *_head(chance)]
    shift = "" if stem else ' transform="translate(0 10)"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 {height}" width="400" height="{height}" '
        f'aria-hidden="true"><g{shift}>{"".join(pieces)}</g></svg>'
    )


def _at(angle: int, radius: int, centre: tuple[int, int] = CENTRE) -> str:
    """A point by compass: 0 is up, angles in degrees run clockwise."""
    x, y = centre
    return f"{round(x + radius * sin(radians(angle)))} {round(y - radius * cos(radians(angle)))}"


def _head(chance: _Chance) -> Iterator[str]:
    start = chance.between(0, 44)
    for ring, (count, length, colour) in enumerate(((7, 178, PETALS[0]), (7, 160, PETALS[1]))):
        for number in range(count):
            angle = start + ring * 26 + number * 360 // count + chance.between(-6, 6)
            yield from _floret(chance, angle, length + chance.between(-14, 10), colour)
    yield from _stamens(chance)


def _floret(chance: _Chance, angle: int, length: int, colour: str) -> Iterator[str]:
    """One ray floret: a narrow tube that opens into pointed lobes."""
    lobes = chance.between(5, 6)
    spread = 19
    valley = length * 68 // 100
    path = [f"M{_at(angle - 9, 24)}Q{_at(angle - 8, length // 2)} {_at(angle - spread, valley)}"]
    veins = []
    for lobe in range(lobes):
        left = angle - spread + lobe * 2 * spread // lobes
        right = angle - spread + (lobe + 1) * 2 * spread // lobes
        # The lobes in the middle of a floret reach farthest.
        inward = abs(2 * lobe - lobes + 1) * length // (lobes * 9)
        tip = length - inward + chance.between(-5, 5)
        middle = (left + right) // 2
        end = valley if lobe == lobes - 1 else valley + chance.between(-4, 6)
        path.append(f"Q{_at(left, (valley + tip) // 2)} {_at(middle, tip)}Q{_at(right, (valley + tip) // 2)} ")
        path.append(_at(right, end))
        veins.append(f"M{_at(angle + (middle - angle) // 3, length // 2)}L{_at(middle, tip - 14)}")
    path.append(f"Q{_at(angle + 8, length // 2)} {_at(angle + 9, 24)}Z")
    yield f'<path d="{"".join(path)}" fill="{colour}" stroke="{PETALS[0]}" stroke-width="1"/>'
    yield f'<path d="{"".join(veins)}" fill="none" stroke="{PETALS[2]}" stroke-width="1"/>'


def _stamens(chance: _Chance) -> Iterator[str]:
    spokes, grains = [], []
    for number in range(44):
        angle = number * 137 + chance.between(-8, 8)  # the golden angle, in whole degrees
        length = 14 + number * 4 // 5 + chance.between(0, 16)
        spokes.append(f"M{_at(angle, 4)}Q{_at(angle + 8, length // 2)} {_at(angle, length)}")
        grains.append(f'<circle cx="{_at(angle, length).split()[0]}" cy="{_at(angle, length).split()[1]}" r="3"/>')
    x, y = CENTRE
    yield f'<circle cx="{x}" cy="{y}" r="32" fill="{STAMENS}"/>'
    yield f'<path d="{"".join(spokes)}" fill="none" stroke="{STAMENS}" stroke-width="5" stroke-linecap="round"/>'
    yield f'<g fill="{POLLEN}">{"".join(grains)}</g>'


def _stem(chance: _Chance) -> Iterator[str]:
    lean = chance.between(-30, 30)
    yield (
        f'<path d="M200 330Q{200 - lean // 2} 470 {200 + lean} 618" fill="none" stroke="{LEAF}" stroke-width="7" '
        'stroke-linecap="round"/>'
    )
    for number, (top, side) in enumerate(((600, 1), (560, -1), (500, 1), (455, -1))):
        reach = 96 - number * 8 + chance.between(-10, 10)
        along = (top - 330) * 1000 // 288  # thousandths of the stem, so that each leaf grows out of its curve
        foot = 200 + lean * (2 * along * along // 1000 - along) // 1000
        tip_x, tip_y = foot + side * reach, top - 120 + chance.between(-14, 14)
        yield (
            f'<path d="M{foot} {top}Q{foot + side * reach // 3} {top - 64} {tip_x} {tip_y}'
            f'Q{foot + side * reach * 3 // 5} {top - 50} {foot} {top}Z" fill="{LEAF}"/>'
            f'<path d="M{foot} {top}Q{foot + side * reach * 7 // 15} {top - 57} {tip_x} {tip_y}" fill="none" '
            f'stroke="{LEAF_DARK}" stroke-width="1"/>'
        )
    yield f'<path d="M172 300Q158 350 186 384Q200 392 214 384Q242 350 228 300Z" fill="{LEAF}"/>'
    scales = "".join(
        f"M{170 + row % 2 * 7 + column * 15} {318 + row * 17}q7 12 15 0"
        for row in range(4)
        for column in range(4 - row // 2)
    )
    yield f'<path d="{scales}" fill="none" stroke="{LEAF_DARK}" stroke-width="2"/>'
