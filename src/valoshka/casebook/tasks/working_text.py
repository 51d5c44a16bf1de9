"""Keeping every interview's working text under pseudonyms, whenever a name or a pseudonym changes."""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Original
from valoshka.casebook.records.models import Act, Claim, Decision, Interview, Involvement, Proposal
from valoshka.casebook.records.typed import retype, typed_rows
from valoshka.casebook.tasks.alignment import Alignment, Span
from valoshka.casebook.tasks.naming import former_pseudonyms, masked, protected_names, replacements, stand_ins
from valoshka.casebook.tasks.passages import locate
from valoshka.casebook.tasks.stores import identities_open
from valoshka.casebook.vault import keyring
from valoshka.errors import Refused
from valoshka.names import Finder, forget

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from valoshka.casebook.records.record import Record


# A finder takes a quarter of a second for a hundred people, and a sheet of decisions asks for it at each line.
@lru_cache(maxsize=1)
def _finder(names: tuple[tuple[str, tuple[str, ...]], ...]) -> Finder:
    return Finder(dict(names))


keyring.at_locking(_finder.cache_clear)
keyring.at_locking(forget)


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

    def text(self, typed: str, here: Collection[str] = ()) -> str:
        """`typed` with known names replaced, and pseudonyms of before by those of now.

        `here` are the persons of the interview that it was typed about.
        """
        hidden = masked(typed, self.finder, self.standing, here)
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
        _requote_proposal(proposal, words)
        retype(proposal, partial(masks.text, here=persons_in(interview)))


def _requote_proposal(proposal: Proposal, words: Callable[[int, int], str]) -> None:
    proposal.mentions = [{**each, "quote": words(each["start"], each["end"])} for each in proposal.mentions]
    proposal.save(update_fields=["mentions"])


def _mask_typed(masks: Masks) -> None:
    """What people typed before a name was known."""
    named = {interview.id: persons_in(interview) for interview in Interview.objects.all()}
    for row in typed_rows():
        here = frozenset(person for interview in _interviews_of(row) for person in named.get(interview, ()))
        retype(row, partial(masks.text, here=here))


def persons_in(interview: Interview) -> set[str]:
    """The persons (random ids) whom an interview names, and who tells it."""
    named = {each.person for each in alignment_of(interview).replacements}
    return (named | {interview.source_id or ""}) - {""}


def _interviews_of(row: Record) -> list[str]:
    if isinstance(row, Proposal | Decision):
        return [row.interview_id]
    if isinstance(row, Act | Involvement):
        act = row.id if isinstance(row, Act) else row.act_id
        return [each for each in Claim.objects.filter(act=act).values_list("interview", flat=True) if each]
    return []
