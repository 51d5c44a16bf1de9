"""A list while it is being read: good rows go into the ledger, the others are remembered with the reason."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from valoshka.tracing.detainee_list import DetaineeList
from valoshka.tracing.faults import Faults
from valoshka.tracing.laid_out import laid_out
from valoshka.tracing.ledger import Ledger, RawRow
from valoshka.tracing.line_names import is_formula
from valoshka.tracing.line_words import without_address
from valoshka.tracing.list_row import ListRow
from valoshka.tracing.list_year import list_years
from valoshka.tracing.name_sense import has_letters
from valoshka.tracing.refusals import ListUnreadable, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from valoshka.tracing.layouts import Layout
    from valoshka.tracing.limits import Limits
    from valoshka.tracing.opening import Opened

    Progress = Callable[[int], None]  # rows read so far

_STEP = 5_000  # rows between two words to `progress`
_LONGEST_TITLE = 2_000  # characters
_SAMPLE = 400  # rows of a page that show whether it tells ages


class Filling:
    """Rows of one file, page by page. It is the ledger's `Teller` too."""

    def __init__(self, file: Opened, pages: Sequence[str], limits: Limits, progress: Progress | None) -> None:
        self.file = file
        self.ledger = Ledger(self)
        self._pages, self._limits, self._progress = pages, limits, progress
        self._layouts: list[Layout] = []
        self._starts: list[tuple[int, int]] = []  # the page and line from which each layout holds
        self._faults = Faults()
        self._rows = 0
        self._ids: set[str] | None = set()
        self._notes: dict[str, None] = {}
        self._titles = [""] * len(pages)
        self._begun: set[int] = set()  # pages of which somebody was taken
        self._aged: set[int] = set()  # pages that tell ages

    def note(self, sentence: str, page: int | None = None) -> None:
        """Remember what was assumed, and of which page where each has its own; an empty sentence is none."""
        if sentence:
            label = self._pages[page] if page is not None else ""
            self._notes[f"{label}: {sentence}" if label else sentence] = None

    def title(self, page: int, words: str) -> None:
        """Remember words that stand above the people of a page."""
        if page not in self._begun and len(self._titles[page]) < _LONGEST_TITLE:
            self._titles[page] += f" {words}"

    def report(self, page: int, line: int, why: str, last: int | None = None) -> None:
        """Remember a row that was not taken, or all from `line` to `last`."""
        self._faults.add(self._pages[page], line, why, last=last)

    def mend(self, page: int, line: int, why: str) -> None:
        """Remember a row that was mended, and so can be searched."""
        self._faults.add(self._pages[page], line, why, mended=True)

    def take(self, page: int, layout: Layout, rows: Iterable[RawRow]) -> None:
        """Take every row of a page (of a text: of all pages, which then share the layout)."""
        self._begin(layout, page, 0)
        for number, row, laid in laid_out(layout, rows):
            if laid is not self._layouts[-1]:
                if laid.where != self._layouts[-1].where:
                    self.note(f"from line {row.line} on, names are in {laid.where}", row.page)
                self._begin(laid, row.page, row.line)
            self._rows += 1
            if self._rows > self._limits.rows:
                why = f"it has more than {self._limits.rows:,} rows"
                raise ListUnreadable(self.file.name, why, "Split it into several lists and give them all.")
            if self._progress and self._rows % _STEP == 0:
                self._progress(self._rows)
            self._take(number, row, laid)

    def _begin(self, layout: Layout, page: int, line: int) -> None:
        self._layouts.append(layout)
        self._starts.append((page, line))

    def _take(self, number: int, row: RawRow, layout: Layout) -> None:
        if not any(cell.strip() for cell in row.cells):
            return
        why, names = self._too_long(row), tuple[str, ...]()
        if not why:
            names = tuple(dict.fromkeys(without_address(shown(name)) for name in layout.names(row.cells)))
            if layout.is_nobody(number, row.cells, names):
                self.title(row.page, " ".join(row.cells))
                return
            why = self._why_unnamed(row, names)
        if why:
            self.title(row.page, " ".join(row.cells)[:_LONGEST_TITLE])
            self.report(row.page, row.line, why)
            return
        self._begun.add(row.page)
        if number < _SAMPLE and layout.says_age(row.cells):
            self._aged.add(row.page)
        self._note_id(layout.id(row.cells))
        self.ledger.append(row, names)

    def _too_long(self, row: RawRow) -> str:
        long = len(row.cells) > self._limits.columns or sum(map(len, row.cells)) > self._limits.characters
        return "far too long for a row of a list" if long else ""

    def _why_unnamed(self, row: RawRow, names: Sequence[str]) -> str:
        """Why no name is taken of a row; empty if they are."""
        if names:
            return "far too long for a name" if max(map(len, names)) > self._limits.name else ""
        if any(map(is_formula, row.cells)):
            return "a formula without its result; open the list, save it anew, and try again"
        if not has_letters(" ".join(itertools.islice(row.cells, 50))):
            return "no letters in it"
        return "no name in it"

    def _note_id(self, of_row: str) -> None:
        """An id that is missing or stands twice makes the whole column none."""
        if self._ids is not None:
            if not of_row or of_row in self._ids:
                self._ids = None
            else:
                self._ids.add(of_row)

    def finished(self) -> DetaineeList:
        """The list. Raises `ListUnreadable` if no row of it holds a name."""
        if not self.ledger:
            raise self._nobody()
        self._years = list_years(self.file, self._titles)
        self._note_years()
        self._own_ids = self._ids is not None
        ids = "ids are those of its first column" if self._own_ids else "ids are the numbers of its rows"
        return DetaineeList(
            file=shown(self.file.name),
            rows=self.ledger,
            read=datetime.now(UTC),
            written=self.file.written,
            faults=tuple(self._faults.kept),
            faulty=self._faults.rows,
            unsearched=self._faults.unsearched,
            notes=(*self._notes, ids),
        )

    def _nobody(self) -> ListUnreadable:
        where = next((layout.where for layout in self._layouts), "")
        other = ", or say which column holds the names: --name-column 2" if where else ""
        advice = f"Check that it is the right file; look at its first lines{other}."
        return ListUnreadable(self.file.name, f"no row of it holds a name{where and f' in {where}'}", advice)

    def _note_years(self) -> None:
        """Where ages are told, say from which year they are counted."""
        of_pages = {page: self._years[page] for page in sorted(self._aged)}
        for page, (year, basis) in of_pages.items():
            alone = len(set(of_pages.values())) == 1
            self.note(f"ages are counted from {year}, {basis}", None if alone else page)

    def row(self, raw: RawRow, names: tuple[str, ...]) -> ListRow:
        """The whole row."""
        layout = self._layouts[bisect_right(self._starts, (raw.page, raw.line)) - 1]
        return ListRow(
            file=shown(self.file.name),
            page=self._pages[raw.page],
            line=raw.line,
            id=layout.id(raw.cells) if self._own_ids else raw.line,
            names=names,
            words=" | ".join(shown(cell) for cell in raw.cells if cell.strip()),
            born=layout.born(raw.cells, self._years[raw.page].year),
        )
