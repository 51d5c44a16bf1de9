"""people.yml: the people to protect, for checking without a casebook. As sensitive as a casebook: keep it sealed.

- id: p1                                  # random, or a pseudonym; it is printed
  names: [every name, spelling and nickname]
  public_names: [names under which they may be named]
  identifiers: [phones, e-mails, document numbers, handles, links]
  pseudonyms: [names under which they are told]
  facts:
    profession: ...
    specialty: ...
    workplace: ...
    town: ...
    born: 1984-03-12                      # EDTF
    family: [...]
    events: [{what: ..., date: EDTF, place: ..., recorded_by_state: true}]
  consent: {item: [audiences]}            # terms/consent.yml; everything else is no
  veto: false
  third_person: false

A sheet of people that a casebook takes (`people:`, docs/sheets.md) is read as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.disclosure.marked_yaml import Marked, Unusable, marked
from valoshka.disclosure.people import Facts, ProtectedPerson, RecordedEvent
from valoshka.disclosure.people_identifiers import require_findable, require_no_names, require_silent
from valoshka.disclosure.people_sheet import is_sheet, sheet_people
from valoshka.disclosure.people_terms import consent_in, date_in, require_names, require_readable
from valoshka.names import fold

if TYPE_CHECKING:
    from pathlib import Path

_PERSON = ("id", "names", "public_names", "identifiers", "pseudonyms", "facts", "consent", "veto", "third_person")
_FACTS = ("profession", "specialty", "workplace", "town", "born", "family", "events")
_EVENT = ("what", "date", "place", "recorded_by_state")


def load_people(path: Path) -> tuple[ProtectedPerson, ...]:
    """The people listed in the file at `path`, which is refused whole if one line of it is wrong.

    Raises `Unusable` (exit code 2) with the file, the line and the next step.
    """
    people: dict[str, ProtectedPerson] = {}
    root = marked(path)
    for entry, person in sheet_people(root) if is_sheet(root) else ((entry, _person(entry)) for entry in root.items()):
        if person.id.casefold() in people:
            raise entry.refuse("This id stands twice in the file. Give every person an id of their own.")
        people[person.id.casefold()] = person
    if not people:
        raise Unusable(f"{path.name} lists nobody. List the people to protect, each beginning with “- id:”.")
    return tuple(people.values())


def _person(entry: Marked) -> ProtectedPerson:
    told = entry.entries(_PERSON)
    if "id" not in told:
        raise entry.refuse("This person has no id. Add “id:” with a random word or a pseudonym.")
    lists = {
        key: told[key].texts() if key in told else () for key in ("names", "public_names", "identifiers", "pseudonyms")
    }
    if "identifiers" in told:
        require_no_names(told["identifiers"], lists["names"])
        require_findable(told["identifiers"])
    require_silent(told["id"], lists["names"], lists["identifiers"])
    require_names(entry, (*lists["names"], *lists["public_names"]))
    for key in told.keys() & {"names", "public_names"}:
        require_readable(told[key], lists[key])
    if fold(told["id"].text()) in map(fold, lists["names"]):
        raise told["id"].refuse("This id is a name, and ids are printed. Give a random word or a pseudonym.")
    return ProtectedPerson(
        id=told["id"].text(),
        facts=_facts(told["facts"]) if "facts" in told else Facts(),
        consent=consent_in(told["consent"]) if "consent" in told else {},
        veto="veto" in told and told["veto"].yes(),
        third_person="third_person" in told and told["third_person"].yes(),
        sought=False,
        **lists,
    )


def _facts(entry: Marked) -> Facts:
    told = entry.entries(_FACTS)
    single = {key: told[key].text() for key in ("profession", "specialty", "workplace", "town") if key in told}
    return Facts(
        **single,
        born=date_in(told["born"]) if "born" in told else None,
        family=told["family"].texts() if "family" in told else (),
        events=tuple(_event(item) for item in told["events"].items()) if "events" in told else (),
    )


def _event(entry: Marked) -> RecordedEvent:
    told = entry.entries(_EVENT)
    if "what" not in told:
        raise entry.refuse("This event does not say what happened. Add “what:”.")
    return RecordedEvent(
        what=told["what"].text(),
        date=date_in(told["date"]) if "date" in told else None,
        place=told["place"].text() if "place" in told else None,
        recorded_by_state="recorded_by_state" in told and told["recorded_by_state"].yes(),
    )
