"""A name taken apart into words, each with all that it may be. All people are invented."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names.given import given_groups
from valoshka.names.tokens import KINDS, LONGEST, MOST, raw_words, token_of, tokens

INVISIBLE = ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e"]


def _kinds(name):
    return [token.kind for token in tokens(name)]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Сарокін Мікалай Пятровіч", ["surname", "given", "patronymic"]),
        ("Petrovna Olga Volkova", ["patronymic", "given", "surname"]),
        ("Жук М. П.", ["surname", "initial", "initial"]),
        ("Дз. Жук", ["initial", "surname"]),
        ("Карпович Иван", ["surname", "given"]),
        ("Карпович Иван Петрович", ["surname", "given", "patronymic"]),
        ("Иван Петрович Карпович", ["given", "patronymic", "surname"]),
        ("Петрович", ["patronymic"]),
        ("фон Шварц Генрих", ["surname", "given"]),
        ("фон", ["particle"]),
        ("О'Ніл", ["surname"]),
    ],
)
def test_words_are_taken_for_what_they_are(name, kinds):
    assert _kinds(name) == kinds


@pytest.mark.parametrize("nothing", ["", " ", "12 34", "🌼", "...", "\u200b", "\u0301", "№ 5"])
def test_what_has_no_letters_has_no_words(nothing):
    assert tokens(nothing) == ()


def test_the_second_of_two_initials_is_the_fathers():
    assert [token.second for token in tokens("Жук П. П.")] == [False, False, True]
    assert [token.second for token in tokens("П.П. Жук")] == [False, True, False]
    assert [token.second for token in tokens("Жук Пётр П.")] == [False, False, True]
    assert [token.second for token in tokens("П. Жук")] == [False, False]


def test_a_given_name_is_the_same_in_every_language():
    same = [token_of(word).groups for word in ("Мікалай", "Николай", "Микола", "Mikalai", "NIKOLAY")]
    assert frozenset.intersection(*same) & given_groups("николай")


def test_a_patronymic_knows_the_father():
    for word in ("Мікалаевіч", "Николаевна", "Миколайович", "Nikolaevich"):
        assert token_of(word).fathers & given_groups("николай"), word


@given(st.text())
@settings(deadline=None)
def test_any_text_has_few_words_all_of_them_whole(text):
    found = tokens(text)
    assert len(found) <= MOST
    for token in found:
        assert token.kind in KINDS
        assert token.folded


@given(st.lists(st.sampled_from(["Сарокін", "Мікалай", "Пятровіч", "П.", "фон"]), max_size=30))
@settings(deadline=None)
def test_only_the_first_words_are_read(words):
    assert tokens(" ".join(words)) == tokens(" ".join(words[:MOST]))


@pytest.mark.parametrize(
    "untrusted",
    [
        "а" * 10**6, "Бонч " * 10**6, "а" + "\u0301" * 10**6, ("а" + "\u0301" * 30) * 10**4, "\u202e" * 10**6,
        "а'" * 10**6, "А." * 10**5, "aа" * 10**5, "1а" * 10**5, "щ" * 10**6, "sch" * 10**5, "王" * 10**6, "(" * 10**6,
    ],
    ids=lambda text: ascii(text[:3]),
)  # fmt: skip
def test_a_flood_of_letters_is_read_no_further_than_a_name(untrusted):
    assert tokens(untrusted) == tokens(untrusted[:LONGEST])
    assert len(raw_words(untrusted)) <= MOST


@given(st.sampled_from(["Сарокін", "Пятровіч", "Мікалай", "Zajac"]), st.sampled_from(INVISIBLE), st.data())
@settings(deadline=None)
def test_what_nobody_sees_changes_no_word(word, hidden, data):
    at = data.draw(st.integers(0, len(word)))
    assert tokens(word[:at] + hidden + word[at:]) == tokens(word)


@given(st.sampled_from(["Сарокін", "Пятровіч", "Мікалай", "Zajac", "Дз."]))
@settings(deadline=None)
def test_letter_case_changes_no_word(word):
    assert tokens(word.upper()) == tokens(word.lower()) == tokens(word)


def test_a_word_typed_half_in_another_script_is_the_same_word():
    latin = str.maketrans("арокеі", "apokei")
    for word in ("Сарокін", "Пятровіч", "Карповіч"):
        for chosen in itertools.islice(itertools.combinations(range(1, len(word)), 2), 12):
            mixed = "".join(letter.translate(latin) if at in chosen else letter for at, letter in enumerate(word))
            assert tokens(mixed) == tokens(word), mixed
