"""The second step of publishing: every rendered byte is read again, as if nobody had cleared anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.clearance import ClearedContent, Release, minting, passages
from valoshka.disclosure import wording
from valoshka.disclosure.carried import unneeded
from valoshka.disclosure.channels import Channel, channels
from valoshka.disclosure.channels.pdf_sight import find_unseen_words
from valoshka.disclosure.clearing import require_clear, settle
from valoshka.disclosure.coverage import letters, lost_passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.requests import foreign_requests
from valoshka.disclosure.unseen import in_channels
from valoshka.errors import Refused
from valoshka.terms import edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from valoshka.clearance import Check
    from valoshka.disclosure.people import ProtectedPerson

_PLAIN_NAME = re.compile(r"(?!\.)[\w .-]{1,100}(?<![. ])")
_SEEN = ("text", "alt")


def inspect(
    files: Mapping[str, bytes],
    cleared: ClearedContent,
    people: Iterable[ProtectedPerson],
    reasons: Mapping[str, str] | None = None,
) -> Release:
    """A `Release` of `files`, rendered from `cleared`, if nothing in them gives anybody of `people` away.

    Reads text, alternative text, metadata, attributes, comments, hidden parts and file names of each file; checks that
    every cleared passage is there, that a page asks nobody else for anything, and that no file says who made it.
    Doubts that were settled when the content was cleared stay settled; `reasons` may settle those that only rendering
    brought up. Raises `Blocked`; `Refused` for other people than the content was cleared against, and for a reason that
    itself names somebody; `CouldNotCheck` for a file that cannot be read whole.
    """
    if not minting.is_minted(cleared):
        raise TypeError("ClearedContent is made by disclosure.clear(content), never by hand.")
    lookout = Lookout.over(people, cleared.content.audience)
    if tuple(lookout.people) != cleared.people:
        raise Refused("The content was cleared against other people than these. Clear it again, then render it again.")
    if not files:
        raise Refused("There is no rendered file to inspect. Render the cleared content first.")
    require_clear(reasons or {}, lookout)
    findings: list[Finding] = []
    read = 0
    for name, content in files.items():
        found = channels(name, content)
        read += len(found)
        findings += _in_file(name, content, found, cleared, lookout)
    settled = {reason.finding: reason.words for reason in cleared.reasons}
    given = settle(findings, {**settled, **(reasons or {})})
    every = tuple(dict.fromkeys([*cleared.reasons, *given]))
    return minting.mint_release(files, cleared, (*cleared.checks, *_checks(files, read, cleared)), every)


def _in_file(
    name: str, content: bytes, found: Sequence[Channel], cleared: ClearedContent, lookout: Lookout
) -> Iterator[Finding]:
    if not _PLAIN_NAME.fullmatch(name):
        yield Finding("file_name", None, Place(file=name))
    yield from in_channels(found, Place(file=name), lookout, ())
    visible = [channel.text for channel in found if channel.kind in _SEEN and not channel.guessed]
    readable = letters("\n".join([*visible, *(passage.text for _, passage in passages(cleared.content))]))
    day = str(edtf.parse(cleared.content.date).earliest)
    for channel in found:
        if not channel.reading and unneeded(channel, readable, day) is not None:
            yield Finding("metadata_foreign", None, Place(file=name, metadata=channel.where))
    yield from find_unseen_words(name, content)
    for where in lost_passages(cleared.content, visible):
        yield Finding("passage_lost", None, Place(file=name, where=where))
    if name.lower().endswith((".html", ".htm", ".xhtml", ".svg")):
        for request in foreign_requests(content.decode("utf-8", "replace")):
            yield Finding("foreign_request", None, Place(file=name, where=request))


def _checks(files: Mapping[str, bytes], read: int, cleared: ClearedContent) -> tuple[Check, ...]:
    counted = {"places": read, "files": ", ".join(sorted(files)), "passages": len(list(passages(cleared.content)))}
    language = cleared.content.language
    return tuple(wording.check(language, code, **counted) for code in ("files", "completeness", "requests", "metadata"))
