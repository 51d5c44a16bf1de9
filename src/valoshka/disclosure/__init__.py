"""The gate: nothing leaves that gives somebody away. It alone makes `ClearedContent` and `Release`."""

from valoshka.disclosure.people import Facts, ProtectedPerson, RecordedEvent

__all__ = ["Facts", "ProtectedPerson", "RecordedEvent"]
