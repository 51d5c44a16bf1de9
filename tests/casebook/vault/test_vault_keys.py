"""Key slots, passphrases and recovery: who opens a casebook, and who no longer does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.casebook.opening import FLOOR, create, unlock
from valoshka.casebook.vault.changing import change_identities_passphrase, change_passphrase, recover
from valoshka.casebook.vault.folder import CasebookFolder
from valoshka.casebook.vault.keyfile import Away, KeyFile
from valoshka.casebook.vault.keys import write_identity
from valoshka.casebook.vault.passphrase import CEILING, DEFAULT_COST, KdfCost, Passphrase
from valoshka.casebook.vault.slots import PassphraseSlot, RecoverySlot, WrongPassphrase
from valoshka.errors import Refused

THIRD = "trei cuvinte noi"


def opens(path: Path, passphrase: str) -> bool:
    try:
        with unlock(path, passphrase) as casebook:
            return casebook.has_identities
    except WrongPassphrase:
        return False


def test_a_new_passphrase_opens_both_stores_and_the_old_one_none(
    case: Path, passphrase: str, other_passphrase: str
) -> None:
    assert change_passphrase(case, passphrase, other_passphrase, cost=FLOOR) == ("casebook", "identities")
    assert opens(case, other_passphrase)
    assert not opens(case, passphrase)


def test_a_wrong_or_weak_passphrase_changes_nothing(case: Path, passphrase: str, other_passphrase: str) -> None:
    before = (case / "keys.json").read_bytes()
    with pytest.raises(WrongPassphrase):
        change_passphrase(case, other_passphrase, THIRD, cost=FLOOR)
    with pytest.raises(Refused, match="at least 12"):
        change_passphrase(case, passphrase, "short", cost=FLOOR)
    assert (case / "keys.json").read_bytes() == before


def test_identities_can_be_given_a_passphrase_of_their_own(case: Path, passphrase: str, other_passphrase: str) -> None:
    change_identities_passphrase(case, passphrase, other_passphrase, cost=FLOOR)
    assert not opens(case, passphrase)
    with unlock(case, passphrase, identities_passphrase=other_passphrase) as casebook:
        assert casebook.has_identities
    assert change_passphrase(case, passphrase, THIRD, cost=FLOOR) == ("casebook",)
    with unlock(case, THIRD, identities_passphrase=other_passphrase) as casebook:
        assert casebook.has_identities


def test_the_age_identity_sets_a_new_passphrase(tmp_path: Path, passphrase: str, other_passphrase: str) -> None:
    path, stick, strangers = tmp_path / "c", tmp_path / "stick.txt", tmp_path / "strangers.txt"
    create(path, passphrase, recovery=write_identity(stick), cost=FLOOR)
    write_identity(strangers)
    with pytest.raises(Refused, match="does not open the recovery slot"):
        recover(path, strangers, other_passphrase, cost=FLOOR)
    recover(path, stick, other_passphrase, cost=FLOOR)
    assert opens(path, other_passphrase)
    assert not opens(path, passphrase)
    change_passphrase(path, other_passphrase, THIRD, cost=FLOOR)
    recover(path, stick, passphrase, cost=FLOOR)
    assert opens(path, passphrase)


def test_without_a_recovery_recipient_no_identity_helps(case: Path, tmp_path: Path, other_passphrase: str) -> None:
    write_identity(tmp_path / "stick.txt")
    with pytest.raises(Refused, match="without a recovery recipient"):
        recover(case, tmp_path / "stick.txt", other_passphrase, cost=FLOOR)


def test_what_is_no_age_key_is_refused(case: Path, tmp_path: Path, passphrase: str, other_passphrase: str) -> None:
    with pytest.raises(Refused, match="not an age recipient"):
        create(tmp_path / "c", passphrase, recovery="ssh-ed25519 AAAA", cost=FLOOR)
    assert not (tmp_path / "c").exists()
    for content, reason in (("hello", "holds no age identity"), ("AGE-SECRET-KEY-1QQ", "is damaged")):
        (tmp_path / "stick.txt").write_text(content)
        with pytest.raises(Refused, match=reason):
            recover(case, tmp_path / "stick.txt", other_passphrase, cost=FLOOR)


def test_an_identity_never_overwrites_a_file(tmp_path: Path) -> None:
    (tmp_path / "stick.txt").write_text("another one")
    with pytest.raises(Refused, match="there already"):
        write_identity(tmp_path / "stick.txt")
    assert (tmp_path / "stick.txt").read_text() == "another one"


def test_a_recovery_slot_of_another_casebook_is_refused(tmp_path: Path, passphrase: str, other_passphrase: str) -> None:
    recipient = write_identity(tmp_path / "stick.txt")
    for name in ("one", "other"):
        create(tmp_path / name, passphrase, recovery=recipient, cost=FLOOR)
    one, other = CasebookFolder(tmp_path / "one"), CasebookFolder(tmp_path / "other")
    slots = other.read_keys().slots["casebook"]
    one.write_keys(one.read_keys().with_slots("casebook", slots))
    with pytest.raises(Refused, match="another casebook"):
        recover(tmp_path / "one", tmp_path / "stick.txt", other_passphrase, cost=FLOOR)
    with pytest.raises(WrongPassphrase):
        change_passphrase(tmp_path / "one", passphrase, other_passphrase, cost=FLOOR)


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 1024},
        {"passes": 1},
        {"lanes": 0},
        {"memory_kib": CEILING.memory_kib + 1},
        {"passes": 10**6},
        {"lanes": 1000},
    ],
)
def test_a_tampered_cost_is_refused_before_it_is_derived(case: Path, passphrase: str, cost: dict[str, int]) -> None:
    keys = json.loads((case / "keys.json").read_text())
    keys["stores"]["casebook"][0].update(cost)
    (case / "keys.json").write_text(json.dumps(keys))
    with pytest.raises(Refused, match="outside what is safe"):
        opens(case, passphrase)


@pytest.mark.parametrize("field", ["salt", "nonce", "sealed"])
def test_a_slot_with_any_field_changed_does_not_open(case: Path, passphrase: str, field: str) -> None:
    keys = json.loads((case / "keys.json").read_text())
    text = keys["stores"]["casebook"][0][field]
    keys["stores"]["casebook"][0][field] = ("B" if text[0] != "B" else "C") + text[1:]
    (case / "keys.json").write_text(json.dumps(keys))
    assert not opens(case, passphrase)


def test_slots_cannot_be_moved_between_stores(case: Path, passphrase: str) -> None:
    folder = CasebookFolder(case)
    keys = folder.read_keys()
    folder.write_keys(keys.with_slots("casebook", keys.slots["identities"]))
    assert not opens(case, passphrase)


def test_changed_keys_are_named_beside_a_wrong_passphrase(case: Path, passphrase: str) -> None:
    folder = CasebookFolder(case)
    folder.write_keys(replace(folder.read_keys(), casebook="anotherone"))
    with (
        pytest.raises(Refused, match=r"If it is right, keys\.json was changed: bring back a backup"),
        unlock(case, passphrase),
    ):
        pass


def test_the_default_cost_is_what_was_decided() -> None:
    assert KdfCost(256 * 1024, 3, 4) == DEFAULT_COST
    DEFAULT_COST.check()
    FLOOR.check()


def test_a_passphrase_is_in_no_repr() -> None:
    assert "secret words" not in repr(Passphrase("secret words here"))


key_bytes = st.binary(min_size=1, max_size=64)
passphrase_slots = st.builds(
    PassphraseSlot,
    st.builds(KdfCost, st.integers(1, 2**22), st.integers(1, 99), st.integers(1, 99)),
    st.binary(min_size=16, max_size=16),
    st.binary(min_size=24, max_size=24),
    st.binary(min_size=48, max_size=48),
)
recovery_slots = st.builds(RecoverySlot, st.text(min_size=1, max_size=70), key_bytes)
slots = st.lists(passphrase_slots | recovery_slots, min_size=1, max_size=3).map(tuple)
aways = st.builds(Away, st.text(min_size=1, max_size=10), st.text(min_size=1, max_size=16))
key_files = st.builds(
    KeyFile,
    st.text(min_size=1, max_size=12),
    st.fixed_dictionaries({"casebook": slots, "identities": slots}),
) | st.builds(KeyFile, st.text(min_size=1, max_size=12), st.fixed_dictionaries({"casebook": slots}), aways)


@given(key_files)
def test_a_key_file_reads_back_as_it_was_written(keys: KeyFile) -> None:
    assert KeyFile.from_text(keys.to_text(), "keys.json") == keys


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_other_json_is_refused_and_never_a_traceback(whole: object) -> None:
    with pytest.raises(Refused):
        KeyFile.from_text(json.dumps(whole), "keys.json")
