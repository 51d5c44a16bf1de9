"""Who speaks in a text: "I" and "we", and whether a medic does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.third_persons.vocabulary import Mark, endings, endings_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from valoshka.disclosure.third_persons.context import Context

_PAUSE = re.compile(r"[,;:—–()]")
_POLISH = re.compile(r"[ąćęłńóśźż]", re.IGNORECASE)
_STEPS = (1, 2, 3)  # words from "I am a" to a medic


def tellers(context: Context) -> list[Mark]:
    """Words by which somebody says that they are a medic: "I am a" before "surgeon"."""
    medics = {mark.first: mark for mark in context.marks.get("medic", ())}
    beside = ((cue, medics.get(cue.last + step)) for cue in context.marks.get("teller", ()) for step in _STEPS)
    return [cue for cue, medic in beside if medic and not _PAUSE.search(context.text, cue.end, medic.start)]


def selves(context: Context) -> list[Mark]:
    """Words for "I" and "we", and verbs that say it by their ends: podpisałam."""
    verbs = (
        Mark("self", token.start, token.end, place, place)
        for place, token in enumerate(context.tokens)
        if token.folded.endswith(endings("first_person_endings"))
    )
    return [*_meant(context, "first_person"), *verbs]


def workers(context: Context) -> list[Mark]:
    """Words of a medic's place of work in a sentence that says "I" or "we", and medics who are "ours"."""
    places = (mark for mark in context.marks.get("at_work", ()) if context.of_kind("self", context.sentence(mark)))
    ours = context.places("ours")
    mates = (
        mark
        for mark in context.marks.get("medic", ())
        if mark.first - 1 in ours and not context.of_kind("seized", context.sentence(mark))
    )
    return sorted([*places, *mates], key=lambda mark: mark.start)


def he_or_she(context: Context) -> list[Mark]:
    """Words for one person who is not there."""
    return _meant(context, "third_singular")


SPEAKERS: dict[str, Callable[[Context], list[Mark]]] = {
    "telling": tellers,
    "self": selves,
    "working": workers,
    "third_singular": he_or_she,
}


def _meant(context: Context, kind: str) -> list[Mark]:
    """Marks without words that two languages write alike: Polish "on" is he, "i" is and; "мая" is my and May."""
    return [mark for mark in context.marks.get(kind, ()) if _is_meant(context, mark)]


def _is_meant(context: Context, mark: Mark) -> bool:
    word = context.tokens[mark.first].folded
    if word in endings_in("be", "homographs"):
        return not context.counted(mark.first - 1)
    if word in endings_in("pl", "homographs"):
        return _is_polish(context, mark)
    return word not in endings_in("en", "homographs") or not _is_polish(context, mark)


def _is_polish(context: Context, mark: Mark) -> bool:
    here = context.sentence(mark)
    end = context.starts[here + 1] if here + 1 < len(context.starts) else len(context.text)
    return bool(_POLISH.search(context.text, context.starts[here], end))
