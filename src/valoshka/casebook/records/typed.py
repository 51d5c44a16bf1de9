"""Which fields of the casebook people type into, so that a name may stand in any of them: masked and erased alike.

A code, a date, an id or a reference holds no name, and is not listed. A test holds every other text to be listed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.casebook.records.models import (
    Act,
    Action,
    Claim,
    Decision,
    Event,
    Evidence,
    Involvement,
    Person,
    Proposal,
    Release,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from valoshka.casebook.records.record import Record

TYPED: dict[type[Record], tuple[str, ...]] = {
    Person: ("profession", "specialty", "workplace", "town", "family", "veto_reason"),
    Event: ("title", "place"),
    Act: ("victim_label", "victim_unit", "place", "method", "stated_reason", "consequence"),
    Involvement: ("label",),
    Claim: ("standard_of_proof",),
    Evidence: ("how_obtained", "custody"),
    Proposal: ("victims", "perpetrator", "place", "story"),
    Decision: ("corrections", "reason"),
    Action: ("addressees", "responses", "outcome", "stopped_by"),
    Release: ("coarsening", "reasons", "counts"),
}

# By model: what the program writes, or what is refused unless it is a code.
NEVER_TYPED: dict[str, tuple[str, ...]] = {
    "AuditEntry": ("at", "author", "verb", "subject", "previous", "sha256"),
    "Claim": ("field", "quote"),  # the quote is cut anew from the working text
    "Consent": ("asked_by",),
    "Decision": ("author",),
    "Evidence": ("sha256", "working_copy_sha256"),
    "Interview": ("language", "interviewer", "sha256", "working_text", "alignment"),
    "Proposal": ("mentions",),
    "Pseudonym": ("text",),  # refused if it is part of a protected name; goes with its person
    "Release": ("sha256", "selection", "checks", "second_reader", "approver"),
    "ReleaseUse": ("person", "pseudonym"),  # emptied when the person is erased
}


def typed_rows() -> Iterator[Record]:
    """Every row that has a field people type into."""
    for model in TYPED:
        yield from model._default_manager.all()


def retype(row: Record, change: Callable[[str], str]) -> None:
    """Put every typed text of `row` through `change` and keep what became of it; lists and mappings text by text."""
    typed = {field: getattr(row, field) for field in TYPED[type(row)]}
    changed = {field: _within(value, change) for field, value in typed.items()}
    if changed != typed:
        # Past the check of `save`: an old row with another fault must not keep a name.
        type(row)._default_manager.filter(pk=row.pk).update(**changed)


def _within(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_within(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _within(each, change) for key, each in value.items()}
    return value
