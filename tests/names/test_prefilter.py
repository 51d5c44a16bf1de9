"""The quick no says no only to words that are nobody's name. The people are invented: parts of names put together."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names.agreement import agree
from valoshka.names.folding import fold
from valoshka.names.index import PartIndex
from valoshka.names.phones import sounds
from valoshka.names.prefilter import Prefilter

PARTS = yaml.safe_load((Path(__file__).parent / "search" / "invented_parts.yml").read_text(encoding="utf-8"))
NAMES = [word for group in ("surnames", "given", "patronymics") for row in PARTS[group] for word in row]
LETTERS = "абвгдеёжзійклмнопрстуўфхцчшыьэюяиъщїєґ'abcdefghijklmnopqrstuvwxyzčšžłśćńóąęůβאა7"
words = st.one_of(
    st.text(LETTERS, min_size=1, max_size=12),
    st.builds(str.__add__, st.sampled_from(NAMES), st.sampled_from(["", "а", "ом", "ей", "em", "owi", "sky"])),
).map(fold)


class _LetsAllPass(Prefilter):
    def among(self, words):
        return set(words)


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), st.lists(words, max_size=12))
@settings(deadline=None)
def test_an_index_without_the_quick_no_finds_the_same(names, asked):
    with pytest.MonkeyPatch.context() as patch:
        people = {name: [name] for name in names}
        quick = PartIndex(people)
        patch.setattr("valoshka.names.index.Prefilter", _LetsAllPass)
        slow = PartIndex(people)
    assert [_told(quick, word) for word in asked] == [_told(slow, word) for word in asked]


def _told(index, word):
    return {(fit.match.part, fit.match.word, fit.exact) for fit in index.fits(word)}


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), st.lists(words, max_size=12))
@settings(deadline=None)
def test_many_words_at_once_are_answered_as_each_is(names, asked):
    index = PartIndex({name: [name] for name in names})
    prefilter = index._prefilter
    assert prefilter.among(asked) == {word for word in asked if prefilter.may_be(word)}


syllables = st.sampled_from(
    ["я", "ю", "е", "ё", "и", "о", "у", "а", "ва", "ув", "юв", "ае", "ией", "рю", "нн"],
)
spoken = st.lists(syllables, min_size=1, max_size=4).map("".join)


@given(spoken, spoken)
def test_words_that_agree_are_never_a_quick_no(one, other):
    for name in sounds(other):
        assert not any(agree(word, name) for word in sounds(one)) or Prefilter([name]).may_be(one)
