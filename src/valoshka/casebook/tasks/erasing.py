"""Erasing a person or an interview from both stores, and proving it.

Order: the identities first (names, originals, the keys of sealed files), then the casebook, then the files, then both
stores are compacted and searched. A kill at any step leaves something that can be erased again, never a name alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from valoshka.casebook.identities.models import Contact, Name, Original
from valoshka.casebook.records.models import Act, Claim, Interview, Person, Release, ReleaseUse
from valoshka.casebook.records.typed import retype, typed_rows
from valoshka.casebook.tasks import audit, owing
from valoshka.casebook.tasks.authors import OWNER
from valoshka.casebook.tasks.consents import releases_using
from valoshka.casebook.tasks.residue import Residue, Sought, originals_left, residue, to_look_at
from valoshka.casebook.tasks.stores import identities_first, need_identities
from valoshka.casebook.tasks.tracing.blacking import black_out_rows, rows_naming, said_of, searches_for
from valoshka.casebook.tasks.tracing.hits import searches_answered
from valoshka.casebook.tasks.working_text import Masks, rebuild_all

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from valoshka.casebook.opening import Casebook
    from valoshka.names import Mention

BLACK = "█"
SHORTEST_SENTENCE = 24
_SENTENCE = re.compile(r"[^.!?…\n]+")


@dataclass(frozen=True)
class Plan:
    """What erasing would do, to be said before it is done: random ids and counts, no name.

    `answered` are searches for somebody else that one of the `rows` answers, or may answer: they lose it.
    """

    subject: str
    interviews: tuple[str, ...]
    acts: int
    named_in: tuple[str, ...]
    releases: tuple[str, ...]
    searches: tuple[str, ...] = ()
    rows: int = 0
    answered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proof:
    """What was erased, and what a search for it found afterwards: nothing, if all is well.

    `look_at` are columns with the surname alone or a pseudonym, which may be somebody else's. With `searched_for` 0
    nothing was known to search for, as after an erasing that was killed: that proves nothing.
    """

    searched_for: int
    residue: tuple[Residue, ...]
    releases: tuple[str, ...]
    originals_kept: tuple[str, ...] = ()
    look_at: tuple[Residue, ...] = ()


@dataclass
class _Trace:
    """What must not be found any more."""

    names: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    blobs: set[str] = field(default_factory=set)
    entered: set[str] = field(default_factory=set)
    pseudonyms: set[str] = field(default_factory=set)


def plan_person(person: Person) -> Plan:
    """What erasing `person` would take away, and which other interviews name them."""
    need_identities("erase somebody")
    interviews = Interview.objects.filter(source=person).order_by("number")
    named_in = _others_that_name(person)
    acts = Act.objects.filter(Q(victim=person) | Q(story=person)).distinct().count()
    searches, rows = tuple(search.id for search in searches_for(person)), _rows_that_name(person)
    return Plan(
        subject=person.id,
        interviews=tuple(interviews.values_list("id", flat=True)),
        acts=acts,
        named_in=tuple(original.interview for original, _ in named_in),
        releases=tuple(used.release for used in releases_using(person.id)),
        searches=searches,
        rows=len(rows),
        answered=searches_answered(rows, searches),
    )


def plan_interview(interview: Interview) -> Plan:
    """What erasing `interview` would take away."""
    need_identities("erase an interview")
    claims = set(Claim.objects.filter(interview=interview).values_list("id", flat=True))
    releases = [each.id for each in Release.objects.all() if claims & set(each.selection.get("claims", []))]
    acts = Act.objects.filter(claims__interview=interview).distinct().count()
    return Plan(interview.id, (interview.id,), acts, (), tuple(releases))


def erase_person(person: Person, casebook: Casebook, *, keep_others: bool, author: str = OWNER) -> Proof:
    """Erase `person` with their interviews and acts; in others' interviews their names are blacked out.

    The sealed original files of those other interviews still hold the name: they are destroyed, unless `keep_others`;
    then the proof names them. Searches tied to `person` go, and rows of kept lists that name them are blacked out.
    """
    plan, trace = plan_person(person), _Trace()
    _remember_names(person, trace)
    rows = _rows_that_name(person)
    with identities_first():
        black_out_rows(rows)
        for search in searches_for(person):
            search.delete()
        kept = _black_out(person, trace, keep_files=keep_others)
        for interview in Interview.objects.filter(source=person):
            _drop_interview(interview, trace)
        _forget_typed(person, trace.pseudonyms)
        Name.objects.filter(person=person.id).delete()
        Contact.objects.filter(person=person.id).delete()
        Act.objects.filter(Q(victim=person) | Q(story=person)).delete()
        person.delete()
        audit.record("person.erased", plan.subject, author)
        rebuild_all()
    return _prove(casebook, trace, plan.releases, kept)


def erase_interview(interview: Interview, casebook: Casebook, author: str = OWNER) -> Proof:
    """Erase one interview: both texts, its sealed original and key, suggestions, decisions and claims.

    Acts that rest on nothing else go with it.
    """
    plan, trace = plan_interview(interview), _Trace()
    with identities_first():
        _drop_interview(interview, trace)
        audit.record("interview.erased", plan.subject, author)
    return _prove(casebook, trace, plan.releases)


def _forget_typed(person: Person, pseudonyms: Collection[str]) -> None:
    """Names and pseudonyms in what people typed, in suggestions, reasons and labels too, are blacked out."""
    ReleaseUse.objects.filter(person=person.id).update(pseudonym="")
    finder = Masks.now().finder
    borne = [re.compile(rf"(?<!\w){re.escape(each)}(?!\w)", re.IGNORECASE) for each in pseudonyms]

    def blackened(typed: str) -> str:
        for pseudonym in borne:
            typed = pseudonym.sub(BLACK, typed)
        return _blacked(typed, _mentions(finder.find(typed), person))

    for row in typed_rows():
        retype(row, blackened)


def _blacked(text: str, mentions: Sequence[Mention]) -> str:
    for each in mentions:
        text = text[: each.start] + BLACK * (each.end - each.start) + text[each.end :]
    return text


def _remember_names(person: Person, trace: _Trace) -> None:
    names = list(Name.objects.filter(person=person.id).values_list("text", flat=True))
    names += [name for search in searches_for(person) for name in said_of(search)]
    trace.entered |= set(names)
    trace.pseudonyms |= set(person.pseudonyms.values_list("text", flat=True))
    others = set(Name.objects.exclude(person=person.id).values_list("text", flat=True))
    trace.names |= set(names) - others
    trace.names |= set(Contact.objects.filter(person=person.id).values_list("text", flat=True))


def _rows_that_name(person: Person) -> list[int]:
    trace = _Trace()
    _remember_names(person, trace)
    return list(rows_naming(Sought.of(trace.names, trace.names))) if trace.names else []


def _others_that_name(person: Person) -> list[tuple[Original, list[Mention]]]:
    """Others' interviews with the places that name `person`, and not somebody else of the same name."""
    finder = Masks.now().finder
    own = Interview.objects.filter(source=person).values_list("id", flat=True)
    others = Original.objects.exclude(interview__in=list(own)).order_by("id")
    named = [(original, _mentions(finder.find(original.text), person)) for original in others]
    return [(original, mentions) for original, mentions in named if mentions]


