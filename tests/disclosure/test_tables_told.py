"""Parts of a known number of people in running text, in five languages. All counts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure.findings import Place
from valoshka.disclosure.tables.told import find_in_text, told_parts

FEW = {
    "Of 12 doctors, nine were men.": "3",
    "Three of the twelve doctors were dismissed.": "3",
    "We know 12 nurses, nine of them mothers.": "3",
    "They dismissed 25 % of 8 nurses.": "2",
    "They dismissed 37.5 per cent of the 8 nurses.": "3",
    "We spoke with 14 health workers, including three surgeons.": "3",
    "З 12 дактароў 9 звольнілі.": "3",
    "Затрымалі трох з пяці работнікаў.": "3",
    "Сярод 12 урачоў, з іх 9 мужчыны": "3",
    "Из 12 врачей девять уволены.": "3",
    "Уволены 3 из 12 медсестёр.": "3",
    "25 % из 8 врачей уволены.": "2",
    "Затримали 12 лікарів, з них 3 жінки.": "3",
    "Zwolniono 12 lekarzy, w tym 3 kobiety.": "3",
}


@pytest.mark.parametrize(("text", "few"), FEW.items())
def test_a_few_of_a_known_number_are_found(text: str, few: str) -> None:
    assert [dict(finding.details)["count"] for finding in find_in_text(text, Place())] == [few]


@pytest.mark.parametrize(
    "text",
    [
        "Of 12 hospitals, nine were closed.",
        "Of 30 doctors, twelve were dismissed.",
        "One of 30,000 detained people tells her story.",
        "He was held for three of the 15 days.",
        "On 12 August 2020 doctors came, and on 3 September they left.",
        "Все 12 врачей уволены.",
        "Of 12 doctors, 12 were dismissed.",
    ],
)
def test_what_singles_nobody_out_is_left_alone(text: str) -> None:
    assert list(find_in_text(text, Place())) == []


@given(st.sampled_from(sorted(FEW)), st.text(st.sampled_from("of doctors 12, nine з и 3.%\n"), max_size=40))
def test_more_text_around_takes_nothing_away(text: str, more: str) -> None:
    before = [dict(finding.details)["count"] for finding in find_in_text(text, Place())]
    after = [dict(finding.details)["count"] for finding in find_in_text(f"{more}. {text} {more}", Place())]
    assert set(before) <= set(after)


def test_two_parts_that_overlap_are_both_told() -> None:
    [finding] = find_in_text("Of 40 nurses, 9 of 12 doctors knew.", Place())
    assert finding.at.text == "9 of 12 doctors"


def test_positions_count_in_the_text() -> None:
    text = "Мы ведаем: 3 з 12 медсясцёр звольнілі."
    [told] = told_parts(text)
    assert text[told.start : told.end] == "3 з 12 медсясцёр"
