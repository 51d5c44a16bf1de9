"""Making and unlocking a casebook, and every way in which that is refused."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from valoshka.casebook.identities.models import Name
from valoshka.casebook.opening import FLOOR, create, needs_identities_passphrase, unlock
from valoshka.casebook.vault import keyring
from valoshka.casebook.vault.making import BeingMade, making
from valoshka.casebook.vault.slots import WrongPassphrase
from valoshka.errors import Refused

CANARY = "Kanarejka Zviarynec"  # invented


def unlocked_once(path: Path, passphrase: str) -> None:
    with unlock(path, passphrase):
        pass


def test_what_was_entered_is_there_when_it_is_opened_again(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase):
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
    with unlock(case, passphrase) as casebook:
        assert casebook.has_identities
        assert [name.text for name in Name.objects.all()] == [CANARY]


def test_two_casebooks_can_be_opened_one_after_the_other(case: Path, tmp_path: Path, passphrase: str) -> None:
    create(tmp_path / "second", "another passphrase", cost=FLOOR)
    with unlock(case, passphrase) as first:
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
    with unlock(tmp_path / "second", "another passphrase") as second:
        assert second.id != first.id
        assert Name.objects.count() == 0


def test_no_name_lies_on_the_disk_in_the_clear_while_the_casebook_is_open(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase):
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
        written = b"".join(file.read_bytes() for file in case.rglob("*") if file.is_file())
    assert CANARY.encode() not in written
    assert b"SQLite format 3" not in written


def test_nothing_is_left_of_the_wal_when_it_is_closed(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase):
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
    names = sorted(file.name for file in case.iterdir())
    assert names == ["casebook.db", "identities.db", "keys.json", "lock", "originals"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_only_its_owner_may_read_a_casebook_even_under_an_open_umask(tmp_path: Path, passphrase: str) -> None:
    before = os.umask(0)
    try:
        create(tmp_path / "c", passphrase, cost=FLOOR)
        with unlock(tmp_path / "c", passphrase):
            Name.objects.create(person="AAAAAAAAAA", text=CANARY)
            modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "c").rglob("*") if file.is_file()}
    finally:
        os.umask(before)
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "c").stat().st_mode) == 0o700


def test_neither_key_nor_path_stands_in_settings_or_in_a_repr(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase) as casebook:
        store = keyring.open_store("identities")
        shown = f"{connections['identities'].settings_dict} {settings.DATABASES} {store!r} {casebook!r} {vars(keyring)}"
        assert store.key.hex() not in shown
        assert repr(store.key) not in shown
        assert str(case) not in f"{connections['identities'].settings_dict} {settings.DATABASES}"


def test_after_closing_no_key_is_held_and_no_query_runs(case: Path, passphrase: str) -> None:
    unlocked_once(case, passphrase)
    assert not keyring.is_open("casebook")
    with pytest.raises(Refused, match="Unlock one first"):
        Name.objects.count()


def test_a_wrong_passphrase_is_refused_by_the_casebooks_name(case: Path, other_passphrase: str) -> None:
    with pytest.raises(WrongPassphrase, match="does not open this casebook") as refusal:
        unlocked_once(case, other_passphrase)
    assert str(case) in str(refusal.value)
    assert other_passphrase not in str(refusal.value)


@pytest.mark.parametrize(
    ("weak", "reason"),
    [("", "empty"), ("   ", "empty"), ("short", "5 characters"), ("aaaaaaaaaaaaaaaa", "repeats fewer than 5")],
)
def test_a_weak_passphrase_is_refused_with_the_reason_and_nothing_is_made(
    tmp_path: Path, weak: str, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        create(tmp_path / "c", weak, cost=FLOOR)
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_is_the_same_composed_and_decomposed(tmp_path: Path) -> None:
    create(tmp_path / "c", "ёлка й ў снезе", cost=FLOOR)  # composed letters
    unlocked_once(tmp_path / "c", "е\u0308лка и\u0306 у\u0306 снезе")


def test_a_place_that_is_taken_is_refused_and_left_as_it_is(case: Path, tmp_path: Path, passphrase: str) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for taken in (case, tmp_path / "other", tmp_path / "file"):
        with pytest.raises(Refused, match="Choose"):
            create(taken, passphrase, cost=FLOOR)
    assert (tmp_path / "other" / "notes.txt").read_text() == "mine"
    with pytest.raises(Refused, match="There is no folder"):
        create(tmp_path / "not" / "there", passphrase, cost=FLOOR)


def test_an_empty_folder_is_taken_over(tmp_path: Path, passphrase: str) -> None:
    (tmp_path / "c").mkdir()
    create(tmp_path / "c", passphrase, cost=FLOOR)
    unlocked_once(tmp_path / "c", passphrase)


def test_what_a_killed_attempt_left_is_cleared(tmp_path: Path, passphrase: str) -> None:
    (tmp_path / ".c.unfinished").mkdir()
    (tmp_path / ".c.unfinished" / "casebook.db").write_bytes(b"half")
    create(tmp_path / "c", passphrase, cost=FLOOR)
    assert [file.name for file in tmp_path.iterdir()] == ["c"]


def test_what_another_process_is_making_is_left_alone(tmp_path: Path, passphrase: str) -> None:
    with making(tmp_path / "c") as unfinished:
        (unfinished / "mine").write_text("still writing")
        with pytest.raises(BeingMade, match="being made by another"):
            create(tmp_path / "c", passphrase, cost=FLOOR)
        assert (unfinished / "mine").read_text() == "still writing"
    assert (tmp_path / "c" / "mine").exists()


def test_a_folder_that_is_no_casebook_is_named(tmp_path: Path, passphrase: str) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "file").write_text("x")
    for path, reason in (("photos", "no keys.json"), ("file", "is a file"), ("nowhere", "There is no casebook")):
        with pytest.raises(Refused, match=reason):
            unlocked_once(tmp_path / path, passphrase)


@pytest.mark.parametrize("left", [0, 1, 100, 4095])
@pytest.mark.parametrize("store", ["casebook.db", "identities.db"])
def test_a_store_cut_to_less_than_a_page_is_refused_and_not_made_anew(
    case: Path, passphrase: str, store: str, left: int
) -> None:
    (case / store).write_bytes((case / store).read_bytes()[:left])
    with pytest.raises(Refused, match="was cut short"):
        unlocked_once(case, passphrase)
    assert (case / store).stat().st_size == left


@pytest.mark.parametrize("left", [4096, 9000, 20480])
def test_a_store_cut_later_is_refused(case: Path, passphrase: str, left: int) -> None:
    (case / "casebook.db").write_bytes((case / "casebook.db").read_bytes()[:left])
    with pytest.raises(Refused, match=r"damaged|cut short"):
        unlocked_once(case, passphrase)


def test_a_missing_store_is_refused_and_not_made_anew(case: Path, passphrase: str) -> None:
    (case / "identities.db").unlink()
    with pytest.raises(Refused, match="is missing"):
        unlocked_once(case, passphrase)
    assert not (case / "identities.db").exists()


def test_the_store_of_another_casebook_is_refused(case: Path, tmp_path: Path, passphrase: str) -> None:
    create(tmp_path / "stranger", passphrase, cost=FLOOR)
    (tmp_path / "stranger" / "casebook.db").replace(case / "casebook.db")
    with pytest.raises(Refused, match="does not fit its key"):
        unlocked_once(case, passphrase)


def test_keys_cut_at_any_byte_are_refused(case: Path, passphrase: str) -> None:
    whole = (case / "keys.json").read_bytes()
    for left in range(0, len(whole) - 2, 37):
        (case / "keys.json").write_bytes(whole[:left])
        with pytest.raises(Refused, match="is damaged"):
            unlocked_once(case, passphrase)


def test_a_newer_format_asks_for_an_update(case: Path, passphrase: str) -> None:
    keys = json.loads((case / "keys.json").read_text())
    (case / "keys.json").write_text(json.dumps({**keys, "version": 2}))
    with pytest.raises(Refused, match="newer Valoshka"):
        unlocked_once(case, passphrase)


def test_a_second_process_is_told_that_it_is_open(case: Path, passphrase: str) -> None:
    ask = "import sys, pathlib; from valoshka.casebook.opening import unlock\n"
    ask += "with unlock(pathlib.Path(sys.argv[1]), 'x'): pass"
    with unlock(case, passphrase):
        second = subprocess.run([sys.executable, "-c", ask, str(case)], capture_output=True, text=True, check=False)
    assert second.returncode != 0
    assert "is open in another window" in second.stderr


def test_identities_with_a_passphrase_of_their_own_stay_locked_without_it(tmp_path: Path, passphrase: str) -> None:
    path = tmp_path / "c"
    create(path, passphrase, identities_passphrase="own words for names", cost=FLOOR)
    assert needs_identities_passphrase(path)
    with unlock(path, passphrase) as casebook:
        assert casebook.identities == "locked"
        with pytest.raises(Refused, match="detached or locked"):
            Name.objects.count()
    with unlock(path, passphrase, identities_passphrase="own words for names") as casebook:
        assert casebook.has_identities
    with pytest.raises(WrongPassphrase, match="identities"), unlock(path, passphrase, identities_passphrase=passphrase):
        pass


def test_one_process_holds_one_casebook(case: Path, tmp_path: Path, passphrase: str) -> None:
    create(tmp_path / "second", passphrase, cost=FLOOR)
    with unlock(case, passphrase), pytest.raises(Refused, match="Another casebook is open"):
        unlocked_once(tmp_path / "second", passphrase)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_process_that_has_opened_a_casebook_leaves_no_core_dump(case: Path, passphrase: str) -> None:
    import ctypes
    import resource

    unlocked_once(case, passphrase)
    get_dumpable = 3  # PR_GET_DUMPABLE
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    assert ctypes.CDLL(None).prctl(get_dumpable, 0, 0, 0, 0) == 0
