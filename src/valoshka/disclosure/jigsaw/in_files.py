"""The jigsaw in any text, against a list of people: nobody says there whose story it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.judging import judged
from valoshka.disclosure.jigsaw.languages import unread
from valoshka.disclosure.jigsaw.searchable import published_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.jigsaw.populations import Populations
    from valoshka.disclosure.lookout import Lookout


def stories_in_text(text: str, name: str, lookout: Lookout, populations: Populations | None = None) -> list[Finding]:
    """All that the jigsaw finds in `text` of the file `name`: pieces, words to search for, and what was not read."""
    return [*pieces_in_text(text, name, lookout, populations), *quotes_and_unread(text, Place(file=name), lookout)]


def quotes_and_unread(text: str, at: Place, lookout: Lookout) -> Iterator[Finding]:
    """Words quoted from somewhere public; and languages that are not read, if anybody's facts were to be looked for."""
    for quote in published_quotes(text):
        yield _found("quote_published", text, quote.start, quote.end, at)
    for start, end in unread(text) if lookout.pieces.known else ():
        yield _found("story_unread", text, start, end, at)


def pieces_in_text(text: str, name: str, lookout: Lookout, populations: Populations | None = None) -> Iterator[Finding]:
    """Everybody whom `text` of the file `name` gives away by facts that stand together.

    Blocked for third persons, who never agreed to be told of, if more than profession and town is told; and for whoever
    did not agree to all that is told, if it is all but a line of the state's or the employer's file. Else a doubt.
    """
    told = lookout.pieces.told(text)
    tellers = lookout.pieces.named_by_pseudonym(told)
    for judgement in judged(lookout.pieces.clues(told), populations, among=len(lookout.people), tellers=tellers):
        rule = judgement.rule(lookout.people[judgement.person], lookout.audience)
        words = "; ".join(text[clue.start : clue.end] for clue in judgement.clues)
        yield Finding(rule, judgement.person, Place(file=name, text=words), judgement.details())


def _found(rule: str, text: str, start: int, end: int, at: Place) -> Finding:
    return Finding(rule, None, Place(file=at.file, where=at.where, start=start, end=end, text=text[start:end]))
