"""Detainee lists in, one person found."""

from valoshka.tracing.asking import NotAName, asked_name
from valoshka.tracing.birth_agreement import asked_birth
from valoshka.tracing.card_index import CardIndex, trace
from valoshka.tracing.detainee_list import DetaineeList
from valoshka.tracing.faults import Fault
from valoshka.tracing.list_row import ListRow
from valoshka.tracing.reading import read_list
from valoshka.tracing.refusals import ListUnreadable
from valoshka.tracing.sightings import SearchedList, Sighting, Trace

__all__ = [
    "CardIndex",
    "DetaineeList",
    "Fault",
    "ListRow",
    "ListUnreadable",
    "NotAName",
    "SearchedList",
    "Sighting",
    "Trace",
    "asked_birth",
    "asked_name",
    "read_list",
    "trace",
]
