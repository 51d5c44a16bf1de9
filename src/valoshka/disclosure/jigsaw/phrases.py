"""The phrases by which a text may tell somebody's facts."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from valoshka.disclosure.jigsaw.facts import same_phrases, tokens_of
from valoshka.disclosure.jigsaw.said import kinds_of
from valoshka.disclosure.jigsaw.workplaces import institutions, ranks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.people import Facts

_OTHER = "other"  # an event that events.yml does not know, looked for by its words
_TURNED = 3  # words of a workplace's name, at most, that are looked for in any order
_NUMBER = re.compile(r"\d+")


def phrases_of(facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Each phrase by which a person's facts may be told, which fact it is, its item, and the fact as it is known."""
    for item in ("profession", "specialty"):
        if known := getattr(facts, item):
            for phrase in same_phrases(known):
                yield phrase, item, item, known
    if facts.workplace:
        for phrase in dict.fromkeys(_workplaces(facts.workplace)):
            yield phrase, "workplace", "workplace", facts.workplace
    if facts.town:
        yield facts.town, "town", "town", facts.town
    for number, event in enumerate(facts.events):
        if not kinds_of(event.what)[0]:
            yield event.what, f"event {number}", _OTHER, event.what


def _workplaces(workplace: str) -> Iterator[str]:
    """A workplace's name, the same without ranks, and in any order: "the hospital in Pinsk" is Pinsk hospital."""
    yield workplace
    shorter = without_rank(workplace)
    yield shorter
    tokens = tokens_of(shorter)
    of_a_kind = any(token in group for token in tokens for group in institutions())
    if of_a_kind and 1 < len(tokens) <= _TURNED:
        for turned in itertools.permutations(tokens):
            yield " ".join([*turned, *_NUMBER.findall(shorter)])


def without_rank(workplace: str) -> str:
    """A workplace without the words that a narrator leaves out: "Pinsk central hospital" is the hospital of Pinsk.

    >>> without_rank("Ваўкавыская раённая бальніца")
    'Ваўкавыская бальніца'
    """
    kept = [word for word in workplace.split() if not ranks().fullmatch(word)]
    return " ".join(kept) if len(kept) > 1 else workplace
