"""A patient without a name, told of by a medic: with a day or a hospital such a patient can be found.

A medic's duty of secrecy makes the telling a crime, and a patient never agreed. One patient is meant, never patients in
general: a person in the singular whom somebody treated, or who was hurt, near the words of or about a medic.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from valoshka.disclosure.third_persons.nearness import FAR, any_near, distance, overlap
from valoshka.disclosure.third_persons.presuming import acted_on, is_doubtful, presumed, recalled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.third_persons.context import Context
    from valoshka.disclosure.third_persons.vocabulary import Mark

_ONE = ("own_patient", "patient", "person", "aged", "aged_digits", "human", "either", "calling", "agent", "few")
_RELATIONS = ("neighbour", "cellmate", "eldest")
_PATIENTS = frozenset({"own_patient", "patient"})
_DOERS = frozenset({"calling", "agent"})
_SPEAKING = 2  # words from a medic to "says"
_TELLS = 8  # sentences for which "I am a surgeon" holds
_AT_WORK = 2  # sentences for which "I was on duty" does
_OPENING = 36  # characters in which a sentence says of whom it is
_NEXT = 12  # words to an injury in the next sentence that says of nobody else
_QUOTES = re.compile(r"[\"“”«»„]")
_CLAUSE = re.compile(r"[,;:—–()]")
_STOP = re.compile(r";")
_FULL_STOP = re.compile(r"[.!?…]")  # "in hospital No. 2. If …" is not parted into sentences
_APPOSED = re.compile(r"\s*(?:,|—|–|\()\s*(?:an?\s+|the\s+)?(?:[^\W\d_]+\s+)?", re.IGNORECASE)


class Unnamed(NamedTuple):
    """One told of without a name at `start`-`end` (code points of the text); `rule` of rules.yml, `shown` by what."""

    rule: str
    start: int
    end: int
    shown: tuple[str, ...]


def patients(context: Context, *, by_a_medic: bool = False) -> Iterator[Unnamed]:
    """Every patient so told of; a doubt where neither a date nor a hospital is told.

    >>> from valoshka.disclosure.third_persons.context import Context
    >>> [(found.rule, found.shown) for found in patients(Context.of("As a surgeon I operated on a boy on 12 August."))]
    [('third_person_patient', ('medic', 'date'))]
    >>> [found.shown for found in patients(Context.of("Хірург памятае хлопца з куляй у назе."))]
    [('medic',)]
    """
    candidates = sorted(
        (mark for kind in _ONE for mark in context.marks.get(kind, ())), key=lambda mark: (mark.start, -mark.end)
    )
    last: Mark | None = None
    known = [mark for kind in _RELATIONS for mark in context.marks.get(kind, ())]
    for mark in candidates:
        # A neighbour is no patient because a medic tells of them.
        if any(overlap(mark, each) for each in known) and not any_near(context, "care", mark):
            last = mark
            continue
        if (last and _goes_on(context, last, mark)) or not _concrete(context, mark) or _generic(context, mark):
            continue
        shown = _shown(context, mark, by_a_medic=by_a_medic)
        if shown:
            last = mark
            surely = shown[0] == "medic" and len(shown) > 1 and mark.kind != "few"
            rule = "third_person_patient" if surely else "third_person_patient_doubt"
            yield Unnamed(rule, mark.start, mark.end, shown)


def _goes_on(context: Context, last: Mark, mark: Mark) -> bool:
    """Whether two marks are of one person: "a 16-year-old boy", "a patient, a student"."""
    return mark.first <= last.last + 1 or _APPOSED.fullmatch(context.text, last.end, mark.start) is not None


def _shown(context: Context, mark: Mark, *, by_a_medic: bool) -> tuple[str, ...]:
    """By what a patient is shown: a medic, a date, a hospital; nothing if this is no patient."""
    here = context.sentence(mark)
    medic = _medic(context, mark, by_a_medic=by_a_medic)
    dated, placed = (bool(context.of_kind(kind, here - 1, here + 1)) for kind in ("day", "named"))
    told = tuple(what for what, there in (("date", dated), ("hospital", placed)) if there)
    if any_near(context, "care", mark) or (medic and _cared_for(context, mark, by_a_medic=by_a_medic)):
        return ("medic", *told)
    if mark.kind == "own_patient" or (mark.kind == "patient" and medic and (told or _is_described(context, mark))):
        return ("medic", *told)
    remembered = medic and recalled(context, mark) and not context.of_kind("seized", here)
    if presumed(context, mark) or remembered:
        return ("medic", *told)
    if medic and is_doubtful(context, mark):
        return ("medic",)
    # Whoever tells: a hospital's register has whom it took in that day.
    if not _taken_in(context, mark):
        return ()
    return told or (("hospital",) if _hurt(context, mark) else ())


def _concrete(context: Context, mark: Mark) -> bool:
    """Whether one person is meant who is not the medic."""
    medics = context.of_kind("medic", context.sentence(mark))
    if any(overlap(mark, medic) or _same_person(context, mark, medic) for medic in medics):
        return False
    if mark.kind == "few" and not _are_a_few(context, mark):
        return False
    if mark.kind in _DOERS and not _is_somebody(context, mark):
        return False
    if context.speaks(mark) or (mark.kind == "either" and not _is_one(context, mark)):
        return False
    if mark.kind in _PATIENTS:
        return mark.last + 1 not in context.places("things_of_patients")
    # "16-year-old" needs its number; "442 человека" are many.
    counted = context.counted(mark.first - 1)
    if counted != (mark.kind == "aged_digits") and (not counted or mark.first in context.places("after_numbers")):
        return False
    return not context.named_person(mark)


def _is_somebody(context: Context, mark: Mark) -> bool:
    """Whether a calling stands for one person: no official, who is no patient here, not many, and no surname."""
    official = mark.first in context.places("officials") | context.places("visitors")
    return not official and not context.is_plural(mark) and not context.is_name(context.tokens[mark.first])


def _is_described(context: Context, mark: Mark) -> bool:
    """Whether it is told what a patient is besides: "one patient, a cellist"."""
    here = context.sentence(mark)
    others = (each for kind in ("calling", "aged", "aged_digits") for each in context.of_kind(kind, here))
    return any(
        each.start >= mark.end
        and not context.is_plural(each)
        and _APPOSED.fullmatch(context.text, mark.end, each.start)
        for each in others
    )


def _are_a_few(context: Context, mark: Mark) -> bool:
    """Whether two to four are meant: "three young men"."""
    numbers = context.places("few_numbers")
    beside = (place for place in (mark.first - 1, mark.first - 2) if place in numbers)
    return any(
        context.text[context.tokens[place].end : mark.start].replace(" ", "").isalpha() or place == mark.first - 1
        for place in beside
    )


def _is_one(context: Context, mark: Mark) -> bool:
    """Whether a form that may be of one in the genitive, or of many, follows a preposition, a part or an injury."""
    before = {*context.places("before_genitive"), *context.places("one")}
    of_whom = {each.last for each in context.of_kind("injury", context.sentence(mark))}
    return any(place in before or place in of_whom for place in (mark.first - 1, mark.first - 2))


def _same_person(context: Context, mark: Mark, medic: Mark) -> bool:
    """Whether a medic and a person are one: "the surgeon, a man of 45", "a woman doctor"."""
    if medic.end <= mark.start:
        here = context.sentence(mark)
        verbs = (each for kind in ("care", "weak", "vague") for each in context.of_kind(kind, here))
        treats = any(medic.end <= verb.start < mark.start for verb in verbs)
        return not treats and _APPOSED.fullmatch(context.text, medic.end, mark.start) is not None
    compound = context.text[mark.end : medic.start]
    plain = compound == " " and medic.first == mark.last + 1
    return compound == "-" or (plain and (mark.kind != "person" or context.tokens[medic.first].folded.isascii()))


def _medic(context: Context, mark: Mark, *, by_a_medic: bool) -> bool:
    here = context.sentence(mark)
    return (
        by_a_medic
        or mark.kind == "own_patient"
        or bool(context.of_kind("medic", here - 1, here + 1))
        or _tells(context, here)
    )


def _tells(context: Context, here: int) -> bool:
    """Whether "I", a medic, go on telling."""
    return bool(context.of_kind("telling", here - _TELLS, here) or context.of_kind("working", here - _AT_WORK, here))


def _cared_for(context: Context, mark: Mark, *, by_a_medic: bool) -> bool:
    """Whether somebody of whom a medic tells is told of as a patient: hurt, treated, or taken to a hospital."""
    here = context.sentence(mark)
    if (mark.kind != "human" and _hurt(context, mark)) or _taken_in(context, mark):
        return True
    if mark.kind != "human" and any_near(context, "body", mark) and context.of_kind("self", here - 1, here + 1):
        return True
    by = by_a_medic or _told_by(context, mark) or _tells(context, here)
    here_now = _says(context, mark) or bool(context.of_kind("telling", here - 1, here))
    kinds = ("weak", "vague") if here_now else ("weak",)
    treated = any(_one_clause(context, mark, verb) for kind in kinds for verb in context.of_kind(kind, here))
    return ((by and treated) or acted_on(context, mark)) and not context.of_kind("custody_to", here)


def _says(context: Context, mark: Mark) -> bool:
    """Whether a medic's words are reported, before the person: "the orderly said that on a trolley lay a student"."""
    here = context.sentence(mark)
    medics = context.of_kind("medic", here)
    says = [each for each in context.of_kind("say", here) if each.end <= mark.start]
    return any(distance(medic, each) <= _SPEAKING for medic in medics for each in says)


