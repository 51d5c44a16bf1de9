"""Which flowers go into a book, and in which order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.solidarity.items import Item

# Twice as many would make a file that printers and mail boxes do not take.
MOST = 400
_ID = re.compile("[0-9a-f]{16}")


def chosen(items: Sequence[Item], ids: str, name: str) -> list[Item]:
    """The items whose ids stand in a text, one a line, in its order; what follows an id or a # is passed over.

    Raises `Refused`, naming the line: no id, an id of nothing published, an id twice, too many.

    >>> from valoshka.solidarity.items import Item
    >>> some = [Item(f"{number:016x}", "2026-05-02", "en") for number in range(3)]
    >>> [item.id[-1] for item in chosen(some, "# the best\\n0000000000000002\\n0000000000000000 blue", "ids.txt")]
    ['2', '0']
    """
    known = {item.id: item for item in items}
    found: dict[str, Item] = {}
    for number, line in enumerate(ids.splitlines(), start=1):
        word = line.partition("#")[0].split()
        if not word:
            continue
        if not _ID.fullmatch(word[0]):
            raise Refused(f"{name}, line {number}: an id of 16 figures and letters a to f is expected here.")
        if word[0] not in known:
            raise Refused(f"{name}, line {number}: nothing with this id is published. Take the line out.")
        if word[0] in found:
            raise Refused(f"{name}, line {number}: this id stands on an earlier line already. Take one of them out.")
        found[word[0]] = known[word[0]]
    return fitting(list(found.values()))


def fitting(items: list[Item]) -> list[Item]:
    """The same items. Raises `Refused` if there are none, or too many for a book."""
    if not items:
        raise Refused("No flower was chosen, so there is no book to make. Write one id a line.")
    if len(items) > MOST:
        raise Refused(
            f"{len(items)} flowers are too many for one book: {MOST} are the most. Choose some with --choose IDS.txt, "
            "or make several volumes."
        )
    return items
