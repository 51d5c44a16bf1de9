"""What a second reader answered who tried to name the teller, kept with the release."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, get_args

from django.db.transaction import atomic

from valoshka.casebook.records.models import Release
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import author_code
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

Answer = Literal["nobody", "guess", "named"]
ANSWERS: tuple[str, ...] = get_args(Answer)
NAME = "Second reader"
_TOLD = {
    "nobody": "could name nobody",
    "guess": "has a guess who tells it",
    "named": "named the teller",
}
_ITEM = re.compile(r"[a-z_]{1,40}")


def record_reading(release_id: str, answer: str, reader: str, by: Sequence[str] = ()) -> Release:
    """Keep that `reader` (a code) read the release and answered; `by` are kinds of facts (`town`, `dismissal`).

    Never which person, and no words of the reader's: a guess written down would link a name to a story. Call it inside
    the `with unlock(...)` block. Raises `Refused` for a release that is not on record, or its own approver as reader.
    """
    if answer not in ANSWERS:
        raise Refused(f"The answer is one of {', '.join(ANSWERS)}.")
    if any(not _ITEM.fullmatch(item) for item in by):
        raise Refused("Say by what in kinds of facts, such as town or dismissal, never in words of the story.")
    code = author_code(reader)
    release = Release.objects.filter(id=release_id).first()
    if release is None:
        raise Refused("No release of that id is on record. `valoshka brief` printed it; check the letters.")
    if code == release.approver:
        raise Refused("Whoever built the release cannot be its second reader. Let somebody else read it.")
    told = _TOLD[answer] + (f", by {', '.join(by)}" if by else "")
    kept = {"name": NAME, "looked_for": f"the teller, on {datetime.now(UTC).date()}, by {code}", "result": told}
    with atomic(using="casebook"):
        release.checks = [*release.checks, kept]
        release.second_reader = code
        release.save(update_fields=["checks", "second_reader"])
        audit.record(f"release.read_{answer}", release.id, code)
    return release
