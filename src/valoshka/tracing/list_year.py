"""In which year a list was true, for ages: 35 years old, but when?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.tracing.opening import Opened

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)|(?<![\d.])\d{1,2}[./]\d{1,2}[./]([0-4]\d)(?![\d.])")
_CENTURY = 2000


class ListYear(NamedTuple):
    """A year, and in words where it is from."""

    year: int
    basis: str


def list_years(file: Opened, titles: Sequence[str]) -> list[ListYear]:
    """The year of each page: from the `titles` of it, else from those of another, the file's name, or its last writing.

    >>> from datetime import UTC, datetime
    >>> from valoshka.tracing.opening import Opened
    >>> file = Opened("list.xlsx", b"", datetime(2026, 1, 1, tzinfo=UTC))
    >>> [told.year for told in list_years(file, ["Спіс на 11.08.2020", ""])], list_years(file, [""])[0].year
    ([2020, 2020], 2026)
    """
    of_pages = [_said(title) for title in titles]
    of_others = next(filter(None, of_pages), None)
    of_name = _said(file.name)
    if of_others:
        otherwise = ListYear(of_others, "which a title in it says")
    elif of_name:
        otherwise = ListYear(of_name, "which its file's name says")
    else:
        otherwise = ListYear(file.written.year, "when the file was written; a year in its name is taken instead")
    return [ListYear(own, "which its title says") if own else otherwise for own in of_pages]


def _said(words: str) -> int | None:
    said = _YEAR.search(words)
    return int(said[1] or _CENTURY + int(said[2])) if said else None
