"""Detainee lists in, one person found."""

from valoshka.tracing.detainee_list import DetaineeList, Fault
from valoshka.tracing.list_row import ListRow
from valoshka.tracing.reading import read_list
from valoshka.tracing.refusals import ListUnreadable

__all__ = ["DetaineeList", "Fault", "ListRow", "ListUnreadable", "read_list"]
