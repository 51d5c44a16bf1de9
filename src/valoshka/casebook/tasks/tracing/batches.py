"""Many rows a batch at a time: SQLite takes no more than some 32,000 values in one question."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Each = TypeVar("Each")
BATCH = 500


def batches(of: Iterable[Each], size: int = BATCH) -> Iterator[list[Each]]:
    """The same in the same order, `size` at a time.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(of)
    while batch := list(islice(rest, size)):
        yield batch
