"""Searches kept open: opening, changing, closing and reopening them. Each turn is a row with author and date."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Max

from valoshka.casebook.identities.models import KeptList, Search, SearchTurn
from valoshka.casebook.records.record import FieldFault
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import OWNER, author_code
from valoshka.casebook.tasks.stores import identities_first, need_identities
from valoshka.casebook.tasks.tracing.batches import BATCH, batches
from valoshka.casebook.tasks.tracing.sought import FIELDS, Sought, fit_text
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

TRACING = "trace somebody"
IDS_SHOWN = 12
COMPARED = ("name", "other_names", "born")


@dataclass(frozen=True)
class Opened:
    """A search that is kept now. `new` is false if the very same was kept before; nothing changed then.

    Of a sheet, one for each row, in its order; a row that asks for the very same as one above it has its search.
    """

    search: Search
    new: bool


def open_search(sought: Sought, *, person: str = "", author: str = OWNER) -> Opened:
    """Keep a search open. `person` is the casebook's id of whoever is sought, if it knows them.

    The very same search that is kept already, and tied to nobody yet, is tied to `person` now. Raises `Refused`: no
    identities, a name that is none, a date that is none, a search that is tied to somebody else.
    """
    need_identities(TRACING)
    with identities_first():
        (opened,) = _open_all([sought], author, person)
        if opened.new:
            audit.record("search.opened", opened.search.id, author)
        elif person:
            _tie(opened.search, person, author)
    return opened


def _tie(search: Search, person: str, author: str) -> None:
    if search.person == person:
        return
    if search.person:
        raise Refused(
            f"Search {search.id} asks for the very same and is tied to another person of this casebook. Nothing was "
            "done. If it is for both, give this one a note that says so: then it is a search of its own."
        )
    search.person = person
    search.save()
    _turn(search, SearchTurn.Kind.CHANGED, "", author, before={"person": ""})
    audit.record("search.tied", search.id, author)


def open_searches(all_sought: Iterable[Sought], author: str = OWNER) -> list[Opened]:
    """Keep all of `all_sought` or, on the first that does not fit, none; those kept before are not doubled.

    The log holds one entry for all of them: the id of the first.
    """
    need_identities(TRACING)
    with identities_first():
        opened = _open_all(all_sought, author)
        if first := next((each.search.id for each in opened if each.new), None):
            audit.record("searches.opened", first, author)
    return opened


def _open_all(all_sought: Iterable[Sought], author: str, person: str = "") -> list[Opened]:
    who, now = author_code(author), datetime.now(UTC)
    by_fingerprint = [(checked.fingerprint(), checked) for checked in (sought.checked() for sought in all_sought)]
    kept = _kept(fingerprint for fingerprint, _ in by_fingerprint)
    new: dict[str, Search] = {}
    opened = []
    for fingerprint, checked in by_fingerprint:
        known = kept.get(fingerprint) or new.get(fingerprint)
        if known is None:
            new[fingerprint] = Search(fingerprint=fingerprint, person=person, opened=now, **_columns(checked))
        opened.append(Opened(known or new[fingerprint], known is None))
    _keep(list(new.values()), who, now)
    return opened


def _keep(new: list[Search], author: str, now: datetime) -> None:
    for serial, search in enumerate(new, start=next_serial()):
        search.serial = serial
        search.refuse_faults()
    turns = [SearchTurn(search=search, kind=SearchTurn.Kind.OPENED, author=author, at=now) for search in new]
    Search.objects.bulk_create(new, BATCH)
    SearchTurn.objects.bulk_create(turns, BATCH)


def _kept(fingerprints: Iterable[str]) -> dict[str, Search]:
    found = (Search.objects.filter(fingerprint__in=batch) for batch in batches(fingerprints))
    return {search.fingerprint: search for batch in found for search in batch}


def _columns(sought: Sought) -> dict[str, Any]:
    return {**asdict(sought), "other_names": list(sought.other_names)}


def sought_by(search: Search) -> Sought:
    """What `search` asks for."""
    return Sought(**{**{field: getattr(search, field) for field in FIELDS}, "other_names": tuple(search.other_names)})


def next_serial() -> int:
    """A serial that no search has or had: what was compared under an erased one must not count for a new one."""
    searches = Search.objects.aggregate(most=Max("serial"))["most"] or 0
    lists = KeptList.objects.aggregate(done=Max("compared_up_to"), doing=Max("comparing_up_to"))
    return max(searches, lists["done"] or 0, lists["doing"] or 0) + 1


def find_search(reference: str) -> Search:
    """The search with this id or the helpline's own reference. Raises `Refused`; names are never looked up here."""
    need_identities(TRACING)
    called = reference.strip()
    named = Search.objects.filter(reference=called) if called else Search.objects.none()
    found = list(Search.objects.filter(id=called.upper()) or named)
    if not found:
        raise Refused(
            "No search here has that id or reference. See all of them with: valoshka trace watch CASE --list --all. "
            "Names are not looked up here."
        )
    if len(found) > 1:
        ids = ", ".join(each.id if each.is_open else f"{each.id} (closed)" for each in found[:IDS_SHOWN])
        more = f" and {len(found) - IDS_SHOWN} more" if len(found) > IDS_SHOWN else ""
        raise Refused(f"{len(found)} searches have that reference: {ids}{more}. Say which by its id.")
    return found[0]


