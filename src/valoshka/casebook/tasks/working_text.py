"""Keeping every interview's working text under pseudonyms, whenever a name or a pseudonym changes."""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Original
from valoshka.casebook.records.models import Act, Claim, Decision, Interview, Involvement, Proposal
from valoshka.casebook.tasks.alignment import Alignment, Span
from valoshka.casebook.tasks.naming import former_pseudonyms, masked, protected_names, replacements, stand_ins
from valoshka.casebook.tasks.passages import locate
from valoshka.casebook.tasks.stores import identities_open
from valoshka.errors import Refused
from valoshka.names import Finder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


# A finder takes a quarter of a second for a hundred people, and a sheet of decisions asks for it at each line.
@lru_cache(maxsize=1)
def _finder(names: tuple[tuple[str, tuple[str, ...]], ...]) -> Finder:
    return Finder(dict(names))


@dataclass(frozen=True)
class Masks:
    """The names known now and what stands for them; made once for many texts."""

    finder: Finder
    standing: Mapping[str, str]
    former: Mapping[str, str]

    @classmethod
    def now(cls) -> Masks:
        """As the two stores stand; without the identities no name is known, and none can be typed in."""
        names = protected_names() if identities_open() else {}
        return cls(
            _finder(tuple((person, tuple(spellings)) for person, spellings in names.items())),
            stand_ins(),
            former_pseudonyms(),
        )

    def text(self, typed: str) -> str:
        """`typed` with known names replaced, and pseudonyms of before by those of now."""
        hidden = masked(typed, self.finder, self.standing)
        if not self.former:
            return hidden
        borne = "|".join(re.escape(text) for text in sorted(self.former, key=len, reverse=True))
        return re.sub(rf"\b(?:{borne})\b", lambda found: self.former[found.group()], hidden)

    def alignment(self, original: str, source: str | None) -> Alignment:
        """The map from `original` to its working text; of two people of one name, the `source` is meant."""
        return Alignment(tuple(replacements(original, self.finder, self.standing, source)))


def alignment_of(interview: Interview) -> Alignment:
    """The interview's map, as it was kept."""
    return Alignment.of_rows(interview.alignment)


def span_of(interview: Interview, words: str) -> tuple[int, int]:
    """Where words of the working text stand in the original: start, end. `Refused` if they do not stand there."""
    places = locate(interview.working_text, words)
    if not places:
        raise Refused(
            f"Interview {interview.number}: these words do not stand in its working text. Copy them from there: "
            f"valoshka review CASE --read {interview.number}."
        )
    there = alignment_of(interview).to_original(places[0])
    return there.start, there.end


def rebuild(interview: Interview, masks: Masks) -> bool:
    """Make the working text anew, and everything that quotes it; whether anything changed.

    From the original, which finds every name known now; in travel mode from the working text, which at least takes the
    new pseudonyms.
    """
    original = _original_of(interview)
    if original is None:
        alignment, working_text = alignment_of(interview).restated(interview.working_text, masks.standing)
    else:
        alignment = masks.alignment(original, interview.source_id)
        working_text = alignment.working(original)
    if alignment.as_rows() == interview.alignment and working_text == interview.working_text:
        return False
    interview.alignment = alignment.as_rows()
    interview.working_text = working_text
    interview.save(update_fields=["alignment", "working_text"])
    _requote(interview, alignment, masks)
    return True


def _original_of(interview: Interview) -> str | None:
    """Also `None` after an erasing that was killed between the stores; erasing it again takes the rest."""
    if not identities_open():
        return None
    return Original.objects.filter(interview=interview.id).values_list("text", flat=True).first()


_waiting: ContextVar[list[bool] | None] = ContextVar("working texts wait to be made anew", default=None)


@contextmanager
def rebuilding_once() -> Iterator[None]:
    """Within this block, `rebuild_all` waits for the end: a sheet of fifty people reads every interview once."""
    asked: list[bool] = []
    token = _waiting.set(asked)
    try:
        yield
    finally:
        _waiting.reset(token)
    if asked:
        rebuild_all()


def rebuild_all() -> int:
    """Make every working text anew, in the caller's transaction; how many changed."""
    asked = _waiting.get()
    if asked is not None:
        asked.append(True)
        return 0
    masks = Masks.now()
    changed = sum(rebuild(interview, masks) for interview in Interview.objects.order_by("number"))
    _mask_typed(masks)
    return changed


def _requote(interview: Interview, alignment: Alignment, masks: Masks) -> None:
    def words(start: int, end: int) -> str:
        there = alignment.to_working(Span(start, end))
        return interview.working_text[there.start : there.end]

    for claim in Claim.objects.filter(interview=interview).exclude(start=None):
        claim.quote = words(claim.start or 0, claim.end or 0)
        claim.save(update_fields=["quote"])
    for proposal in Proposal.objects.filter(interview=interview):
        _requote_proposal(proposal, words, masks)


def _requote_proposal(proposal: Proposal, words: Callable[[int, int], str], masks: Masks) -> None:
    proposal.mentions = [{**each, "quote": words(each["start"], each["end"])} for each in proposal.mentions]
    proposal.victims = [{**each, "label": masks.text(each["label"])} for each in proposal.victims]
    if proposal.perpetrator:
        proposal.perpetrator = {**proposal.perpetrator, "label": masks.text(proposal.perpetrator["label"])}
    proposal.place, proposal.story = masks.text(proposal.place), masks.text(proposal.story)
    proposal.save(update_fields=["mentions", "victims", "perpetrator", "place", "story"])


TYPED = ("victim_label", "place", "method", "stated_reason", "consequence")


def _mask_typed(masks: Masks) -> None:
    """What reviewers typed before a name was known."""
    for act in Act.objects.all():
        typed = {field: masks.text(getattr(act, field)) for field in TYPED}
        if any(getattr(act, field) != text for field, text in typed.items()):
            Act.objects.filter(id=act.id).update(**typed)
    for involvement in Involvement.objects.exclude(label=""):
        label = masks.text(involvement.label)
        if label != involvement.label:
            Involvement.objects.filter(id=involvement.id).update(label=label)
    for decision in Decision.objects.exclude(corrections={}):
        corrections = {key: masks.text(value) for key, value in decision.corrections.items()}
        if corrections != decision.corrections:
            Decision.objects.filter(id=decision.id).update(corrections=corrections)
