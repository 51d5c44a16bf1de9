"""What a sweep tells, `Finder` tells too, and the other way round. The people are invented: parts of names."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names import Finder
from valoshka.names.sweeping import Sweep, met, sweep
from valoshka.names.sweeping.tokens import tokens
from valoshka.names.words import words

PARTS = yaml.safe_load((Path(__file__).parent / "search" / "invented_parts.yml").read_text(encoding="utf-8"))
ROWS = [row for group in ("surnames", "given", "patronymics") for row in PARTS[group]]
FILLERS = [
    "сказала",
    "The",
    "nurse",
    "в",
    "больнице",
    "Мінск",
    "і",
    "на",
    "з",
    "Dr",
    "пацыентка",
    "2020",
    "w",
    "szpitalu",
]
names = st.builds(
    "{} {}".format,
    st.sampled_from([row[0] for row in PARTS["given"]]),
    st.sampled_from([row[0] for row in PARTS["surnames"]]),
)
pieces = st.one_of(
    names,
    st.sampled_from([word for row in ROWS for word in row]),
    st.sampled_from(FILLERS),
    st.sampled_from(["А.", "Г. П.", "М", "Ю. Л."]),
)
texts = st.lists(st.tuples(pieces, st.sampled_from([" ", ", ", ". ", "\n", "\n\n", " — ", "; "])), max_size=12).map(
    lambda told: "".join(piece + sign for piece, sign in told)
)
CERTAIN = {"full_name", "initials"}


@given(st.lists(names, min_size=1, max_size=6, unique=True), texts)
@settings(deadline=None)
def test_whom_a_finder_surely_finds_a_sweep_finds(protected, text):
    people = {name: [name] for name in protected}
    swept = {(seen.start, seen.end, key) for seen in Sweep(people).over([text]) for key in seen.people}
    for mention in Finder(people).sight(text)[0]:
        if mention.how in CERTAIN and not _is_mended(text, mention):
            assert any(
                start < mention.end and mention.start < end and key == mention.key for start, end, key in swept
            ), mention


@given(st.lists(names, min_size=1, max_size=6, unique=True), texts)
@settings(deadline=None)
def test_whom_a_sweep_surely_finds_a_finder_finds_there_too(protected, text):
    people = {name: [name] for name in protected}
    found = Finder(people).find(text)
    for seen in Sweep(people).over([text]):
        # A surname alone beside somebody else's given name is that person's: a sweep does not know all given names.
        for key in seen.people if seen.how != "surname" else ():
            assert any(
                mention.key == key and mention.start < seen.end and seen.start < mention.end for mention in found
            )


@given(st.lists(texts, max_size=6), st.integers(1, 60))
@settings(max_examples=40, deadline=None)
def test_how_texts_are_batched_changes_nothing(several, at_once):
    people = {"p1": ["Наталля Ваўкова"], "p2": ["Рыгор Бонч"]}
    whole = [*Sweep(people).over(several)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweep, "_AT_ONCE", at_once)
        assert [*Sweep(people).over(several)] == whole


def test_two_processes_find_what_one_does():
    sweeping = Sweep({"p1": ["Наталля Ваўкова"], "p2": ["Рыгор Бонч"]})
    several = ["Halina", "Рыгор Бонч", "", "Бонч Р., Наталья Волкова", "R. Bonč", "Наталлі Ваўковай"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweep, "_AT_ONCE", 20)
        whole = [*sweeping.over(several)]
        assert len(whole) > 3
        assert [*sweeping.over(several, abreast=True)] == whole
        assert [*sweeping.over(several)] == whole


def test_a_sweep_of_two_processes_can_be_left_half_way():
    sweeping = Sweep({"p1": ["Рыгор Бонч"]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweep, "_AT_ONCE", 20)
        half = sweeping.over(["Рыгор Бонч"] * 50, abreast=True)
        next(half)
        half.close()
    assert not multiprocessing.active_children()


@given(texts)
@settings(max_examples=40, deadline=None)
def test_a_small_shelf_changes_nothing(text):
    people = {"p1": ["Наталля Ваўкова"], "p2": ["Рыгор Бонч"]}
    whole = [*Sweep(people).over([text, text])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(met, "_SHELF", 2)
        assert [*Sweep(people).over([text, text])] == whole


@given(st.text(st.sampled_from("аяЯBb7’'-.,\n\u00ad\u0301 ß"), max_size=40))
def test_words_are_cut_as_a_finder_cuts_them(text):
    found = tokens(text)
    spans = list(zip(found.start.tolist(), found.end.tolist(), strict=True))
    plain = [(word.start, word.end, word.capital) for word in words(text)]
    # A stress mark without a letter, and one at a word's end, are of the word for a sweep; CamelCase is one word.
    for start, end, capital in plain:
        letters = start + len(text[start:end].rstrip("\u00ad"))
        assert any(begins <= start and letters <= ends for begins, ends in spans)
        if (start, letters) in spans:
            assert found.capital[spans.index((start, letters))] == capital


def test_a_name_does_not_go_on_in_the_next_text():
    assert list(Sweep({"p1": ["Галіна Бонч"]}).over(["з ёй была Галіна", "Бончаў двор"])) == []


def test_a_soft_hyphen_hides_no_name_and_moves_no_place():
    text = "Га\u00adліна Бон\u00adч"
    assert [(seen.start, seen.end) for seen in Sweep({"p1": ["Галіна Бонч"]}).over([text])] == [(0, len(text))]


def test_a_rare_surname_alone_is_told_and_a_common_one_is_not():
    sweeping = Sweep({"p1": ["Галіна Астапчук"], "p2": ["Галіна Иванова"]})
    assert [seen.how for seen in sweeping.over(["Астапчук сказала.", "Иванова сказала."])] == ["surname"]


def _is_mended(text, mention):
    """Whether it was read over a hyphen or a line's end: a sweep reads words as they stand."""
    return any(sign in text[mention.start : mention.end] for sign in "-\n—")
