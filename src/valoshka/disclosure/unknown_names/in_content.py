"""Names that nobody listed in a content that is to be published."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.clearance import passages, plain_strings
from valoshka.disclosure.findings import Place
from valoshka.disclosure.unknown_names.offering import Told, find_unknown_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.clearance import Content
    from valoshka.disclosure.findings import Finding
    from valoshka.disclosure.lookout import Lookout

# What a finding of these kinds quotes needs no second question: a street or a link may be called by somebody's name.
_TOLD = frozenset({"name", "third_person", "identifier"})
# Codes, dates and ids, which name nobody; who publishes, or made a picture, is asked about like anybody else.
_NO_WORDS = (", person", ", casebook", ", language", ", audience", ", date", ", media_type")


def unknown_in_content(content: Content, lookout: Lookout, found: Sequence[Finding]) -> Iterator[Finding]:
    """Names in `content` that neither `found`, nor what may be public, nor the stories' pseudonyms explain."""
    known: dict[str | None, list[tuple[int, int]]] = defaultdict(list)
    for finding in found:
        if finding.kind in _TOLD and finding.at.start is not None and finding.at.end is not None:
            known[finding.at.where].append((finding.at.start, finding.at.end))
    told = [
        Told(text, Place(where=where), tuple(known[where])) for where, text in _texts(content) if _has_letters(text)
    ]
    shown = [story.name.text for story in content.stories]
    yield from find_unknown_names(told, lookout.people.values(), lookout.audience, shown)


def _texts(content: Content) -> Iterator[tuple[str, str]]:
    for where, passage in passages(content):
        yield where, passage.text
    for where, text in plain_strings(content):
        if not where.endswith(_NO_WORDS):
            yield where, text


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
