"""Names that nobody listed, in running text. Everybody named here is invented."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure.unknown_names import unknown_names
from valoshka.disclosure.unknown_names.grouping import grouped


def offered(text: str, known: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[name.start : name.end] for name in unknown_names(text, known)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Медсестра Алена Пушчанка сказала, што ў Мінску ціха.", ["Алена Пушчанка"]),
        ("Яго забралі ў РУУС разам з З. П. Варанько.", ["З. П. Варанько"]),
        ("Потом приехал следователь Дрозд-Залесский.", ["Дрозд-Залесский"]),
        ("В палате лежала Зинаида Аркадьевна, из Бреста.", ["Зинаида Аркадьевна"]),
        ("Лікарка розповіла про Оксану Пташник із Полтави.", ["Оксану Пташник"]),
        ("W szpitalu leczył się Zbigniew Wróblewicz z Białegostoku.", ["Zbigniew Wróblewicz"]),
        ("The nurse had met Mr Zelvianski twice in Hrodna.", ["Zelvianski"]),
    ],
)
def test_a_name_is_offered_and_a_place_is_not(text, names):
    assert offered(text) == names


def test_a_surname_that_opens_a_sentence_is_known_from_elsewhere_in_the_text():
    text = "Первой пришла Дарья Вронченюк. Вронченюк молчала."
    assert offered(text) == ["Дарья Вронченюк", "Вронченюк"]


def test_words_that_open_sentences_and_institutions_are_not_offered():
    text = "Министерство здравоохранения молчит. Однако Верховный суд и Европейский союз ответили. Потом пришла весна."
    assert offered(text) == []
    text = "The Ministry of Health did not reply. The Supreme Court of Belarus did. Later the European Union spoke."
    assert offered(text) == []


def test_what_is_known_already_is_left_out_and_the_rest_of_the_name_is_not():
    text = "She met Halina Bonch."
    assert offered(text, ((8, 20),)) == []
    assert offered(text, ((8, 14),)) == ["Bonch"]


def test_links_handles_and_codes_name_nobody():
    assert offered("Фото: https://example.org/Halina_Bonch и код А7Бонч") == []


def test_one_person_is_one_name_in_every_case():
    text = "Приехала Дарья Вронченюк. За Дарьей Вронченюк приехал Игорь Мацак. Мацака отпустили, с Мацаком говорили."
    assert [len(places) for places in grouped(unknown_names(text)).values()] == [2, 3]


def test_a_surname_of_two_people_is_a_name_of_its_own():
    text = "Там были Игорь Мацак и Олег Мацак. Приехал Мацак."
    assert len(grouped(unknown_names(text))) == 3


@given(st.text(max_size=300))
def test_any_text_is_read_and_every_mention_lies_within_it_in_order(text):
    found = list(unknown_names(text))
    assert all(0 <= name.start < name.end <= len(text) for name in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(st.text(alphabet="Бонч Галіна.,\n«»-", max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_nothing_within_a_known_span_is_offered(text, one, other):
    start, end = sorted((one, other))
    for name in unknown_names(text, [(start, end)]):
        assert any(not start <= at < end for at in range(name.start, name.end))


def test_a_long_text_costs_as_much_as_its_parts():
    line = "Пришла Дарья Вронченюк и сказала, что Минск молчит.\n"
    assert len(offered(line * 500)) == 500


def test_a_name_that_opens_or_crosses_a_line_within_a_sentence_is_offered():
    text = (
        "The nurse who told this story had worked in a hospital with\n"
        "Zelvianskaya for years, and when the police came for Halina\n"
        "Bonchyk she went with her to the station, where nobody said\n"
        "anything to them until the evening of that day in the autumn\n"
        "and then let them go."
    )
    assert [name.replace("\n", " ") for name in offered(text)] == ["Zelvianskaya", "Halina Bonchyk"]


def test_a_surname_alone_counts_to_its_full_name_though_nobody_knows_the_given_name():
    assert len(grouped(unknown_names("He met Artsyomka Zelvianski. They fined Zelvianski."))) == 1


def test_a_run_of_large_words_and_a_page_on_one_line_cost_no_more_than_their_length():
    assert len(offered("Ганна " * 5_000)) == 1
    assert len(offered("Ён і А. Бончык маўчалі. " * 2_000)) == 2_000


def test_a_title_before_a_name_in_capitals_says_that_it_is_one():
    assert offered("MR ZELVI: Thank you, I have nothing to add to what I have said.") == ["ZELVI"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The University and the Ministry asked the Union for help. She lives in Białystok.", []),
        ("The World Health Organization, Human Rights Watch and the High Commissioner wrote to Parliament.", []),
        ("She quoted Article 5, Rule 60 and the Declaration of Helsinki.", []),
        ("See Appendix C. Figures were rounded.", []),
        ("In August the Garden Theatre and the Shadow Lounge closed.", []),
        ("They read it on Tut.by in May.", []),
        ("The documents are made with Valoshka.", []),
        ("У Франції та в Україні мовчали.", []),
        ("Яны былі ў Германіі, у Рызе, Магілёве і Брэсце.", []),
        ("Гродзенскі медыцынскі ўніверсітэт і Незалежны прафсаюз маўчалі.", []),
        ("Przyszła z Polskiej Agencji Prasowej i z Ministerstwa Spraw Wewnętrznych.", []),
        ("Белорусская служба и Московский механизм ответили.", []),
        ("Рейсом на Варшаву прилетел Герман Вронченюк.", ["Герман Вронченюк"]),
        ("Потім побачив Наталію і Софію, а Франції не бачив.", ["Наталію", "Софію"]),
        ("They met Candace Savage. Then the Shadow Lounge closed.", ["Candace Savage"]),
        ("They met Kanye West at the Carnegie Hall.", ["Kanye"]),
        ("Потом всё изменилось. Вронченчик просит помощи.", ["Вронченчик"]),
        ("The court heard Judges Zelvi and Bonchyk.", ["Zelvi", "Bonchyk"]),
        ("They quoted General Comment No. 37 and Decree No. 3.", []),
        ("Декрет № 3 отменили, а Мацака отпустили.", ["Мацака"]),
        ("It happened on 11-13 Dec. and on Jan. 8, while Jan was at home.", ["Jan"]),
        ("She flew from Las Vegas to Montreal and then to Fort Braslin.", []),
        ("The road by Velden Brook leads to the Velden Dam.", []),
        ("He was born in Zarveny, Texas. Zarveny has a school.", []),
        ("Mr Green and Dr T. White were heard.", ["Green", "T. White"]),
        ("They met Anna Hill and Peter Wood. Then Wood spoke.", ["Anna Hill", "Peter Wood", "Wood"]),
        ("She left the Stanley Casino with Leung Kwok-hung.", ["Leung Kwok-hung"]),
        ("The lawyer Bonchyk and the pianist Zelvi came.", ["Bonchyk", "Zelvi"]),
        ("Two IEDs went off. She holds a PhD.", []),
        ("Гэта было ў часы Вялікага Княства Літоўскага.", []),
        ("Пекарни в Бобруйске, Полоцке и Лиде закрылись.", []),
        ("Поїхали до Черкащини, зустрілися у Львові й Харкові.", []),
        ("Ён жыве ў Калінкавіцкім раёне, у Гомлі, каля Астраўца.", []),
        ("Wróciła do Krakowa, była w Monachium, w Kanadzie i na Suwalszczyźnie.", []),
        ("Lewica i Koalicja poprosiły o zdanie Sądu Najwyższego.", []),
        ("Pojechał z Poznania do Rzeszowa z Jackiem Wronczeniukiem.", ["Jackiem Wronczeniukiem"]),
    ],
)
def test_institutions_countries_and_titles_are_not_taken_for_people(text, names):
    assert offered(text) == names


@pytest.mark.parametrize("surname", ["Couch", "Player", "Garden"])
def test_a_surname_that_is_a_common_word_is_offered_where_something_speaks_for_it(surname):
    assert offered(f"They met Halina {surname}. Then {surname} left.") == [f"Halina {surname}", surname]
    assert offered(f"They met Mr {surname} at noon.") == [surname]
