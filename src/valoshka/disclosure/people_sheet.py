"""The sheet of people that a casebook takes (docs/sheets.md), read as a list of whom to protect."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING

import yaml

from valoshka.disclosure.people import Facts, ProtectedPerson
from valoshka.disclosure.people_identifiers import require_findable
from valoshka.disclosure.people_terms import consent_in, date_in, require_names, require_readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from valoshka.disclosure.marked_yaml import Marked

_FACTS = ("profession", "specialty", "workplace", "town")
_PERSON = ("pseudonym", "names", "contacts", "third_person", "consent", "veto", "person", *_FACTS, "born", "family",
           "kind", "sex", "risk", "veto_reason", "relations")  # fmt: skip
_NAME = ("text", "kind", "language", "script", "public")
_CONTACT = ("kind", "text")
_CONSENT = ("allows", "given_on", "expires", "how", "asked_by", "read_back")


def is_sheet(root: Marked) -> bool:
    """Whether the file is a sheet for a casebook and not a bare list."""
    return isinstance(root.node, yaml.MappingNode)


def sheet_people(root: Marked) -> Iterator[tuple[Marked, ProtectedPerson]]:
    """Everybody under `people:`, with the entry of each.

    Their id is the pseudonym, or the casebook's id, or else the place in the list. Raises `Unusable` with the line.
    """
    if not any(key.value == "people" for key, _ in root.node.value):
        raise root.refuse("A list is expected here, or a sheet that begins with “people:”. See docs/sheets.md.")
    told = root.entries(("people",))
    for number, entry in enumerate(told["people"].items(), start=1):
        yield entry, _person(entry, number)


def _person(entry: Marked, number: int) -> ProtectedPerson:
    told = entry.entries(_PERSON)
    every = [_name(name) for name in told["names"].listed()] if "names" in told else []
    require_names(entry, [text for text, _ in every])
    pseudonym = told["pseudonym"].text() if "pseudonym" in told else None
    return ProtectedPerson(
        id=pseudonym or (told["person"].text() if "person" in told else f"person {number}"),
        names=tuple(text for text, public in every if not public),
        public_names=tuple(text for text, public in every if public),
        identifiers=tuple(_contact(contact) for contact in told["contacts"].items()) if "contacts" in told else (),
        facts=_facts(told),
        consent=_in_force(told["consent"]) if "consent" in told else {},
        veto="veto" in told and told["veto"].yes(),
        third_person="third_person" in told and told["third_person"].yes(),
        pseudonyms=(pseudonym,) if pseudonym else (),
    )


def _name(entry: Marked) -> tuple[str, bool]:
    """The name, and whether it may be published."""
    if isinstance(entry.node, yaml.ScalarNode):
        require_readable(entry, entry.texts())
        return entry.text(), False
    told = entry.entries(_NAME)
    if "text" not in told:
        raise entry.refuse("This name does not say how it is written. Add “text:”.")
    require_readable(told["text"], told["text"].texts())
    return told["text"].text(), "public" in told and told["public"].yes()


def _contact(entry: Marked) -> str:
    told = entry.entries(_CONTACT)
    if "text" not in told:
        raise entry.refuse("This contact has no number or address. Add “text:”.")
    require_findable(told["text"])
    return told["text"].text()


def _facts(told: Mapping[str, Marked]) -> Facts:
    single = {key: told[key].text() if key in told else None for key in _FACTS}
    born = date_in(told["born"]) if "born" in told else None
    family = told["family"].texts() if "family" in told else ()
    return Facts(
        single["profession"], single["specialty"], single["workplace"], single["town"], born=born, family=family
    )


def _in_force(consents: Marked) -> Mapping[str, frozenset[str]]:
    """What was allowed, and holds today: given, and not expired."""
    given: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for consent in consents.listed():
        told = consent.entries(_CONSENT)
        allows = consent_in(told["allows"]) if "allows" in told else {}
        if _holds(told):
            for item, who in allows.items():
                given[item] |= who
    return dict(given)


def _holds(told: Mapping[str, Marked]) -> bool:
    today = datetime.datetime.now().astimezone().date()  # the day at the desk, as on the form
    begun = "given_on" in told and _day(told["given_on"]) <= today
    return begun and not ("expires" in told and _day(told["expires"]) <= today)


def _day(entry: Marked) -> datetime.date:
    try:
        return datetime.date.fromisoformat(entry.text())
    except ValueError as error:
        raise entry.refuse("This is not a day. Write it as 2026-11-03.") from error
