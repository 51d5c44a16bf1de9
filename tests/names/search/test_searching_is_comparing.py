"""What comparing says of two names, a search says too. The people are invented: parts of names put together."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from valoshka.names import ACCEPT, Hit, NameIndex, accept, compare
from valoshka.names.search import segment

PARTS = yaml.safe_load(Path(__file__).with_name("invented_parts.yml").read_text(encoding="utf-8"))
WORDS = [word for group in ("surnames", "given", "patronymics") for row in PARTS[group] for word in row]
SEEN = 0.5  # score: from here on no search may leave a name out
lists_are_long = settings(max_examples=60, deadline=None)


def _slipped(word: str, at: int) -> str:
    """Two neighbours swapped, as clerks do."""
    at %= max(1, len(word) - 1)
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


slips = st.builds(_slipped, st.sampled_from(WORDS), st.integers(0, 9))
rarer = st.one_of(st.sampled_from(PARTS["initials"]), slips, st.sampled_from(PARTS["beside"]))
names = st.lists(st.one_of(st.sampled_from(WORDS), rarer), min_size=1, max_size=5).map(" ".join)
small_lists = st.lists(names, min_size=2, max_size=40)


def _found(question: str, listed: list[str], few: int) -> dict[int | str, float]:
    """Scores by place in the list; a list of more than `few` names is searched by keys."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segment, "FEW", few)
        hits = NameIndex.build(enumerate(listed)).search(question, limit=None)
    return {hit.id: hit.score for hit in hits}


def _scored(hits: list[Hit]) -> list[float]:
    return [hit.score for hit in hits]


@given(names, small_lists)
@lists_are_long
def test_a_search_gives_the_scores_that_comparing_gives(question, listed):
    compared = {place: compare(question, name).score for place, name in enumerate(listed)}
    found = _found(question, listed, few=segment.FEW)
    assert found == {place: compared[place] for place in found}
    assert {place for place, score in compared.items() if score >= SEEN} <= found.keys()


@given(small_lists)
@lists_are_long
def test_what_accept_accepts_a_search_finds(listed):
    for question in listed[:4]:
        accepted = {place for place, name in enumerate(listed) if accept(question, name)}
        assert accepted <= {place for place, score in _found(question, listed, segment.FEW).items() if score >= ACCEPT}


@given(small_lists)
@lists_are_long
def test_what_accept_accepts_a_search_by_keys_finds(listed):
    for question in listed[:4]:
        accepted = {place for place, name in enumerate(listed) if accept(question, name)}
        assert accepted <= set(_found(question, listed, few=0))


@given(names, small_lists)
@lists_are_long
@example("П. он же Пятровіч", ["Сарокін", "Сарокін Цярэшка Пятрвоіч"])
def test_a_search_by_keys_gives_no_other_scores(question, listed):
    by_keys, by_all = _found(question, listed, few=0), _found(question, listed, few=segment.FEW)
    assert {place: score for place, score in by_all.items() if score >= SEEN}.items() <= by_keys.items()
    # Below what is shown, one of several names asked for may be an initial, which is no key: never a higher score.
    assert all(score <= by_all[place] for place, score in by_keys.items())


@given(names, small_lists, st.integers(0, 45))
@lists_are_long
def test_hits_come_best_first_and_no_more_than_asked_for(question, listed, limit):
    index = NameIndex.build(
        (place, name) for place, name in enumerate(listed) if "(" not in name and "он же" not in name
    )
    every, first = _scored(index.search(question, limit=None)), _scored(index.search(question, limit=limit))
    assert every == sorted(every, reverse=True)
    assert len(first) <= limit
    assert [score for score in first if score >= ACCEPT] == [score for score in every[:limit] if score >= ACCEPT]


@given(names, small_lists)
@lists_are_long
def test_the_same_question_has_the_same_answer(question, listed):
    index = NameIndex.build(enumerate(listed))
    first = index.search(question)
    assert index.search(question) == first == NameIndex.build(enumerate(listed)).search(question)


@given(names, small_lists, small_lists)
@lists_are_long
def test_names_added_later_are_found_as_those_that_were_there(question, listed, later):
    together = NameIndex.build(enumerate(listed + later))
    grown = NameIndex.build(enumerate(listed))
    for place, name in enumerate(later, start=len(listed)):
        grown.add(place, name)
    assert len(grown) == len(together)
    assert grown.search(question, limit=None) == together.search(question, limit=None)


@given(names, small_lists)
@lists_are_long
def test_a_name_is_found_by_itself(question, listed):
    scores = _found(question, [*listed, question], segment.FEW)
    assert scores[len(listed)] == 1.0 or compare(question, question).score < 1.0


def test_an_empty_question_finds_nobody_and_nobody_is_found_in_an_empty_index():
    index = NameIndex.build([(1, "Сарокін Мікалай"), (2, "")])
    for nothing in ("", " ", "12", "🌼", "\u200b", "..."):
        assert index.search(nothing, limit=None) == []
    assert NameIndex.build([]).search("Сарокін Мікалай", limit=None) == []
    assert len(NameIndex.build([])) == 0


def test_a_listed_name_that_holds_several_is_found_by_each():
    index = NameIndex.build([(1, "Шаўцова (ур. Бандарчук) Ганна"), (2, "Іван Лапо, он же Пётр Заяц")])
    for question, key in (("Ганна Шевцова", 1), ("Анна Бондарчук", 1), ("Иван Лаппо", 2), ("Піотр Зайац", 2)):
        best = index.search(question)[0]
        assert (best.id, best.score) == (key, compare(question, best.name).score)


def test_a_maiden_name_is_not_cut_off():
    others = [(place, "Шаўцова Ганна Пятроўна") for place in range(20)]
    index = NameIndex.build([*others, ("sought", "Бандарчук (ур. Шаўцова) Ганна")])
    assert index.search("Ганна Шевцова", limit=3)[0].id == "sought"


def test_reasons_of_a_hit_are_those_of_comparing():
    hit = NameIndex.build([(1, "Сорокин Николай Петрович")]).search("Мікалай Сарокін")[0]
    assert hit.reasons == compare("Мікалай Сарокін", "Сорокин Николай Петрович").reasons


def test_a_flood_of_half_likenesses_does_not_hide_the_one_who_is_sought():
    flood = [(place, "Сарокін Ганна" if place % 2 else "Мікалай Жук") for place in range(12_000)]
    index = NameIndex.build([*flood, ("sought", "Sorokin Nikolay"), ("too", "Николай Сорокин")])
    assert {hit.id for hit in index.search("Мікалай Сарокін", limit=2)} == {"sought", "too"}


def test_namesakes_without_end_are_all_told_when_there_is_no_limit():
    index = NameIndex.build((place, "Сарокін Мікалай") for place in range(3_000))
    assert [hit.score for hit in index.search("Николай Сорокин", limit=3)] == [1.0] * 3
    assert len(index.search("Николай Сорокин", limit=None)) == 3_000
