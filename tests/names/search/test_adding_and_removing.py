"""Names go into an index and out of it again. All people are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.names import NameIndex

ROWS = [(1, "Сарокін Мікалай Пятровіч"), ("а-7", "Ганна Шаўцова"), (7, "Zajac Dzmitry"), ("7", "Вольга Бандарчук")]
ids = st.one_of(st.integers(), st.text(max_size=8))
texts = st.one_of(st.sampled_from([name for _, name in ROWS]), st.text(max_size=30))


@pytest.fixture
def index():
    return NameIndex.build(ROWS)


def test_an_id_that_is_taken_is_refused_and_nothing_changes(index):
    index.add("new", "Ілья Жук")
    for taken in (1, "а-7", "new"):
        with pytest.raises(Refused, match="already holds"):
            index.add(taken, "Хтосьці Іншы")
    assert sorted(index.rows(), key=str) == sorted([*ROWS, ("new", "Ілья Жук")], key=str)


def test_an_unknown_id_is_refused_and_nothing_is_removed(index):
    for unknown in (2, "1", "а-8", 70):
        with pytest.raises(Refused, match="holds no entry"):
            index.remove(1, unknown)
    assert list(index.rows()) == ROWS


def test_a_number_and_the_same_digits_are_two_ids(index):
    index.remove("7")
    assert [hit.id for hit in index.search("Бондарчук Ольга")] == []
    assert [hit.id for hit in index.search("Заяц Дмитрий")] == [7]
    index.add("7", "Кацярына Жук")
    index.remove(7)
    assert [hit.id for hit in index.search("Екатерина Жук")] == ["7"]


def test_an_id_can_be_used_again_once_its_name_is_removed(index):
    index.remove(1)
    index.add(1, "Ірына Ключко")
    assert [hit.name for hit in index.search("Сарокін Мікалай")] == []
    assert [hit.name for hit in index.search("Ирина Ключко")] == ["Ірына Ключко"]


def test_everybody_can_be_removed_and_others_added(index):
    index.remove(*[key for key, _ in ROWS])
    assert (len(index), list(index.rows()), index.search("Сарокін", limit=None)) == (0, [], [])
    index.add(1, "Сарокін Мікалай")
    assert [hit.id for hit in index.search("Николай Сорокин")] == [1]


def test_removing_one_namesake_leaves_the_other():
    index = NameIndex.build([(1, "Сарокін Мікалай"), (2, "Сарокін Мікалай"), (3, "Сорокин Николай")])
    index.remove(2)
    assert [(hit.id, hit.score) for hit in index.search("Сарокін Мікалай")] == [(1, 1.0), (3, 1.0)]


@given(st.dictionaries(ids, texts, max_size=12), st.data())
@settings(max_examples=60, deadline=None)
def test_an_index_after_any_changes_is_the_index_of_what_is_left(rows, data):
    there = dict(list(rows.items())[: len(rows) // 2])
    index = NameIndex.build(there.items())
    for key, name in list(rows.items())[len(rows) // 2 :]:
        index.add(key, name)
        there[key] = name
        if data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(list(there)))
            index.remove(gone)
            del there[gone]
    assert dict(index.rows()) == there
    assert len(index) == len(there)
    for name in rows.values():
        fresh = NameIndex.build(there.items()).search(name, limit=None)
        assert {(hit.id, hit.score) for hit in index.search(name, limit=None)} == {(h.id, h.score) for h in fresh}


ODD_IDS = [0, -3, 10**30, "", " ", "i7", "s7", "7\n8", "\0", "\ud800", "🌼", "а" * 100_000]


@pytest.mark.parametrize("key", ODD_IDS, ids=lambda key: ascii(key)[:12])
def test_any_number_and_any_text_is_an_id(key, tmp_path):
    index = NameIndex.build([(key, "Сарокін Мікалай"), (5, "Ганна Шаўцова")])
    index.save(tmp_path / "names", b"k" * 32)
    index = NameIndex.load(tmp_path / "names", b"k" * 32)
    assert index.search("Николай Сорокин")[0].id == key
    assert key in index
    index.remove(key)
    assert key not in index
    assert [row for row, _ in index.rows()] == [5]


@pytest.mark.parametrize(
    "name",
    ["", "\n", "Бон\nч Ілья", "Бон\0ч Ілья", "Бонч\ud800 Ілья", "🌼 Ілья", "Бонч Ілья\r\n" * 40, "Бонч Ілья " * 10**6],
    ids=lambda name: ascii(name[:12]),
)
def test_any_text_is_a_name_and_comes_back_as_it_was(name, tmp_path):
    index = NameIndex.build([(1, name), (2, "Ганна Шаўцова")])
    index.save(tmp_path / "names", b"k" * 32)
    loaded = NameIndex.load(tmp_path / "names", b"k" * 32)
    assert dict(loaded.rows())[1] == name
    assert ["Ілья" in hit.name for hit in loaded.search("Илья Бонч", limit=1)] == ["Ілья" in name] * ("Ілья" in name)
    loaded.remove(1)
    assert list(loaded.rows()) == [(2, "Ганна Шаўцова")]


def test_many_small_additions_stay_findable(tmp_path):
    index = NameIndex.build(ROWS)
    for place in range(12):
        index.add(f"later {place}", f"Кірыла Жук-{'абвгдежзіклм'[place]}он")
        index.save(tmp_path / "names", b"k" * 32)
    assert len(NameIndex.load(tmp_path / "names", b"k" * 32)) == len(index) == len(ROWS) + 12
    assert {hit.id for hit in index.search("Кирилл Жук", limit=None)} >= {f"later {place}" for place in range(12)}
