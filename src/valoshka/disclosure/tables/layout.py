"""Where in a sheet the tables stand, and in each of them the headings, the labels and the counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.figures import Figure, figure, share_of_number
from valoshka.disclosure.tables.table import ANY
from valoshka.disclosure.tables.wording import counts_no_people, folded, lists_persons, says_shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.tables.sheets import Rows

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MOSTLY = 0.5
_MOST_CELLS, _SAMPLE = 100_000, 500  # of a larger run, the first rows say whether it counts anything
_MEASURE = re.compile(r"[-−]\s?\d[\d\s.,]*|\d+[.,](?!0+$|\d{3}$)\d+")
DASHES = frozenset("-–—")  # nobody, where something else marks what is kept back


@dataclass(frozen=True)
class Layout:
    """One table in a sheet, as strings: `cells[row][column]`, all rows equally long, `top` its first row in the sheet.

    `headings` and `body` are rows, `labels` and `counts` columns, all counted from 0 within the table; `figures` what
    each cell of the body tells, if it tells a number.
    """

    cells: tuple[tuple[str, ...], ...]
    top: int
    title: str
    headings: tuple[int, ...]
    body: tuple[int, ...]
    labels: tuple[int, ...]
    counts: tuple[int, ...]
    figures: dict[tuple[int, int], Figure]
    sheet: str | None = None

    def heading(self, column: int) -> str:
        """All that stands over `column`, from top to bottom."""
        return " ".join(filter(None, (self.cells[row][column].strip() for row in self.headings)))


def layouts(sheet: Rows) -> Iterator[Layout]:
    """The tables of a sheet: runs of rows between empty ones in which numbers stand beside or under words.

    >>> from valoshka.disclosure.tables.sheets import delimited
    >>> [(each.labels, each.counts) for each in layouts(delimited("Region,Detained\\nHrodna,3\\nBrest,12"))]
    [((0,), (1,))]
    """
    title = ""
    for top, rows in _runs(sheet.rows):
        width = max(map(len, rows))
        if width == 1:
            continue  # a list
        cells = tuple(row + ("",) * (width - len(row)) for row in rows)
        if len(cells) * width > _MOST_CELLS and _layout(cells[:_SAMPLE], top, title, sheet.sheet) is None:
            continue  # a long list, not a table
        found = _layout(cells, top, title, sheet.sheet)
        if found is None:
            title = _only_words(cells[0]) or title
        else:
            title = ""
            yield found


def _runs(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, list[tuple[str, ...]]]]:
    run: list[tuple[str, ...]] = []
    for number, row in enumerate((*rows, ())):
        if any(cell.strip() for cell in row):
            run.append(row)
        elif run:
            yield number - len(run), run
            run = []


def _layout(cells: tuple[tuple[str, ...], ...], top: int, title: str, sheet: str | None) -> Layout | None:
    told = {(r, c): figure(cell) for r, row in enumerate(cells) for c, cell in enumerate(row)}
    known = {place: each for place, each in told.items() if each is not None}
    first = next((row for row in range(len(cells)) if _is_body(cells, row, known)), None)
    if first is None:
        return None
    columns = [c for c in range(len(cells[0])) if (first, c) in known]
    while first > 0 and _is_kept_back(cells, first - 1, columns, known):
        first -= 1
    above = [row for row in range(first) if not _only_words(cells[row])]
    titles = [words for row in range(first) if (words := _only_words(cells[row]))]
    last = max(row for row, _ in known)
    # Where marks say what is kept back, a row without any is a heading between rows, not a row of blanks.
    marked = any(each.told in {"hidden", "range"} for (row, _), each in known.items() if row >= first)
    body = tuple(
        row
        for row in range(first, last + 1)
        if (cells[row][0].strip() and not marked) or any((row, c) in known for c in range(len(cells[0])))
    )
    labels = _labels(cells, tuple(above), body, known)
    layout = Layout(cells, top, " ".join(filter(None, (title, *titles))), tuple(above), body, labels, (), known, sheet)
    return _with_counts(layout)


def _is_body(cells: Sequence[Sequence[str]], row: int, known: dict[tuple[int, int], Figure]) -> bool:
    """Whether `row` has counts; headings may be numbers, too: years, ages."""
    numbers = [c for c in range(len(cells[row])) if (row, c) in known and known[row, c].told != "hidden"]
    if not numbers:
        return False
    below = [r for r in range(row + 1, len(cells)) if any((r, c) in known for c in numbers)]
    if not below:
        return True
    if not cells[row][0].strip():
        return False  # nothing in the corner: headings
    # An amount ("9 000,50") is no count and no heading either.
    words = [c for c in range(1, len(cells[row])) if any(map(str.isalpha, cells[row][c])) and (row, c) not in known]
    if any((r, c) in known and known[r, c].told == "exact" for c in words for r in below):
        return False
    inside = [known[row, c] for c in numbers if c]
    are_headings = bool(inside) and (all(map(_is_year, inside)) or _is_band(inside))
    return not are_headings or (row, 0) in known


def _is_kept_back(
    cells: Sequence[Sequence[str]], row: int, columns: Sequence[int], known: dict[tuple[int, int], Figure]
) -> bool:
    """Whether `row`, just over the first number, has a label and for its counts only marks, or blanks under words."""
    marked = [c for c in columns if (row, c) in known and known[row, c].told == "hidden"]
    blank = [c for c in columns if not cells[row][c].strip()]
    headed = row > 0 and any(cells[row - 1][c].strip() for c in columns)
    labelled = bool(cells[row][0].strip()) and 0 not in columns
    return labelled and len(marked) + len(blank) == len(columns) and (bool(marked) or headed)


def _is_band(told: Sequence[Figure]) -> bool:
    """Whether ranges follow each other, as ages in headings do."""
    ranges = [each.interval for each in told]
    return len(ranges) > 1 and all(
        each.told == "range" and (before.high or after.low) < after.low
        for each, before, after in zip(told, ranges, ranges[1:], strict=False)
    )


def _is_year(told: Figure) -> bool:
    return told.told == "exact" and _FIRST_YEAR <= told.interval.low <= _LAST_YEAR


def _only_words(row: Sequence[str]) -> str:
    """What a row says that has one cell of words and nothing else: a title."""
    said = [cell.strip() for cell in row if cell.strip()]
    return said[0] if len(said) == 1 and len(row) > 1 and figure(said[0]) is None else ""


def _labels(
    cells: Sequence[Sequence[str]],
    headings: Sequence[int],
    body: Sequence[int],
    known: dict[tuple[int, int], Figure],
) -> tuple[int, ...]:
    """The columns, from the left, that say what is counted; years, ages and running numbers do so, too."""
    found: list[int] = []
    for column in range(len(cells[0])):
        said = [row for row in body if cells[row][column].strip()]
        numbers = [known[row, column] for row in said if (row, column) in known]
        heading = " ".join(cells[row][column] for row in headings)
        words = len(numbers) <= _MOSTLY * len(said)
        if words or (column == 0 and len(cells[0]) > 1 and _are_names(numbers, heading)):
            found.append(column)
        else:
            break
    return tuple(found)


def _are_names(numbers: Sequence[Figure], heading: str) -> bool:
    exact = [each.interval.low for each in numbers if each.told == "exact"]
    return (
        counts_no_people(heading)
        or all(map(_is_year, numbers))
        or any(each.told == "range" for each in numbers)
        or (len(exact) > 1 and exact == list(range(exact[0], exact[0] + len(exact))))
        or not folded(heading)
    )


def _measures(layout: Layout, column: int) -> bool:
    """Whether a negative number or a fraction stands where a heading was taken to be: the column measures something."""
    return any(_MEASURE.fullmatch(layout.cells[row][column].strip()) for row in (*layout.headings, *layout.body))


def _has_shares(layout: Layout, column: int) -> bool:
    return any(told.share is not None for (_, c), told in layout.figures.items() if c == column)


def _with_counts(layout: Layout) -> Layout | None:
    """`layout` with the columns that count people; `None` if there is none, or if each row is a person."""
    if any(lists_persons(layout.heading(column)) for column in layout.labels):
        return None
    figures = dict(layout.figures)
    counts: list[int] = []
    for column in range(len(layout.cells[0])):
        if column in layout.labels:
            continue
        heading = layout.heading(column)
        said = [row for row in layout.body if layout.cells[row][column].strip()]
        if says_shares(heading):
            shares = {(row, column): share_of_number(layout.cells[row][column]) for row in said}
            figures |= {place: Figure(ANY, "percent", share) for place, share in shares.items() if share}
        elif _measures(layout, column) or (counts_no_people(heading) and not _has_shares(layout, column)):
            continue
        told = [figures[row, column] for row in said if (row, column) in figures]
        kept_back = {layout.cells[row][column].strip() for row in said} - DASHES
        if len(told) > _MOSTLY * len(said) and kept_back:
            counts.append(column)
    if all(figures[place].told == "hidden" for place in figures if place[1] in counts):
        return None
    return Layout(
        layout.cells, layout.top, layout.title, layout.headings, layout.body, layout.labels, tuple(counts), figures,
        layout.sheet,
    )  # fmt: skip
