"""The laws of comparing two names. The people are invented: parts of names put together."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from valoshka.names import ACCEPT, accept, compare
from valoshka.names.agreeing import agreement
from valoshka.names.comparing import Against, compared
from valoshka.names.tokens import LONGEST, MOST, tokens

PARTS = yaml.safe_load(Path(__file__).with_name("search").joinpath("invented_parts.yml").read_text(encoding="utf-8"))
WORDS = [word for group in ("surnames", "given", "patronymics") for row in PARTS[group] for word in row]
# Карповіч may be a patronymic, Цярэшка a pet name: it shows only by what stands beside them, and in which order.
SONS, PETS = ("іч", "ич", "ich"), ("Цярэшка", "Саша")
SURNAMES = [row for row in PARTS["surnames"] if not row[0].endswith((*SONS, *PETS))]
DAUGHTERS = [row for row in PARTS["patronymics"] if not row[0].endswith(SONS)]
KINDS = ("surnames", "given", "patronymics")
GIVEN = [row[:3] for row in PARTS["given"] if row[0] not in PETS]
IN_FULL = {"surnames": SURNAMES, "given": GIVEN, "patronymics": PARTS["patronymics"]}
INVISIBLE = ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e"]
LATIN_SHAPES = str.maketrans("аркоеіхс", "apkoeixc")
COSTLY = settings(max_examples=200, deadline=None)

words = st.sampled_from(WORDS)
names = st.lists(st.one_of(words, words, st.sampled_from(PARTS["initials"] + PARTS["beside"])), max_size=5).map(
    " ".join
)
any_text = st.one_of(names, st.text(max_size=60))
rows = st.builds(
    lambda *chosen: [list(each) for each in chosen],
    *(st.sampled_from(group) for group in (SURNAMES, GIVEN, PARTS["patronymics"])),
)


def _people(data: st.DataObject) -> tuple[str, str]:
    """Two spellings of one person's name, in the same order of parts."""
    chosen = data.draw(rows)
    return tuple(" ".join(data.draw(st.sampled_from(row)) for row in chosen) for _ in range(2))  # type: ignore[return-value]


def _is_plainly_cyrillic(word: str) -> bool:
    """Whether a letter says so that no other script has the shape of."""
    return any("а" <= letter <= "ў" and letter.translate(LATIN_SHAPES) == letter for letter in word.lower())


def _parts_but(kind: str, data: st.DataObject) -> list[str]:
    """Parts of a name: a plain surname (unless that is what will be added) and what else it may have of other kinds.

    Without a surname, or with two words of one kind, what a word is hangs on where it stands and beside what: Мікалай
    Пятровіч may be a man whose surname is Пятровіч, nobody's surname is Пятроўна.
    """
    rows_of = IN_FULL | ({"patronymics": DAUGHTERS} if kind == "surnames" else {})
    others = [each for each in KINDS if each not in (kind, "surnames") and data.draw(st.booleans())]
    if kind != "surnames":
        others.append("surnames")
    drawn = [data.draw(st.sampled_from(data.draw(st.sampled_from(rows_of[each])))) for each in others]
    return data.draw(st.permutations(drawn))


def _with(name: list[str], word: str, data: st.DataObject) -> str:
    at = data.draw(st.integers(0, len(name)))
    return " ".join([*name[:at], word, *name[at:]])


@given(any_text, any_text)
@COSTLY
def test_score_and_reasons_have_no_direction(one, other):
    assert compare(one, other) == compare(other, one)


@given(any_text, any_text)
@COSTLY
def test_a_score_is_a_share_and_tells_whether_names_are_accepted(one, other):
    found = compare(one, other)
    assert 0 <= found.score <= 1
    assert found.accepted == accept(one, other) == (found.score >= ACCEPT)


@given(st.lists(names, max_size=4), names)
@COSTLY
def test_scores_of_many_names_against_one_are_those_of_each_alone(others, one):
    against = Against(tokens(one))
    for other in others * 2:
        assert against.score(tokens(other)) == compared(tokens(one), tokens(other)).score


@given(words, words)
@COSTLY
def test_two_words_agree_alike_whichever_comes_first(one, other):
    here, there = tokens(one)[0], tokens(other)[0]
    assert agreement(here, there) == agreement(there, here)


@given(names)
@COSTLY
def test_a_name_is_wholly_like_itself(name):
    assert compare(name, name).score == (1.0 if compare(name, name).reasons else 0.0)


