"""Given names in other languages, cases and romanisations; diminutives; patronymics; initials."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.names import fold
from valoshka.names.given import father_groups, forms_of, given_groups, given_names, initials_of

ONE_NAME = """
Мікалай Николай Микола Мікола Коля Mikalai Nikolay Mikałaj Mikołaj Nicholas Мікалаю Николаем Миколі
Вольга Ольга Оля Volha Olga Olha Вользе Ольги Ользі
Рыгор Григорий Григорій Грыша Гриць Ryhor Hryhorij Grigory Grzegorz Рыгорам Григорию
Апанас Афанасий Опанас Панас Afanasy Apanas Панаса
Іосіф Язэп Иосиф Йосип Осип Yazep Józef Joseph Язэпа Осипу
Цімафей Цімох Тимофей Тимофій Tsimafei Cimafiej Timofey Цімохам
Усевалад Всеволод Сева Usevalad Vsevolod Усеваладам
Уладзімір Владимир Володимир Вова Валодзя Uladzimir Vladimir Volodymyr Włodzimierz Владимиру Володимиром
Дзмітрый Дмитрий Дмитро Зміцер Дима Dzmitry Dmitri Dmytro Zmicier Дзмітрыю Дмитром
Яўген Евгений Євген Женя Yauhen Evgeny Jauhien Yevhen Eugene Яўгена Евгением
Сяргей Сергей Сергій Серёга Siarhei Siarhiej Sergey Serhii Serge Сяргеем Сергію
Пётр Пятро Петро Piotr Pyotr Petro Пятра Петру
Павел Павал Павло Паша Pavel Paval Paweł Паўла Павлу
Леў Лев Лёва Leu Lev Льва Львом
Ганна Анна Аня Hanna Anna Ганны Анне Ганні
Алена Елена Олена Alena Yelena Olena Helen Алене Еленой Олену
Кацярына Екатерина Катерина Катя Katsiaryna Kaciaryna Ekaterina Кацярыне Катериною
Таццяна Татьяна Тетяна Таня Tatsiana Tatiana Tetiana Таццянай Татьяне
Наталля Наталья Наталія Наташа Natallia Natalya Nataliia Наталлі Натальей
Святлана Светлана Світлана Света Sviatlana Svetlana Świetłana Святлане Светланой
Юстына Юстина Устинья Justyna Yustyna Юстыне Устиньи
Элла Эла Елла Ella
""".strip().splitlines()

DIFFERENT = (
    """
