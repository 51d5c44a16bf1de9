"""Initials without a surname, and a surname with one slip alone. Everybody is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure import Place, ProtectedPerson
from valoshka.disclosure.lookout import Lookout
from valoshka.names import find

NURSE = {"p": ["Зінаіда Аркадзеўна Прыкладная"], "q": ["Ціхан Узорнік"]}


def hows(text, people=NURSE):
    return [(mention.how, mention.key) for mention in find(text, people)]


@pytest.mark.parametrize(
    "text",
    [
        "Медсястра З. П. расказала нам.",
        "Медсястра З.П. расказала нам.",
        "Нам расказала З. А. П., медсястра.",
        "Медсястра П. З. расказала нам.",
        "Медсестра П. З. А. рассказала нам.",
        "The nurse Z. P. told us.",
    ],
)
def test_initials_alone_are_a_doubt(text):
    assert hows(text) == [("initials_alone", "p")]


@pytest.mark.parametrize(
    "text",
    [
        "З. П. Бондар расказала нам.",
        "Расказала Бондар З. П.",
        "Медсястра З. Н. расказала нам.",
        "Медсястра З. А. Н. расказала нам.",
        "Медсястра З. Б. П. расказала нам.",
        "Мы з. п. не бачылі.",
        "З П",
        "U. S. and E. U. and P. S. and Т. Н.",
    ],
)
def test_initials_of_somebody_else_are_left_alone(text):
    assert not [how for how, _ in hows(text) if how == "initials_alone"]


def test_initials_that_two_bear_point_to_nobody():
    assert hows("Медсястра З. П. расказала.", {**NURSE, "r": ["Зоя Пух"]}) == []


def test_initials_beside_their_own_surname_are_a_name():
    assert hows("Прыкладная З. А. расказала.") == [("initials", "p")]


@given(st.sampled_from("абвгдзклмнпрст"), st.sampled_from("абвгдзклмнпрст"))
def test_initials_alone_are_found_only_if_both_letters_fit(one, other):
    found = hows(f"Медсястра {one.upper()}. {other.upper()}. расказала.")
    assert bool(found) == ({one, other} in ({"з", "п"}, {"ц"}) or {one, other} == {"т", "у"})


def doubts(text, name="Тихон Узорник"):
    people = [ProtectedPerson("p", (name,))]
    return [finding.rule for finding in Lookout.over(people, "public").findings(text, Place())]


@pytest.mark.parametrize("word", ["Узорнк", "Узорниик", "Узрник", "Узонрик", "Узорнвка"])
def test_a_rare_surname_with_one_slip_is_a_doubt_alone(word):
    (rule,) = doubts(f"{word} уволен с работы в четверг.")
    assert rule in ("name_slip", "name_surname_alike")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Петренко уволен с работы в четверг.", "Тихон Педренко"),
        ("Задорного уволили с работы в четверг.", "Тихон Задорнов"),
        ("Пришёл Павел Узорнк и другие.", "Тихон Узорник"),
        ("узорнк уволен с работы.", "Тихон Узорник"),
    ],
)
def test_another_word_or_somebody_elses_name_is_no_slip(text, name):
    assert "name_slip" not in doubts(text, name)
