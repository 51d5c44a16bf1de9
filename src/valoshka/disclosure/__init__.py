"""The gate: nothing leaves that gives somebody away. It alone makes `ClearedContent` and `Release`."""

from valoshka.disclosure.clearing import clear
from valoshka.disclosure.findings import Blocked, Finding, Place
from valoshka.disclosure.inspecting import inspect
from valoshka.disclosure.people import Facts, ProtectedPerson, RecordedEvent
from valoshka.disclosure.people_yml import load_people
from valoshka.disclosure.report import report

__all__ = [
    "Blocked",
    "Facts",
    "Finding",
    "Place",
    "ProtectedPerson",
    "RecordedEvent",
    "clear",
    "inspect",
    "load_people",
    "report",
]