def _mentions(found: Sequence[Mention], person: Person) -> list[Mention]:
    others = [(each.start, each.end) for each in found if each.key != person.id]
    return [
        each
        for each in found
        if each.key == person.id and not any(start <= each.start and each.end <= end for start, end in others)
    ]


def _black_out(person: Person, trace: _Trace, *, keep_files: bool) -> tuple[str, ...]:
    """Black blocks of the same length, so that every position after them still counts."""
    kept = []
    _black_out_file_names(person)
    for original, mentions in _others_that_name(person):
        original.text = _blacked(original.text, mentions)
        if keep_files:
            kept.append(original.blob)
        else:
            trace.blobs.add(original.blob)
            original.blob, original.key = "", None
        original.save()
    return tuple(blob for blob in kept if blob)


def _black_out_file_names(person: Person) -> None:
    finder = Masks.now().finder
    for original in Original.objects.all():
        # An underscore joins words into one: a name in a file's name is sought without it.
        name = original.file_name
        mentions = _mentions(finder.find(name.replace("_", " ")), person)
        if mentions:
            Original.objects.filter(pk=original.pk).update(file_name=_blacked(name, mentions))


def _drop_interview(interview: Interview, trace: _Trace) -> None:
    original = Original.objects.filter(interview=interview.id).first()
    if original is not None:
        trace.sentences |= sentences_of(original.text)
        trace.blobs.add(original.blob)
        original.delete()
    trace.sentences |= sentences_of(interview.working_text)
    resting = Act.objects.filter(claims__interview=interview).distinct()
    for act in resting:
        if not act.claims.exclude(interview=interview).exists():
            act.delete()
    interview.delete()


def sentences_of(text: str) -> set[str]:
    """The sentences of `text` that are long enough to be searched for."""
    return {found.strip() for found in _SENTENCE.findall(text) if len(found.strip()) >= SHORTEST_SENTENCE}


def _still_said(words: Collection[str]) -> set[str]:
    """Those of `words` that an interview of the casebook still holds."""
    texts = [
        *Original.objects.values_list("text", flat=True),
        *Interview.objects.values_list("working_text", flat=True),
    ]
    return {word for word in words if any(word in text for text in texts)}


def _prove(casebook: Casebook, trace: _Trace, releases: tuple[str, ...], kept: tuple[str, ...] = ()) -> Proof:
    gone = {blob for blob in trace.blobs if blob}
    owing.settle(casebook)
    # A sentence that another interview holds too (the same heading, the same farewell) is no residue; a name always is.
    words = trace.names | (trace.sentences - _still_said(trace.sentences))
    found = [*residue(words, casebook.path, trace.names), *originals_left(casebook.originals, gone)]
    alone = to_look_at(trace.entered, trace.pseudonyms)
    look_at = tuple(each for each in alone if each not in found)
    return Proof(len(words) + len(trace.pseudonyms), tuple(found), releases, kept, look_at)
