"""The jigsaw in any text, against a list of people: nobody says there whose story it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.judging import judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.jigsaw.populations import Populations
    from valoshka.disclosure.lookout import Lookout


def pieces_in_text(text: str, name: str, lookout: Lookout, populations: Populations | None = None) -> Iterator[Finding]:
    """Everybody whom `text` of the file `name` gives away by facts that stand together.

    Blocked for third persons, who never agreed to be told of, if more than profession and town is told; else a doubt.
    """
    told = lookout.pieces.told(text)
    tellers = lookout.pieces.named_by_pseudonym(told)
    for judgement in judged(lookout.pieces.clues(told), populations, among=len(lookout.people), tellers=tellers):
        third = lookout.people[judgement.person].third_person and judgement.telling
        words = "; ".join(text[clue.start : clue.end] for clue in judgement.clues)
        at = Place(file=name, text=words)
        yield Finding("jigsaw_third_person" if third else "jigsaw", judgement.person, at, judgement.details())
