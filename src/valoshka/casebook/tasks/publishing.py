"""From an inspected release to files in a folder, with the casebook knowing of them before anybody else can."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.casebook.tasks.people import find_person
from valoshka.casebook.tasks.pseudonyms import reuse_warning
from valoshka.casebook.tasks.releases import record_release, released_as, take_back
from valoshka.disclosure import Blocked
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.lookout import Lookout
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from valoshka.casebook.records.models import Release as Recorded
    from valoshka.clearance import Release
    from valoshka.disclosure import ProtectedPerson


@dataclass(frozen=True)
class Published:
    """What was written, the id on record, the release whose place it took, and what the editor should know."""

    release: str
    files: tuple[Path, ...]
    replaced: str | None
    warnings: tuple[str, ...]


def publish(release: Release, output: Path, *, approver: str, second_reader: str = "") -> Published:
    """Write `release` into `output` and keep it on record.

    On record first: a release that was written and is not on record could not be found when a consent is withdrawn.
    The same bytes are one release, however often they are built. Raises `Refused`, leaving folder and record as they
    were, if the folder cannot be written or holds files of these names that no release on record wrote.
    """
    replaced = _replaced(release, output)
    known = released_as(release.sha256)
    warnings = () if known else _reused(release, {replaced.id} if replaced else set())
    kept = known or record_release(
        release,
        approver=approver,
        reasons={reason.finding: reason.words for reason in release.reasons},
        second_reader=second_reader,
    )
    try:
        files = release.write(output)
    except Refused:
        if not known:
            take_back(kept, approver)
        raise
    return Published(kept.id, tuple(files), replaced.id if replaced and replaced != kept else None, warnings)


def check_folder_name(output: Path, people: Iterable[ProtectedPerson], audience: str) -> None:
    """Raise `Blocked` if the folder that goes out bears somebody's name."""
    name = output.resolve().name
    place = Place(file="the folder given with -o")
    found = tuple(finding for finding in Lookout.over(people, audience).findings(name, place) if _certain(finding))
    if found:
        raise Blocked(found)


def _certain(finding: Finding) -> bool:
    return finding.tier == "block"


def _replaced(release: Release, output: Path) -> Recorded | None:
    lying = release.lies_in(output)
    if lying is None:
        return None
    earlier = released_as(lying)
    if earlier is None:
        raise Refused(
            f"{output} already holds files of these names that this casebook did not write, or changed since. "
            "Nothing was written over them. Move them away, or choose another folder with -o."
        )
    return earlier


def _reused(release: Release, replaced: set[str]) -> tuple[str, ...]:
    people = [find_person(story.person) for story in release.cleared.content.stories]
    return tuple(warning for person in people if (warning := reuse_warning(person, replaced)))
