"""A site's files are read again before they go out: pages in several languages, and what all of them share.

A briefing is one content in one file; a site is a content a language, each in its own page, and modules, styles and
letters beside them. What a page asks of its own site is no request to somebody else.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import join, normpath
from typing import TYPE_CHECKING

from valoshka.clearance import ClearedContent, Release, minting
from valoshka.disclosure.channels import channels
from valoshka.disclosure.clearing import require_clear, settle
from valoshka.disclosure.coverage import lost_passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.requests import foreign_requests
from valoshka.disclosure.unseen import SEEN, in_channels
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from valoshka.clearance import Check, Reason
    from valoshka.disclosure.people import ProtectedPerson

_PLAIN_NAME = re.compile(r"(?!\.)[\w .-]{1,100}(?<![. ])")
# Whole tags, as our templates write them: whatever else a page holds is judged as in any page.
_OWN_TAG = re.compile(
    r'<link rel="(?:icon|stylesheet|modulepreload)" href="([^":]+)">'
    r'|<script type="module" src="([^":]+)"></script>'
    r'|<img src="([^":]+)"(?= )'
)


def inspect_site(
    files: Mapping[str, bytes],
    cleared: Mapping[str, ClearedContent],
    people: Iterable[ProtectedPerson],
    reasons: Mapping[str, str] | None = None,
) -> dict[str, Release]:
    """A `Release` for each folder of a site, by its path ("" for the site's own), if nothing gives away `people`.

    `files` are by path; `cleared` is the content of each page that has one, by the page's path. Every file is read in
    all its channels; every passage must stand in its page; a page may load what is among `files` and nothing else.
    Raises `Blocked`; `Refused` for a content cleared against other people; `CouldNotCheck` for a file of another kind.
    """
    if not cleared or not all(minting.is_minted(content) for content in cleared.values()):
        raise TypeError("ClearedContent is made by disclosure.clear(content), never by hand.")
    first = next(iter(cleared.values()))
    lookout = Lookout.over(people, first.content.audience)
    if any(tuple(lookout.people) != content.people for content in cleared.values()):
        raise Refused("The pages were cleared against other people than these. Clear them again, then build again.")
    require_clear(reasons or {}, lookout)
    findings = [found for path in files for found in _in_file(path, files, cleared.get(path), lookout)]
    settled = {reason.finding: reason.words for content in cleared.values() for reason in content.reasons}
    given = settle(findings, {**settled, **(reasons or {})})
    return _releases(files, cleared, first, given)


def _releases(
    files: Mapping[str, bytes], cleared: Mapping[str, ClearedContent], first: ClearedContent, given: tuple[Reason, ...]
) -> dict[str, Release]:
    released: dict[str, Release] = {}
    for folder in sorted({_folder(path) for path in files}):
        inside = {path: content for path, content in files.items() if _folder(path) == folder}
        content = next((cleared[path] for path in inside if path in cleared), first)
        checks: tuple[Check, ...] = content.checks
        named = {PurePosixPath(path).name: each for path, each in inside.items()}
        every = tuple(dict.fromkeys([*content.reasons, *given]))
        released[folder] = minting.mint_release(named, content, checks, every)
    return released


def _folder(path: str) -> str:
    folder = str(PurePosixPath(path).parent)
    return "" if folder == "." else folder


def _in_file(
    path: str, files: Mapping[str, bytes], cleared: ClearedContent | None, lookout: Lookout
) -> Iterator[Finding]:
    at = Place(file=path)
    if not all(_PLAIN_NAME.fullmatch(part) for part in path.split("/")):
        yield Finding("file_name", None, at)
    name = PurePosixPath(path).name
    # A module is a script, by whatever ending.
    found = channels(f"{name.removesuffix('.mjs')}.js" if name.endswith(".mjs") else name, files[path])
    if name.endswith(".html"):
        yield from in_channels(found, at, lookout, ())
    else:
        # Modules and letters are the program's own, the same for every action: read once, as they stand. They are full
        # of numbers, so that only what points to somebody known counts.
        once = [channel for channel in found if not channel.reading]
        yield from (finding for finding in in_channels(once, at, lookout, ()) if finding.person is not None)
    if name.endswith((".html", ".svg")):
        for request in foreign_requests(_without_own(path, files)):
            yield Finding("foreign_request", None, Place(file=path, where=request))
    if cleared:
        visible = [channel.text for channel in found if channel.kind in SEEN and not channel.guessed]
        for where in lost_passages(cleared.content, visible):
            yield Finding("passage_lost", None, Place(file=path, where=where))


def _without_own(path: str, files: Mapping[str, bytes]) -> str:
    """The page without the tags that load files of its own site."""

    def own(tag: re.Match[str]) -> str:
        [target] = filter(None, tag.groups())
        if normpath(join(path, "..", target)) not in files:
            return tag[0]
        # The other attributes of a picture are judged on.
        return "<b" if tag[0].startswith("<img") else ""

    return _OWN_TAG.sub(own, files[path].decode("utf-8", "replace"))
