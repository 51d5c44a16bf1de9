"""Dates in words, read as EDTF. All sentences are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.terms.dates.grammar import LANGUAGES, grammar
from valoshka.terms.dates.reading import MEANINGS, ONE_DATE
from valoshka.terms.edtf import parse
from valoshka.terms.spoken_dates import find, told_on

UNTIMED = settings(deadline=None)  # the first call compiles a language

AFTER_A_DAY = {
    "en": "On 10 August 2020 they came. {}.",
    "be": "10 жніўня 2020 года яны прыйшлі. {}.",
    "ru": "10 августа 2020 года они пришли. {}.",
}


def dates(text, language, anchor=None, told=None):
    return [(spoken.date, spoken.basis) for spoken in find(text, language, anchor, told)]


@pytest.mark.parametrize(
    ("language", "said", "date"),
    [
        ("en", "9 August 2020", "2020-08-09"),
        ("en", "August 9, 2020", "2020-08-09"),
        ("en", "Sept. 5, 2020", "2020-09-05"),
        ("en", "the 9th of August 2020", "2020-08-09"),
        ("en", "the ninth of August 2020", "2020-08-09"),
        ("en", "the twenty-first of March 2021", "2021-03-21"),
        ("en", "Monday, 10 August 2020", "2020-08-10"),
        ("en", "12.08.2020", "2020-08-12"),
        ("en", "12/08/20", "2020-08-12"),
        ("en", "12/25/2020", "2020-12-25"),
        ("en", "2020-08-12", "2020-08-12"),
        ("en", "08.2020", "2020-08"),
        ("en", "August 2020", "2020-08"),
        ("en", "early April 2021", "[2021-04-01..2021-04-10]"),
        ("en", "mid-September 2020", "[2020-09-11..2020-09-20]"),
        ("en", "the end of February 2020", "[2020-02-21..2020-02-29]"),
        ("en", "the first half of May 2021", "[2021-05-01..2021-05-15]"),
        ("en", "the second half of May 2021", "[2021-05-16..2021-05-31]"),
        ("en", "the second week of August 2020", "[2020-08-08..2020-08-14]"),
        ("en", "the last week of August 2020", "[2020-08-25..2020-08-31]"),
        ("en", "the ninth day of August 2020", "2020-08-09"),
        ("en", "spring 2020", "2020-21"),
        ("en", "the autumn of 2020", "2020-23"),
        ("en", "the winter of 2020–21", "2021-24"),
        ("en", "early summer 2020", "2020-06~"),
        ("en", "late 2020", "[2020-09..2020-12]"),
        ("en", "the first half of 2021", "[2021-01..2021-06]"),
        ("en", "2019–2021", "2019/2021"),
        ("en", "9–12 August 2020", "2020-08-09/2020-08-12"),
        ("en", "August 9–12, 2020", "2020-08-09/2020-08-12"),
        ("en", "from May to July 2021", "2021-05/2021-07"),
        ("en", "between May and July 2021", "2021-05/2021-07"),
        ("en", "from October 2020 to February", "2020-10/2021-02"),
        ("en", "from 25 December to 3 January 2021", "2020-12-25/2021-01-03"),
        ("en", "since 2019", "2019/.."),
        ("en", "until March 2021", "../2021-03"),
        ("en", "by the end of October 2020", "[..2020-10-31]"),
        ("en", "before 9 August 2020", "[..2020-08-08]"),
        ("en", "after 9 August 2020", "[2020-08-09..]"),
        ("en", "31 June 2021", "2021-06~"),
        ("be", "9 жніўня 2020 года", "2020-08-09"),
        ("be", "9-га жніўня 2020 г.", "2020-08-09"),
        ("be", "дзявятага жніўня 2020 года", "2020-08-09"),
        ("be", "дваццаць першага сакавіка 2021 года", "2021-03-21"),
        ("be", "жніўні 2020 года", "2020-08"),
        ("be", "пачатку красавіка 2021 года", "[2021-04-01..2021-04-10]"),
        ("be", "сярэдзіне верасня 2020 года", "[2020-09-11..2020-09-20]"),
        ("be", "напрыканцы снежня 2020 года", "[2020-12-21..2020-12-31]"),
        ("be", "вясной 2020 года", "2020-21"),
        ("be", "узімку 2021 года", "2021-24"),
        ("be", "зімой 2020–2021 гадоў", "2021-24"),
        ("be", "2020 годзе", "2020"),
        ("be", "1990-х гадах", "199X"),
        ("be", "з 9 па 12 жніўня 2020 года", "2020-08-09/2020-08-12"),
        ("be", "з траўня па ліпень 2021 года", "2021-05/2021-07"),
        ("be", "са студзеня 2021 года", "2021-01/.."),
        ("be", "да канца кастрычніка 2020 года", "../2020-10-31"),
        ("be", "пасля 9 жніўня 2020 года", "[2020-08-09..]"),
        ("be", "у ноч на 10 жніўня 2020 года", "[2020-08-09..2020-08-10]"),
        ("ru", "9 августа 2020 года", "2020-08-09"),
        ("ru", "9-го августа 2020 г.", "2020-08-09"),
        ("ru", "девятого августа 2020 года", "2020-08-09"),
        ("ru", "тридцать первого марта 2021 года", "2021-03-31"),
        ("ru", "августе 2020 года", "2020-08"),
        ("ru", "начале апреля 2021 года", "[2021-04-01..2021-04-10]"),
        ("ru", "середине сентября 2020 года", "[2020-09-11..2020-09-20]"),
        ("ru", "весной 2020 года", "2020-21"),
        ("ru", "зимой 2020–2021 годов", "2021-24"),
        ("ru", "2020 году", "2020"),
        ("ru", "1990-х годах", "199X"),
        ("ru", "с мая по июль 2021 года", "2021-05/2021-07"),
        ("ru", "с марта 2021 года", "2021-03/.."),
        ("ru", "к концу октября 2020 года", "[..2020-10-31]"),
        ("ru", "до конца октября 2020 года", "../2020-10-31"),
        ("ru", "в ночь на 10 августа 2020 года", "[2020-08-09..2020-08-10]"),
        ("ru", "первой половине 2021 года", "[2021-01..2021-06]"),
        ("ru", "первых числах августа 2020 года", "[2020-08-01..2020-08-07]"),
    ],
)
def test_a_date_with_its_year_is_explicit(language, said, date):
    before, after = ("In ", ", she left") if language == "en" else ("У ", ", яна з’ехала")
    context = "" if said[0].isdecimal() or said.split()[0] in grammar(language).words else before
    (spoken,) = find(f"{context}{said}{after}", language)
    assert (spoken.quote, spoken.date, spoken.basis) == (said, date, "explicit")


@pytest.mark.parametrize(
    ("language", "said", "date"),
    [
        ("en", "Two days later she was freed", "2020-08-12"),
        ("en", "A few days later she was freed", "[2020-08-12..2020-08-17]"),
        ("en", "A couple of days later she was freed", "[2020-08-12..2020-08-13]"),
        ("en", "The next day she was freed", "2020-08-11"),
        ("en", "The following morning she was freed", "2020-08-11"),
        ("en", "The day before, she was free", "2020-08-09"),
        ("en", "A week later she was freed", "[2020-08-14..2020-08-20]"),
        ("en", "After two weeks she was freed", "[2020-08-21..2020-08-27]"),
        ("en", "The following week she was freed", "[2020-08-17..2020-08-23]"),
        ("en", "A month later she was freed", "2020-09~"),
        ("en", "Half a year later she was freed", "2021-02~"),
        ("en", "A year later she was freed", "2021-08~"),
        ("en", "A month before, she was free", "2020-07~"),
        ("en", "Two years earlier she was free", "2018-08~"),
        ("en", "Weeks later she was freed", "[2020-08-21..2020-09-24]"),
        ("en", "That evening she was freed", "2020-08-10"),
        ("en", "The same month she was freed", "2020-08"),
        ("en", "The following month she was freed", "2020-09"),
        ("en", "Later that year she was freed", "2020"),
        ("en", "That winter she was freed", "2021-24"),
        ("en", "The following spring she was freed", "2021-21"),
        ("en", "At the time, she was free", "2020-08-10~"),
        ("en", "Shortly afterwards she was freed", "[2020-08-10..2020-09-09]"),
        ("en", "In October she was freed", "2020-10"),
        ("en", "In February she was freed", "2021-02"),
        ("en", "In July she was free", "2020-07"),
        ("en", "On 3 November she was freed", "2020-11-03"),
        ("en", "In late November she was freed", "[2020-11-21..2020-11-30]"),
        ("be", "На наступны дзень яе выпусцілі", "2020-08-11"),
        ("be", "Назаўтра яе выпусцілі", "2020-08-11"),
        ("be", "Праз два дні яе выпусцілі", "2020-08-12"),
        ("be", "Праз тыдзень яе выпусцілі", "[2020-08-14..2020-08-20]"),
        ("be", "Праз некалькі дзён яе выпусцілі", "[2020-08-12..2020-08-17]"),
        ("be", "Праз паўгода яе выпусцілі", "2021-02~"),
        ("be", "За месяц да гэтага яна была на волі", "2020-07~"),
        ("be", "Тыднем раней яна была на волі", "[2020-07-31..2020-08-06]"),
        ("be", "У той жа дзень яе выпусцілі", "2020-08-10"),
        ("be", "У тым жа месяцы яе выпусцілі", "2020-08"),
        ("be", "Той зімой яе выпусцілі", "2021-24"),
        ("be", "Наступнай вясной яе выпусцілі", "2021-21"),
        ("be", "Неўзабаве яе выпусцілі", "[2020-08-10..2020-09-09]"),
        ("be", "У кастрычніку яе выпусцілі", "2020-10"),
        ("be", "У лютым яе выпусцілі", "2021-02"),
        ("ru", "На следующий день её отпустили", "2020-08-11"),
        ("ru", "Через два дня её отпустили", "2020-08-12"),
        ("ru", "Два дня спустя её отпустили", "2020-08-12"),
        ("ru", "Спустя неделю её отпустили", "[2020-08-14..2020-08-20]"),
        ("ru", "Через несколько дней её отпустили", "[2020-08-12..2020-08-17]"),
        ("ru", "Через полгода её отпустили", "2021-02~"),
        ("ru", "За месяц до этого она была на свободе", "2020-07~"),
        ("ru", "Месяцем ранее она была на свободе", "2020-07~"),
        ("ru", "Накануне, вечером, она была на свободе", "2020-08-09"),
        ("ru", "В тот же вечер её отпустили", "2020-08-10"),
        ("ru", "В этот день её отпустили", "2020-08-10"),
        ("ru", "Этой же ночью её отпустили", "2020-08-10"),
        ("ru", "В том же месяце её отпустили", "2020-08"),
        ("ru", "Той зимой её отпустили", "2021-24"),
        ("ru", "Следующей весной её отпустили", "2021-21"),
        ("ru", "Вскоре после этого её отпустили", "[2020-08-10..2020-09-09]"),
        ("ru", "В октябре её отпустили", "2020-10"),
        ("ru", "В феврале её отпустили", "2021-02"),
    ],
)
def test_a_date_that_leans_on_another_is_inferred(language, said, date):
    assert dates(AFTER_A_DAY[language].format(said), language) == [("2020-08-10", "explicit"), (date, "inferred")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In early April 2021 he was held. A few days later he was freed.", "[2021-04-03..2021-04-17]"),
        ("In October 2020 he was held. Two days later he was freed.", "2020-10~"),
        ("In October 2020 he was held. The next day he was freed.", "2020-10~"),
        ("In winter 2021 he was held. The following week he was freed.", "2021-24~"),
        ("In October 2020 he was held. Three weeks later he was freed.", "[2020-10..2020-11]"),
        ("In 2020 he was held. A month later he was freed.", "[2020-02..2021-01]"),
    ],
)
def test_no_day_is_invented_from_a_date_that_has_none(text, date):
    assert dates(text, "en")[1] == (date, "inferred")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on 9 and 12 August 2020", ["2020-08-09", "2020-08-12"]),
        ("on 9, 10 and 12 August 2020", ["2020-08-09", "2020-08-10", "2020-08-12"]),
        ("in October and November 2020", ["2020-10", "2020-11"]),
        ("in October, November and December 2020", ["2020-10", "2020-11", "2020-12"]),
        ("in summer and autumn 2020", ["2020-22", "2020-23"]),
    ],
)
def test_a_list_shares_the_year_at_its_end(text, told):
    assert dates(text, "en") == [(date, "explicit") for date in told]


def test_a_list_without_a_year_stays_together():
    assert dates("In March 2021 it was over. On 9 and 12 August 2020 it began. On 3 and 4 May he ran.", "en")[3:] == [
        ("2020-05-03", "inferred"),
        ("2020-05-04", "inferred"),
    ]


def test_a_year_told_later_serves_if_none_was_told_before():
    assert dates("In October she was warned. In November 2020 she was dismissed.", "en")[0] == ("2020-10", "inferred")
    assert dates("In December she was warned. In January 2021 she was dismissed.", "en")[0] == ("2020-12", "inferred")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In October she left"),
        ("en", "Two days later she left"),
        ("en", "Yesterday she left"),
        ("en", "She left a week ago"),
        ("en", "She left two days after her release"),
        ("en", "At the time, she was free"),
        ("be", "Учора яна з’ехала"),
        ("be", "У кастрычніку яна з’ехала"),
        ("ru", "Неделю назад она уехала"),
        ("ru", "Она уехала через два дня после освобождения"),
    ],
)
def test_with_nothing_to_lean_on_there_is_no_date(language, text):
    assert dates(text, language) == [(None, "unstated")]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "Yesterday she left", "2021-03-14"),
        ("en", "She left a week ago", "[2021-03-05..2021-03-11]"),
        ("en", "Last year she left", "2020"),
        ("en", "Last autumn she left", "2020-23"),
        ("en", "Last August she left", "2020-08"),
        ("en", "In January she left", "2021-01"),
        ("en", "In April she left", "2020-04"),
        ("be", "Учора яна з’ехала", "2021-03-14"),
        ("be", "У мінулым годзе яна з’ехала", "2020"),
        ("ru", "Два месяца назад она уехала", "2021-01~"),
        ("ru", "Прошлой весной она уехала", "2020-21"),
    ],
)
def test_the_day_of_the_telling_is_what_yesterday_leans_on(language, text, date):
    assert dates(text, language, told=parse("2021-03-15")) == [(date, "inferred")]


def test_what_came_before_the_text_is_what_later_leans_on():
    assert dates("Two days later she left", "en", anchor=parse("2020-08-10")) == [("2020-08-12", "inferred")]
    assert dates("In October she left", "en", anchor=parse("2020-08-10")) == [("2020-10", "inferred")]
    assert dates("Two days later she left", "en", anchor=parse("2019/..")) == [(None, "unstated")]


def test_a_month_without_a_year_does_not_lie_after_the_telling():
    text = "On 2 March 2021 she was dismissed. In May she had been warned."
    assert dates(text, "en")[1] == ("2021-05", "inferred")
    assert dates(text, "en", told=parse("2021-03-15"))[1] == ("2020-05", "inferred")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "Interview by telephone, 18 May 2021\n\nIn August she was warned. Last month she left.",
            ["2020-08", "2021-04"],
        ),
        ("be", "Запісана 18 мая 2021 года\n\nУ жніўні яе папярэдзілі. Учора яна з’ехала.", ["2020-08", "2021-05-17"]),
        ("ru", "Записано 18 мая 2021 года\n\nВ августе её предупредили. Вчера она уехала.", ["2020-08", "2021-05-17"]),
    ],
)
def test_a_date_in_a_heading_is_the_day_of_the_telling(language, text, told):
    assert dates(text, language)[1:] == [(date, "inferred") for date in told]
    assert str(told_on(text, language)) == "2021-05-18"


def test_a_story_that_begins_with_a_date_has_no_heading():
    assert told_on("On 18 May 2021 she was warned. An interview followed.") is None


def test_after_a_long_gap_a_story_looks_back():
    assert dates("Minsk, 10 January 2021. On 28 December she was beaten.", "en")[1] == ("2020-12-28", "inferred")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They may march. She may leave."),
        ("en", "In 2000 people were held; 2020 people signed."),
        ("en", "Article 23.34, paragraph 9, room 2020, tel. 12-08-20-20."),
        ("en", "It was 12.30 on the clock, 37.5 degrees, version 1.2.2020.4."),
        ("be", "Мая маці і мая хата. Я маю час."),
        ("be", "Задержана 2020 чалавек."),
        ("be", "Паклаў у ліст, у той час як яна спала."),
        ("ru", "В то время как он спал."),
        ("ru", "Задержали 2020 человек. Марта улыбнулась."),
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(language, text):
    assert find(text, language) == []


def test_an_adjective_is_not_what_something_was_before():
    assert dates("Before the 2020 election she observed.", "en") == [("2020", "explicit")]
    assert dates("At the beginning of the August 2020 protests she ran.", "en") == [("2020-08", "explicit")]


def test_a_broken_line_does_not_break_a_date_but_an_empty_line_does():
    assert dates("in mid-September \n2020 she", "en") == [("[2020-09-11..2020-09-20]", "explicit")]
    assert dates("on page 9\n\nAugust 2020 was hot", "en") == [("2020-08", "explicit")]


def test_what_goes_on_does_not_move_the_story():
    told = dates("On 10 August 2020 he was held. He had been a doctor since 2001. In October he was freed.", "en")
    assert told == [("2020-08-10", "explicit"), ("2001/..", "explicit"), ("2020-10", "inferred")]


def test_a_language_without_rules_is_refused():
    with pytest.raises(Refused, match="en, be, ru"):
        find("9 August 2020", "tlh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_every_language_has_a_meaning(language):
    rules = grammar(language)
    assert set(rules.meanings) <= set(MEANINGS)
    assert set(rules.join_meanings) <= {*ONE_DATE, "interval", "shift_later", "shift_earlier"}


@pytest.mark.parametrize("said", ["May, ", "9, ", "9 and ", "the same ", "2020-", "in "])
def test_endless_lists_are_read_like_any_text(said):
    found = find(said * 20_000 + "9 August 2020", "en")
    assert found[-1].date == "2020-08-09"


def said_in(language):
    words = st.sampled_from([*grammar(language).words, "9", "31", "99", "2020", "1900", "2099", "12.08.2020", "1990s"])
    signs = st.sampled_from([" ", " ", " ", ", ", ". ", "-", "–", "\n\n", " she "])
    return st.lists(st.tuples(words, signs), max_size=40).map(lambda said: "".join(word + sign for word, sign in said))


SAID = st.sampled_from(LANGUAGES).flatmap(lambda language: st.tuples(st.just(language), said_in(language) | st.text()))
ANCHORS = st.none() | st.sampled_from(
    ["2021-03-15", "2020-10", "2021-24", "[2021-04-01..2021-04-10]", "2019/..", "9999"]
)


@UNTIMED
@given(SAID, ANCHORS)
def test_dates_never_overlap_and_quotes_are_the_text(said, anchor):
    language, text = said
    end = 0
    for spoken in find(text, language, anchor and parse(anchor), anchor and parse(anchor)):
        assert end <= spoken.start < spoken.end
        assert spoken.quote == text[spoken.start : spoken.end]
        end = spoken.end


@UNTIMED
@given(SAID, ANCHORS)
def test_every_date_found_can_be_read_and_none_is_unstated(said, anchor):
    language, text = said
    for spoken in find(text, language, anchor and parse(anchor), anchor and parse(anchor)):
        assert (spoken.date is None) == (spoken.basis == "unstated")
        assert spoken.date is None or str(parse(spoken.date)) == spoken.date


@UNTIMED
@given(SAID)
def test_what_comes_after_an_empty_line_does_not_move_what_stood_before(said):
    language, text = said
    alone = [spoken[:3] for spoken in find(text, language)]
    together = [spoken[:3] for spoken in find(text + "\n\n9.08.2020", language)]
    assert together[: len(alone)] == alone


@UNTIMED
@given(st.dates())
def test_every_day_written_out_is_found_as_it_is(day):
    text = f"{day.day} {day:%B} {day.year}"
    found = dates(text, "en")
    assert found == [(day.isoformat(), "explicit")] or not 1900 <= day.year <= 2099
