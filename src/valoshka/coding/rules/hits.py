"""Which of the patterns that fit a sentence tell an act of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.rules.grammar import cue, forms_of
from valoshka.coding.rules.lexicon import Trigger, index
from valoshka.terms import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.reading.tokens import Sentence


THREAT_REACH = 12  # tokens


@dataclass(frozen=True)
class Hit:
    """A pattern found: tokens `start:end` of the sentence."""

    start: int
    end: int
    trigger: Trigger


def hits(sentence: Sentence, language: str) -> list[Hit]:
    """The acts that a sentence's words tell, in order; of two wordings of one act in one place the longer stays.

    >>> from valoshka.coding.reading.tokens import Sentence
    >>> text = "She was taken into custody and fined."
    >>> [hit.trigger.act for hit in hits(Sentence(text, 0, len(text)), "en")]
    ['detention', 'fine']
    """
    known = index(language)
    if not known.touches(sentence.lows):
        return []
    fits = (Hit(*fit) for fit in known.find(sentence))
    found = sorted((hit for hit in fits if not _is_noun(hit, sentence.lows)), key=_rank)
    kept: list[Hit] = []
    for hit in found:
        if not any(_covers(other, hit) for other in kept):
            kept.append(hit)
    kept = [hit for hit in kept if not _named_closer(hit, kept, sentence.lows)]
    strong = {_family(hit.trigger.act) for hit in kept if not hit.trigger.weak}
    kept = [hit for hit in kept if not (hit.trigger.weak and _family(hit.trigger.act) in strong)]
    return sorted(kept, key=lambda hit: (hit.start, hit.end))


def _rank(hit: Hit) -> tuple[int, int, int, int]:
    """Verbs before nouns, longer before shorter, earlier before later."""
    return (hit.trigger.frame == "noun", hit.trigger.weak, hit.start, hit.start - hit.end)


def _is_noun(hit: Hit, lows: Sequence[str]) -> bool:
    """Whether a verb's plain form is the noun here: "the second arrest", "a fine"."""
    if (
        hit.trigger.frame != "object"
        or hit.start == 0
        or not forms_of(lows[hit.start], hit.trigger.bases) <= {"base", "third"}
    ):
        return False
    return lows[hit.start - 1] in cue("before_nouns")


def _covers(kept: Hit, hit: Hit) -> bool:
    """Whether `hit` says nothing more than `kept`: the same act touching it, or an act that begins at its word."""
    touching = hit.start < kept.end and kept.start < hit.end
    if not touching:
        return False
    if kept.trigger.act == hit.trigger.act:
        return True
    if kept.start == hit.start:
        # "denied access to food and medical attention" tells two things withheld by one verb.
        if kept.trigger.frame == hit.trigger.frame == "scene" and hit.trigger.negative and kept.trigger.negative:
            return kept.end == hit.end
        return not (hit.trigger.act == "threat" and kept.trigger.act == "threat_to_family")
    inside = kept.start <= hit.start and hit.end <= kept.end
    if inside and _family(kept.trigger.act) == "intimidation" and kept.trigger.frame == "scene":
        return True
    return inside and (hit.trigger.frame == "noun" or _family(kept.trigger.act) == _family(hit.trigger.act))


def _named_closer(hit: Hit, all_hits: Sequence[Hit], lows: Sequence[str]) -> bool:
    """Whether a threat is told more closely by what it threatens: "threatened her with the loss of her children"."""
    if hit.trigger.act != "threat":
        return False
    closer = [other for other in all_hits if other.trigger.act in ("threat_to_family", "licence_pressure")]
    near = [other for other in closer if 0 <= other.start - hit.start <= THREAT_REACH]
    return any("and" not in lows[hit.end : max(other.start, other.end)] for other in near)


@cache
def _family(act: str) -> str:
    return vocabulary.acts()[act].family