Марина Мария|Олег Ольга|Валентин Валентина|Алексей Александр|Галина Алена|Яна Анна|Юрий Георгий|Антон Антонина
Марына Марыя|Леонид Лев|Андрей Андрон|Дарья Дарина|Оксана Ксения|Мірон Раман|Тарас Тадэвуш|Павел Паліна
Karina Kira|Roman Raman|Мартын Марта|Віктар Вікторыя|Святаслаў Станіслаў|Максим Макар|Іван Ілья|Эма Эмілія
""".strip()
    .replace("\n", "|")
    .split("|")
)

PATRONYMICS = """
Мікалай: Мікалаевіч Николаевич Миколайович Mikalajevič Mikołajewicz Nikolayevna Nikołajewna Мікалаеўне Николаича
Ілья: Ільіч Ильич Ілліч Ильинична Ильинишна Ільінічна Іллівна Ilyich Iljinična Ильичу
Пётр: Пятровіч Петрович Петровна Петрівна Пятроўна Petrovich Piatrovič Pietrowna Петровичем
Юрый: Юр’евіч Юрьевич Юрійович Юрьевна Юріївна Yuryevich Jurjewitsch Yurievna
Якаў: Якаўлевіч Яковлевич Яковлевна Yakovlevich Yakaulevich
Кузьма: Кузьміч Кузьмич Кузьмівна Кузьминична Kuzmich
Міхаіл: Міхайлавіч Михайлович Михалыч Михайлівна Mikhailovna Michajłowicz
Павел: Паўлавіч Павлович Палыч Павлівна Pavlovich Паўлаўны
Леў: Львовіч Львович Львовна Lvovich Львоўна
Гаўрыла: Гаўрылавіч Гаврилович Гаврилівна Gavrilovich
Мікіта: Мікітавіч Никитич Никитична Микитович Nikitich
Аляксандр: Аляксандравіч Александровна Олександрівна Aliaksandrauna Aleksandrovich
Сяргей: Сяргеевіч Сергеевна Сергійович Siarhiejevič Sergeyevich Сергеич
Рустам: Рустамавіч Рустамовна Rustamovich
""".strip().splitlines()


@pytest.mark.parametrize("line", ONE_NAME, ids=lambda line: line.split()[0])
def test_a_name_is_one_in_its_languages_cases_romanisations_and_short_forms(line):
    first, *others = line.split()
    apart = [other for other in others if not given_groups(fold(first)) & given_groups(fold(other))]
    assert apart == []


@pytest.mark.parametrize("pair", DIFFERENT)
def test_names_that_only_look_alike_are_two(pair):
    one, other = pair.split()
    if {one, other} == {"Roman", "Raman"}:
        assert given_groups(fold(one)) & given_groups(fold(other))
    else:
        assert not given_groups(fold(one)) & given_groups(fold(other))


@pytest.mark.parametrize(
    "surname", ["Бонч", "Кавальчук", "Астапенка", "Цеханоўскі", "Bonch", "Kavalchuk", "Sarokin", "Smirnova", "Петренко"]
)
def test_a_surname_is_no_given_name(surname):
    assert given_groups(fold(surname)) == frozenset()


@given(st.sampled_from([form for name in given_names() for form in name.forms]))
def test_every_form_of_the_table_is_known_by_its_spelling(form):
    assert {each.number for each in forms_of(fold(form))} <= given_groups(fold(form))
    assert forms_of(fold(form))


@given(st.text(max_size=30))
def test_no_word_makes_the_table_fail(text):
    for word in (text, fold(text)):
        groups = given_groups(word)
        assert groups == given_groups(word)
        assert initials_of(groups | father_groups(word)) is not None


@pytest.mark.parametrize("line", PATRONYMICS, ids=lambda line: line.split(":")[0])
def test_a_patronymic_tells_whose_child_somebody_is(line):
    father, children = line.split(": ")
    strangers = [each for each in children.split() if not father_groups(fold(each)) & given_groups(fold(father))]
    assert strangers == []


def test_fathers_of_other_names_are_other_fathers():
    fathers = [line.split(": ")[1].split() for line in PATRONYMICS]
    for these, those in itertools.combinations(fathers, 2):
        for one, other in itertools.product(these, those):
            assert not father_groups(fold(one)) & father_groups(fold(other)), (one, other)


@pytest.mark.parametrize(
    "word",
    ["Мікалай", "Марына", "Николай", "Halina", "Бонч", "Кавальчук", "Sarokin", "Iryna", "Ильин", "Ткач", "Bondarevich"],
)
def test_what_is_no_patronymic_has_no_father(word):
    assert father_groups(fold(word)) == frozenset()


@pytest.mark.parametrize(
    ("name", "letters", "others"),
    [
        ("дзмітрый", "д дз d dz", "а м k"),
        ("яўген", "я е є y j e", "ж г z"),
        ("вольга", "в о v o", "л х"),
        ("ганна", "г а h a g", "н m"),
        ("жанна", "ж zh ž", "я x"),
        ("уладзімір", "у в u v w", "л д"),
    ],
)
def test_a_name_is_abbreviated_by_how_it_opens_in_any_language(name, letters, others):
    known = initials_of(given_groups(name))
    assert set(letters.split()) <= known
    assert not set(others.split()) & known
