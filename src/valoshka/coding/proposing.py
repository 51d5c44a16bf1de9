"""From a text to proposals: the reading, the acts that its sentences tell, who, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.coding.reading.languages import checked
from valoshka.coding.reading.reading import read
from valoshka.coding.rules.dating import Dates
from valoshka.coding.rules.hits import hits
from valoshka.coding.rules.resolution import Scene
from valoshka.coding.rules.sameness import joined
from valoshka.coding.rules.telling import tell
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.coding.proposal import Proposal
    from valoshka.coding.rules.sameness import Telling

LONGEST_TEXT = 10_000_000  # characters


def propose(text: str, language: str | None = None) -> list[Proposal]:
    """The acts that `text` tells, in order of their first mention; every position counts code points of `text`.

    `language` is `en`, `ru` or `be`; without it each paragraph's own letters tell. Raises `Refused` for another
    language and for a text of more than ten million characters. The example is invented:

    >>> [act] = propose("In May 2021 riot police detained Alena Kot, a nurse, outside her house.")
    >>> act.act, act.victims[0].label, act.perpetrator.type, act.date, act.date_basis
    ('detention', 'Alena Kot', 'police', '2021-05', 'explicit')
    """
    if len(text) > LONGEST_TEXT:
        raise Refused(
            f"The text has {len(text):,} characters, more than {LONGEST_TEXT:,}. Divide it and try each part."
        )
    checked(language)
    return joined(_tellings(text, language))


def _tellings(text: str, language: str | None) -> Iterator[Telling]:
    reading = read(text, language)
    scene, dates = Scene(reading), Dates(reading)
    for passage in reading.passages:
        if passage.turn is not None and passage.turn.asks:
            continue
        found = hits(passage.sentence, passage.language)
        if not found:
            continue
        told = scene.told(passage.number)
        for hit in found:
            telling = tell(scene, dates, told, hit, found)
            if telling is not None:
                yield telling
