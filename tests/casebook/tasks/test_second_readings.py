"""A second reader's answer is kept with the release. Everybody is invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import AuditEntry, Release
from valoshka.casebook.tasks.second_readings import record_reading
from valoshka.errors import Refused


@pytest.fixture
def release(casebook: Casebook) -> Release:
    kept = Release(audience="public", sha256="ab" * 32, released=datetime.now(UTC), approver="editor-1")
    kept.save(force_insert=True)
    return kept


def test_the_answer_is_kept_with_the_release_and_in_the_log(release: Release) -> None:
    record_reading(release.id, "guess", "reader-1", ["town", "dismissal"])
    kept = Release.objects.get(id=release.id)
    assert kept.second_reader == "reader-1"
    assert kept.checks[-1]["result"] == "has a guess who tells it, by town, dismissal"
    last = AuditEntry.objects.order_by("-number").first()
    assert last is not None
    assert (last.verb, last.subject, last.author) == ("release.read_guess", release.id, "reader-1")


@pytest.mark.parametrize(
    ("answer", "reader", "by"),
    [
        ("perhaps", "reader-1", ()),
        ("named", "Anna Example", ()),
        ("named", "reader-1", ("it is Anna Example",)),
        ("nobody", "editor-1", ()),
    ],
)
def test_a_name_another_answer_and_the_approver_are_refused(
    release: Release, answer: str, reader: str, by: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as refusal:
        record_reading(release.id, answer, reader, by)
    assert "Anna" not in str(refusal.value)
    assert Release.objects.get(id=release.id).checks == []


def test_a_release_that_is_not_on_record_is_refused(casebook: Casebook) -> None:
    with pytest.raises(Refused, match="No release of that id"):
        record_reading("nowhere", "nobody", "reader-1")