def change_search(search: Search, sought: Sought, author: str = OWNER) -> Search:
    """Let `search` ask for `sought` from now on; what it asked before is kept beside it.

    With other names or another birth it is compared anew with every list. Raises `Refused` if it is closed, or if
    another search asks for the very same.
    """
    need_identities(TRACING)
    _refuse_closed(search)
    checked, before = sought.checked(), sought_by(search)
    if checked == before:
        return search
    with identities_first():
        if twin := _kept([checked.fingerprint()]).get(checked.fingerprint()):
            raise FieldFault("name", f"search {twin.id} asks for the very same already. Close one of the two.")
        for column, value in _columns(checked).items():
            setattr(search, column, value)
        search.fingerprint = checked.fingerprint()
        if any(getattr(checked, field) != getattr(before, field) for field in COMPARED):
            search.serial = next_serial()
        search.save()
        _turn(search, SearchTurn.Kind.CHANGED, "", author, before=_columns(before))
        audit.record("search.changed", search.id, author)
    return search


def close_search(search: Search, reason: str, author: str = OWNER) -> None:
    """No list is held against `search` any more. Raises `Refused` if it is closed already, and without a reason."""
    _refuse_closed(search)
    why = fit_text(reason, "reason")
    if not why:
        raise Refused("Say why the search is closed, for the colleague who asks later. Nothing was closed.")
    with identities_first():
        search.is_open = False
        search.save()
        _turn(search, SearchTurn.Kind.CLOSED, why, author)
        audit.record("search.closed", search.id, author)


def reopen_search(search: Search, reason: str = "", author: str = OWNER) -> None:
    """Hold every list against `search` again, also those that came meanwhile. Raises `Refused` if it is open."""
    if search.is_open:
        raise Refused(f"Search {search.id} is open already. There is nothing to do.")
    why = fit_text(reason, "reason")
    with identities_first():
        search.is_open, search.serial = True, next_serial()
        search.save()
        _turn(search, SearchTurn.Kind.REOPENED, why, author)
        audit.record("search.reopened", search.id, author)


def _turn(
    search: Search, kind: SearchTurn.Kind, reason: str, author: str, before: dict[str, Any] | None = None
) -> None:
    SearchTurn.objects.create(
        search=search, kind=kind, reason=reason, before=before or {}, author=author_code(author), at=datetime.now(UTC)
    )


def _refuse_closed(search: Search) -> None:
    if not search.is_open:
        raise Refused(f"Search {search.id} is closed. To open it again: valoshka trace watch CASE --reopen {search.id}")
