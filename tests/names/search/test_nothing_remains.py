"""A name that is removed is gone: from every column, word, sound and key of the index, and from what is written."""

from __future__ import annotations

import gc
import sys
import types
import weakref
from typing import TYPE_CHECKING

import numpy as np
import pytest

from valoshka.names import NameIndex, fold
from valoshka.names.search import sealing
from valoshka.names.sounding import heard, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = bytes(range(32))
GONE = "Хвашчэўскі Цімафей Амвросьевіч"  # invented; nobody below shares a part, or even the consonants of one
STAYS = [(1, "Сарокін Мікалай Пятровіч"), (2, "Шаўцова Ганна"), (3, "Zajac Dzmitry"), (4, "Ля Ая"), (5, "")]
_CODE = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.CodeType, types.FrameType)


def _reached(root: object) -> Iterator[object]:
    """Everything that an object holds on to, but for code; arrays lead to the memory that they are views of."""
    seen, waiting = {id(root)}, [root]
    while waiting:
        here = waiting.pop()
        yield here
        further = gc.get_referents(here)
        if isinstance(here, np.ndarray):
            further += [here.base, *(here.ravel().tolist() if here.dtype == object else [])]
        if isinstance(here, memoryview):
            further.append(here.obj)
        for each in further:
            if id(each) not in seen and not isinstance(each, _CODE):
                seen.add(id(each))
                waiting.append(each)


def _bytes_of(index: NameIndex) -> bytes:
    pieces = []
    for each in _reached(index):
        if isinstance(each, str):
            pieces.append(each.encode("utf-8", "surrogatepass"))
        elif isinstance(each, bytes | bytearray):
            pieces.append(bytes(each))
        elif isinstance(each, np.ndarray) and each.dtype != object:
            pieces.append(each.tobytes())
    return b"\0".join(pieces)


def _strings_of(root: object) -> set[str]:
    """Every text that is reached, also as a part of one, such as a question."""
    texts = {each for each in _reached(root) if isinstance(each, str)}
    return texts | {word for text in texts if len(text) < 100 for word in text.split()}


def _only_theirs() -> set[str]:
    """What no table of given names has."""
    surname = GONE.split()[0]
    return {surname, fold(surname), heard(fold(surname))[0], GONE}


def _traces_of(name: str) -> set[bytes]:
    words = [fold(word) for word in name.split()]
    sounds = {sound for word in words for sound in heard(word)}
    return {trace.encode() for trace in {name, *name.split(), *words, *sounds, *map(skeleton, sounds)}}


def _opened(path: Path) -> bytes:
    """All that a sealed index says."""
    with path.open("rb") as file:
        file.seek(len(sealing._MARK))
        return bytes(sealing._opened(file, path.stat().st_size, KEY))


def _left(index: NameIndex) -> set[bytes]:
    held = _bytes_of(index)
    return {trace for trace in _traces_of(GONE) if trace in held}


def _built() -> NameIndex:
    return NameIndex.build([*STAYS[:2], (9, GONE), *STAYS[2:]])


def _added() -> NameIndex:
    index = NameIndex.build(STAYS)
    index.add(9, GONE)
    return index


def _settled(tmp_path) -> NameIndex:
    index = _added()
    index.save(tmp_path / "names", KEY)
    return index


def _loaded(tmp_path) -> NameIndex:
    _built().save(tmp_path / "names", KEY)
    return NameIndex.load(tmp_path / "names", KEY)


def _loaded_in_two(tmp_path) -> NameIndex:
    _settled(tmp_path)
    return NameIndex.load(tmp_path / "names", KEY)


MADE = {
    "built": lambda _: _built(),
    "added": lambda _: _added(),
    "settled": _settled,
    "loaded": _loaded,
    "loaded in two parts": _loaded_in_two,
}


@pytest.fixture(params=MADE)
def index(request, tmp_path):
    """An index that holds a name which will be removed, and that was asked for it."""
    index = MADE[request.param](tmp_path)
    assert index.search(GONE)[0].id == 9
    return index


def test_the_search_for_traces_finds_them_while_the_name_is_there(index):
    assert _left(index) == _traces_of(GONE)


def test_nothing_of_a_removed_name_is_left_in_the_index(index):
    index.remove(9)
    assert _left(index) == set()
    assert {key for key, _ in index.rows()} == {key for key, _ in STAYS}


def test_nothing_of_a_removed_name_is_written(index, tmp_path, monkeypatch):
    index.remove(9)
    index.save(tmp_path / "names", KEY)
    plain = _opened(tmp_path / "names")
    assert "Шаўцова".encode() in plain
    assert {trace for trace in _traces_of(GONE) if trace in plain} == set()


def test_an_index_without_a_name_is_written_like_one_that_never_had_it(tmp_path):
    index = _built()
    index.remove(9)
    index.save(tmp_path / "removed", KEY)
    NameIndex.build(STAYS).save(tmp_path / "never", KEY)
    assert _opened(tmp_path / "removed") == _opened(tmp_path / "never")


def test_words_that_others_share_stay(index):
    index.add(10, "Амвросьевіч Жук")
    index.remove(9)
    assert index.search("Амвросьевіч Жук")[0].id == 10
    index.remove(10)
    assert _left(index) == set()


def test_no_cache_of_the_room_keeps_a_removed_name(index):
    rooms = {name: vars(module) for name, module in sys.modules.items() if name.startswith("valoshka.names")}
    theirs = _only_theirs()  # asks the room, so that it must be asked before
    assert theirs & _strings_of(rooms)
    index.remove(9)
    assert theirs & _strings_of(rooms) == set()


def test_no_cache_keeps_the_columns_that_held_a_removed_name(index):
    held = [weakref.ref(segment) for segment in index._all() if segment.entries_under({"i9"})]
    index.remove(9)
    gc.collect()
    assert [segment() for segment in held] == [None]
