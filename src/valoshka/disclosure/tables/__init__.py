"""Tables and charts of counted people: small cells, what subtracting gives away, and what earlier releases add."""

from valoshka.disclosure.tables.smallness import SmallCell, small_cells
from valoshka.disclosure.tables.table import ANY, EVERYBODY, CannotJudge, Cell, Interval, Sum, Table

__all__ = ["ANY", "EVERYBODY", "CannotJudge", "Cell", "Interval", "SmallCell", "Sum", "Table", "small_cells"]
