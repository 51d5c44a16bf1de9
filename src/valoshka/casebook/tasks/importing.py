"""Taking an interview in: the original is sealed, and the casebook gets its working text under pseudonyms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Original
from valoshka.casebook.records.models import AuditEntry, Interview
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import OWNER
from valoshka.casebook.tasks.details import Details, apply_details
from valoshka.casebook.tasks.stores import identities_first, need_identities
from valoshka.casebook.tasks.working_text import Masks
from valoshka.casebook.vault import blobs
from valoshka.coding.reading.languages import language_of

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.documents.document import Document


VERB = "interview.imported"


@dataclass(frozen=True)
class Imported:
    """What became of one file. `new` is false if these very bytes had been imported before; nothing changed then."""

    interview: str
    number: int
    new: bool
    words: int
    names_replaced: int


def import_document(
    document: Document, originals: Path, details: Details | None = None, author: str = OWNER
) -> Imported:
    """Take one document in, whole or not at all; `originals` is the casebook's folder of sealed originals.

    The same bytes (by SHA-256) are taken once. Raises `Refused` in travel mode, for details that fit nobody, and for
    a disk that is full.
    """
    need_identities("import an interview")
    if known := Interview.objects.filter(sha256=document.sha256).first():
        return Imported(known.id, known.number, False, len(document.text.split()), len(known.alignment))
    interview = _described(document, details or Details())
    blob = blobs.seal(document.original, originals)
    try:
        with identities_first():
            _original(interview, document, blob).save(force_insert=True)
            interview.save(force_insert=True)
            audit.record(VERB, interview.id, author)
    except BaseException:
        blobs.destroy(originals, blob.id)
        raise
    return Imported(interview.id, interview.number, True, len(document.text.split()), len(interview.alignment))


def _described(document: Document, details: Details) -> Interview:
    # The log still counts interviews that were erased, so a number never comes to mean another interview.
    imported = AuditEntry.objects.filter(verb=VERB).count()
    interview = Interview(number=imported + 1, sha256=document.sha256)
    apply_details(interview, details)
    interview.language = interview.language or language_of(document.text) or ""
    alignment = Masks.now().alignment(document.text, interview.source_id)
    interview.alignment = alignment.as_rows()
    interview.working_text = alignment.working(document.text)
    interview.refuse_faults()
    return interview


def _original(interview: Interview, document: Document, blob: blobs.Blob) -> Original:
    return Original(
        interview=interview.id,
        text=document.text,
        file_name=document.name,
        media_type=document.media_type,
        encoding=document.encoding or "",
        blob=blob.id,
        key=blob.key,
        sha256=document.sha256,
    )


def sweep_unfinished(originals: Path) -> int:
    """Remove what a killed import left: originals without an interview, and sealed files without a key; how many."""
    need_identities("import an interview")
    with identities_first():
        kept = set(Interview.objects.values_list("id", flat=True))
        orphans = Original.objects.exclude(interview__in=kept)
        count = orphans.count()
        orphans.delete()
    left_over = blobs.blob_ids(originals) - set(Original.objects.values_list("blob", flat=True))
    for blob in left_over:
        blobs.destroy(originals, blob)
    return max(count, len(left_over))
