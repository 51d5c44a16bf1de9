"""What leaves a casebook must not be written into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from valoshka.casebook.opening import FLOOR, create, unlock
from valoshka.casebook.vault.backing_up import back_up, restore
from valoshka.casebook.vault.folder import CasebookFolder, refuse_inside_a_casebook
from valoshka.casebook.vault.keys import write_identity
from valoshka.casebook.vault.travelling import detach
from valoshka.errors import Refused


@pytest.mark.parametrize("inside", ["ids", "originals/ids", "originals/../ids"])
def test_nothing_that_leaves_is_written_into_the_casebook(case: Path, passphrase: str, inside: str) -> None:
    for leave in (detach, back_up):
        with pytest.raises(Refused, match="would lie inside the casebook"):
            leave(case, passphrase, case / inside)
    with unlock(case, passphrase) as casebook:
        assert casebook.has_identities
    assert not (case / inside).exists()


def test_another_casebook_is_no_place_for_it_either(case: Path, passphrase: str, tmp_path: Path) -> None:
    create(tmp_path / "other", passphrase, cost=FLOOR)
    with pytest.raises(Refused, match="would lie inside the casebook"):
        back_up(case, passphrase, tmp_path / "other" / "b")


def test_a_link_into_a_casebook_is_followed(case: Path, passphrase: str, tmp_path: Path) -> None:
    (tmp_path / "shortcut").symlink_to(case)
    with pytest.raises(Refused, match="would lie inside"):
        back_up(case, passphrase, tmp_path / "shortcut" / "b")


def test_no_casebook_is_made_or_restored_inside_another(case: Path, passphrase: str, tmp_path: Path) -> None:
    back_up(case, passphrase, tmp_path / "b")
    for make in (lambda: create(case / "new", passphrase), lambda: restore(tmp_path / "b", case / "new", passphrase)):
        with pytest.raises(Refused, match="would lie inside"):
            make()
    with pytest.raises(Refused, match="would lie inside"):
        write_identity(case / "stick")


def test_a_casebook_with_damaged_keys_is_still_one(case: Path) -> None:
    (case / "keys.json").write_text("{")
    for path in (case, case / "out" / "deep"):
        with pytest.raises(Refused, match="would lie inside"):
            refuse_inside_a_casebook(path)


def test_another_programs_keys_json_is_no_casebook(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text('{"format": "something else"}')
    refuse_inside_a_casebook(tmp_path / "out")


def test_what_lies_in_the_folder_and_is_not_ours_is_named(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase):
        assert CasebookFolder(case).strangers() == []
    (case / "old.bak").write_bytes(b"")
    (case / "originals" / "names.txt").write_bytes(b"")
    assert CasebookFolder(case).strangers() == ["old.bak", "originals/names.txt"]
