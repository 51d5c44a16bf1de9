from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from valoshka.briefing.untrusted_yaml import BOUNDS, Listing, Mapping, Scalar, load
from valoshka.errors import Refused


@pytest.mark.parametrize(
    ("untrusted", "told"),
    [
        (b"a: 1\na: 3", "line 2: this key stands already on line 1"),
        ("a: Ya\u200bnina".encode(), "line 1: there is a hidden character (U+200B)"),
        ("a: x\nb: \u202eanina".encode(), "line 2: there is a hidden character (U+202E)"),
        (b"- one\n- two", "`key: value` at its first level"),
        (b"", "`key: value` at its first level"),
        (b"a: " + b"x" * BOUNDS.largest, "larger than 256 kB"),
    ],
)
def test_what_could_do_harm_is_refused_with_its_line(untrusted, told):
    with pytest.raises(Refused) as refusal:
        load(untrusted, "briefing.yml")
    assert told in str(refusal.value)
    assert "briefing.yml" in str(refusal.value)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(untrusted):
    try:
        assert isinstance(load(untrusted, "x.yml"), Mapping)
    except Refused as refusal:
        assert "x.yml" in str(refusal)  # noqa: PT017 - either outcome is right, no other


words = st.text("абвxyz :#-'\"[]{}", min_size=1, max_size=12)
trees = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=8
)


def plain(value):
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Listing):
        return [plain(item) for item in value.items]
    return {key: plain(each) for key, each in value.entries.items()}


@given(st.dictionaries(words, trees, min_size=1, max_size=4))
def test_what_was_written_is_what_is_read(tree):
    assert plain(load(yaml.safe_dump(tree, allow_unicode=True).encode(), "x.yml")) == tree


def test_every_value_knows_its_line():
    read = load(b"title: One\n\nstories:\n  - story: Two\n", "x.yml")
    assert read.lines == {"title": 1, "stories": 3}
    assert read.entries["stories"].items[0].entries["story"].line == 4
