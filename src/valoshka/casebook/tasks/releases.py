"""Remembering what was published: ids, hashes and reasons, so that a withdrawn consent finds every use."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.transaction import atomic

from valoshka.casebook.records.models import Release, ReleaseUse
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import author_code
from valoshka.clearance import passages
from valoshka.disclosure.tables.in_content import published_counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from valoshka import clearance
    from valoshka.disclosure.tables.plain import PlainTable


def record_release(
    release: clearance.Release,
    *,
    approver: str,
    reasons: Mapping[str, str] | None = None,
    second_reader: str = "",
    coarsening: Sequence[str] = (),
) -> Release:
    """Keep what `release` used of whom, before its files are written; `reasons` are by the finding's key.

    Call it inside the `with unlock(...)` block, then write the files: a release that is on record and was not written
    can be asked about; one that was written and is not on record cannot.
    """
    content = release.cleared.content
    with atomic(using="casebook"):
        kept = Release(
            audience=content.audience,
            sha256=release.sha256,
            released=datetime.now(UTC),
            selection=_selection(content),
            coarsening=list(coarsening),
            checks=[asdict(check) for check in (*release.cleared.checks, *release.checks)],
            reasons=dict(reasons or {}),
            counts=published_counts(content),
            second_reader=author_code(second_reader) if second_reader else "",
            approver=author_code(approver),
        )
        kept.save(force_insert=True)
        for person, pseudonym, items in _uses(release.cleared):
            for item in items:
                ReleaseUse(release=kept, person=person, item=item, pseudonym=pseudonym).save(force_insert=True)
        audit.record("release.recorded", kept.id, approver)
    return kept


def released_as(sha256: str) -> Release | None:
    """The release on record whose files had this hash, if there is one."""
    return Release.objects.filter(sha256=sha256).order_by("released").first()


def earlier_counts() -> list[PlainTable]:
    """What all releases on record counted, oldest first; those from before counts were kept have none."""
    return [
        table for counts in Release.objects.order_by("released").values_list("counts", flat=True) for table in counts
    ]


def take_back(release: Release, author: str) -> None:
    """Strike a release off the record because its files could not be written; the audit log keeps that it was tried."""
    with atomic(using="casebook"):
        audit.record("release.not_written", release.id, author)
        release.delete()


def _selection(content: clearance.Content) -> dict[str, list[str]]:
    claims = {claim for _, passage in passages(content) for claim in passage.claims}
    return {"claims": sorted(claims), "people": sorted({story.person for story in content.stories})}


def _uses(cleared: clearance.ClearedContent) -> list[tuple[str, str, list[str]]]:
    """What was declared, and what the gate found beside it."""
    content = cleared.content
    told = {story.person: story.name.text for story in content.stories}
    items: dict[str, set[str]] = defaultdict(set)
    for person in told:
        items[person].add("pseudonym")
    for _, passage in passages(content):
        for use in passage.uses:
            items[use.person].add(use.item)
    for use in cleared.found_uses:
        items[use.person].add(use.item)
    return [(person, told.get(person, ""), sorted(items[person])) for person in sorted(items)]
