"""Keeping what a comparison found: new likenesses are added, undecided ones follow the engine, decided ones stay."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Hit, KeptRow
from valoshka.casebook.tasks.tracing.batches import BATCH, batches
from valoshka.casebook.tasks.tracing.births import ANOTHER_BIRTH, births
from valoshka.casebook.tasks.tracing.engine import engine_version
from valoshka.names import ACCEPT

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from valoshka.casebook.identities.models import Search
    from valoshka.casebook.tasks.tracing.shelf import Likeness


@dataclass
class Found:
    """The nearest likeness of each search and row; `name` is the name of the search that it was found by."""

    nearest: dict[tuple[str, int], tuple[Search, str, Likeness]] = field(default_factory=dict)

    def add(self, search: Search, row: int, name: str, likeness: Likeness) -> None:
        """Keep `likeness` if none nearer is known for this search and row."""
        known = self.nearest.get((search.id, row))
        # Of two that are as near, the same one is kept whichever side asked.
        if known is None or (likeness.score, name) > (known[2].score, known[1]):
            self.nearest[search.id, row] = (search, name, likeness)


def without_strangers(found: Found) -> Found:
    """`found` without the rows whose name is only weakly like the search's and whose birth is another's too.

    A name that `accept` takes for the same is kept whatever the birth: lists have errors.
    """
    weak = [row for (_, row), (_, _, likeness) in found.nearest.items() if likeness.score < ACCEPT]
    born = {
        row: listed
        for batch in batches(sorted(set(weak)))
        for row, listed in KeptRow.objects.filter(number__in=batch).values_list("number", "born")
    }
    return Found(
        {
            (search, row): told
            for (search, row), told in found.nearest.items()
            if told[2].score >= ACCEPT or births(told[0].born, born[row]).share >= ANOTHER_BIRTH
        }
    )


def keep_hits(found: Found, before: QuerySet[Hit]) -> int:
    """Make the hits of one stretch, of which `before` are kept already, what `found` says; how many are new.

    What people decided about is left as it was decided. The caller holds the transaction.
    """
    known = {(hit.search_id, hit.row_id): hit for hit in before}
    undecided = set(before.filter(decisions=None).values_list("id", flat=True))
    gone = [hit.id for pair, hit in known.items() if pair not in found.nearest and hit.id in undecided]
    for batch in batches(gone):
        Hit.objects.filter(id__in=batch).delete()
    changed = [
        _told(hit, *found.nearest[pair]) for pair, hit in known.items() if pair in found.nearest and hit.id in undecided
    ]
    Hit.objects.bulk_update(changed, ["score", "reasons", "name_compared", "search_serial", "engine"], BATCH)
    now = datetime.now(UTC)
    new = [
        _told(Hit(search=told[0], row_id=row, seen=now), *told)
        for (_, row), told in sorted(found.nearest.items())
        if (told[0].id, row) not in known
    ]
    Hit.objects.bulk_create(new, BATCH)
    return len(new)


def _told(hit: Hit, search: Search, name: str, likeness: Likeness) -> Hit:
    hit.score, hit.reasons, hit.name_compared = likeness.score, list(likeness.reasons), name
    hit.search_serial, hit.engine = search.serial, engine_version()
    return hit
