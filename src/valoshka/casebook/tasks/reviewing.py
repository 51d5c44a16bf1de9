"""A person decides on what was suggested. The decision is data; the suggestion is never edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.transaction import atomic

from valoshka.casebook.records.models import Decision, Interview, Proposal
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.acts import ActEntry, make_act
from valoshka.casebook.tasks.authors import OWNER, author_code
from valoshka.casebook.tasks.victims import known_person
from valoshka.casebook.tasks.working_text import Masks, alignment_of
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from valoshka.casebook.records.models import Act
    from valoshka.casebook.tasks.alignment import Span

TAKEN = ("accept", "correct", "move")
CORRECTIONS = (
    "term",
    "modality",
    "date",
    "date_basis",
    "victim",
    "victim_kind",
    "perpetrator",
    "perpetrator_type",
    "place",
    "quote",
    "epistemic",
    "story",
)


@dataclass(frozen=True)
class Verdict:
    """What a person decided. `corrections` are by the names of `CORRECTIONS`; an empty text takes a value away."""

    kind: str
    corrections: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    author: str = OWNER
    decided: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse corrections that no field of an act has."""
        for key in self.corrections:
            if key not in CORRECTIONS:
                raise Refused(f'"{key}" cannot be corrected. These can: {", ".join(CORRECTIONS)}.')


def waiting(interview: Interview | None = None) -> QuerySet[Proposal]:
    """What nobody has decided yet, in the order of interviews and of their text."""
    found = Proposal.objects.filter(status="proposed").select_related("interview", "interview__source")
    return found.filter(interview=interview) if interview else found


def decide(proposal: Proposal, verdict: Verdict) -> list[Act]:
    """Keep the decision, and make the act (one for each victim) if the suggestion is taken, or nothing of it.

    Raises `Refused` if it was decided before, for a correction that is no valid value, and for a quote that does not
    stand in the interview.
    """
    if verdict.kind == "move" and not known_person(verdict.corrections.get("story", "")):
        raise Refused(
            "To move an act, say whose story it belongs to: the pseudonym or id of somebody in this casebook."
        )
    status = "accepted" if verdict.kind in TAKEN else "rejected"
    with atomic(using="casebook"):
        _close(proposal, status)
        acts = make_act(_entry(proposal, verdict)) if verdict.kind in TAKEN else []
        _keep(proposal.interview, proposal, verdict, acts)
    # Only now: a transaction that is taken back does not take back what was set on the object.
    proposal.status = status
    return acts


def _close(proposal: Proposal, status: str) -> None:
    if not Proposal.objects.filter(id=proposal.id, status="proposed").update(status=status):
        was = Proposal.objects.filter(id=proposal.id).values_list("status", flat=True).first() or "taken away"
        raise Refused(f"This suggestion was {was} before. A decision stays as it was taken.")


def make_by_hand(interview: Interview, span: Span, verdict: Verdict) -> list[Act]:
    """Make an act on a passage that a person marked; `span` counts in the working text. Needs at least a `term`."""
    if not verdict.corrections.get("term"):
        raise Refused("An act needs a term: say what was done, such as term: dismissal.")
    if not 0 <= span.start < span.end <= len(interview.working_text):
        raise Refused("There is no such passage in this interview. Mark it again.")
    there = alignment_of(interview).to_original(span)
    with atomic(using="casebook"):
        entry = ActEntry(
            interview=interview, spans=((there.start, there.end),), term="", epistemic=_how_known(interview)
        )
        acts = make_act(_corrected(entry, verdict))
        _keep(interview, None, verdict, acts)
    return acts


def _how_known(interview: Interview) -> str:
    return "experienced" if interview.source_id else "hearsay"


def _keep(interview: Interview, proposal: Proposal | None, verdict: Verdict, acts: list[Act]) -> None:
    masks = Masks.now()
    decision = Decision(
        proposal=proposal,
        interview=interview,
        kind=verdict.kind,
        corrections={key: masks.text(value) for key, value in verdict.corrections.items()},
        reason=masks.text(verdict.reason),
        author=author_code(verdict.author),
        decided=verdict.decided or datetime.now(UTC),
    )
    decision.save(force_insert=True)
    decision.acts.set(acts)
    audit.record(f"decision.{verdict.kind}", decision.id, verdict.author)


def _entry(proposal: Proposal, verdict: Verdict) -> ActEntry:
    who = proposal.perpetrator or {}
    story = known_person(proposal.story) or proposal.interview.source
    entry = ActEntry(
        interview=proposal.interview,
        spans=tuple((mention["start"], mention["end"]) for mention in proposal.mentions),
        term=proposal.act,
        modality=proposal.modality,
        date=proposal.date,
        date_basis=proposal.date_basis,
        place=proposal.place,
        epistemic=proposal.epistemic,
        story=story,
        victims=tuple((victim["label"], victim["kind"]) for victim in proposal.victims),
        perpetrator=who.get("label", ""),
        perpetrator_type=who.get("type", ""),
        perpetrator_span=(who["start"], who["end"]) if who else None,
    )
    return _corrected(entry, verdict)


def _corrected(entry: ActEntry, verdict: Verdict) -> ActEntry:
    return entry.corrected(verdict.corrections, Masks.now(), moved=verdict.kind == "move")
