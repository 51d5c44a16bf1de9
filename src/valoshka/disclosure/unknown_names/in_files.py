"""Names that nobody listed in what a reader sees of one file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.misencoded import is_misread
from valoshka.disclosure.findings import Place
from valoshka.disclosure.unknown_names.explaining import explained
from valoshka.disclosure.unknown_names.offering import Told, find_unknown_names
from valoshka.disclosure.unseen import SEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.disclosure.channels import Channel
    from valoshka.disclosure.findings import Finding
    from valoshka.disclosure.lookout import Lookout
    from valoshka.documents import Document

# What a finding of these kinds quotes needs no second question: a street or a link may be called by somebody's name.
_TOLD = frozenset({"name", "third_person", "identifier"})


def unknown_in_file(
    name: str,
    document: Document | None,
    channels: Iterable[Channel],
    lookout: Lookout,
    found: Sequence[Finding],
    public: Iterable[str] = (),
) -> Iterator[Finding]:
    """Names in the file `name` that neither `found`, nor what may be public, explains.

    A `document` is read as `valoshka text` prints it, any other file channel by channel, each text once. `public` are
    names that may stand in it beside those which the lookout knows as cleared.
    """
    audience, people, public = lookout.audience, lookout.people.values(), tuple(public)
    if document is not None:
        told = Told(document.text, Place(file=name), (*_spans(document.text, found), *_misread(document.text)))
        for finding in find_unknown_names([told], people, audience, public):
            yield replace(finding, at=replace(finding.at, where=document.place(finding.at.start or 0)))
        return
    seen = {each.text: each for each in channels if each.kind in SEEN and not each.reading and not each.guessed}
    told_of = [Told(text, Place(file=name, where=each.where), _spans(text, found)) for text, each in seen.items()]
    yield from find_unknown_names(told_of, people, audience, public)


def count_explained(text: str, lookout: Lookout, public: Iterable[str] = ()) -> int:
    """How many names stand in `text` that may be told, and that nobody is asked about."""
    return len(explained(text, lookout.people.values(), lookout.audience, tuple(public)))


def _misread(text: str) -> Iterator[tuple[int, int]]:
    """Lines mostly read in another encoding than their own: no name can be read there, and the report says so."""
    if not is_misread(text):
        return
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.split()
        if sum(map(is_misread, words)) * 2 > len(words):
            yield at, at + len(line)
        at += len(line)


def _spans(text: str, found: Sequence[Finding]) -> tuple[tuple[int, int], ...]:
    """Where names and addresses stand that were found in `text`: findings say a place in words, and are known by it."""
    places = (finding.at for finding in found if finding.kind in _TOLD)
    return tuple(
        (at.start, at.end)
        for at in places
        if at.start is not None and at.end is not None and text[at.start : at.end] == at.text
    )
