"""ClearedContent and Release come from the gate, or not at all."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, replace
from typing import TYPE_CHECKING

import pytest

from valoshka.clearance import ClearedContent, Content, Passage, Release
from valoshka.clearance.minting import is_minted, mint_cleared, mint_release
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


def content(title: str = "Cleared") -> Content:
    return Content(Passage(title), Passage("sub"), (), (), (), (), None, (), "V", "2021", "en", "public")


@pytest.fixture
def cleared() -> ClearedContent:
    return mint_cleared(content(), ())


@pytest.fixture
def release(cleared: ClearedContent) -> Release:
    return mint_release({"b.txt": b"two", "a.txt": b"one"}, cleared, ())


def test_a_direct_call_makes_no_cleared_content():
    with pytest.raises(TypeError):
        ClearedContent(content=content(), checks=(), _seal=object())
    with pytest.raises(TypeError):
        ClearedContent(content(), (), None)


def test_the_seal_cannot_be_read_off_what_was_cleared(cleared, release):
    for sealed in (cleared, release):
        assert not any("seal" in name.lower() for name in vars(sealed))


def test_cleared_content_cannot_be_given_other_content(cleared):
    with pytest.raises((TypeError, ValueError)):
        replace(cleared, content=content("Smuggled"))
    with pytest.raises((TypeError, ValueError)):
        replace(cleared, content=content("Smuggled"), _seal=object())
    with pytest.raises(FrozenInstanceError):
        cleared.content = content("Smuggled")


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, pickle.dumps])
def test_neither_type_can_be_copied_or_pickled(way, cleared, release):
    for sealed in (cleared, release):
        with pytest.raises(TypeError):
            way(sealed)


def test_neither_type_can_be_subclassed():
    for sealed in (ClearedContent, Release):
        with pytest.raises(TypeError):
            type("Forged", (sealed,), {})


def test_a_release_that_skipped_its_class_is_not_written(cleared, tmp_path: Path):
    forged = object.__new__(Release)
    object.__setattr__(forged, "files", (("a.txt", b"smuggled"),))
    assert not is_minted(forged)
    with pytest.raises(TypeError):
        forged.write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_release_is_not_made_by_hand(cleared):
    with pytest.raises(TypeError):
        Release(files=(), cleared=cleared, checks=(), _seal=object())


def test_a_release_writes_every_file_and_nothing_else(release, tmp_path: Path):
    written = release.write(tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.txt", "b.txt"]
    assert [path.read_bytes() for path in written] == [b"one", b"two"]


def test_a_release_that_cannot_be_written_leaves_nothing(release, tmp_path: Path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(Refused, match="nothing was published"):
        release.write(tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "a file"


def test_the_hash_tells_names_and_bytes_apart(cleared):
    one = mint_release({"a": b"bc"}, cleared, ())
    other = mint_release({"ab": b"c"}, cleared, ())
    assert one.sha256 != other.sha256
    assert one.sha256 == mint_release({"a": b"bc"}, cleared, ()).sha256
