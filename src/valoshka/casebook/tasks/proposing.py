"""Having a machine suggest acts, on the working text, so that it needs no identities and names nobody."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.transaction import atomic

from valoshka.casebook.records.models import Interview, Proposal
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.alignment import Alignment, Span
from valoshka.casebook.tasks.authors import OWNER
from valoshka.casebook.tasks.working_text import alignment_of
from valoshka.coding import propose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.coding.proposal import Proposal as Suggestion

LANGUAGES = ("en", "be", "ru")  # those that the proposer reads; any other is read paragraph by paragraph
LONGEST_PLACE = 200


def propose_acts(interview: Interview, author: str = OWNER) -> int:
    """Keep what the proposer suggests for one interview; how many suggestions are new.

    What a person has decided stays as it is. Suggestions that wait and are made no more are let go, so that the list
    does not fill with an older program's.
    """
    language = interview.language if interview.language in LANGUAGES else None
    suggested = propose(interview.working_text, language)
    alignment = alignment_of(interview)
    fresh = [_row(interview, each, alignment) for each in suggested]
    with atomic(using="casebook"):
        new = _keep(interview, fresh)
        interview.proposed = datetime.now(UTC)
        interview.save(update_fields=["proposed"])
        audit.record("interview.proposed", interview.id, author)
    return new


def _keep(interview: Interview, fresh: Iterable[Proposal]) -> int:
    there = {_key(proposal): proposal for proposal in Proposal.objects.filter(interview=interview)}
    wanted = {_key(proposal): proposal for proposal in fresh}
    for key, proposal in there.items():
        if key not in wanted and proposal.status == "proposed":
            proposal.delete()
    new = [proposal for key, proposal in wanted.items() if key not in there]
    for proposal in new:
        proposal.refuse_faults()
    Proposal.objects.bulk_create(new)
    return len(new)


def _key(proposal: Proposal) -> tuple[object, ...]:
    """What makes a suggestion the same one when the proposer runs again."""
    spans = tuple((mention["start"], mention["end"]) for mention in proposal.mentions)
    return proposal.act, proposal.modality, spans, tuple(victim["label"] for victim in proposal.victims)


def _row(interview: Interview, suggestion: Suggestion, alignment: Alignment) -> Proposal:
    mentions = [
        {**_in_original(alignment, mention.start, mention.end), "quote": mention.quote}
        for mention in suggestion.mentions
    ]
    who = suggestion.perpetrator
    return Proposal(
        interview=interview,
        act=suggestion.act,
        modality=suggestion.modality,
        mentions=mentions,
        victims=[{"label": victim.label, "kind": victim.kind} for victim in suggestion.victims],
        perpetrator={"type": who.type, "label": who.label, **_in_original(alignment, who.start, who.end)}
        if who
        else None,
        date=suggestion.date or "",
        date_basis=suggestion.date_basis,
        place=(suggestion.place or "")[:LONGEST_PLACE],
        epistemic=suggestion.epistemic,
        voice=suggestion.voice,
        story=(suggestion.story or "")[:LONGEST_PLACE],
        first=min(alignment.to_original(Span(each.start, each.end)).start for each in suggestion.mentions),
    )


def _in_original(alignment: Alignment, start: int, end: int) -> dict[str, int]:
    there = alignment.to_original(Span(start, end))
    return {"start": there.start, "end": there.end}
