"""A release is on record exactly when its files stand in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from valoshka import clearance
from valoshka.casebook.records.models import AuditEntry, Interview, Release
from valoshka.casebook.tasks.people import find_person
from valoshka.casebook.tasks.protected import protected_people
from valoshka.casebook.tasks.publishing import check_folder_name, publish
from valoshka.clearance import Content, Passage, Story
from valoshka.clearance.minting import mint_cleared, mint_release
from valoshka.disclosure import Blocked
from valoshka.errors import Refused


def made(words: str) -> clearance.Release:
    vera = find_person("Vera")
    story = Story(vera.id, Passage("Vera"), Passage("nurse"), Passage(words), ())
    content = Content(Passage("T"), Passage(""), (), (), (), (story,), None, (), "V", "2021", "en", "public")
    return mint_release({"briefing.html": words.encode()}, mint_cleared(content, ()), ())


def test_what_is_written_is_on_record(interview: Interview, tmp_path: Path) -> None:
    published = publish(made("one"), tmp_path / "out", approver="editor-1")
    assert [file.read_text() for file in published.files] == ["one"]
    assert Release.objects.get().id == published.release


def test_what_could_not_be_written_is_not_on_record(interview: Interview, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Refused, match="nothing was published"):
        publish(made("one"), tmp_path / "file" / "out", approver="editor-1")
    assert not Release.objects.exists()
    assert AuditEntry.objects.filter(verb="release.not_written").count() == 1


def test_the_same_bytes_are_one_release(interview: Interview, tmp_path: Path) -> None:
    first = publish(made("one"), tmp_path / "out", approver="editor-1")
    again = publish(made("one"), tmp_path / "out", approver="editor-1")
    elsewhere = publish(made("one"), tmp_path / "copy", approver="editor-1")
    assert first.release == again.release == elsewhere.release
    assert (again.replaced, again.warnings, elsewhere.warnings) == (None, (), ())


def test_a_corrected_edition_takes_the_place_of_the_earlier_one_without_a_warning(
    interview: Interview, tmp_path: Path
) -> None:
    first = publish(made("one"), tmp_path / "out", approver="editor-1")
    second = publish(made("two"), tmp_path / "out", approver="editor-1")
    assert (second.replaced, second.warnings) == (first.release, ())
    assert Release.objects.count() == 2


def test_a_second_briefing_under_one_pseudonym_is_warned_of(interview: Interview, tmp_path: Path) -> None:
    publish(made("one"), tmp_path / "out", approver="editor-1")
    other = publish(made("another"), tmp_path / "other", approver="editor-1")
    assert len(other.warnings) == 1
    assert "Vera" in other.warnings[0]


def test_files_that_were_changed_since_are_not_written_over(interview: Interview, tmp_path: Path) -> None:
    publish(made("one"), tmp_path / "out", approver="editor-1")
    (tmp_path / "out" / "briefing.html").write_text("edited by hand")
    with pytest.raises(Refused, match="did not write, or changed since"):
        publish(made("two"), tmp_path / "out", approver="editor-1")
    assert (tmp_path / "out" / "briefing.html").read_text() == "edited by hand"
    assert Release.objects.count() == 1


def test_a_folder_that_bears_a_protected_name_is_blocked(interview: Interview, tmp_path: Path) -> None:
    people = protected_people()
    check_folder_name(tmp_path / "briefing-2021", people, "public")
    with pytest.raises(Blocked) as blocked:
        check_folder_name(tmp_path / "Zinaida Prykladna", people, "public")
    assert "Prykladna" not in str(blocked.value)
