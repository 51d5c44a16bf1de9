"""Who says what stands in quotation marks: "says a nurse called Halina", "she adds", or the one named last."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import words

if TYPE_CHECKING:
    from valoshka.coding.reading.people import Gender, Named
    from valoshka.coding.reading.reading import Passage, Reading
    from valoshka.coding.reading.voices import Quotation

AROUND = 120  # characters around a quotation in which its speaker is named
_GENDER: dict[str, Gender] = {"she": "f", "he": "m", "her": "f", "his": "m"}


@cache
def _saying(language: str) -> re.Pattern[str]:
    listed = words(language, "cues")["says"]
    assert isinstance(listed, list)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


class Speech:
    """The speakers of a reading's quotations."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._speakers: dict[Quotation, str | None] = {}
        self._of_paragraph: dict[int, Passage] = {}
        for passage in reading.passages:
            self._of_paragraph.setdefault(passage.paragraph, passage)

    def speaker(self, position: int) -> str | None:
        """Whose words stand at `position`; `None` where the narrator speaks or nobody can be told."""
        quotation = self._reading.voices.at(position)
        if quotation is None:
            return None
        if quotation not in self._speakers:
            self._speakers[quotation] = self._find(quotation)
        return self._speakers[quotation]

    def _find(self, quotation: Quotation) -> str | None:
        text = self._reading.text
        paragraph = self._reading.paragraphs[quotation.paragraph]
        passage = self._of_paragraph.get(quotation.paragraph)
        language = passage.language if passage else "en"
        story = passage.story.label if passage and passage.story else None
        after = (quotation.end, min(paragraph.end, quotation.end + AROUND))
        before = (max(paragraph.start, quotation.start - AROUND), quotation.start)
        for start, end in (after, before):
            stretch = text[start:end]
            said = _saying(language).search(stretch)
            if said is None:
                continue
            nearest = self._nearest_name(start, end, start + said.start())
            if nearest is not None:
                return nearest.person.label
            pronoun = re.search(r"\b(?:she|he)\b", stretch, re.IGNORECASE)
            if pronoun is not None:
                return self._last_named(quotation.start, _GENDER[pronoun[0].lower()], passage) or story
        return story or self._turn(passage) or self._last_named(quotation.start, "-", passage)

    def _turn(self, passage: Passage | None) -> str | None:
        return passage.turn.speaker if passage and passage.turn else None

    def _nearest_name(self, start: int, end: int, said: int) -> Named | None:
        outside = [
            named for named in self._reading.people.between(start, end) if self._reading.voices.at(named.start) is None
        ]
        return min(outside, key=lambda named: abs(named.start - said), default=None)

    def _last_named(self, position: int, gender: Gender, passage: Passage | None) -> str | None:
        """The one of that gender named last before the quotation, in its own paragraph or the two before."""
        if passage is None:
            return None
        first = self._reading.paragraphs[max(0, passage.paragraph - 2)].start
        fits = [
            named.person.label
            for named in self._reading.people.between(first, position)
            if gender == "-" or named.person.gender in ("-", gender)
        ]
        return fits[-1] if fits else None
