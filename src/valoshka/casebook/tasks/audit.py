"""The audit log: what was done to which random id, chained so that a change anywhere shows."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

from valoshka.casebook.records.models import AuditEntry
from valoshka.casebook.tasks.authors import OWNER, author_code

BEGINNING = "0" * 64


def record(verb: str, subject: str, author: str = OWNER) -> AuditEntry:
    """Write one entry, in the caller's transaction. `verb` and `subject` are a code and a random id, never words."""
    last = AuditEntry.objects.order_by("-number").first()
    entry = AuditEntry(
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        author=author_code(author),
        verb=verb,
        subject=subject,
        previous=last.sha256 if last else BEGINNING,
    )
    entry.sha256 = _hash(entry)
    entry.save(force_insert=True)
    return entry


def verify_chain() -> str | None:
    """What is wrong with the log, in a few words; `None` if every entry follows from the one before.

    An end that was cut off does not show by itself: compare the last hash with one noted elsewhere (a release's
    report, a colleague's backup).
    """
    previous = BEGINNING
    for number, entry in enumerate(AuditEntry.objects.order_by("number").iterator(), start=1):
        if entry.number != number:
            return f"entry {number} of the audit log is missing"
        if entry.previous != previous or entry.sha256 != _hash(entry):
            return f"entry {number} of the audit log was changed after it was written"
        previous = entry.sha256
    return None


def last_hash() -> str:
    """The hash of the newest entry: noted elsewhere, it shows that no end of the log was cut off."""
    last = AuditEntry.objects.order_by("-number").first()
    return last.sha256 if last else BEGINNING


def _hash(entry: AuditEntry) -> str:
    # A JSON list, because joined strings could be cut at another place and still give the same hash.
    content = json.dumps([entry.previous, entry.at, entry.author, entry.verb, entry.subject])
    return hashlib.sha256(content.encode()).hexdigest()
