"""Decisions as a sheet, for scripts and for colleagues who decide apart: chosen by interview, term and quote.

The whole sheet is taken or nothing of it, and the same sheet again changes nothing. docs/sheets.md shows one.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.transaction import atomic

from valoshka.casebook.records.models import Decision, Proposal
from valoshka.casebook.records.vocabulary import codes, nearest, repeated
from valoshka.casebook.tasks.authors import OWNER
from valoshka.casebook.tasks.details import find_interview
from valoshka.casebook.tasks.passages import locate
from valoshka.casebook.tasks.reviewing import Verdict, decide, make_by_hand
from valoshka.casebook.tasks.sheets import Entry, SheetError
from valoshka.casebook.tasks.working_text import alignment_of
from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.casebook.records.models import Interview
    from valoshka.casebook.tasks.alignment import Span

HEAD = ("author", "date", "decisions")
CHOOSING = ("interview", "act", "quote", "decide", "reason", "author", "or_by_hand")
CORRECTING = {
    "term": "term",
    "modality": "modality",
    "date": "date",
    "date_basis": "date_basis",
    "victim": "victim",
    "victim_kind": "victim_kind",
    "perpetrator": "perpetrator",
    "perpetrator_type": "perpetrator_type",
    "place": "place",
    "passage": "quote",
    "epistemic": "epistemic",
    "story": "story",
}


@dataclass
class Summary:
    """How many decisions of each kind were taken, how many acts they made, and how many had been taken before."""

    taken: dict[str, int] = field(default_factory=dict)
    acts: int = 0
    before: int = 0


def take_decisions(sheet: Entry, author: str = OWNER) -> Summary:
    """Take every decision of a sheet, or none. Raises `SheetError` with the line of the first that does not fit."""
    sheet.only(HEAD)
    by, day = sheet.text("author") or author, sheet.day("date")
    decided = datetime.datetime.combine(day, datetime.time(), datetime.UTC) if day else None
    summary = Summary()
    with atomic(using="casebook"):
        for entry in sheet.entries("decisions"):
            try:
                _take(entry, by, decided, summary)
            except SheetError:
                raise
            except Refused as refusal:
                raise entry.refused(refusal) from refusal
    return summary


def _take(entry: Entry, author: str, decided: datetime.datetime | None, summary: Summary) -> None:
    entry.only((*CHOOSING, *CORRECTING))
    kind = entry.text("decide", "accept")
    if kind not in codes("decision_kind"):
        raise entry.fault(f"decide: {repeated(kind)} is not known; {nearest(kind, codes('decision_kind'))}", "decide")
    interview = find_interview(entry.needed("interview", "3"))
    passage = _passage(interview, entry)
    verdict = Verdict(kind, _corrections(entry), entry.text("reason"), entry.text("author") or author, decided)
    if kind == "by_hand":
        _by_hand(interview, passage, verdict, summary)
        return
    proposal = _chosen(interview, entry, passage)
    if entry.flag("or_by_hand") and _made_before(interview, passage, verdict.corrections["term"]):
        # The proposer has learnt to suggest it since; the act is there already.
        summary.before += 1
    elif proposal is None:
        if not entry.flag("or_by_hand"):
            raise entry.fault(_nothing_fits(interview, entry))
        _by_hand(interview, passage, verdict, summary)
    elif proposal.status == "proposed":
        _count(summary, kind, len(decide(proposal, verdict)))
    else:
        _agree(proposal, verdict, entry, summary)


def _corrections(entry: Entry) -> dict[str, str]:
    corrections = {name: entry.text(key) for key, name in CORRECTING.items() if key in entry}
    if entry.text("decide") == "by_hand" or entry.flag("or_by_hand"):
        corrections.setdefault("term", entry.text("act"))
    return corrections


def _passage(interview: Interview, entry: Entry) -> Span:
    quote = entry.needed("quote", "words of the interview's working text")
    places = locate(interview.working_text, quote)
    if not places:
        raise entry.fault(
            f"these words do not stand in interview {interview.number}. Copy them from its working text: "
            f"valoshka review CASE --read {interview.number}.",
            "quote",
        )
    return places[0]


def _chosen(interview: Interview, entry: Entry, passage: Span) -> Proposal | None:
    """The suggestion whose passage shares most characters with the quote; undecided ones first."""
    there = alignment_of(interview).to_original(passage)
    term = entry.needed("act", "dismissal")
    if term not in codes("acts"):
        raise entry.fault(f"act: {repeated(term)} is not known; {nearest(term, codes('acts'))}", "act")

    def shared(proposal: Proposal) -> int:
        overlaps = (min(there.end, each["end"]) - max(there.start, each["start"]) for each in proposal.mentions)
        return max(map(int, overlaps))

    found = [each for each in Proposal.objects.filter(interview=interview, act=term) if shared(each) > 0]
    return max(found, key=lambda each: (shared(each), each.status == "proposed", -each.first), default=None)


def _by_hand(interview: Interview, passage: Span, verdict: Verdict, summary: Summary) -> None:
    if _made_before(interview, passage, verdict.corrections["term"]):
        summary.before += 1
        return
    by_hand = Verdict("by_hand", verdict.corrections, verdict.reason, verdict.author, verdict.decided)
    _count(summary, "by_hand", len(make_by_hand(interview, passage, by_hand)))


def _made_before(interview: Interview, passage: Span, term: str) -> bool:
    there = alignment_of(interview).to_original(passage)
    return Decision.objects.filter(
        interview=interview,
        kind="by_hand",
        corrections__term=term,
        acts__claims__start=there.start,
        acts__claims__end=there.end,
    ).exists()


def _agree(proposal: Proposal, verdict: Verdict, entry: Entry, summary: Summary) -> None:
    last = proposal.decisions.order_by("-decided").first()
    if last is None or last.kind != verdict.kind:
        how = f"{last.kind} by {last.author} on {last.decided:%Y-%m-%d}" if last else proposal.status
        raise entry.fault(f"this suggestion was decided otherwise before: {how}. A decision stays as it was taken.")
    summary.before += 1


def _count(summary: Summary, kind: str, acts: int) -> None:
    summary.taken[kind] = summary.taken.get(kind, 0) + 1
    summary.acts += acts


def _nothing_fits(interview: Interview, entry: Entry) -> str:
    there = sorted(set(Proposal.objects.filter(interview=interview).values_list("act", flat=True)))
    listed = ", ".join(there) if there else "nothing; run valoshka propose CASE first"
    return (
        f'no suggestion "{entry.text("act")}" on these words. Suggested in interview {interview.number}: {listed}. '
        "Choose one of them, or write decide: by_hand."
    )
