"""Every spelling of a name: what it is, in which order, and that it is still the same name. All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names.forms import spellings
from valoshka.names.forms.neighbours import MOST, fathers, patronymics_of, surname_in


def texts(name, **facts):
    return [
        each.text
        for each in spellings(name, limit=10_000)
        if all(getattr(each, fact) == value for fact, value in facts.items())
    ]


def test_the_name_itself_comes_first():
    assert spellings("Залуцкая Юлія")[0].text == "Залуцкая Юлія"
    assert spellings("  БОНЧ   галіна ")[0].text == "  БОНЧ   галіна "


def test_given_name_patronymic_and_surname_are_declined_together():
    assert "Заяца Ігара" not in texts("Заяц Ігар")
    assert "Зайца Ігара" in texts("Заяц Ігар", kind="case", language="be", case="genitive")
    assert "Лугачёвым Игорем Петровичем" in texts("Игорь Петрович Лугачёв", kind="case", case="instrumental")
    assert "Дубовській Олені Іванівні" in texts("Олена Іванівна Дубовська", kind="case", case="dative")


def test_both_orders_are_given_with_the_patronymic_and_without():
    assert set(texts("Зуева Инна Петровна", kind="order")) == {
        "Инна Петровна Зуева",
        "Зуева Инна",
        "Инна Зуева",
    }


def test_initials_stand_before_and_after_the_surname():
    found = texts("Дзмітрый Іванавіч Пыжын", kind="initials", language="be")
    assert found == [
        "Пыжын Д.",
        "Д. Пыжын",
        "Пыжын Д. І.",
        "Д. І. Пыжын",
        "Пыжын Дз.",
        "Дз. Пыжын",
        "Пыжын Дз. І.",
        "Дз. І. Пыжын",
    ]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Мікалай Сарокін", "ru", "Николай Сорокин"),
        ("Мікалай Сарокін", "uk", "Микола Сорокін"),
        ("Вольга Мікалаеўна Лугаўцова", "ru", "Ольга Николаевна Луговцова"),
        ("Елена Ивановна Дубровская", "be", "Алена Іванаўна Дуброўская"),
        ("Григорий Чернышёв", "be", "Рыгор Чарнышоў"),
        ("Микола Їжак", "ru", "Николай Ижак"),
        ("Олена Дубовська", "be", "Алена Дубоўская"),
        ("Ганна Цярэшчанка", "ru", "Анна Терещенко"),
    ],
)
def test_a_name_is_written_in_the_neighbouring_languages(name, language, expected):
    assert expected in texts(name, kind="equivalent", language=language)


@pytest.mark.parametrize(
    ("name", "system", "expected"),
    [
        ("Юлія Залуцкая", "passport-be", "Yuliya Zalutskaya"),
        ("Юлія Залуцкая", "lacinka", "Załuckaja Julija"),
        ("Юлія Пень", "press-cs-be", "Julija Peň"),
        ("Юлія Залуцкая", "cs-be-f", "Julija Zalucká"),
        ("Сергей Дубровский", "lt-ru-m", "Sergejus Dubrovskis"),
        ("Сергей Дубровский", "passport-be", "Siarhei Dubrouski"),
        ("Андрій Кравець", "resolution-55", "Kravets Andrii"),
    ],
)
def test_a_name_is_romanised_with_its_equivalents(name, system, expected):
    assert expected in texts(name, kind="romanised", system=system)


def test_endings_of_one_sex_are_not_put_on_the_other():
    assert not texts("Юлія Залуцкая", system="lt-be-m")
    assert not texts("Сергей Дубровский", system="cs-ru-f")


def test_only_systems_for_running_text_decline():
    assert texts("Юлія Залуцкая", system="lacinka", case="genitive")
    assert not texts("Юлія Залуцкая", system="passport-be", case="genitive")


def test_of_a_name_with_initials_the_surname_is_declined_and_romanised():
    found = texts("Кравец П. І.")
    assert {"П. І. Кравец", "Краўца П. І.", "Kraviec P. I."} <= set(found)


def test_a_name_in_other_letters_is_put_in_its_other_order():
    assert texts("Zalutskaya Yuliya") == ["Zalutskaya Yuliya", "Yuliya Zalutskaya"]


def test_lacinka_is_read():
    assert "Дзмітрый Кавалёў" in texts("Dźmitryj Kavaloŭ", system="lacinka")


def test_capitals_stay_as_they_are_written_in_equivalents_too():
    assert "СОРОКИН Николай" in texts("САРОКІН Мікалай", kind="equivalent")


def test_no_spelling_comes_twice_and_the_limit_holds():
    found = spellings("Дзмітрый Пятровіч Сарокін", limit=10_000)
    assert len({each.text for each in found}) == len(found) > 300
    assert spellings("Дзмітрый Пятровіч Сарокін", limit=40) == found[:40]
    assert len(spellings("Дзмітрый Пятровіч Сарокін", limit=0)) == 1


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "7",
        "王",
        "🌼",
        "-",
        "'",
        "А",
        "а-",
        "Ян-",
        "x" * 5000,
        "а" * 5000,
        "Воўк " * 300,
        "Ян Воўк" + "-Воўк" * 2000,
    ],
)
def test_what_is_no_name_is_only_itself_or_reordered(name):
    assert spellings(name)[0].text == name


@given(st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_text_has_spellings_itself_first(text):
    found = spellings(text)
    assert found[0].text == text
    assert len({each.text for each in found}) == len(found)


@pytest.mark.parametrize(
    ("given_name", "language", "son", "daughter"),
    [
        ("мікалай", "be", "мікалаевіч", "мікалаеўна"),
        ("пётр", "be", "пятровіч", "пятроўна"),
        ("юрый", "be", "юр'евіч", "юр'еўна"),
        ("іван", "be", "іванавіч", "іванаўна"),
        ("ілья", "be", "ільіч", "ільінічна"),
        ("сергей", "ru", "сергеевич", "сергеевна"),
        ("лев", "ru", "львович", "львовна"),
        ("дмитрий", "ru", "дмитриевич", "дмитриевна"),
        ("юрий", "ru", "юрьевич", "юрьевна"),
        ("никита", "ru", "никитич", "никитична"),
        ("михаил", "ru", "михайлович", "михайловна"),
        ("андрій", "uk", "андрійович", "андріївна"),
        ("василь", "uk", "васильович", "василівна"),
        ("микола", "uk", "миколайович", "миколаївна"),
        ("яків", "uk", "якович", "яківна"),
    ],
)
def test_a_patronymic_is_made_and_read(given_name, language, son, daughter):
    assert patronymics_of(given_name, language, "m")[0] == son
    assert patronymics_of(given_name, language, "f")[0] == daughter
    assert {father.sex for father in fathers(son) if father.language == language} == {"m"}
    assert {father.sex for father in fathers(daughter) if father.language == language} == {"f"}


@pytest.mark.parametrize(
    ("here", "there", "pairs"),
    [
        ("be", "ru", "шаўчэнка шевченко вараб'ёў воробьёв палявы полевой мядзведзеў медведев цярэшчанка терещенко"),
        ("be", "ru", "цвяткоў цветков рыжы рыжий якаўлеў яковлев чубай чубай арол орёл шчарбіна щербина"),
        ("be", "ru", "чарнышоў чернышов ваўкоў волков таўстой толстой бойка бойко залуцкі залуцкий заяц заяц"),
        ("ru", "be", "сорокин сарокін ковалёв кавалёў тихановский ціханоўскі щербачёв шчарбачоў чёрный чорны"),
        ("ru", "be", "шевченко шаўчэнка терещенко цярэшчанка медведев мядзведзеў зуев зуеў волк воўк"),
        ("ru", "uk", "соловьёв соловйов ковалёв ковальов лыкова ликова кравец кравець дубовский дубовський"),
        ("uk", "ru", "ковальов ковалёв воробйов воробьёв їжакевич ижакевич дубовський дубовский заєць заяц"),
        ("be", "uk", "кавалёў ковальов залуцкі залуцький цярэшчанка терещенко сарокін сорокін кравец кравець"),
        ("uk", "be", "шевченко шаўчэнка ковальов кавалёў дубовський дубоўскі тихий ціхі сорока сарока"),
    ],
)
def test_a_surname_is_written_in_another_language(here, there, pairs):
    words = pairs.split()
    for word, expected in zip(words[::2], words[1::2], strict=True):
        assert expected in surname_in(word, here, there)


@given(st.text(alphabet="абвгдеёжзійклмнопрстуўфхцчшыьэюя'-", min_size=1, max_size=14))
@settings(deadline=None)
def test_a_surname_has_few_neighbours_and_none_twice(word):
    for there in ("ru", "uk"):
        found = surname_in(word, "be", there)
        assert 1 <= len(found) <= MOST
        assert len(set(found)) == len(found)
        assert not set("".join(found)) & set("{}<ўАЕО")
