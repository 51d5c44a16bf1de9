"""What the charts, key figures and words of a content give away by subtracting, also beside earlier releases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.clearance import passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.tables.charted import tables_of
from valoshka.disclosure.tables.linking import changed, linked, subtracted
from valoshka.disclosure.tables.plain import as_plain, from_plain
from valoshka.disclosure.tables.smallness import FLOOR, small_cells
from valoshka.disclosure.tables.told import find_in_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.clearance import Content
    from valoshka.disclosure.lookout import Lookout
    from valoshka.disclosure.tables.plain import PlainTable
    from valoshka.disclosure.tables.smallness import SmallCell
    from valoshka.disclosure.tables.table import Cell, Group, Table

_WORKED_OUT = frozenset({"rest", "derived", "narrow", "group"})
_UNSAID = "…"  # for a label that names somebody: another finding is about it, and messages never repeat a name


def find_in_content(
    content: Content, lookout: Lookout, earlier: Sequence[PlainTable] = (), floor: int = FLOOR
) -> Iterator[Finding]:
    """Counts in `content` that single somebody out by subtracting: in charts, between them, from `earlier`, in words.

    `earlier` are the tables of every earlier release, as `published_counts` gave them. Bars and figures that are small
    by themselves are told elsewhere.
    """
    for where, passage in passages(content):
        yield from find_in_text(passage.text, Place(where=where), floor)
    yield from _Charts(tables_of(content), lookout).findings(from_plain(earlier), floor)


def published_counts(content: Content) -> list[PlainTable]:
    """The counts of people that `content` publishes, as plain values, for later releases to be held against."""
    return as_plain(table for _, table in tables_of(content))


@dataclass(frozen=True)
class _Charts:
    """The charts of one content with their places, and the words that must not be repeated."""

    told: Sequence[tuple[str, Table]]
    lookout: Lookout

    def findings(self, earlier: Sequence[Table], floor: int) -> Iterator[Finding]:
        for where, table in self.told:
            for small in small_cells(table, floor):
                if small.how in _WORKED_OUT:
                    yield self._finding("table_rest" if small.how == "rest" else "table_group", small, where)
        tables = [table for _, table in self.told]
        for small in linked(tables, floor):
            yield self._finding("table_group", small, self._where(small.cell, small.group))
        for one in changed(tables, earlier, floor):
            shown = f"{self._label(one.cell.group)}: {one.cell.interval}: {one.by}"
            yield Finding("table_changed", None, Place(where=self._where(one.cell, one.cell.group), shown=shown))
        for small in subtracted(tables, earlier, floor):
            yield self._finding("table_subtracted", small, self._where(small.cell, small.group))

    def _finding(self, rule: str, small: SmallCell, where: str) -> Finding:
        label = self._label(small.group)
        at = Place(where=where, shown=f"{rule}: {label}: {small.left}")
        return Finding(rule, None, at, (("count", str(small.left)), ("shown", label)))

    def _label(self, group: Group) -> str:
        said = ", ".join(sorted(group)) or "*"
        return _UNSAID if self.lookout.findings(said.title(), Place()) else said

    def _where(self, cell: Cell | None, group: Group) -> str:
        """The chart that has the cell, or one with a label of the group, or the first."""
        having = [where for where, table in self.told if cell is not None and cell in table.cells]
        near = [where for where, table in self.told if any(group & other.group for other in table.cells)]
        return [*having, *near, *(where for where, _ in self.told)][0]