@given(st.sampled_from(KINDS), st.data())
@COSTLY
def test_one_more_agreeing_part_never_lowers_a_score(kind, data):
    one, other = (_parts_but(kind, data) for _ in range(2))
    row = data.draw(st.sampled_from(IN_FULL[kind]))
    here, there = data.draw(st.sampled_from(row)), data.draw(st.sampled_from(row))
    assume(compare(here, there).score == 1.0)
    without = compare(" ".join(one), " ".join(other)).score
    assert compare(_with(one, here, data), _with(other, here, data)).score >= without - 1e-6
    assert compare(_with(one, here, data), _with(other, there, data)).score >= without - 1e-6


@given(rows, st.data(), st.integers(1, 2))
@COSTLY
def test_a_part_that_one_name_lacks_never_lowers_a_score_when_it_is_added(person, data, lacks):
    one, other = ([data.draw(st.sampled_from(row)) for row in person] for _ in range(2))
    fewer = " ".join(part for place, part in enumerate(other) if place != lacks)
    assert compare(" ".join(one), " ".join(other)).score >= compare(" ".join(one), fewer).score


@given(st.data(), st.permutations(range(3)))
@COSTLY
def test_the_order_of_parts_changes_no_score(data, order):
    one, other = _people(data)
    turned = " ".join(one.split()[place] for place in order)
    assert compare(turned, other).score == compare(one, other).score


@given(st.data(), st.sampled_from([str.upper, str.lower, str.title]))
@COSTLY
def test_letter_case_changes_nothing(data, case):
    one, other = _people(data)
    assert compare(case(one), other) == compare(one, other)


@given(st.data(), st.lists(st.tuples(st.sampled_from(INVISIBLE), st.integers(0, 40)), max_size=12))
@COSTLY
def test_characters_that_nobody_sees_change_nothing(data, hidden):
    one, other = _people(data)
    written = one
    for sign, at in hidden:
        written = written[:at] + sign + written[at:]
    assert compare(written, other) == compare(one, other)


@given(st.data(), st.sets(st.integers(0, 40), max_size=3))
@COSTLY
def test_a_few_letters_of_another_script_that_look_the_same_change_nothing(data, places):
    one, other = _people(data)
    assume(one.isascii() or not any(word.isascii() for word in one.split()))
    mixed = "".join(letter.translate(LATIN_SHAPES) if at in places else letter for at, letter in enumerate(one))
    assume(one.isascii() or all(map(_is_plainly_cyrillic, mixed.split())))
    assert compare(mixed, other) == compare(one, other)


@given(st.data(), st.sampled_from(["  ", "\t", "\u00a0", "\n", ", ", " \u2009 ", " . "]))
@COSTLY
def test_what_stands_between_words_changes_nothing(data, space):
    one, other = _people(data)
    assert compare(space.join(one.split()), other) == compare(one, other)


@pytest.mark.parametrize("nothing", ["", " ", "12", "🌼", "...", "\u200b"])
def test_nothing_is_like_nothing_and_like_nobody(nothing):
    assert compare(nothing, nothing).score == compare(nothing, "Сарокін Мікалай").score == 0.0
    assert compare(nothing, "Сарокін Мікалай").reasons == ()


def test_a_name_that_holds_several_is_compared_by_the_most_alike():
    several = "Шаўцова (ур. Бандарчук) Ганна"
    for name in ("Ганна Шевцова", "Бондарчук Анна"):
        assert accept(several, name), name
    assert not accept(several, "Ганна Цярэшка")


@pytest.mark.parametrize(
    "long",
    ["Бонч " * 10**6, "а" * 10**7, "а" + "\u0301" * 10**6, "(" * 10**6, "\u202e" * 10**6, "🌼/" * 10**6],
    ids=lambda text: ascii(text[:3]),
)
def test_of_a_flood_of_text_only_the_beginning_is_compared(long):
    for other in ("Бонч Ая", long[:LONGEST], ""):
        assert compare(long, other) == compare(long[:LONGEST] + " " * LONGEST, other)


def test_names_of_very_many_words_are_compared_by_the_first():
    many = [f"Жук{letter * 3}овіч" for letter in "абвгдежзіклмнопрстуфхцчшэюя"]
    assert accept(" ".join(many[:MOST]), " ".join(many))
    assert not accept(" ".join(many[:MOST]), " ".join(many[MOST:]))


def test_siblings_and_near_namesakes_are_two_people():
    people = ["Сарокін Мікалай Пятровіч", "Сарокін Пётр Пятровіч", "Бандарчук Мікалай Пятровіч", "Бандарэнка Мікалай"]
    for one, other in itertools.combinations(people, 2):
        assert not accept(one, other), (one, other)


def test_fewer_letters_are_weaker_evidence():
    name = "Сарокін Мікалай Пятровіч"
    scores = [compare(name, each).score for each in (name, "Сарокін Мікалай", "Сарокін М.", "Сарокін", "Жук Ганна")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
