"""Who is presumed to be a patient, though no illness is told: whoever stands before a medic at work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.third_persons.nearness import any_near

if TYPE_CHECKING:
    from valoshka.disclosure.third_persons.context import Context
    from valoshka.disclosure.third_persons.vocabulary import Mark

_PATIENTS = frozenset({"own_patient", "patient"})
_MANY = frozenset({"human", "few", "either"})
_ACTED = 8  # words from a medic to whom they treat
_BESIDE = 4  # words from "remembers" to the person
_CLAUSE = re.compile(r"[,;:—–()]")


def presumed(context: Context, mark: Mark) -> bool:
    """Whether somebody stands beside "I" or "we" where a medic works: whoever comes there is a patient as a rule."""
    here = context.sentence(mark)
    if mark.kind in _MANY or not _is_stranger(context, mark) or context.of_kind("seized", here):
        return False
    return bool(context.of_kind("self", here)) and bool(context.of_kind("working", here - 1, here))


def is_doubtful(context: Context, mark: Mark) -> bool:
    """Whether a medic tells of somebody in a way that leaves it open whether they are a patient."""
    here = context.sentence(mark)
    if mark.kind in _MANY or mark.kind in _PATIENTS or not _is_stranger(context, mark):
        return False
    told_of = context.of_kind("medic", here) and any_near(context, "body", mark)
    selves = bool(context.of_kind("self", here)) and not context.of_kind("seized", here)
    telling = selves and context.of_kind("telling", here - 1, here) and mark.kind != "human"
    return bool(told_of or telling or recalled(context, mark))


def _is_stranger(context: Context, mark: Mark) -> bool:
    """Whether somebody is not of the teller's family, no official, and not the teller: "my mother", "I, a widow"."""
    others = context.places("visitors") | context.places("officials")
    near = context.places("ours") | context.places("teller") | context.places("copula")
    if mark.first in others or any(place in near for place in range(mark.first - 2, mark.first)):
        return False
    before = context.text[max(0, mark.start - 2) : mark.start]
    return not (mark.first - 1 in context.places("first_person") and "," in before) and not context.is_plural(mark)


def recalled(context: Context, mark: Mark) -> bool:
    """Whether a medic is said to remember somebody: "the nurse remembers a florist"."""
    here = context.sentence(mark)
    if mark.kind in _PATIENTS or not context.of_kind("medic", here) or context.is_plural(mark):
        return False
    return any(
        0 < mark.first - each.last <= _BESIDE and not _CLAUSE.search(context.between(each, mark))
        for each in context.of_kind("recalls", here)
    )


def acted_on(context: Context, mark: Mark) -> bool:
    """Whether a medic does something with somebody in a hospital, whatever it is called: "pulled a tenor's tooth"."""
    here = context.sentence(mark)
    if mark.kind in _MANY or not any(context.of_kind(kind, here) for kind in ("hospital", "unique", "coded")):
        return False
    joined = context.places("relative") | context.places("copula") | context.places("say")
    return _is_stranger(context, mark) and any(
        1 < mark.first - medic.last <= _ACTED
        and not _CLAUSE.search(context.between(medic, mark))
        and joined.isdisjoint(range(medic.last + 1, mark.first))
        for medic in context.of_kind("medic", here)
    )
