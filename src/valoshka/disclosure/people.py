"""The people whom a publication must not give away, as the gate needs them: from a casebook or from people.yml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class RecordedEvent:
    """Something that happened to a person; `recorded_by_state` if the state holds a file on it. `date` is EDTF."""

    what: str
    date: str | None = None
    place: str | None = None
    recorded_by_state: bool = False


@dataclass(frozen=True)
class Facts:
    """What is true of a person and could single them out. `born` is EDTF; the rest is in anybody's words."""

    profession: str | None = None
    specialty: str | None = None
    workplace: str | None = None
    town: str | None = None
    born: str | None = None
    family: tuple[str, ...] = ()
    events: tuple[RecordedEvent, ...] = ()


@dataclass(frozen=True)
class ProtectedPerson:
    """One person under the gate's protection.

    `id` is random or a pseudonym's, and may be printed. `names` are every official name, other spelling and nickname;
    `public_names` those under which the person is cleared to be named. `identifiers` are phones, e-mails, document
    numbers, handles, links. `consent` maps an item of `terms/consent.yml` to the audiences that may see it; pass only
    what is in force: a withdrawn or expired consent is left out. `veto` stands above every consent. A `third_person`
    was told of and never asked: nothing of theirs is shown. `pseudonyms` are those under which their story is
    told, today's the last. Who is only `sought` has no part in what is told: their whole name blocks, their surname
    alone, which thousands of families may bear, is one doubt however many they are.
    """

    id: str
    names: tuple[str, ...] = field(default=(), repr=False)
    public_names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = field(default=(), repr=False)
    facts: Facts = field(default=Facts(), repr=False)
    consent: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    veto: bool = False
    third_person: bool = False
    sought: bool = False
    pseudonyms: tuple[str, ...] = ()

    def may(self, item: str, audience: str) -> bool:
        """Whether `item` of this person may be shown to `audience`. Everything that is not said yes to is no.

        >>> ana = ProtectedPerson("p1", consent={"town": frozenset({"team"})})
        >>> ana.may("town", "team"), ana.may("town", "public"), ana.may("workplace", "team")
        (True, False, False)
        """
        return not self.veto and not self.third_person and audience in self.consent.get(item, frozenset())
