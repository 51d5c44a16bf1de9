"""Turns of a conversation: who says "I" in a transcript, and whose account a first-person text is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.reading.paragraphs import Paragraph

HEAD = 3000  # characters: a text says at its beginning whose account it is
_LABEL = re.compile(r"\*{0,2}([^\W\d_][^\n:!?]{0,40}?)\*{0,2}:\*{0,2}\s")
_NOTE = re.compile(
    r"^(?:invented|note|date|place|source|language|mode|subject|re|to|from|url|tel|press)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Turn:
    """One paragraph of a conversation: whose words, or `None` if the label does not name anybody; a question or not."""

    speaker: str | None
    asks: bool
    start: int


def self_named(text: str, language: str = "en") -> str | None:
    """The name under which a first-person text or an interview introduces its teller.

    >>> self_named("My name is Alena Kot. I am a nurse.")
    'Alena Kot'
    """
    found = _first_match(text, words(language, "cues").get("self_naming", []))
    if found is not None:
        return found
    other_case = _first_match(text, words(language, "cues").get("self_naming_with", []))
    return _from_instrumental(other_case, language) if other_case is not None else None


def _first_match(text: str, patterns: object) -> str | None:
    assert isinstance(patterns, list)
    matches = (re.search(pattern, text[:HEAD]) for pattern in patterns)
    return next((" ".join(found[1].split()).strip(",. ") for found in matches if found is not None), None)


def _from_instrumental(name: str, language: str) -> str:
    """The name in the nominative: "с Галиной" is about Галина."""
    endings = words(language, "people")["instrumental"]
    assert isinstance(endings, dict)
    for ending, nominative in endings.items():
        if name.endswith(ending):
            return name.removesuffix(ending) + str(nominative)
    return name


def turns(text: str, paragraphs: Sequence[Paragraph], language: str = "en") -> list[Turn | None]:
    """For each paragraph the turn it belongs to; all `None` if the text is no conversation."""
    labels = [_label(text, paragraph) for paragraph in paragraphs]
    counts = Counter(label[0] for label in labels if label)
    roles = {*_list("questioners", language), *_list("answerers", language)}
    spoken = {
        label
        for label, count in counts.items()
        if (count > 1 or label.lower().strip(".") in roles) and not _NOTE.match(label)
    }
    if len(spoken) == 1 and counts[next(iter(spoken))] == 1:
        spoken = set()
    if not spoken:
        return [None] * len(paragraphs)
    asking = {label for label in spoken if _asks(text, paragraphs, labels, label, language)}
    if asking == spoken and len(spoken) == 1:
        asking = set()
    return _carried(labels, spoken, asking, self_named(text, language), language)


def _label(text: str, paragraph: Paragraph) -> tuple[str, int] | None:
    found = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 60))
    if found is None or len(found[1].split()) > 4:
        return None
    return found[1].strip(" *"), found.end()


def _asks(
    text: str, paragraphs: Sequence[Paragraph], labels: Sequence[tuple[str, int] | None], label: str, language: str
) -> bool:
    if label.lower().strip(".") in _list("questioners", language):
        return True
    if label.lower().strip(".") in _list("answerers", language):
        return False
    own = [paragraph for paragraph, found in zip(paragraphs, labels, strict=True) if found and found[0] == label]
    questions = sum(text[paragraph.end - 1] == "?" for paragraph in own)
    return questions * 2 > len(own)


def _carried(
    labels: Sequence[tuple[str, int] | None], spoken: set[str], asking: set[str], named: str | None, language: str
) -> list[Turn | None]:
    anonymous = _list("answerers", language)
    found: list[Turn | None] = []
    current: Turn | None = None
    for label in labels:
        if label and label[0] in spoken:
            known = named if label[0].lower().strip(".") in anonymous else _as_written(label[0])
            current = Turn(None if label[0] in asking else known, label[0] in asking, label[1])
        elif current is not None:
            current = Turn(current.speaker, current.asks, 0)
        found.append(current)
    return found


def _list(name: str, language: str) -> list[str]:
    listed = words(language, "cues").get(name, [])
    assert isinstance(listed, list)
    return listed


def _as_written(label: str) -> str:
    bare = re.sub(r"\s*\(.*?\)|,.*$", "", label)
    return " ".join(part.capitalize() if part.isupper() and len(part) > 2 else part for part in bare.split())
