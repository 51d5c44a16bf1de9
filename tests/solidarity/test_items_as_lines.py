"""Items travel as JSON lines; what is out of bounds is refused by its line."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.solidarity.flowers import KINDS
from valoshka.solidarity.items import Item, cleaned, newest_first, read_items, written_items

GOOD = {"id": "00000000000000ff", "day": "2026-05-02", "language": "be", "words": "Дзякуй вам"}

texts = st.text(max_size=300).map(cleaned)
items = st.builds(
    Item,
    id=st.integers(0, 2**64 - 1).map("{:016x}".format),
    day=st.dates().map(str),
    language=st.sampled_from(["en", "be", "ar", "pt-BR"]),
    country=st.sampled_from(["", "PL", "NO"]),
    seed=st.text(max_size=64).map(cleaned),
    kind=st.sampled_from(["", *KINDS]),
    picture=st.sampled_from(["", "a" * 64]),
    phrase=st.sampled_from(["", "not-alone"]),
    words=texts,
    translations=st.dictionaries(st.sampled_from(["en", "be", "ru"]), texts),
    alt=texts,
)


def lines(**told: object) -> list[bytes]:
    return [json.dumps({**GOOD, **told}).encode()]


@given(st.lists(items, unique_by=lambda item: item.id))
def test_what_is_written_is_read_again(some):
    assert list(read_items(written_items(some).split(b"\n"), "a file")) == some


@given(st.binary(max_size=200))
def test_no_line_does_more_than_be_refused(line):
    with suppress(Refused):
        list(read_items([line], "a file"))


@pytest.mark.parametrize(
    "told",
    [
        {"id": "../../../etc/pass"},
        {"id": "00000000000000FF"},
        {"day": "2026-02-30"},
        {"day": "20260502"},
        {"day": "2026-05-02T12:00"},
        {"language": "Belarusian language"},
        {"language": 'en" onload="x'},
        {"country": "Belarus"},
        {"country": "by"},
        {"kind": "rose"},
        {"seed": "x" * 65},
        {"picture": "a" * 63},
        {"picture": "../" + "a" * 61},
        {"phrase": "../x"},
        {"words": "x" * 501},
        {"words": 5},
        {"words": "\x00"},
        {"words": "abc\u202edef"},
        {"words": "\ud800"},
        {"translations": ["en"]},
        {"translations": {"english": "x"}},
        {"translations": {"en": 1}},
        {"translations": {"en": "x" * 1501}},
        {"translations": {f"a{chr(97 + n)}": "x" for n in range(21)}},
        {"alt": "x" * 1501},
        {"name": "somebody"},
    ],
)
def test_a_value_out_of_bounds_is_refused_by_its_line_and_not_repeated(told):
    with pytest.raises(Refused, match=r"^published\.jsonl, line 2: ") as refusal:
        list(read_items([b"", *lines(**told)], "published.jsonl"))
    assert "somebody" not in str(refusal.value)


@pytest.mark.parametrize("line", [b"[]", b"null", b"{", b"[" * 70_000, b'{"id": "' + b"x" * 70_000 + b'"}', b"\xff{}"])
def test_what_is_no_item_is_refused(line):
    with pytest.raises(Refused):
        list(read_items([line], "a file"))


def test_an_id_stands_once():
    with pytest.raises(Refused, match="line 2: the “id” stands on an earlier line"):
        list(read_items([*lines(), *lines()], "a file"))


@given(st.lists(items), st.randoms())
def test_the_order_does_not_tell_who_came_first(some, chance):
    other = list(some)
    chance.shuffle(other)
    assert [(item.day, item.id) for item in newest_first(some)] == [(item.day, item.id) for item in newest_first(other)]


def test_every_item_has_a_flower():
    assert Item(**GOOD).flower == ("00000000000000ff", "cornflower")
    assert Item(**GOOD, seed="minsk-1", kind="flax").flower == ("minsk-1", "flax")


@given(st.text())
def test_what_is_cleaned_can_be_read(text):
    item = Item(**{**GOOD, "words": cleaned(text)[:500]})
    assert asdict(next(iter(read_items(written_items([item]).split(b"\n"), "a file")))) == asdict(item)
