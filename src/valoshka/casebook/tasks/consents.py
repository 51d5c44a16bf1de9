"""Consent: asking is recorded each time, and what nobody said yes to is a no."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.db.transaction import atomic

from valoshka.casebook.records.models import AuditEntry, Consent, Permission, Release, ReleaseUse
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import OWNER, author_code
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from django.db.models import QuerySet

    from valoshka.casebook.records.models import Person


FIRST_DAY = datetime.date(1990, 1, 1)  # an earlier day is a slip


@dataclass(frozen=True)
class ConsentEntry:
    """One answer: when, how, who asked, whether it was read back, until when, and which items may go to whom."""

    given_on: datetime.date
    how: str
    asked_by: str
    allows: Mapping[str, Collection[str]]
    read_back: bool = False
    expires: datetime.date | None = None


@dataclass(frozen=True)
class UsedIn:
    """A release that used what is withdrawn now."""

    release: str
    released: datetime.date
    audience: str
    items: tuple[str, ...]


def give_consent(person: Person, entry: ConsentEntry, author: str = OWNER) -> Consent:
    """Record what `person` said yes to. Raises `Refused` for a third person: a narrator cannot consent for them."""
    if person.third_person:
        raise Refused(
            f"{person.id} is a third person: nobody else can consent for them. "
            "If they were asked themselves, first edit the person: third_person: no."
        )
    if not FIRST_DAY <= entry.given_on <= latest_day():
        raise Refused("given_on: nobody was asked on that day. Say the day on which they answered, such as 2026-11-03.")
    if entry.expires and entry.expires <= entry.given_on:
        raise Refused("expires: the consent would end before it begins. Check both days.")
    with atomic(using="casebook"):
        consent = Consent(
            person=person,
            given_on=entry.given_on,
            how=entry.how,
            asked_by=author_code(entry.asked_by, "asked_by"),
            read_back=entry.read_back,
            expires=entry.expires,
        )
        consent.save(force_insert=True)
        for item, audiences in entry.allows.items():
            for audience in audiences:
                Permission(consent=consent, item=item, audience=audience).save(force_insert=True)
        audit.record("consent.given", consent.id, author)
    return consent


def replace_consent(person: Person, entry: ConsentEntry, author: str = OWNER) -> Consent:
    """Record a new answer that takes the place of all before: what was said before is withdrawn, not overwritten."""
    with atomic(using="casebook"):
        withdraw_consent(person, author=author)
        return give_consent(person, entry, author)


def newest_consent(person: Person, day: datetime.date) -> Consent | None:
    """The answer that counts on `day`: the last one given, and of one day's the last recorded. Older ones are history.

    Asked again, a person says all of what they allow: a narrower answer narrows.
    """
    recorded: dict[str, int] = dict(AuditEntry.objects.filter(verb="consent.given").values_list("subject", "number"))
    given = Consent.objects.filter(person=person, given_on__lte=day)
    return max(given, key=lambda each: (each.given_on, recorded.get(each.id, 0)), default=None)


def standing_permissions(person: Person, today: datetime.date) -> QuerySet[Permission]:
    """The permissions of `person` that hold today: of the newest answer, not expired, not withdrawn."""
    return Permission.objects.filter(
        Q(consent__expires=None) | Q(consent__expires__gt=today),
        consent=newest_consent(person, today),
        withdrawn_on=None,
    )


def latest_day() -> datetime.date:
    """Today, here or in UTC, whichever is later: a consent is over as soon as it is over somewhere."""
    now = datetime.datetime.now(datetime.UTC)
    return max(now.date(), now.astimezone().date())


def consent_matrix(person: Person, on: datetime.date | None = None) -> dict[str, frozenset[str]]:
    """Item → audiences to which it may go on the day `on`. An item that is not there may go to nobody.

    If `on` lies ahead, such as a publication's day, what holds today and on that day counts; without it, today.
    """
    today = latest_day()
    matrix = _matrix_on(person, on or today)
    if on is not None and on > today:
        now = _matrix_on(person, today)
        matrix = {item: audiences & now.get(item, frozenset()) for item, audiences in matrix.items()}
    return {item: frozenset(audiences) for item, audiences in sorted(matrix.items()) if audiences}


def consent_to_publish(person: Person, published: datetime.date | None = None) -> dict[str, frozenset[str]]:
    """`consent_matrix` for a publication's day; one that is dated back does not bring a withdrawn consent back."""
    today = latest_day()
    return consent_matrix(person, max(published or today, today))


def _matrix_on(person: Person, day: datetime.date) -> dict[str, frozenset[str]]:
    matrix: dict[str, set[str]] = defaultdict(set)
    for permission in standing_permissions(person, day):
        matrix[permission.item].add(permission.audience)
    return {item: frozenset(audiences) for item, audiences in matrix.items()}


def withdraw_consent(
    person: Person,
    items: Collection[str] | None = None,
    audiences: Collection[str] | None = None,
    author: str = OWNER,
    today: datetime.date | None = None,
) -> tuple[int, list[UsedIn]]:
    """Take back the whole consent of `person`, or only `items`, or only towards `audiences`.

    Returns how many cells of the matrix were withdrawn, and every release that used them. What is out cannot be
    recalled. Withdrawing what stands no longer changes nothing and still lists the releases.
    """
    today = today or datetime.datetime.now(datetime.UTC).date()
    with atomic(using="casebook"):
        standing = Permission.objects.filter(consent__person=person, withdrawn_on=None)
        if items is not None:
            standing = standing.filter(item__in=items)
        if audiences is not None:
            standing = standing.filter(audience__in=audiences)
        withdrawn = standing.update(withdrawn_on=today)
        audit.record("consent.withdrawn", person.id, author)
    return withdrawn, releases_using(person.id, items, audiences)


def releases_using(
    person: str, items: Collection[str] | None = None, audiences: Collection[str] | None = None
) -> list[UsedIn]:
    """The releases that used anything (or `items`) of `person`, the newest first."""
    uses = ReleaseUse.objects.filter(person=person)
    if items is not None:
        uses = uses.filter(item__in=items)
    found = Release.objects.filter(id__in=uses.values("release"))
    if audiences is not None:
        found = found.filter(audience__in=audiences)
    return [
        UsedIn(
            release.id,
            release.released.date(),
            release.audience,
            tuple(sorted(uses.filter(release=release).values_list("item", flat=True))),
        )
        for release in found.order_by("-released")
    ]
