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
    patterns = words(language, "cues").get("self_naming", [])
    assert isinstance(patterns, list)
    for pattern in patterns:
        found = re.search(pattern, text[:HEAD])
        if found is not None:
            return " ".join(found[1].split()).strip(",. ")
    return None


def turns(text: str, paragraphs: Sequence[Paragraph], language: str = "en") -> list[Turn | None]:
    """For each paragraph the turn it belongs to; all `None` if the text is no conversation."""
    labels = [_label(text, paragraph) for paragraph in paragraphs]
    counts = Counter(label[0] for label in labels if label)
    spoken = {label for label, count in counts.items() if count > 1 and not _NOTE.match(label)}
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
    cues = words(language, "cues")
    if label.lower().strip(".") in cues.get("questioners", ()):  # type: ignore[operator]
        return True
    if label.lower().strip(".") in cues.get("answerers", ()):  # type: ignore[operator]
        return False
    own = [paragraph for paragraph, found in zip(paragraphs, labels, strict=True) if found and found[0] == label]
    questions = sum(text[paragraph.end - 1] == "?" for paragraph in own)
    return questions * 2 > len(own)


def _carried(
    labels: Sequence[tuple[str, int] | None], spoken: set[str], asking: set[str], named: str | None, language: str
) -> list[Turn | None]:
    anonymous = words(language, "cues").get("answerers", ())
    found: list[Turn | None] = []
    current: Turn | None = None
    for label in labels:
        if label and label[0] in spoken:
            known = named if label[0].lower().strip(".") in anonymous else _as_written(label[0])  # type: ignore[operator]
            current = Turn(None if label[0] in asking else known, label[0] in asking, label[1])
        elif current is not None:
            current = Turn(current.speaker, current.asks, 0)
        found.append(current)
    return found


def _as_written(label: str) -> str:
    bare = re.sub(r"\s*\(.*?\)|,.*$", "", label)
    return " ".join(part.capitalize() if part.isupper() and len(part) > 2 else part for part in bare.split())
