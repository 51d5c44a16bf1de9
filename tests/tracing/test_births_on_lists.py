"""Births as lists say them, and how one agrees with the birth that is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.terms import edtf
from valoshka.tracing.birth_agreement import asked_birth, birth_said
from valoshka.tracing.births import birth_within, read_age, read_birth

DAYS = st.dates(date(1920, 1, 1), date(2009, 12, 31))


@given(
    DAYS,
    st.sampled_from(["{0:%d.%m.%Y}", "{0:%Y-%m-%d}", "{0:%d/%m/%Y} г.", "{0.day}.{0.month}.{0.year}", "{0:%d-%m-%Y}"]),
)
def test_a_day_is_read_in_every_form(day: date, form: str) -> None:
    assert str(read_birth(form.format(day), 2020)) == day.isoformat()


@given(DAYS)
def test_a_spreadsheets_number_of_a_day_is_that_day(day: date) -> None:
    assert str(read_birth(str((day - date(1899, 12, 30)).days), 2020)) == day.isoformat()


@pytest.mark.parametrize(
    ("cell", "born"),
    [
        ("1982", "1982"), ("1982 г.р.", "1982"), ("г.н. 1982", "1982"), ("03.1982", "1982-03"),
        ("12.03.45", "1945-03-12"),
        ("12.03.05", "2005-03-12"), ("03/25/1982", "1982-03-25"), ("12 марта 1982 года", "1982-03-12"),
        ("12 сакавіка 1982", "1982-03-12"), ("12 March 1982", "1982-03-12"), ("1982.0", "1982"), ("31.02.1982", "1982"),
        ("", "None"), ("невядома", "None"), ("23.34", "None"),
    ],
)  # fmt: skip
def test_births_in_a_column_of_births(cell: str, born: str) -> None:
    assert str(read_birth(cell, 2020)) == born


@pytest.mark.parametrize(
    ("line", "born"),
    [
        ("Бонч Г.П. 12.03.1990 - 10 сут", "1990-03-12"),
        ("Бонч Г.П., затрымана 09.08.2020, 1990 г.н.", "1990"),
        ("Бонч Г.П., затрымана 09.08.2020", "None"),
        ("Бонч Г.П., 35 гадоў", "[1984..1985]"),
        ("Bonch, aged 35, 15 days", "[1984..1985]"),
        ("Бонч, 15 сутак", "None"),
        ("van den Berg Jan, 1970", "1970"),
    ],
)
def test_a_birth_on_a_line_is_not_the_day_of_an_arrest(line: str, born: str) -> None:
    assert str(birth_within(line, 2020)) == born


def test_an_age_leaves_two_years_open() -> None:
    assert str(read_age("35", 2020)) == "[1984..1985]"
    assert read_age("невядомы", 2020) is None


@pytest.mark.parametrize(
    ("asked", "here", "words"),
    [
        ("1982", "1982-03-12", "born: 12 March 1982, as you asked"),
        ("[1980..1984]", "1982", "born: 1982, as you asked"),
        ("1982", "1983", "a year apart"),
        ("1982-03-12", "1982-12-03", "day and month swapped"),
        ("1982-03-12", "1982-03-21", "two digits swapped"),
        ("1982-03-12", "1982-03-17", "one digit differs"),
        ("1982", "1928", "two digits swapped"),
        ("1982", "1992", "one digit differs"),
        ("1982", "1955", "born: 1955 here, you asked for 1982"),
    ],
)
def test_how_two_births_agree_is_said_in_words(asked: str, here: str, words: str) -> None:
    assert birth_said(edtf.parse(asked), edtf.parse(here)).words.endswith(words)


def test_shares_keep_the_order_same_unsaid_slip_other() -> None:
    asked = edtf.parse("1982")
    here = [edtf.parse("1982"), None, edtf.parse("1983"), edtf.parse("1955")]
    shares = [birth_said(asked, each).share for each in here]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 4
    assert shares[-1] > 0


@given(DAYS, DAYS)
def test_agreement_of_births_has_no_direction(one: date, other: date) -> None:
    first, second = edtf.parse(one.isoformat()), edtf.parse(other.isoformat())
    assert birth_said(first, second).share == birth_said(second, first).share


@pytest.mark.parametrize(("text", "born"), [
    ("1982", "1982"), ("12.03.1982", "1982-03-12"), ("1980..1984", "[1980..1984]"), ("1980-1984", "[1980..1984]"),
    ("1982-03", "1982-03"), ("12/03/1982", "1982-03-12"), (" 198X ", "198X"),
])  # fmt: skip
def test_a_birth_is_asked_for_as_people_write_it(text: str, born: str) -> None:
    assert str(asked_birth(text)) == born


@pytest.mark.parametrize("text", ["", "35", "Бонч", "1984..1980", "0", "🙂", "9" * 5000])
def test_what_is_no_birth_is_refused_with_examples_and_not_repeated(text: str) -> None:
    with pytest.raises(Refused, match="a year is enough") as refusal:
        asked_birth(text)
    assert "Бонч" not in str(refusal.value)
