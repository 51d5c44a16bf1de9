"""What the casebook lends to a briefing: accepted acts and quotes under pseudonyms, each with its claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.briefing.material import AcceptedAct, FoundQuote, StoryMaterial
from valoshka.casebook.records.models import Act, Claim, Interview
from valoshka.casebook.tasks.consents import consent_to_publish
from valoshka.casebook.tasks.naming import stand_ins
from valoshka.casebook.tasks.passages import locate
from valoshka.casebook.tasks.pseudonyms import bearer_of
from valoshka.casebook.tasks.working_text import alignment_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from valoshka.casebook.tasks.alignment import Span


@dataclass(frozen=True)
class CasebookMaterial:
    """`briefing.material.Material` from the open casebook, whose random id is `casebook`."""

    casebook: str
    published: datetime.date | None = None  # consent has to hold on that day as well

    def story(self, pseudonym: str) -> StoryMaterial | None:
        """The story told under `pseudonym`: the acts that the person suffered or told as their own story."""
        person = bearer_of(pseudonym)
        if person is None:
            return None
        acts = Act.objects.filter(story=person) | Act.objects.filter(victim=person)
        standing = stand_ins()
        return StoryMaterial(
            person=person.id,
            pseudonym=pseudonym,
            acts=tuple(_accepted(act, standing) for act in sorted(acts.distinct(), key=_in_time)),
            consents=consent_to_publish(person, self.published),
        )

    def quote(self, person: str, words: str) -> FoundQuote | None:
        """Where `words` stand in an interview of `person`, with the claim that they make."""
        for interview in Interview.objects.filter(source=person).order_by("number"):
            for span in locate(interview.working_text, words):
                found = interview.working_text[span.start : span.end]
                return FoundQuote(_claim_of(interview, span), found, interview.language or "")
        return None


def _in_time(act: Act) -> tuple[bool, str, str, str]:
    earliest, latest = act.earliest or act.latest, act.latest or act.earliest
    return earliest is None, str(earliest), str(latest), act.id


def _accepted(act: Act, standing: Mapping[str, str]) -> AcceptedAct:
    involvement = act.involvements.first()
    claims = list(act.claims.order_by("start", "id"))
    return AcceptedAct(
        id=act.id,
        term=act.term,
        modality=act.modality,
        date=act.date or None,
        date_basis=act.date_basis,
        place=act.place or None,
        perpetrator_type=involvement.type if involvement else None,
        perpetrator_label=(involvement.label or None) if involvement else None,
        epistemic=claims[0].epistemic if claims else "organisation",
        victims=(standing[act.victim_id] if act.victim_id else act.victim_label,),
        claims=tuple(claim.id for claim in claims),
    )


def _claim_of(interview: Interview, span: Span) -> str:
    """The claim of an act on these words; else one is kept for the quote itself, the same one each time."""
    there = alignment_of(interview).to_original(span)
    covering = Claim.objects.filter(interview=interview, start__lte=there.start, end__gte=there.end).order_by("id")
    if claim := covering.first():
        return claim.id
    claim = Claim(
        field="quote",
        interview=interview,
        start=there.start,
        end=there.end,
        quote=interview.working_text[span.start : span.end],
        epistemic="experienced",
    )
    claim.save(force_insert=True)
    return claim.id
