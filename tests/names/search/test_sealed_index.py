"""An index on disk is readable with its key only, whole or not at all, by its owner. All people are invented."""

from __future__ import annotations

import os
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.names import NameIndex
from valoshka.names.search import sealing

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
ROWS = [(1, "Сарокін Мікалай Пятровіч"), ("а-7", "Ганна Шаўцова"), (7, "Zajac Dzmitry"), (8, "Ая"), (9, "")]
QUESTIONS = ["Николай Сорокин", "Анна Шевцова", "Заяц Дима", "Ая", "Нехта Іншы"]


@pytest.fixture
def path(tmp_path):
    NameIndex.build(ROWS).save(tmp_path / "names.sealed", KEY)
    return tmp_path / "names.sealed"


def _answers(index):
    return [index.search(question, limit=None) for question in QUESTIONS]


def _refused(path, key=KEY) -> str:
    with pytest.raises(Refused) as refusal:
        NameIndex.load(path, key)
    said = str(refusal.value)
    assert said.endswith(".")
    assert not any(word in said for _, name in ROWS for word in name.split())
    return said


def test_a_loaded_index_answers_as_the_saved_one(path):
    loaded = NameIndex.load(path, KEY)
    assert _answers(loaded) == _answers(NameIndex.build(ROWS))
    assert list(loaded.rows()) == ROWS


@pytest.mark.parametrize("rows", [[], [(1, "")], [(1, "Ая")], [(1, "王小明")], [(1, "12"), (2, "Ia")], ROWS * 400])
def test_any_list_can_be_saved_loaded_changed_and_saved_again(rows, tmp_path):
    index = NameIndex.build(rows)
    index.save(tmp_path / "names", KEY)
    loaded = NameIndex.load(tmp_path / "names", KEY)
    assert _answers(loaded) == _answers(index)
    loaded.add("new", "Ірына Ключко")
    loaded.save(tmp_path / "names", KEY)
    again = NameIndex.load(tmp_path / "names", KEY)
    assert len(again) == len(rows) + 1
    assert again.search("Ирина Ключко")[0].id == "new"


def test_the_file_is_its_owners_alone(tmp_path):
    before = os.umask(0)
    try:
        NameIndex.build(ROWS).save(tmp_path / "names", KEY)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "names").stat().st_mode) == 0o600


def test_no_name_and_no_id_can_be_read_in_the_file(path):
    written = path.read_bytes()
    for word in ("Сарокін", "сарокін", "srkn", "Шаўцова", "Dzmitry", "а-7", "knowledge", "segments"):
        assert word.encode() not in written


def test_the_same_index_is_never_sealed_alike_twice(path):
    first = path.read_bytes()
    NameIndex.build(ROWS).save(path, KEY)
    second = path.read_bytes()
    mark = len(sealing._MARK)
    assert first[mark : mark + 1000] != second[mark : mark + 1000]


def test_another_key_is_refused(path):
    assert "key" in _refused(path, OTHER_KEY)


@pytest.mark.parametrize("length", [0, 1, 31, 33, 64])
def test_a_key_of_another_length_is_refused(path, length, tmp_path):
    assert str(length) in _refused(path, bytes(length))
    with pytest.raises(Refused, match=str(length)):
        NameIndex.build(ROWS).save(tmp_path / "other", bytes(length))
    assert not (tmp_path / "other").exists()


def test_a_file_cut_off_anywhere_is_refused(path):
    whole = path.read_bytes()
    for length in [*range(80), *range(80, len(whole), 1000), len(whole) - 1]:
        path.write_bytes(whole[:length])
        _refused(path)


def test_a_file_with_something_behind_it_is_refused(path):
    whole = path.read_bytes()
    for more in (b"\0", b"\n", whole, whole[-sealing._SEAL :], b"x" * 100_000):
        path.write_bytes(whole + more)
        _refused(path)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_in_which_any_bit_changed_is_refused(path, data):
    whole = bytearray(path.read_bytes())
    place, bit = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 7))
    changed = path.with_name("changed")
    changed.write_bytes(bytes([*whole[:place], whole[place] ^ (1 << bit), *whole[place + 1 :]]))
    _refused(changed)


@given(st.binary(max_size=300))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_other_file_is_refused(tmp_path, content):
    for opening in (b"", sealing._MARK):
        (tmp_path / "other").write_bytes(opening + content)
        _refused(tmp_path / "other")


def test_pieces_cannot_be_left_out_or_swapped(tmp_path, monkeypatch):
    monkeypatch.setattr(sealing, "_PIECE", 1024)
    path = tmp_path / "names"
    NameIndex.build(ROWS).save(path, KEY)
    whole, piece = path.read_bytes(), 1024 + sealing._SEAL
    start = len(sealing._MARK) + sealing._HEADER
    pieces = [whole[at : at + piece] for at in range(start, len(whole), piece)]
    assert len(pieces) > 3
    for others in (pieces[1:], pieces[:-1], pieces[::-1], [pieces[1], pieces[0], *pieces[2:]], [*pieces, pieces[-1]]):
        path.write_bytes(whole[:start] + b"".join(others))
        _refused(path)


def test_what_is_no_file_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "nobody", tmp_path / "no folder" / "names"):
        assert str(path) in _refused(path)


@pytest.mark.parametrize("where", ["folder", "no folder/names", "file/names"])
def test_where_it_cannot_be_written_it_is_refused_and_nothing_is_left(where, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("here before")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Refused, match=r"cannot be written.*\.$"):
        NameIndex.build(ROWS).save(tmp_path / where, KEY)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_full_disk_leaves_the_old_file_and_nothing_else(path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    index = NameIndex.load(path, KEY)
    index.add("new", "Ірына Ключко")
    with pytest.raises(Refused, match="No space left"):
        index.save(path, KEY)
    assert list(path.parent.iterdir()) == [path]
    assert list(NameIndex.load(path, KEY).rows()) == ROWS


def test_an_index_of_other_knowledge_is_built_anew_and_finds_the_same(tmp_path, monkeypatch):
    path = tmp_path / "names"
    with monkeypatch.context() as patch:
        patch.setattr(sealing, "fingerprint", lambda: "knowledge of another day")
        NameIndex.build(ROWS).save(path, KEY)
    assert not sealing.read_sealed(path, KEY).current
    loaded = NameIndex.load(path, KEY)
    assert _answers(loaded) == _answers(NameIndex.build(ROWS))
    loaded.save(path, KEY)
    assert sealing.read_sealed(path, KEY).current
