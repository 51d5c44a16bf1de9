"""Travel mode: the identities leave, the casebook works on, and they come back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from valoshka.casebook.identities.models import Name
from valoshka.casebook.opening import FLOOR, create, unlock
from valoshka.casebook.tasks import audit
from valoshka.casebook.vault import blobs
from valoshka.casebook.vault.changing import change_identities_passphrase, change_passphrase
from valoshka.casebook.vault.keys import write_identity
from valoshka.casebook.vault.travelling import WrongTravelPassphrase, attach, detach
from valoshka.errors import Refused

CANARY = "Kanarejka Zviarynec"  # invented


@pytest.fixture
def away(case: Path, tmp_path: Path, passphrase: str) -> tuple[Path, Path, blobs.Blob]:
    """The casebook, the file that its identities travel in, and an original among them."""
    with unlock(case, passphrase) as casebook:
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
        blob = blobs.seal(b"an invented interview", casebook.originals)
    detach(case, passphrase, tmp_path / "journey")
    return case, tmp_path / "journey", blob


def test_nothing_of_the_identities_stays_and_the_casebook_works_on(
    away: tuple[Path, Path, blobs.Blob], passphrase: str
) -> None:
    case, _, _ = away
    assert sorted(file.name for file in case.rglob("*")) == ["casebook.db", "keys.json", "lock", "originals"]
    assert '"identities"' not in (case / "keys.json").read_text()
    with unlock(case, passphrase) as casebook:
        assert casebook.identities == "detached"
        audit.record("opened", casebook.id)
        assert audit.verify_chain() is None
        with pytest.raises(Refused, match="Attach them"):
            Name.objects.count()


def test_attached_again_they_are_as_they_were(away: tuple[Path, Path, blobs.Blob], passphrase: str) -> None:
    case, journey, blob = away
    attach(case, passphrase, journey)
    with unlock(case, passphrase) as casebook:
        assert Name.objects.get().text == CANARY
        assert blobs.open_blob(casebook.originals, blob.id, blob.key) == b"an invented interview"
    assert journey.exists()


def test_a_passphrase_changed_meanwhile_counts_for_the_identities_too(
    away: tuple[Path, Path, blobs.Blob], passphrase: str, other_passphrase: str
) -> None:
    case, journey, _ = away
    change_passphrase(case, passphrase, other_passphrase, cost=FLOOR)
    with pytest.raises(WrongTravelPassphrase):
        attach(case, other_passphrase, journey)
    attach(case, other_passphrase, journey, travel_passphrase=passphrase)
    with unlock(case, other_passphrase) as casebook:
        assert casebook.has_identities


def test_identities_keep_a_passphrase_of_their_own(
    case: Path, tmp_path: Path, passphrase: str, other_passphrase: str
) -> None:
    change_identities_passphrase(case, passphrase, other_passphrase, cost=FLOOR)
    with pytest.raises(Refused, match="Give it to detach"):
        detach(case, passphrase, tmp_path / "journey")
    detach(case, passphrase, tmp_path / "journey", identities_passphrase=other_passphrase)
    attach(case, passphrase, tmp_path / "journey", travel_passphrase=other_passphrase)
    with unlock(case, passphrase) as casebook:
        assert casebook.identities == "locked"
    with unlock(case, passphrase, identities_passphrase=other_passphrase) as casebook:
        assert casebook.has_identities


def test_identities_of_an_earlier_journey_are_refused(
    away: tuple[Path, Path, blobs.Blob], tmp_path: Path, passphrase: str
) -> None:
    case, journey, _ = away
    attach(case, passphrase, journey)
    detach(case, passphrase, tmp_path / "second")
    with pytest.raises(Refused, match="earlier journey"):
        attach(case, passphrase, journey)
    attach(case, passphrase, tmp_path / "second")
    with pytest.raises(Refused, match="already"):
        attach(case, passphrase, tmp_path / "second")


def test_identities_of_another_casebook_are_refused(
    away: tuple[Path, Path, blobs.Blob], tmp_path: Path, passphrase: str
) -> None:
    _, journey, _ = away
    create(tmp_path / "stranger", passphrase, cost=FLOOR)
    detach(tmp_path / "stranger", passphrase, tmp_path / "strangers journey")
    with pytest.raises(Refused, match="another casebook"):
        attach(tmp_path / "stranger", passphrase, journey)


def test_a_damaged_journey_leaves_the_casebook_as_it_was(away: tuple[Path, Path, blobs.Blob], passphrase: str) -> None:
    case, journey, _ = away
    before = sorted(file.name for file in case.rglob("*"))
    changed = bytearray(journey.read_bytes())
    changed[-200] ^= 1
    journey.write_bytes(bytes(changed))
    with pytest.raises(Refused, match="damaged"):
        attach(case, passphrase, journey)
    assert sorted(file.name for file in case.rglob("*")) == before
    with unlock(case, passphrase) as casebook:
        assert casebook.identities == "detached"


def test_what_a_kill_left_of_the_identities_is_removed_at_the_next_opening(
    case: Path, tmp_path: Path, passphrase: str
) -> None:
    shutil.copytree(case, tmp_path / "before")
    detach(case, passphrase, tmp_path / "journey")
    shutil.copy(tmp_path / "before" / "identities.db", case / "identities.db")
    (case / ".incoming").mkdir()
    with unlock(case, passphrase) as casebook:
        assert casebook.identities == "detached"
    assert not (case / "identities.db").exists()
    assert not (case / ".incoming").exists()


def test_detaching_twice_or_onto_a_file_is_refused(
    away: tuple[Path, Path, blobs.Blob], tmp_path: Path, passphrase: str
) -> None:
    case, journey, _ = away
    with pytest.raises(Refused, match="have been detached since"):
        detach(case, passphrase, tmp_path / "again")
    with pytest.raises(Refused, match="there already"):
        detach(case, passphrase, journey)


def test_identities_whose_passphrase_is_forgotten_come_back_by_the_recovery_identity(
    tmp_path: Path, passphrase: str
) -> None:
    recipient = write_identity(tmp_path / "stick")
    create(tmp_path / "c", passphrase, recovery=recipient, cost=FLOOR)
    detach(tmp_path / "c", passphrase, tmp_path / "journey")
    change_passphrase(tmp_path / "c", passphrase, "another one, quite long", cost=FLOOR)
    with pytest.raises(WrongTravelPassphrase):
        attach(tmp_path / "c", "another one, quite long", tmp_path / "journey")
    attach(tmp_path / "c", "another one, quite long", tmp_path / "journey", identity_file=tmp_path / "stick")
    with unlock(tmp_path / "c", "another one, quite long") as casebook:
        assert casebook.has_identities
