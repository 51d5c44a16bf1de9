"""Where: a town, or a place such as a police station, after a preposition in the clause of the act."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import towns, words
from valoshka.coding.reading.reading import on_one_line
from valoshka.coding.rules.grammar import cue

if TYPE_CHECKING:
    from valoshka.coding.reading.tokens import Sentence

BETWEEN = 4  # words between the preposition and the head: "at the Leninski district police station"


def place(sentence: Sentence, first: int, last: int, near: int, language: str) -> str | None:
    """The place told in tokens `first:last`, in the text's words; a town first, then the nearest to token `near`."""
    found: list[tuple[bool, int, str]] = []
    for match in _expression(language).finditer(sentence.folded):
        at = sentence.folded.count(" ", 0, match.start("place"))
        if not first <= at < last:
            continue
        end = at + match["place"].count(" ") + 1
        label = on_one_line(sentence.text[sentence.tokens[at].start : sentence.tokens[end - 1].end])
        found.append((match["town"] is None, abs(at - near), label))
    return min(found)[2] if found else None


@cache
def _expression(language: str) -> re.Pattern[str]:
    listed = words(language, "places")
    prepositions, heads = listed["prepositions"], listed["heads"]
    assert isinstance(prepositions, list)
    assert isinstance(heads, list)
    stops = [*sorted(cue("prepositions", language)), *sorted(cue("place_stops", language))]
    known = [town.lower() for town in towns()[language] if town not in towns()["countries"]]
    forms = _either(known) if language == "en" else _either(known, cut=2)
    kinds = _either(heads) if language == "en" else _either(heads, cut=0, tail=True)
    return re.compile(
        rf"(?:^| )(?:{_either(prepositions)}) (?P<place>(?P<town>{forms})"
        rf"|(?:(?!(?:{_either(stops)}) )[^ ,.;:()]+ ){{0,{BETWEEN}}}?(?:{kinds}))(?= |$)"
    )


def _either(listed: list[str], cut: int = 0, *, tail: bool = False) -> str:
    """An alternation, longest first; Slavic towns are cut before their ending, which then may be any."""
    ordered = sorted(listed, key=lambda word: (-len(word), word))
    if cut:
        return "|".join(re.escape(word[: max(3, len(word) - cut)]) + r"[^ .,;:]{0,4}" for word in ordered)
    if tail:
        return "|".join(re.escape(word).replace("%", r"[^ .,;:]{0,4}") for word in ordered)
    return "|".join(map(re.escape, ordered))
