"""Pseudonyms: one person bears one, and by default in one release only, because reuse links stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.casebook.records.models import Pseudonym, ReleaseUse
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import OWNER
from valoshka.casebook.tasks.naming import protected_names
from valoshka.casebook.tasks.plain_words import plain
from valoshka.casebook.tasks.stores import casebook_first, identities_open
from valoshka.casebook.tasks.working_text import rebuild_all
from valoshka.errors import Refused
from valoshka.names import find

if TYPE_CHECKING:
    from collections.abc import Collection

    from valoshka.casebook.records.models import Person

LONGEST = 100


def give_pseudonym(person: Person, text: str, author: str = OWNER) -> Pseudonym:
    """Let `person` bear `text` from now on; every working text follows, and marks stay where they are.

    Raises `Refused` if somebody else bears or bore it, or if it is part of a protected name.
    """
    refuse_unfit(person, text)
    text = " ".join(text.split())
    with casebook_first():
        Pseudonym.objects.filter(person=person).update(current=False)
        pseudonym = Pseudonym.objects.filter(person=person, text=text).first() or Pseudonym(person=person, text=text)
        pseudonym.current = True
        pseudonym.save()
        audit.record("pseudonym.given", person.id, author)
        rebuild_all()
    return pseudonym


def refuse_unfit(person: Person | None, text: str) -> None:
    """Refuse what is no pseudonym for `person` (`None`: somebody new), with the reason."""
    text = " ".join(plain(text, "pseudonym").split())
    if not 1 < len(text) <= LONGEST or not any(letter.isalpha() for letter in text):
        raise Refused(f"A pseudonym has letters, and at most {LONGEST} signs. Choose a given name, for example.")
    bearer = bearer_of(text)
    if bearer is not None and bearer != person:
        raise Refused("Somebody else here bears or bore this pseudonym. Choose another, or they get mixed up.")
    if identities_open() and find(text, protected_names()):
        raise Refused("This pseudonym is a name, or part of a name, of somebody protected here. Choose another.")


def bearer_of(text: str) -> Person | None:
    """Who bears or bore the pseudonym `text`, in capitals or not (SQLite itself folds only Latin letters)."""
    wanted = text.casefold()
    for pseudonym in Pseudonym.objects.select_related("person"):
        if pseudonym.text.casefold() == wanted:
            return pseudonym.person
    return None


def current_pseudonym(person: Person) -> str | None:
    """The pseudonym that `person` bears now."""
    return Pseudonym.objects.filter(person=person, current=True).values_list("text", flat=True).first()


def reuse_warning(person: Person, replaced: Collection[str] = ()) -> str | None:
    """A warning if the current pseudonym has been published already: telling more under it links the stories.

    Releases whose ids are in `replaced` do not count: a corrected edition takes their place.
    """
    pseudonym = current_pseudonym(person)
    uses = ReleaseUse.objects.filter(person=person.id, pseudonym=pseudonym).exclude(release__in=replaced)
    releases = uses.values("release").distinct().count()
    if not pseudonym or not releases:
        return None
    return (
        f'"{pseudonym}" already stands in {releases} release{"s" if releases > 1 else ""}. '
        "Used again, it lets a reader join the stories. Give a new one: valoshka pseudonym CASE add."
    )
