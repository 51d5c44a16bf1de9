"""Likenesses that wait for a person, and what was decided about each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Q, Subquery

from valoshka.casebook.identities.models import Hit, HitDecision
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import OWNER, author_code
from valoshka.casebook.tasks.stores import identities_first, need_identities
from valoshka.casebook.tasks.tracing.batches import batches
from valoshka.casebook.tasks.tracing.births import ANOTHER_BIRTH, births
from valoshka.casebook.tasks.tracing.searches import TRACING
from valoshka.casebook.tasks.tracing.sought import fit_text
from valoshka.errors import Refused
from valoshka.names import ACCEPT, Reason

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from django.db.models import QuerySet

    from valoshka.casebook.identities.models import Search
    from valoshka.tracing.birth_agreement import BirthSaid

DECIDED = (HitDecision.Kind.CONFIRMED, HitDecision.Kind.NOT_THEM)
GIVEN_NAME = str(Reason("given", "same", (), 1.0)).partition(":")[0]


@dataclass(frozen=True)
class Told:
    """A hit as a person should see it; `decided` is the newest decision's kind, empty if there is none.

    `before` is the newest decision about the same words in any list, which is a help and decides nothing.
    """

    hit: Hit
    births: BirthSaid
    decided: str
    before: HitDecision | None

    @property
    def score(self) -> float:
        """How alike name and birth are together, as `CardIndex` scores them; `hit.score` is the name's alone."""
        return round(self.hit.score * self.births.share, 4)

    @property
    def another_birth(self) -> bool:
        """Whether the row says another birth, and no slip of the pen explains it."""
        return self.births.share < ANOTHER_BIRTH

    @property
    def likely(self) -> bool:
        """Whether name and birth are alike enough; else it only may be. A given name alone makes nobody likely."""
        given_alone = all(reason.startswith(f"{GIVEN_NAME}:") for reason in self.hit.reasons)
        return self.score >= ACCEPT and not given_alone

    @property
    def put_off(self) -> bool:
        """Whether somebody looked at it and left it for later."""
        return self.decided == HitDecision.Kind.LATER


def waiting_counts() -> dict[str, int]:
    """How many hits wait, by the id of their search; open searches only."""
    return dict(hits_of().order_by().values_list("search").annotate(Count("id")))


def _with_decision() -> QuerySet[Hit]:
    newest = HitDecision.objects.filter(hit=OuterRef("pk")).order_by("-number").values("kind")[:1]
    return Hit.objects.select_related("search", "row__kept_list").annotate(decided=Subquery(newest))


def hits_of(search: Search | None = None, *, decided: bool = False) -> QuerySet[Hit]:
    """The hits of open searches (or of `search`) about which nobody has decided, or with `decided` all of them."""
    need_identities(TRACING)
    hits = _with_decision()
    hits = hits.filter(search=search) if search is not None else hits.filter(search__is_open=True)
    return hits if decided else hits.filter(Q(decided=None) | Q(decided=HitDecision.Kind.LATER))


def told(hits: QuerySet[Hit]) -> list[Told]:
    """`hits` by search, of each the likeliest first: a birth that disagrees lowers it, "later" puts it last.

    The search with the likeliest of all comes first, so that a limit cuts off the least.
    """
    before = _decided_before(hits)
    all_told = [
        Told(
            hit,
            births(hit.search.born, hit.row.born),
            hit.decided or "",  # type: ignore[attr-defined]  # annotated
            before.get((hit.search_id, hit.row.words)),
        )
        for hit in hits
    ]
    return _in_order(all_told)


def _in_order(all_told: list[Told]) -> list[Told]:
    def order(told: Told) -> tuple[object, ...]:
        return (told.put_off, not told.likely, -told.score)

    best: dict[str, tuple[object, ...]] = {}
    for told in sorted(all_told, key=order):
        best.setdefault(told.hit.search_id, order(told))
    return sorted(
        all_told, key=lambda told: (best[told.hit.search_id], told.hit.search.serial, order(told), told.hit.row_id)
    )


def _decided_before(hits: QuerySet[Hit]) -> dict[tuple[str, str], HitDecision]:
    """The newest decision about the same words for the same search: the same list comes again every morning."""
    searches = hits.values("search")
    decisions = HitDecision.objects.filter(kind__in=DECIDED, hit__search__in=searches).select_related("hit__row")
    return {(each.hit.search_id, each.hit.row.words): each for each in decisions.order_by("number")}


def confirmed() -> QuerySet[Hit]:
    """The hits of which a person says: this is who is sought."""
    return _with_decision().filter(Q(decided=HitDecision.Kind.CONFIRMED))


def searches_answered(rows: Iterable[int], but: Collection[str]) -> tuple[str, ...]:
    """The ids of searches, `but` these, that one of `rows` answers: somebody confirmed it, or may yet.

    What waits in a search that is closed answers nobody.
    """
    waits = Q(search__is_open=True) & (Q(decided=None) | Q(decided=HitDecision.Kind.LATER))
    hits = _with_decision().filter(Q(decided=HitDecision.Kind.CONFIRMED) | waits).exclude(search__in=but)
    found = (hits.filter(row__in=batch).values_list("search_id", flat=True) for batch in batches(rows))
    return tuple(sorted({search for batch in found for search in batch}))


def find_hit(reference: str) -> Hit:
    """The hit with this id. Raises `Refused`."""
    need_identities(TRACING)
    hit = _with_decision().filter(id=reference.strip().upper()).first()
    if hit is None:
        raise Refused(
            "No likeness here has that id; or a newer version of the search no longer sees it. "
            "See those that wait with: valoshka trace matches CASE"
        )
    return hit


def decide(verdicts: Iterable[tuple[Hit, HitDecision.Kind]], note: str = "", author: str = OWNER) -> list[HitDecision]:
    """Put on record what a person decided about each hit, all or none; the newest decision of a hit counts.

    Raises `Refused` for a hit of a search that is closed, and for one about which the very same was decided already.
    """
    need_identities(TRACING)
    why, who, now = fit_text(note, "note"), author_code(author), datetime.now(UTC)
    decisions = []
    with identities_first():
        for hit, kind in verdicts:
            _refuse_moot(hit, kind)
            decisions.append(HitDecision.objects.create(hit=hit, kind=kind, note=why, author=who, decided=now))
            audit.record(f"hit.{kind.value}", hit.id, author)
    return decisions


def _refuse_moot(hit: Hit, kind: HitDecision.Kind) -> None:
    if not hit.search.is_open:
        raise Refused(
            f"Search {hit.search_id}, which {hit.id} belongs to, is closed. Reopen it to decide: "
            f"valoshka trace watch CASE --reopen {hit.search_id}. Nothing was decided."
        )
    newest = hit.decisions.order_by("-number").first()
    if newest is not None and newest.kind == kind and kind in DECIDED:
        by = f"by {newest.author} on {newest.decided:%Y-%m-%d}"
        raise Refused(f"{hit.id} was decided so already, {by}. Another decision takes it back. Nothing was decided.")
