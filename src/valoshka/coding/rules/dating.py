"""When: the date that stands in the clause or sentence, else the one that the account has reached."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from valoshka.coding.rules.certainty import has
from valoshka.terms import spoken_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.proposal import Basis
    from valoshka.coding.reading.reading import Passage, Reading
    from valoshka.terms.spoken_dates import SpokenDate


class Dates:
    """The dates of a text. Each run of one story is read by itself: a column is not the next one's past."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._found: list[tuple[int, int, str, Basis]] = []
        for start, end, language in _runs(reading):
            for date in spoken_dates.find(reading.text[start:end], language):
                if date.date is not None:
                    self._found.append((start + date.start, start + date.end, date.date, _basis(date)))
        self._starts = [found[0] for found in self._found]

    def of(self, start: int, end: int, passage: Passage, *, carried: bool) -> tuple[str | None, Basis]:
        """The date of an act told at `start:end`: in the clause, in the sentence, or (if `carried`) before it."""
        sentence = passage.sentence
        told = self._between(start, end)[:1] or self._between(sentence.start, start)[-1:]
        later = self._between(end, sentence.end)[:1]
        if not told and later and not _NEXT_CLAUSE.search(sentence.text, end, later[0][0]):
            told = later
        if told:
            return told[0][2], told[0][3]
        if not carried or has("general", passage.language, " ".join(sentence.lows)):
            return None, "unstated"
        return self._carried(sentence.start, passage)

    def _between(self, start: int, end: int) -> Sequence[tuple[int, int, str, Basis]]:
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _carried(self, position: int, passage: Passage) -> tuple[str | None, Basis]:
        place = bisect_left(self._starts, position) - 1
        if place < 0 or position - self._found[place][1] > CARRIED:
            return None, "unstated"
        start, end, date, _ = self._found[place]
        if _DAY.fullmatch(date) and not self._reaches(start, end, passage):
            return None, "unstated"
        return date, "inferred"

    def _reaches(self, start: int, end: int, passage: Passage) -> bool:
        """Whether a day holds for the passage: it stands in its paragraph, or alone in the line above it."""
        blocks, number = self._reading.paragraphs, passage.paragraph
        if start >= blocks[number].start:
            return True
        above = blocks[number - 1]
        return above.start <= start and (above.end - above.start) - (end - start) <= HEADING


_NEXT_CLAUSE = re.compile(r"[,;]\s+(?:and|but|then|а|и|і|але|но)\b|;")
_DAY = re.compile(r"\d{4}-\d\d-\d\d[?~%]?")
HEADING = 12  # characters beside the date in a line that is a heading of date and little else
CARRIED = 900  # characters over which an account stays at the date it has reached


def _basis(date: SpokenDate) -> Basis:
    return "explicit" if date.basis == "explicit" else "inferred"


def _runs(reading: Reading) -> list[tuple[int, int, str]]:
    """(start, end, language) of neighbouring passages of one story and language."""
    runs: list[tuple[int, int, str]] = []
    last: object = object()
    for passage in reading.passages:
        key = (passage.language, passage.story.label if passage.story else None)
        if key != last:
            runs.append((passage.sentence.start, passage.sentence.end, passage.language))
        runs[-1] = (runs[-1][0], passage.sentence.end, passage.language)
        last = key
    return runs
