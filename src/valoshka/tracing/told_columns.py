"""Columns in words, for who reads the answer: where the names stand, and which columns there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.tracing.columns_by_content import filled
from valoshka.tracing.heading_rows import headings_of
from valoshka.tracing.headings import kinds_of
from valoshka.tracing.name_sense import has_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.tracing.columns import Columns

_MOST = 12  # columns that are told


def told_names(columns: Columns) -> str:
    """Which columns hold the names, in words.

    >>> from valoshka.tracing.columns import Columns
    >>> told_names(Columns((1, 2), how="by its heading"))
    'columns 2 and 3 (by their headings)'
    """
    numbers = [str(place + 1) for place in columns.names]
    if len(numbers) == 1:
        return f"column {numbers[0]} ({columns.how})"
    how = columns.how.replace("its heading", "their headings")
    return f"columns {', '.join(numbers[:-1])} and {numbers[-1]} ({how})"


def told_columns(rows: Sequence[Sequence[str]]) -> str:
    """Which columns there are, in a sentence, without a word of what stands in them unless it is a known heading."""
    headings = headings_of(rows)
    titles = headings.titles if headings else ()
    width = max(map(len, rows), default=0)
    told = []
    for place in range(min(width, _MOST)):
        title = titles[place].strip() if place < len(titles) else ""
        told.append(f"{place + 1} {f'“{title}”' if kinds_of(title) else f'({_content(rows, place)})'}")
    more = f" and {width - _MOST} more" if width > _MOST else ""
    return f"Its columns are {', '.join(told)}{more}. Say which holds the names: --name-column 1 (several are joined)."


def _content(rows: Sequence[Sequence[str]], place: int) -> str:
    cells = filled(rows, place)
    if not cells:
        return "empty"
    figures = sum(not has_letters(cell) for cell in cells)
    return "figures" if figures > len(cells) / 2 else "words"
