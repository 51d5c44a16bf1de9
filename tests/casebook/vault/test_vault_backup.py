"""Backups and restoring: whole or not at all, and never over anything."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from valoshka.casebook.identities.models import Name
from valoshka.casebook.opening import FLOOR, create, unlock
from valoshka.casebook.vault import blobs
from valoshka.casebook.vault.backing_up import back_up, restore
from valoshka.casebook.vault.changing import change_passphrase
from valoshka.casebook.vault.keys import write_identity
from valoshka.casebook.vault.label import MAGIC
from valoshka.casebook.vault.slots import WrongPassphrase
from valoshka.errors import Refused

CANARY = "Kanarejka Zviarynec"  # invented
ORIGINAL = b"an invented interview " * 10_000


@pytest.fixture
def filled(case: Path, passphrase: str) -> tuple[Path, blobs.Blob]:
    with unlock(case, passphrase) as casebook:
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
        blob = blobs.seal(ORIGINAL, casebook.originals)
    return case, blob


def test_a_restored_casebook_holds_what_the_backup_held(
    filled: tuple[Path, blobs.Blob], tmp_path: Path, passphrase: str
) -> None:
    case, blob = filled
    back_up(case, passphrase, tmp_path / "b")
    with unlock(case, passphrase):
        Name.objects.all().delete()
    restore(tmp_path / "b", tmp_path / "again", passphrase)
    with unlock(tmp_path / "again", passphrase) as casebook:
        assert Name.objects.get().text == CANARY
        assert blobs.open_blob(casebook.originals, blob.id, blob.key) == ORIGINAL


def test_a_backup_tells_nothing_but_dates_and_slots(
    filled: tuple[Path, blobs.Blob], tmp_path: Path, passphrase: str
) -> None:
    case, blob = filled
    back_up(case, passphrase, tmp_path / "b")
    written = (tmp_path / "b").read_bytes()
    for trace in (CANARY.encode(), blob.id.encode(), b"originals", b"identities.db", blob.key):
        assert trace not in written
    assert (tmp_path / "b").stat().st_mode & 0o077 == 0


def test_a_backup_opens_with_the_passphrase_of_its_day(
    case: Path, tmp_path: Path, passphrase: str, other_passphrase: str
) -> None:
    back_up(case, passphrase, tmp_path / "b")
    change_passphrase(case, passphrase, other_passphrase, cost=FLOOR)
    with pytest.raises(WrongPassphrase):
        restore(tmp_path / "b", tmp_path / "again", other_passphrase)
    assert not (tmp_path / "again").exists()
    restore(tmp_path / "b", tmp_path / "again", passphrase)


def test_a_backup_opens_with_the_recovery_identity(tmp_path: Path, passphrase: str) -> None:
    create(tmp_path / "c", passphrase, recovery=write_identity(tmp_path / "stick"), cost=FLOOR)
    back_up(tmp_path / "c", passphrase, tmp_path / "b")
    restore(tmp_path / "b", tmp_path / "again", None, identity_file=tmp_path / "stick")
    assert (tmp_path / "again" / "casebook.db").exists()


def test_a_backup_of_locked_identities_holds_them_sealed(tmp_path: Path, passphrase: str) -> None:
    own = "own words for names"
    create(tmp_path / "c", passphrase, identities_passphrase=own, cost=FLOOR)
    with unlock(tmp_path / "c", passphrase, identities_passphrase=own):
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
    back_up(tmp_path / "c", passphrase, tmp_path / "b")
    restore(tmp_path / "b", tmp_path / "again", passphrase)
    with unlock(tmp_path / "again", passphrase, identities_passphrase=own):
        assert Name.objects.get().text == CANARY


def test_a_backup_changed_or_cut_anywhere_is_refused_and_leaves_nothing(
    case: Path, tmp_path: Path, passphrase: str
) -> None:
    back_up(case, passphrase, tmp_path / "b")
    whole = (tmp_path / "b").read_bytes()
    for place in (3, 17, 20, 40, len(whole) // 2, len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 1
        for wrong in (bytes(changed), whole[:place]):
            (tmp_path / "wrong").write_bytes(wrong)
            with pytest.raises(Refused, match=r"/wrong .*(Use another copy of it|Give the (other )?file|Update)"):
                restore(tmp_path / "wrong", tmp_path / "again", passphrase)
            assert not (tmp_path / "again").exists()
            assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("label", [b"[" * 100_000, b"[]", b'{"keys": 1}', b'{"kind": "backup", "salt": "00"}'])
def test_a_backup_whose_label_was_rewritten_is_called_damaged(tmp_path: Path, passphrase: str, label: bytes) -> None:
    (tmp_path / "wrong").write_bytes(MAGIC + len(label).to_bytes(4, "big") + label)
    with pytest.raises(Refused, match="wrong is damaged"):
        restore(tmp_path / "wrong", tmp_path / "again", passphrase)


@pytest.mark.parametrize(
    "change", [{"salt": "00"}, {"made": "\x1b[2J"}, {"kind": "identities"}, {"expires": 3}, {"keys": []}]
)
def test_a_backup_whose_label_says_something_impossible_is_refused(
    case: Path, tmp_path: Path, passphrase: str, change: dict[str, object]
) -> None:
    back_up(case, passphrase, tmp_path / "b")
    written = (tmp_path / "b").read_bytes()
    start = len(MAGIC) + 4
    end = start + int.from_bytes(written[len(MAGIC) : start], "big")
    text = json.dumps({**json.loads(written[start:end]), **change}).encode()
    (tmp_path / "wrong").write_bytes(MAGIC + len(text).to_bytes(4, "big") + text + written[end:])
    with pytest.raises(Refused, match=r"/wrong (is damaged|holds identities)"):
        restore(tmp_path / "wrong", tmp_path / "again", passphrase)


def test_a_longer_life_cannot_be_written_onto_a_backup(case: Path, tmp_path: Path, passphrase: str) -> None:
    expires = back_up(case, passphrase, tmp_path / "b").expires.encode()
    written = (tmp_path / "b").read_bytes()
    (tmp_path / "b").write_bytes(written.replace(expires, b"2999-12-31", 1))
    with pytest.raises(Refused, match="damaged"):
        restore(tmp_path / "b", tmp_path / "again", passphrase)


def test_an_expired_backup_is_taken_only_when_asked_for(case: Path, tmp_path: Path, passphrase: str) -> None:
    back_up(case, passphrase, tmp_path / "b", keep_days=-1)
    with pytest.raises(Refused, match="expired on"):
        restore(tmp_path / "b", tmp_path / "again", passphrase)
    backup = restore(tmp_path / "b", tmp_path / "again", passphrase, expired_too=True)
    assert backup.expires == (date.fromisoformat(backup.made) - timedelta(days=1)).isoformat()


def test_nothing_is_overwritten(case: Path, tmp_path: Path, passphrase: str) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(Refused, match="there already"):
        back_up(case, passphrase, tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "mine"
    back_up(case, passphrase, tmp_path / "b")
    with pytest.raises(Refused, match="already"):
        restore(tmp_path / "b", case, passphrase)


def test_a_damaged_casebook_is_not_backed_up(case: Path, tmp_path: Path, passphrase: str) -> None:
    changed = bytearray((case / "casebook.db").read_bytes())
    changed[-100] ^= 1
    (case / "casebook.db").write_bytes(bytes(changed))
    with pytest.raises(Refused, match="damaged"):
        back_up(case, passphrase, tmp_path / "b")
    assert not (tmp_path / "b").exists()


def test_an_open_casebook_is_not_backed_up_meanwhile(case: Path, tmp_path: Path, passphrase: str) -> None:
    with unlock(case, passphrase), pytest.raises(Refused, match="is open in another"):
        back_up(case, passphrase, tmp_path / "b")
