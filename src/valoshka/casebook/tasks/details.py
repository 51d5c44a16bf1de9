"""What is known of an interview beside its text: source, language, date, interviewer, interpreter, mode."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Original
from valoshka.casebook.records.ids import is_id
from valoshka.casebook.records.models import Interview
from valoshka.casebook.records.vocabulary import repeated
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import OWNER, author_code
from valoshka.casebook.tasks.people import find_person
from valoshka.casebook.tasks.stores import casebook_first, identities_open
from valoshka.casebook.tasks.working_text import Masks, rebuild
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.casebook.tasks.sheets import Entry

LANGUAGES = ("en", "be", "ru", "uk", "pl", "de", "lt", "ar")
KEYS = ("file", "interview", "source", "language", "date", "interviewer", "interpreter", "mode")


@dataclass(frozen=True)
class Details:
    """Only what was said is set; `source` is a person's id or pseudonym, `date` EDTF, `language` a BCP 47 code."""

    source: str | None = None
    language: str | None = None
    date: str | None = None
    interviewer: str | None = None
    interpreter: bool | None = None
    mode: str | None = None


def read_details(sheet: Entry) -> list[tuple[str, Details, Entry]]:
    """The details of each interview of a sheet: `interviews: [{file: ..., source: ..., date: ...}]`."""
    sheet.only(("interviews",))
    found = []
    for entry in sheet.entries("interviews"):
        entry.only(KEYS)
        which = entry.text("file") or entry.needed("interview", "its id, or the pseudonym of its source")
        found.append((which, _details(entry), entry))
    return found


def _details(entry: Entry) -> Details:
    if (language := entry.text("language")) and language not in LANGUAGES:
        raise entry.fault(f"{repeated(language)} is no language code known here: {', '.join(LANGUAGES)}.", "language")
    return Details(
        source=entry.text("source") or None,
        language=entry.text("language") or None,
        date=entry.text("date") or None,
        interviewer=entry.text("interviewer") or None,
        interpreter=entry.flag("interpreter") if "interpreter" in entry else None,
        mode=entry.text("mode") or None,
    )


def find_interview(reference: str) -> Interview:
    """The interview with this id, number or file name, or the only one of the person with this pseudonym.

    Raises `Refused` if there is none, or more than one.
    """
    if is_id(reference) and (interview := Interview.objects.filter(id=reference).first()):
        return interview
    if reference.isdecimal() and (interview := Interview.objects.filter(number=int(reference)).first()):
        return interview
    found = _by_file(reference) or _by_source(reference)
    if len(found) == 1:
        return found[0]
    if found:
        numbers = ", ".join(str(interview.number) for interview in found)
        raise Refused(f"{len(found)} interviews fit that: numbers {numbers}. Name one by its number.")
    raise Refused("No interview fits that. Name it by its number, its id, its file or its source's pseudonym.")


def _by_file(name: str) -> list[Interview]:
    if not identities_open():
        return []
    ids = list(Original.objects.filter(file_name=name).values_list("interview", flat=True))
    return list(Interview.objects.filter(id__in=ids).order_by("number"))


def _by_source(reference: str) -> list[Interview]:
    try:
        person = find_person(reference)
    except Refused:
        return []
    return list(Interview.objects.filter(source=person).order_by("number"))


def apply_details(interview: Interview, details: Details) -> None:
    """Set what `details` says on `interview`, without saving it."""
    if details.source is not None:
        interview.source = find_person(details.source)
    if details.interviewer is not None:
        interview.interviewer = author_code(details.interviewer, "interviewer")
    for field in ("language", "date", "interpreter", "mode"):
        if (value := getattr(details, field)) is not None:
            setattr(interview, field, value)


def set_details(interview: Interview, details: Details, author: str = OWNER) -> None:
    """Keep new details of an interview; its working text follows its source."""
    with casebook_first():
        apply_details(interview, details)
        interview.save()
        audit.record("interview.described", interview.id, author)
        if identities_open():
            rebuild(interview, Masks.now())


def for_files(read: list[tuple[str, Details, Entry]]) -> Mapping[str, Details]:
    """Details by file name, for an import."""
    return {which: details for which, details, _ in read}


def describe_all(read: list[tuple[str, Details, Entry]], author: str = OWNER) -> int:
    """Keep the details of a sheet for interviews that are in already, all or none; how many."""
    with casebook_first():
        for which, details, entry in read:
            try:
                set_details(find_interview(which), details, author)
            except Refused as refusal:
                raise entry.refused(refusal) from refusal
    return len(read)