def _told_by(context: Context, mark: Mark) -> bool:
    """Whether a medic stands in the same sentence, or in the next to which a quotation belongs."""
    here = context.sentence(mark)
    if context.of_kind("medic", here):
        return True
    beside = context.of_kind("medic", here - 1, here + 1)
    return any(_QUOTES.search(context.between(mark, medic)) for medic in beside)


def _hurt(context: Context, mark: Mark) -> bool:
    """Whether the person is told of as hurt or ill: in the same sentence, or in the next if that goes on about them."""
    if any_near(context, "injury", mark):
        return True
    here = context.sentence(mark)
    going_on = [
        each for each in context.of_kind("theirs", here + 1) if each.start - context.starts[here + 1] <= _OPENING
    ]
    hurt = context.of_kind("injury", here + 1)
    return any(distance(each, pronoun) <= FAR for each in hurt for pronoun in going_on) or (
        bool(hurt)
        and _QUOTES.search(context.text, mark.end, hurt[0].start) is None
        and distance(mark, hurt[0]) <= _NEXT
    )


def _taken_in(context: Context, mark: Mark) -> bool:
    """Whether the sentence tells of a hospital, and that the person was brought, treated or lay there."""
    here = context.sentence(mark)
    if not any(context.of_kind(kind, here) for kind in ("hospital", "unique", "coded")):
        return False
    return any(_one_clause(context, mark, verb) for kind in ("weak", "vague") for verb in context.of_kind(kind, here))


def _one_clause(context: Context, mark: Mark, verb: Mark) -> bool:
    """Whether `verb` can be said of the person: no comma between, or one that opens a relative clause."""
    if distance(mark, verb) > FAR or overlap(mark, verb):
        return False
    between = context.between(mark, verb)
    if not _CLAUSE.search(between):
        return True
    relative = [
        each for each in context.of_kind("relative", context.sentence(mark)) if mark.end <= each.start < verb.start
    ]
    return verb.start > mark.end and bool(relative) and not _STOP.search(between)


def _generic(context: Context, mark: Mark) -> bool:
    """Whether nobody in particular is meant: "every patient", "if a man is brought in"; with a day somebody is."""
    here = context.sentence(mark)
    if any(0 < mark.first - each.last <= 2 for each in context.of_kind("every", here)):
        return True
    rules = (each for each in context.of_kind("generic", here) if not _FULL_STOP.search(context.between(mark, each)))
    return any(rules) and not context.of_kind("day", here)
