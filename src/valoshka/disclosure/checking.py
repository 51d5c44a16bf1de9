"""Any file against any list of people: `valoshka check`."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from valoshka.disclosure.archives import PLAIN_TEXTS
from valoshka.disclosure.carried import tells_its_maker
from valoshka.disclosure.channels import CouldNotCheck, channels
from valoshka.disclosure.channels.beside import beside_the_text
from valoshka.disclosure.channels.blacked_out import find_blacked_out
from valoshka.disclosure.channels.exif import COPY, PLACE
from valoshka.disclosure.channels.pdf_sight import find_unseen_words
from valoshka.disclosure.channels.rows import rows_of_list
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.in_files import stories_in_text
from valoshka.disclosure.misread_text import find_misread
from valoshka.disclosure.pictured import cuts_pictures, shows_pictures
from valoshka.disclosure.requests import foreign_requests
from valoshka.disclosure.tables.finding import find_in_file, find_in_words
from valoshka.disclosure.third_persons import find_in_text as third_persons_in_text
from valoshka.disclosure.unknown_names import count_explained, unknown_in_file
from valoshka.disclosure.unseen import SEEN, in_channels
from valoshka.documents import Document, Unreadable, read_bytes
from valoshka.documents.limits import MIB

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from valoshka.disclosure.channels import Channel
    from valoshka.disclosure.jigsaw.populations import Populations
    from valoshka.disclosure.lookout import Lookout
    from valoshka.disclosure.tables.plain import PlainTable

_LONGEST_TEXT = 10 * MIB  # some 800,000 words: a quarter of an hour
_DOCUMENTS = frozenset({".txt", ".md", ".docx", ".odt", ".pdf", ".srt", ".vtt"})
_PAGES = frozenset({".html", ".htm", ".xhtml", ".svg"})


@dataclass(frozen=True)
class Checked:
    """One file that was read whole: how many places in it, and what was found there.

    `text` is what `valoshka text` prints of it, if it prints anything. In `passed_over` places stand names that may be
    told: cleared as public, or pseudonyms.
    """

    file: str
    places: int
    findings: tuple[Finding, ...]
    text: str | None = field(default=None, repr=False)
    passed_over: int = 0


def check(
    name: str,
    untrusted_bytes: bytes,
    lookout: Lookout,
    populations: Populations | None = None,
    public: Sequence[str] = (),
    earlier: Sequence[PlainTable] = (),
) -> Checked:
    """What in one file names, identifies or gives away anybody that `lookout` watches for.

    `public` are names that are not asked about though nobody listed them; `earlier` are the counts of earlier
    releases. For a kind that `valoshka text` reads, positions count in what that prints. Raises `CouldNotCheck`
    (exit code 2) for a file that cannot be read whole.
    """
    _require_short(name, untrusted_bytes)
    found = [*channels(name, untrusted_bytes), *rows_of_list(name, untrusted_bytes)]
    document = _document(name, untrusted_bytes)
    seen = [channel.text for channel in found if channel.kind in SEEN and not channel.guessed]
    texts = [document.text] if document else seen
    told = stories_in_text("\n\n".join(texts), name, lookout, populations)
    # Of whoever the text tells, even a given name that many bear is asked about.
    read = list(_in_document(document, lookout, {finding.person for finding in told if finding.person}))
    # The running text was read as a document; its other readings were not, nor what a document's reader leaves out.
    rest = list(beside_the_text(found, document.text if document else None))
    named = [*read, *in_channels(rest, Place(file=name), lookout, read)]
    findings = [
        *named,
        *unknown_in_file(name, document, found, lookout, named, public),
        *told,
        *third_persons_in_text("\n\n".join(texts), name),
        *find_in_file(name, untrusted_bytes, earlier),
        *find_in_words(seen, document, name),
        *find_misread(found, Place(file=name)),
        *find_unseen_words(name, untrusted_bytes),
        *find_blacked_out(name, untrusted_bytes),
        *_of_the_file(name, untrusted_bytes, found),
    ]
    passed_over = sum(count_explained(text, lookout, public) for text in texts)
    return Checked(name, len(found), tuple(dict.fromkeys(findings)), document.text if document else None, passed_over)


def _require_short(name: str, untrusted_bytes: bytes) -> None:
    if len(untrusted_bytes) > _LONGEST_TEXT and PurePath(name).suffix.lower() in PLAIN_TEXTS:
        advice = "Ask valoshka sweep which of its lines name anybody, and check those, or split it."
        raise CouldNotCheck(name, f"it is a text of more than {_LONGEST_TEXT // MIB} MB", advice)


def _document(name: str, untrusted_bytes: bytes) -> Document | None:
    if PurePath(name).suffix.lower() not in _DOCUMENTS:
        return None
    try:
        return read_bytes(untrusted_bytes, name)
    except Unreadable:
        # A file of pictures only, say; its channels were read, and a page without text is read as a picture below.
        return None


def _in_document(document: Document | None, lookout: Lookout, about: Collection[str]) -> Iterator[Finding]:
    if document is None:
        return
    for finding in lookout.findings(document.text, Place(file=document.name), about):
        yield replace(finding, at=replace(finding.at, where=document.place(finding.at.start or 0)))


def _of_the_file(name: str, untrusted_bytes: bytes, found: Sequence[Channel]) -> Iterator[Finding]:
    extension = PurePath(name).suffix.lower()
    as_they_stand = [channel for channel in found if not channel.reading]
    for where in dict.fromkeys(channel.where.split(", ")[0] for channel in as_they_stand if tells_its_maker(channel)):
        yield Finding("metadata_author", None, Place(file=name, metadata=where))
    for rule, sign in (("picture_place", PLACE), ("picture_within", COPY)):
        for channel in as_they_stand:
            if channel.where.endswith(sign):
                yield Finding(rule, None, Place(file=name, metadata=channel.where))
    if cuts_pictures(name, untrusted_bytes):
        yield Finding("picture_cropped", None, Place(file=name, where="pictures"))
    if shows_pictures(name, untrusted_bytes):
        whole = hashlib.sha256(untrusted_bytes).hexdigest()
        yield Finding("picture", None, Place(file=name, where="pictures", shown=whole))
    if extension in _PAGES:
        for request in itertools.islice(foreign_requests(untrusted_bytes.decode("utf-8", "replace")), 100):
            yield Finding("foreign_request", None, Place(file=name, where=request))
