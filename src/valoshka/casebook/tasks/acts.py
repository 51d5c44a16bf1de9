"""Making acts, with who was involved and the claims that they rest on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valoshka.casebook.records.models import Act, Claim, Involvement
from valoshka.casebook.tasks.alignment import Span
from valoshka.casebook.tasks.people import find_person
from valoshka.casebook.tasks.victims import Victim, victim_of
from valoshka.casebook.tasks.working_text import alignment_of, span_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.casebook.records.models import Interview, Person
    from valoshka.casebook.tasks.working_text import Masks


@dataclass(frozen=True)
class ActEntry:
    """An act as it is taken: positions count in the original; `victims` are pairs of label and kind."""

    interview: Interview
    spans: tuple[tuple[int, int], ...]
    term: str
    modality: str = "happened"
    date: str = ""
    date_basis: str = "unstated"
    place: str = ""
    epistemic: str = "experienced"
    story: Person | None = None
    victims: tuple[tuple[str, str], ...] = ()
    perpetrator: str = ""
    perpetrator_type: str = ""
    perpetrator_span: tuple[int, int] | None = None

    def corrected(self, corrections: Mapping[str, str], masks: Masks, *, moved: bool) -> ActEntry:
        """This entry with a person's corrections; known names in what they typed are replaced."""
        entry = replace(
            self,
            story=self.story or self.interview.source,
            term=corrections.get("term") or self.term,
            modality=corrections.get("modality") or self.modality,
            epistemic=corrections.get("epistemic") or self.epistemic,
            date=corrections.get("date", self.date),
            date_basis=corrections.get("date_basis") or self.date_basis,
            perpetrator_type=corrections.get("perpetrator_type", self.perpetrator_type),
        )
        if corrections.get("date") and "date_basis" not in corrections and self.date_basis == "unstated":
            entry = replace(entry, date_basis="explicit")
        if "place" in corrections:
            entry = replace(entry, place=masks.text(corrections["place"]))
        if "perpetrator" in corrections:
            entry = replace(entry, perpetrator=masks.text(corrections["perpetrator"]), perpetrator_span=None)
        if corrections.get("quote"):
            entry = replace(entry, spans=(span_of(self.interview, corrections["quote"]),))
        if corrections.get("story"):
            entry = entry._moved(find_person(corrections["story"]), moved=moved)
        if corrections.get("victim"):
            kind = corrections.get("victim_kind", self.victims[0][1] if self.victims else "person")
            entry = replace(entry, victims=((masks.text(corrections["victim"]), kind),))
        return entry

    def _moved(self, story: Person, *, moved: bool) -> ActEntry:
        """To another story: who suffered as the old story's person now is the new one's."""
        if not moved:
            return replace(self, story=story)
        victims = tuple(
            (story.id if kind == "person" and _is(label, self.story) else label, kind) for label, kind in self.victims
        )
        return replace(self, story=story, victims=victims)


def _is(label: str, person: Person | None) -> bool:
    return victim_of(label, "person", person).person == person


def make_act(entry: ActEntry) -> list[Act]:
    """One act for each victim, each with its involvement and claims; in the caller's transaction."""
    victims = [victim_of(label, kind, entry.story) for label, kind in entry.victims]
    return [_make(entry, victim) for victim in victims or [Victim(entry.story, "person", "")]]


def _make(entry: ActEntry, victim: Victim) -> Act:
    act = Act(
        term=entry.term,
        modality=entry.modality,
        date=entry.date,
        date_basis=entry.date_basis if entry.date else "unstated",
        place=entry.place,
        story=entry.story,
        victim=victim.person,
        victim_kind=victim.kind,
        victim_label=victim.label,
        victim_count=victim.count,
    )
    act.save(force_insert=True)
    if entry.perpetrator or entry.perpetrator_type:
        kind = entry.perpetrator_type or "unstated"
        Involvement(act=act, type=kind, label=entry.perpetrator).save(force_insert=True)
    for start, end in entry.spans:
        _claim(act, entry, "act", start, end)
    if entry.perpetrator_span:
        _claim(act, entry, "perpetrator", *entry.perpetrator_span)
    return act


def _claim(act: Act, entry: ActEntry, field: str, start: int, end: int) -> None:
    interview = entry.interview
    there = alignment_of(interview).to_working(Span(start, end))
    quote = interview.working_text[there.start : there.end]
    Claim(act=act, field=field, interview=interview, start=start, end=end, quote=quote, epistemic=entry.epistemic).save(
        force_insert=True
    )
