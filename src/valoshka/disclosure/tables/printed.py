"""Tables that are only set, not marked up: columns of a PDF's page, or of plain text in lines.

A table is what a reader takes for one: lines below each other whose words stand in columns, with numbers in them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.figures import figure
from valoshka.disclosure.tables.sheets import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.disclosure.channels.pdf_sight import Word

_GAP = 0.9  # of the height of letters: blanks between words are a third of it
_ON_ONE_LINE = 0.5  # of the height of letters
_FAR = 5.0  # heights of letters between two lines: here a table ends
_LEADER = re.compile(r"(?:[.…·]\s?){4,}")
_BLANKS = re.compile(r"\t+| {2,}")
_HEADINGS = 2  # lines above the first that has all columns
_ALIKE = 0.4  # share of the lines of a table that have all its columns
_CONTENTS = 4  # lines without a heading whose last numbers only grow: a list of contents


@dataclass(frozen=True)
class _Piece:
    """Words that stand together on a line, from `left` to `right`."""

    text: str
    left: float
    right: float
    words: tuple[_Piece, ...] = ()

    def parted(self, spans: Sequence[tuple[float, float]]) -> tuple[_Piece, ...]:
        """Word by word, if it lies across several columns: headings stand closer than what is below them."""
        over = sum(min(self.right, right) > max(self.left, left) for left, right in spans)
        return self.words if over > 1 and len(self.words) > 1 else (self,)


@dataclass(frozen=True)
class _Line:
    pieces: tuple[_Piece, ...]
    top: float = 0.0
    height: float = 1.0


def tables_of_pdf(pages: Sequence[Sequence[Word]]) -> Iterator[Rows]:
    """The tables on each page of a PDF, out of the places of its words.

    >>> from valoshka.disclosure.channels.pdf_sight import Word
    >>> told = [("Region", 0), ("Detained", 90), ("Hrodna", 0), ("3", 90), ("Brest", 0), ("12", 90)]
    >>> words = [Word(text, x, 20 * (n // 2), x + 8 * len(text), 20 * (n // 2) + 9) for n, (text, x) in enumerate(told)]
    >>> [table.rows for table in tables_of_pdf([words])]
    [(('Region', 'Detained'), ('Hrodna', '3'), ('Brest', '12'))]
    """
    for number, words in enumerate(pages, start=1):
        for at, rows in enumerate(_tables(_lines(words)), start=1):
            yield Rows(rows, f"page {number}, table {at}")


def tables_of_lines(text: str) -> Iterator[Rows]:
    """Tables of plain text whose columns are parted by tabs, or by two blanks and more.

    >>> [table.rows for table in tables_of_lines("Region   Detained\\nHrodna   3\\nBrest    12")]
    [(('Region', 'Detained'), ('Hrodna', '3'), ('Brest', '12'))]
    """
    lines = [_Line(tuple(_pieces(line)), float(number)) for number, line in enumerate(text.split("\n"))]
    for at, rows in enumerate(_tables([line for line in lines if line.pieces], far=1.5), start=1):
        yield Rows(rows, f"table {at}")


def _pieces(line: str) -> Iterator[_Piece]:
    expanded = line.rstrip().expandtabs(8) if "\t" not in line.strip() else line.rstrip()
    start = 0
    for number, said in enumerate(_BLANKS.split(expanded)):
        if said.strip():
            # A tab leads to the next column wherever that stands; blanks show where it does.
            left = float(number * 100) if "\t" in expanded else float(expanded.index(said, start))
            start = expanded.index(said, start) + len(said)
            yield _Piece(said.strip(), left, left + len(said))


def _lines(words: Iterable[Word]) -> list[_Line]:
    lines: list[list[Word]] = []
    for word in sorted(
        (each for each in words if each.how == "seen"), key=lambda each: (each.top + each.bottom, each.left)
    ):
        middle, height = (word.top + word.bottom) / 2, max(word.bottom - word.top, 1.0)
        last = lines[-1][-1] if lines else None
        if last is not None and abs((last.top + last.bottom) / 2 - middle) < _ON_ONE_LINE * max(
            height, last.bottom - last.top
        ):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(sorted(line, key=lambda word: word.left)) for line in lines]  # fmt: skip


def _line(words: Sequence[Word]) -> _Line:
    height = sorted(word.bottom - word.top for word in words)[len(words) // 2]
    pieces: list[list[Word]] = [[words[0]]]
    for one, other in pairwise(words):
        if other.left - one.right > _GAP * max(height, 4.0):
            pieces.append([])
        pieces[-1].append(other)
    return _Line(tuple(map(_piece, pieces)), min(word.top for word in words), max(height, 4.0))


def _piece(words: Sequence[Word]) -> _Piece:
    each = tuple(_Piece(word.text, word.left, word.right) for word in words)
    return _Piece(" ".join(word.text for word in words), words[0].left, words[-1].right, each)


def _tables(lines: Sequence[_Line], far: float = _FAR) -> Iterator[tuple[tuple[str, ...], ...]]:
    for block in _blocks(lines, far):
        rows = _in_columns(block)
        if rows and _counts(rows) and not _is_contents(block, rows):
            yield rows


def _blocks(lines: Sequence[_Line], far: float) -> Iterator[list[_Line]]:
    """Lines that follow each other closely, from the first with two pieces to the last; prose parts them."""
    block: list[_Line] = []
    for line in lines:
        prose = len(block) > 1 and max(map(len, (block[-2].pieces, block[-1].pieces, line.pieces))) == 1
        if block and (prose or line.top - block[-1].top > far * max(line.height, block[-1].height)):
            yield from _trimmed(block)
            block = block[-1:] if prose else []
        block.append(line)
    yield from _trimmed(block)


def _trimmed(block: list[_Line]) -> Iterator[list[_Line]]:
    several = [number for number, line in enumerate(block) if len(line.pieces) > 1]
    if len(several) > 1:
        yield block[max(several[0] - 1, 0) : several[-1] + 1]


def _in_columns(block: Sequence[_Line]) -> tuple[tuple[str, ...], ...]:
    """Each line's pieces in the columns of the block, which the fullest common sort of line shows."""
    sizes = Counter(len(line.pieces) for line in block)
    least = max(2, _ALIKE * len(block))
    size = max((each for each, count in sizes.items() if each > 1 and count >= least), default=0)
    spans = _spans([line for line in block if len(line.pieces) == size], size)
    full = [number for number, line in enumerate(block) if len(line.pieces) == size]
    if not spans:
        return ()
    first, end = max(full[0] - _HEADINGS, 0), full[-1] + 1
    while end < len(block) and len(block[end].pieces) > 1:
        end += 1
    return tuple(_row(block[at], spans, heading=at < full[0]) for at in range(first, end))


def _spans(lines: Sequence[_Line], size: int) -> list[tuple[float, float]]:
    columns = [[line.pieces[at] for line in lines] for at in range(size)]
    return [(min(each.left for each in column), max(each.right for each in column)) for column in columns]


def _row(line: _Line, spans: Sequence[tuple[float, float]], *, heading: bool) -> tuple[str, ...]:
    row = [""] * len(spans)
    parts = [part for piece in line.pieces for part in (piece.parted(spans) if heading else (piece,))]
    for piece in parts:
        at = min(range(len(spans)), key=lambda number: _distance(piece, spans[number]))
        row[at] = f"{row[at]} {piece.text}".strip()
    return tuple(row)


def _distance(piece: _Piece, span: tuple[float, float]) -> tuple[float, float]:
    """First by how little both overlap, then by how far their middles lie apart."""
    overlap = min(piece.right, span[1]) - max(piece.left, span[0])
    return (-max(overlap, 0.0), abs(piece.left + piece.right - span[0] - span[1]))


def _counts(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column beside the first has numbers in two lines at least."""
    numbers = Counter(at for row in rows for at, cell in enumerate(row) if at and figure(cell) is not None)
    return any(count > 1 for count in numbers.values())


def _is_contents(block: Sequence[_Line], rows: Sequence[Sequence[str]]) -> bool:
    """Whether it is a list of contents: dotted lines, or page numbers that only grow, without a heading."""
    if 2 * sum(_LEADER.search(" ".join(piece.text for piece in line.pieces)) is not None for line in block) > len(
        block
    ):
        return True
    last = [told.interval.low if (told := figure(row[-1])) else None for row in rows]
    numbers = [each for each in last if each is not None]
    grows = len(numbers) >= _CONTENTS and all(one <= other for one, other in pairwise(numbers))
    return grows and last[0] is not None and len(rows[0]) == 2
