"""Tables in plain text: which sign parts the columns, and rows that survive a quotation mark nobody closed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from valoshka.tracing.ledger import BETWEEN, RawRow
from valoshka.tracing.lines import Line, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Report = Callable[[int, int, str], None]  # page from 0, line from 1, why

SIGNS = ("\t", ";", "|", ",", "^")
_SAMPLE = 200  # lines
_STEADY = 0.6  # share of lines that have one and the same number of columns
_LONGEST_LINE = 100_000  # characters; no row of a list is longer, and quotation marks are not sought in one
_LONGEST_CELL = 30  # lines that one quoted cell may stand on
_FORMULA = re.compile(r'^=\s*"((?:[^"]|"")*)"$')  # ="00123": how spreadsheets keep a figure from being counted


@dataclass(frozen=True)
class Ruling:
    """The sign that parts the columns of a table, and how many columns most of its lines have."""

    sign: str
    width: int


ONE_COLUMN = Ruling(BETWEEN, 1)


def ruling(text: str, signs: tuple[str, ...] = SIGNS) -> Ruling | None:
    """The sign that most lines have equally often; `None` if no sign parts columns.

    >>> ruling("Бонч;Галіна;1990\\nСарока;Алесь;1985")
    Ruling(sign=';', width=3)
    """
    sample = [line.text for line in islice(lines(text), _SAMPLE * 5) if line.text.strip()][:_SAMPLE]
    best, most = None, 0.0
    for sign in signs:
        widths = Counter(len(_cells(line, sign)) for line in sample)
        width, times = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(1, 0))
        share = times / len(sample) if sample else 0.0
        if width > 1 and share >= _STEADY and share > most:
            best, most = Ruling(sign, width), share
    return best


def delimited(text: str, ruled: Ruling, report: Report) -> Iterator[RawRow]:
    """The rows of a table, with the line that each begins on; what had to be mended is told to `report`.

    A quoted cell may go over several lines. A quotation mark that nothing closes is a slip: then each line is a row,
    so that no slip swallows the people below it.
    """
    waiting: list[Line] = []
    for line in lines(text):
        whole = "\n".join((*(each.text for each in waiting), line.text))
        if not _is_open(whole, ruled.sign) and (not waiting or _is_row(whole, ruled)):
            yield _row((waiting or [line])[0], whole, ruled)
            waiting = []
        elif waiting and (_is_row(line.text, ruled) or len(waiting) == _LONGEST_CELL):
            yield from _unclosed([*waiting, line], ruled, report)
            waiting = []
        else:
            waiting.append(line)
    yield from _unclosed(waiting, ruled, report)


def _is_row(text: str, ruled: Ruling) -> bool:
    return len(_cells(text, ruled.sign)) == ruled.width and not _is_open(text, ruled.sign)


def _unclosed(waiting: list[Line], ruled: Ruling, report: Report) -> Iterator[RawRow]:
    for line in waiting:
        if _is_open(line.text, ruled.sign):
            report(line.page, line.number, "a quotation mark is never closed; the row was read without it")
            yield RawRow(line.page, line.number, tuple(line.text.replace('"', "").split(ruled.sign)))
        else:
            yield _row(line, line.text, ruled)


@cache
def _cell(sign: str) -> re.Pattern[str]:
    """A quoted cell, or one up to the next sign. A quotation mark closes only before a sign or the end, so that one
    within a cell does no harm; atomic groups keep a row of a thousand quotation marks linear."""
    end = rf" *(?:{re.escape(sign)}|\Z)"
    return re.compile(rf' *"((?>[^"]+|""|"(?!{end}))*)"(?={end}) *|([^{re.escape(sign)}]*)')


def _is_open(text: str, sign: str) -> bool:
    """Whether a quoted cell has no end yet."""
    return '"' in text and any(raw.lstrip().startswith('"') for raw, quoted in _raw_cells(text, sign) if not quoted)


def _raw_cells(text: str, sign: str) -> list[tuple[str, bool]]:
    """Each cell, and whether it stood in quotation marks."""
    if '"' not in text or len(text) > _LONGEST_LINE:
        return [(cell, False) for cell in text.split(sign)]
    cells: list[tuple[str, bool]] = []
    at = 0
    while at <= len(text):
        match = _cell(sign).match(text, at)
        if match is None:  # never so: the second way matches anything
            break
        quoted = match[1] is not None
        cells.append((match[1].replace('""', '"') if quoted else match[2], quoted))
        at = match.end() + 1
    return cells


def _row(line: Line, text: str, ruled: Ruling) -> RawRow:
    return RawRow(line.page, line.number, tuple(_cells(text, ruled.sign)))


def _cells(text: str, sign: str) -> list[str]:
    return [_unformulated(cell) for cell, _ in _raw_cells(text, sign)]


def _unformulated(cell: str) -> str:
    formula = _FORMULA.match(cell.strip()) if "=" in cell else None
    return formula[1] if formula else cell
