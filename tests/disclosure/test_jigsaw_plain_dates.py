"""Dates that lean on what everybody remembers, and years in words. All sentences are invented."""

from __future__ import annotations

import pytest

from valoshka.clearance import Passage
from valoshka.disclosure.jigsaw.days import days_told
from valoshka.disclosure.jigsaw.plain_dates import plainly
from valoshka.disclosure.jigsaw.told_dates import told_dates


def _dates(text: str) -> list[str]:
    return [each.date for each in told_dates(text)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Three days after the vote they came for the baker.", "2020-08-12"),
        ("The night before the election they came for the baker.", "2020-08-08"),
        ("Праз два дні пасля выбараў па яго прыехалі ўначы.", "2020-08-11"),
        ("Назаўтра пасля выбараў яго шукалі ўсе суседзі.", "2020-08-10"),
        ("На следующий день после выборов её не было дома.", "2020-08-10"),
        ("Наступного дня після виборів її не було вдома.", "2020-08-10"),
        ("Nazajutrz po wyborach nie było jej w domu.", "2020-08-10"),
        ("Dwa dni po wyborach już jej nie było.", "2020-08-11"),
    ],
)
def test_days_counted_from_the_vote_are_dated(text: str, date: str) -> None:
    assert _dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("В феврале двадцать первого её не стало на работе.", "2021-02"),
        ("Восемнадцатого августа двадцатого года он вышел.", "2020-08-18"),
        ("у лютому двадцять першого її вигнали", "2021-02"),
        ("У лютым дваццаць першага яе ўжо не было.", "2021-02"),
        ("In August of twenty twenty they came.", "2020-08"),
    ],
)
def test_a_year_in_words_is_read(text: str, date: str) -> None:
    assert _dates(text) == [date]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Двадцатого августа он вышел.", "ru"),
        ("Двадцять п'ять років вона стояла за столом.", "uk"),
        ("В августе двадцать человек не вышли на работу.", "ru"),
        ("W sierpniu dwudziestu ludzi nie przyszło.", "pl"),
    ],
)
def test_days_and_counts_in_words_are_no_years(text: str, language: str) -> None:
    assert plainly(text, language).text == text


def test_the_year_told_says_which_vote_is_meant() -> None:
    assert _dates("In 2025 again: the day after the election they came.") == ["2025", "2025-01-27"]


def test_after_the_vote_is_no_date_by_itself() -> None:
    assert not _dates("After the vote many people left; before the election nobody had thought of it.")


def test_a_date_is_found_where_it_was_told() -> None:
    text = "She sang. Two days after the vote they came, and by Christmas, a week before Christmas, she was gone."
    assert next(text[each.start : each.end] for each in told_dates(text)) == "Two days after the vote"


def test_feasts_are_read_by_the_year_that_was_told_before() -> None:
    assert _dates("On 8 November 2020 they came. Before Christmas she was gone.") == [
        "2020-11-08",
        "[2020-12-21..2020-12-31]",
    ]


def test_a_day_counted_from_the_vote_needs_consent_to_exact_dates() -> None:
    days = days_told(Passage("Two days after the vote they came."), "en")
    assert [(day.start, day.end, day.date) for day in days] == [(0, 23, "2020-08-11")]
