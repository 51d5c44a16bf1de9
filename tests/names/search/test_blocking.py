"""An index gives the keys of its names from its columns: those of each name alone. All people are invented."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names import NameIndex, blocking_keys

PARTS = yaml.safe_load(Path(__file__).with_name("invented_parts.yml").read_text(encoding="utf-8"))
WORDS = [word for group in ("surnames", "given", "patronymics") for row in PARTS[group] for word in row]
words = st.sampled_from([*WORDS, *PARTS["initials"], *PARTS["beside"]])
names = st.one_of(st.lists(words, max_size=5).map(" ".join), st.text(max_size=30))


@given(st.lists(names, max_size=6), st.lists(names, max_size=2))
@settings(deadline=None)
def test_keys_of_an_index_are_those_of_each_of_its_names(built, added):
    index = NameIndex.build(list(enumerate(built)))
    for key, name in enumerate(added, len(built)):
        index.add(key, name)
    assert list(index.blocking()) == [(key, each) for key, name in index.rows() for each in blocking_keys(name)]


def test_keys_of_a_removed_name_are_gone():
    index = NameIndex.build([(1, "Бонч Галіна"), (2, "Цярэшка Галіна")])
    index.remove(1)
    assert {key for key, _ in index.blocking()} == {2}
    assert {each.key for _, each in index.blocking()}.isdisjoint(key.key for key in blocking_keys("Бонч"))
