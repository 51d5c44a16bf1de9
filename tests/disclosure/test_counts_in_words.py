"""A few people of one calling in one place, counted in words, in five languages. All counts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure.findings import Place
from valoshka.disclosure.tables.few import told_few
from valoshka.disclosure.tables.told import find_in_text

FEW = {
    "Only one urologist was dismissed in Hrodna region.": [1],
    "Two nurses of the ward left.": [2],
    "The only psychiatrist in Slonim has emigrated.": [1],
    "Из Гомельской области уволены двое врачей, из Брестской один.": [2, 1],
    "В Сморгони арестованы три учительницы.": [3],
    "З Гомельскай вобласці звольненыя двое лекараў, з Брэсцкай адзін.": [2, 1],
    "Адзіны кардыёлаг Паставаў з’ехаў за мяжу.": [1],
    "З відділення пішли дві медсестри.": [2],
    "W obwodzie grodzieńskim zwolniono tylko jednego urologa.": [1],
}
QUIET = [
    "One of the doctors said that nobody slept.",
    "Two men in plain clothes met her on the way home.",
    "Twelve doctors were dismissed in Brest region.",
    "Two hundred nurses left the ward.",
    "The nurse of Lida hospital was held for three days.",
    "Один из врачей больницы в Лиде уволен за пост.",
    "Праз тры тыдні медсёстры аддзялення разышліся.",
    "Двісті медсестер звільнилися в Мінську.",
    "Jeden z lekarzy szpitala w Lidzie odszedł.",
    "Three doctors were dismissed in Belarus.",
]


@pytest.mark.parametrize(("text", "numbers"), FEW.items())
def test_a_few_of_one_calling_in_one_place_are_counted(text: str, numbers: list[int]) -> None:
    assert [few.number for few in told_few(text)] == numbers


@pytest.mark.parametrize("text", QUIET)
def test_what_counts_nobody_or_many_is_left_alone(text: str) -> None:
    assert list(told_few(text)) == []


def test_a_part_of_a_known_number_is_told_once() -> None:
    [finding] = find_in_text("Two of 12 nurses of the ward left.", Place())
    assert finding.rule == "told_part"


@given(st.sampled_from(sorted(FEW)), st.lists(st.sampled_from(sorted(FEW) + QUIET), max_size=3))
def test_other_sentences_take_no_count_away(text: str, more: list[str]) -> None:
    found = [few.number for few in told_few(" ".join([text, *more]))]
    assert found[: len(FEW[text])] == FEW[text]
