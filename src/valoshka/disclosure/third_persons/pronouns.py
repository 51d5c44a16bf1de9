"""A patient of whom a medic says only "he" or "she": "I was on duty on 10 August. He was 19, we could not save him."

Only where the medic speaks ("I", "we"): told of in the third person, "she" is as a rule the medic.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.third_persons.nearness import distance
from valoshka.disclosure.third_persons.patients import Unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.third_persons.context import Context
    from valoshka.disclosure.third_persons.vocabulary import Mark

_TELLS = 8  # sentences for which "I am a surgeon" holds
_AT_WORK = 2  # sentences for which "I was on duty" holds
_SIGNS = {
    "care": 16,
    "weak": 4,
    "vague": 3,
    "injury": 12,
    "body": 4,
}  # what shows a patient: words to the pronoun, at most
_BESIDE = 2  # words from a medic to "says"
_QUOTES = re.compile(r"[\"“”«»„]")
_NEAR = ("kin", "child", "colleague")  # "my husband … he" is no patient, though no stranger's business


def by_pronoun(context: Context, *, by_a_medic: bool = False) -> Iterator[Unnamed]:
    """One finding a sentence that goes on about somebody treated; at the pronoun with what shows it.

    >>> from valoshka.disclosure.third_persons.context import Context
    >>> told = by_pronoun(Context.of("I was on duty on 4 May. He was 19, we could not save him."))
    >>> [(found.rule, found.shown) for found in told]
    [('third_person_patient', ('medic', 'date'))]
    """
    for here in range(len(context.starts)):
        pronouns = context.of_kind("third_singular", here)
        if not pronouns:
            continue
        surely = _treated(context, here)
        tells = surely or _tells(context, here, by_a_medic=by_a_medic)
        quoted = _quoted(context, here)
        if not tells and not quoted and not _by_another(context, here):
            continue
        sign = _sign(context, here, surely=surely)
        if sign is None:
            continue
        told = tuple(
            what for what, kind in (("date", "day"), ("hospital", "named")) if context.of_kind(kind, here - 1, here + 1)
        )
        known = (
            surely
            or (sign.kind in {"care", "weak"} and tells)
            or (sign.kind != "body" and quoted)
            or (tells and _at_work(context, here))
        )
        near = not surely and any(context.of_kind(kind, here - 1, here) for kind in _NEAR)
        rule = "third_person_patient" if told and known and not near else "third_person_patient_doubt"
        yield Unnamed(rule, *_span(context, pronouns, sign), ("medic", *told))


def _treated(context: Context, here: int) -> bool:
    """Whether "I" or "we" treat somebody in this sentence or beside it."""
    near = range(here - 1, here + 2)
    return any(context.of_kind("care", each) and context.of_kind("self", each) for each in near)


def _tells(context: Context, here: int, *, by_a_medic: bool) -> bool:
    if not context.of_kind("self", here - 1, here + 1):
        return False
    return by_a_medic or _at_work(context, here) or bool(context.of_kind("telling", here - _TELLS, here))


def _at_work(context: Context, here: int) -> bool:
    """Whether "I" or "we" are at a medic's work: "I was on duty", "our ward"."""
    return bool(context.of_kind("working", here - _AT_WORK, here))


def _quoted(context: Context, here: int) -> bool:
    """Whether a medic is quoted in this sentence: "«Он умер в пять», говорит врач"."""
    says = context.of_kind("say", here)
    if not any(distance(medic, word) <= _BESIDE for medic in context.of_kind("medic", here) for word in says):
        return False
    end = context.starts[here + 1] if here + 1 < len(context.starts) else len(context.text)
    return _QUOTES.search(context.text, context.starts[here], end) is not None


def _by_another(context: Context, here: int) -> bool:
    """Whether a medic who is told of treats "him" or "her"; that may be whoever tells, and so is a doubt."""
    medics, pronouns = context.of_kind("medic", here), context.of_kind("third_singular", here)
    if context.of_kind("say", here) and any(medic.end <= pronoun.start for medic in medics for pronoun in pronouns):
        return bool(context.of_kind("weak", here) or context.of_kind("injury", here))
    cares = context.of_kind("care", here)
    return any(
        medic.end <= care.start and distance(care, pronoun) <= 1
        for medic in medics
        for care in cares
        for pronoun in pronouns
    )


def _sign(context: Context, here: int, *, surely: bool) -> Mark | None:
    """What shows that the person of this sentence is a patient."""
    pronouns = context.of_kind("third_singular", here)
    signs = [
        mark
        for kind, reach in _SIGNS.items()
        for mark in context.of_kind(kind, here)
        if any(distance(mark, pronoun) <= reach for pronoun in pronouns)
    ]
    if not signs and surely:
        signs = context.of_kind("care", here - 1, here + 1)
    if not signs or (context.of_kind("custody_to", here) and not any(mark.kind == "care" for mark in signs)):
        return None
    return signs[0]


def _span(context: Context, pronouns: list[Mark], sign: Mark) -> tuple[int, int]:
    """From a pronoun to the sign, or the pronoun's own words if the sign stands in another sentence."""
    pronoun = pronouns[0]
    if context.sentence(sign) == context.sentence(pronoun):
        return min(pronoun.start, sign.start), max(pronoun.end, sign.end)
    last = min(pronoun.last + 2, len(context.tokens) - 1)
    return pronoun.start, context.tokens[last].end
