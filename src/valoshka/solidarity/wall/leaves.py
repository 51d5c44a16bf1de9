"""Items → the leaves of the wall, each a page and a sprite sheet.

A leaf holds at most 200 items, and ends with its day as soon as it has 100. So one that is taken out, or comes late,
moves the items of its own days only, and all older and newer leaves keep their bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.solidarity.items import newest_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.solidarity.items import Item

MOST, ENOUGH = 200, 100


@dataclass(frozen=True)
class Leaf:
    """Some items, the newest first. `number` 1 holds the first flowers; `older` and `newer` are files beside it."""

    number: int
    items: tuple[Item, ...]
    is_newest: bool

    @property
    def file(self) -> str:
        """The name of its page."""
        return "index.html" if self.is_newest else f"page-{self.number}.html"


def leaves(items: Iterable[Item]) -> list[Leaf]:
    """The leaves, the oldest first; one that is empty if there are no items.

    What is left over, if it is less than 100, stays with the leaf before, so that the newest page is never a bare one.

    >>> from valoshka.solidarity.items import Item
    >>> some = [Item(f"{n:016x}", f"2026-05-{1 + n // 150:02}", "en") for n in range(690)]
    >>> [(leaf.file, len(leaf.items)) for leaf in leaves(some)]
    [('page-1.html', 150), ('page-2.html', 150), ('page-3.html', 150), ('index.html', 240)]
    """
    parts = _parts(newest_first(items)[::-1])
    if len(parts) > 1 and len(parts[-1]) < ENOUGH:
        parts[-2:] = [parts[-2] + parts[-1]]
    return [
        Leaf(number, tuple(reversed(part)), is_newest=number == len(parts))
        for number, part in enumerate(parts, start=1)
    ]


def _parts(oldest_first: list[Item]) -> list[list[Item]]:
    parts: list[list[Item]] = [[]]
    for item in oldest_first:
        part = parts[-1]
        if len(part) == MOST or (len(part) >= ENOUGH and part[-1].day != item.day):
            parts.append(part := [])
        part.append(item)
    return parts
