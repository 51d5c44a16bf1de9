from __future__ import annotations

import contextlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from valoshka.untrusted_yaml import Bounds, UnreadableYaml, compose

BOMB = b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("untrusted", "told"),
    [
        (BOMB, "line 1: “&” and “*”"),
        (b"a: 1\nb: *a", "line 2: “&” and “*”"),
        (b"a: 1\nb: !!python/object/apply:os.system [ls]", "line 2: “!” tags"),
        (b"a: 1\nb: 2\na: 3", "line 3: this key stands already on line 1"),
        (b"a: " + b"[" * 50 + b"]" * 50, "line 1: too deep"),
        (b"[" * 5000, "line 1: too deep"),
        (b"a: 1\nb: \xff\xfe", "line 2: this is not UTF-8"),
        (b"a: \x07", "control character"),
        (b"a: b: c", "line 1: a colon and a space inside a text"),
        (b'a: "unfinished', "a quotation mark is opened and never closed"),
        (b"a:\n\t- b", "line 2: a tab"),
        (b"? [x]\n: 1", "a key must be a word"),
        (b"a: [", "this is not YAML"),
        (b"a: " + b"x" * (256 << 10), "larger than 256 kB"),
    ],
)
def test_what_could_do_harm_is_refused_with_its_line(untrusted: bytes, told: str) -> None:
    with pytest.raises(UnreadableYaml) as refusal:
        compose(untrusted, "briefing.yml")
    assert told in str(refusal.value)
    assert "briefing.yml" in str(refusal.value)


def test_a_message_never_repeats_what_was_typed() -> None:
    with pytest.raises(UnreadableYaml) as refusal:
        compose("name: Яніна: Крушына\n".encode(), "people.yml")
    assert "Крушына" not in str(refusal.value)


def test_bounds_are_the_callers() -> None:
    assert compose(b"[[[[]]]]", "a.yml", Bounds(deepest=4)) is not None
    with pytest.raises(UnreadableYaml, match="too deep"):
        compose(b"[[[[]]]]", "a.yml", Bounds(deepest=3))


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(untrusted: bytes) -> None:
    with contextlib.suppress(UnreadableYaml):
        assert isinstance(compose(untrusted, "x.yml"), yaml.Node | None)
