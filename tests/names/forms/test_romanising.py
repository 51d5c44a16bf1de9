"""Each system writes names as its rules say. All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.names.forms import cyrillise, romanise, systems

EXAMPLES = {
    "passport-be": {
        "Дзмітрый Лугаўцоў": "Dzmitry Luhautsou",
        "Наталля Кавалёва": "Natallia Kavaliova",
        "Юрый Сяргеевіч Аляксееў": "Yury Siarheyevich Aliakseyeu",
        "Марыя Лук'яненка": "Maryia Lukyanenka",
        "Ягор Шчур": "Yahor Shchur",
        "Хведар Мядзведскі": "Khvedar Miadzvedski",
    },
    "geographic-be": {
        "Вольга Салаўёва": "Voĺha Salaŭjova",
        "Наталля Гнядзько": "Natallia Hniadźko",
        "Вячаслаў Цялеш": "Viačaslaŭ Cialieš",
    },
    "lacinka": {
        "Лявон Ласось": "Lavon Łasoś",
        "Наталля Кавалёва": "Natalla Kavalova",
        "Ільля Галубок": "Illa Hałubok",
        "Васіль Певень": "Vasil Pievień",
    },
    "bgn-be": {"Сяргей Жук": "Syarhyey Zhuk", "Ігар Воўк": "Ihar Vowk", "Лук'ян Згурскі": "Luk”yan Z·hurski"},
    "scholarly-be": {"Юля Хадыка": "Julja Xadyka", "Фёдар Шчэрба": "Fëdar Ščèrba", "Алесь Цвік": "Alesʹ Cvik"},
    "press-en-be": {"Сяргей Жук": "Syarhei Zhuk", "Дзмітрый Воўк": "Dzmitry Vouk", "Лёня Згурскі": "Lyonya Zhurski"},
    "press-pl-be": {
        "Юлія Жураўлёва": "Julija Żuraulowa",
        "Кацярына Пянькова": "Kaciaryna Piańkowa",
        "Лявон Шыдлоўскі": "Lawon Szydłouski",
    },
    "press-de-be": {"Зоя Жук": "Soja Schuk", "Васіль Цімох": "Wassil Zimoch", "Раіса Чыж": "Raissa Tschysch"},
    "press-fr-be": {"Юрый Чуб": "Ioury Tchoub", "Раіса Жук": "Raïssa Jouk", "Сяргей Шыш": "Siarheï Chych"},
    "press-lt-be": {"Сяргей Лях": "Siarhej Liach", "Юля Чыж": "Julia Čyž", "Кірыл Ярош": "Kiryl Jaroš"},
    "lt-be-m": {
        "Сяргей Залуцкі": "Siarhejus Zaluckis",
        "Кірыл Лугаўцоў": "Kirylas Luhaucovas",
        "Юрый Сільвановіч": "Jurijus Silvanovičius",
    },
    "press-lv-be": {"Алена Залуцкая": "Alena Zalucka", "Вольга Лях": "Voļha Ljah", "Зміцер Чыж": "Zmicer Čiž"},
    "press-cs-be": {"Алена Пень": "Alena Peň", "Сяргей Жук": "Sjarhej Žuk", "Ганна Лях": "Hanna Ljach"},
    "cs-be-f": {"Алена Залуцкая": "Alena Zalucká", "Юля Пятрова": "Julja Pjatrovová", "Іна Зуева": "Ina Zujevová"},
    "passport-ru": {
        "Дмитрий Дубровский": "Dmitrii Dubrovskii",
        "Юлия Подъячева": "Iuliia Podieiacheva",
        "Фёдор Щербаков": "Fedor Shcherbakov",
    },
    "passport-ru-2010": {"Илья Птицын": "Ilia Ptitcyn", "Юлия Царёва": "Iuliia Tcareva", "Я. Цой": "Ia. Tcoi"},
    "passport-ru-1997": {
        "Евгений Зуев": "Yevgeniy Zuyev",
        "Юлия Соловьёва": "Yuliya Solovyeva",
        "Андрей Лыков": "Andrey Lykov",
    },
    "bgn-ru": {"Игорь Ельцов": "Igor’ Yel’tsov", "Фёдор Зуев": "Fëdor Zuyev", "Кирилл Подъяков": "Kirill Pod”yakov"},
    "gost-779-b": {"Цезарь Щукин": "Cezar` Shhukin", "Царёв Эдуард": "Czaryov E`duard", "Ызин Хват": "Y`zin Xvat"},
    "scholarly-ru": {"Игорь Щукин": "Igorʹ Ščukin", "Юлия Чехонина": "Julija Čexonina", "Эмма Подъяк": "Èmma Podʺjak"},
    "press-en-ru": {
        "Сергей Дубровский": "Sergei Dubrovsky",
        "Юлия Горбачёва": "Yulia Gorbacheva",
        "Алексей Белый": "Alexei Bely",
        "Фёдор Емелин": "Fyodor Yemelin",
    },
    "press-e-ru": {"Евгений Зуев": "Evgeny Zuev", "Елена Лыкова": "Elena Lykova", "Мария Эткина": "Maria Etkina"},
    "press-pl-ru": {
        "Сергей Дубровский": "Siergiej Dubrowski",
        "Алексей Щукин": "Aleksiej Szczukin",
        "Людмила Жихарева": "Ludmiła Żychariewa",
    },
    "press-de-ru": {
        "Юлия Щукина": "Julija Schtschukina",
        "Алексей Гусев": "Alexei Gussew",
        "Дмитрий Жихарев": "Dmitri Schicharew",
    },
    "press-fr-ru": {
        "Сергей Щукин": "Sergueï Chtchoukine",
        "Юлия Жукова": "Ioulia Joukova",
        "Алексей Гусев": "Alexeï Goussev",
    },
    "press-lt-ru": {"Юлия Щукина": "Julija Ščukina", "Фёдор Лях": "Fiodor Liach", "Егор Зуев": "Jegor Zujev"},
    "lt-ru-m": {
        "Сергей Дубровский": "Sergejus Dubrovskis",
        "Игорь Сильванович": "Igoris Silvanovičius",
        "Дмитрий Щукин": "Dmitrijus Ščukinas",
    },
    "press-lv-ru": {"Ольга Дубровская": "Oļga Dubrovska", "Юлия Лыкова": "Julija Likova", "Хима Ень": "Hima Jeņ"},
    "lv-ru-m": {"Сергей Дубровский": "Sergejs Dubrovskis", "Игорь Зуев": "Igors Zujevs", "Иван Цой": "Ivans Cojs"},
    "press-cs-ru": {"Денис Медников": "Děnis Mednikov", "Дядина Ия": "Ďadina Ija", "Пётр Конь": "Pjotr Koň"},
    "cs-ru-f": {"Анна Зуева": "Anna Zujevová", "Анна Ленская": "Anna Lenská", "Ия Лыкова": "Ija Lykovová"},
    "resolution-55": {
        "Юлія Згурська": "Yuliia Zghurska",
        "Євген Їжак": "Yevhen Yizhak",
        "Андрій Лук’яненко": "Andrii Lukianenko",
        "Щур Хома": "Shchur Khoma",
    },
    "passport-uk-2007": {"Юлія Гринь": "Iuliia Gryn'", "Євген Їжак": "Ievgen Izhak", "Дар'я Щур": "Daria Shchur"},
    "bgn-uk": {"Юлія Гринь": "Yuliya Hryn’", "Євген Їжак": "Yevhen Yizhak", "Дар'я Згура": "Dar”ya Z·hura"},
    "scholarly-uk": {"Юлія Гринь": "Julija Hrynʹ", "Євген Щур": "Jevhen Ščur", "Хома Їжак": "Xoma Jižak"},
    "press-en-uk": {"Андрій Дубовський": "Andriy Dubovsky", "Юлія Гринь": "Yulia Hryn", "Софія Згура": "Sofia Zghura"},
    "press-pl-uk": {
        "Андрій Дубовський": "Andrij Dubowski",
        "Людмила Щур": "Ludmyła Szczur",
        "Софія Гринь": "Sofija Hryń",
    },
    "press-de-uk": {"Юлія Щур": "Julija Schtschur", "Жанна Гусак": "Schanna Hussak", "Зоя Їжак": "Soja Jischak"},
    "press-fr-uk": {"Андрій Чуб": "Andrii Tchoub", "Юлія Щур": "Ioulia Chtchour", "Петро Білий": "Petro Bily"},
    "press-lt-uk": {"Юлія Щур": "Julija Ščur", "Андрій Лях": "Andrij Liach", "Євген Їжак": "Jevhen Jižak"},
    "press-lv-uk": {"Юлія Гринь": "Julija Hriņ", "Хома Щур": "Homa Ščur", "Ольга Чиж": "Oļha Čiž"},
    "press-cs-uk": {"Дядько Ганна": "Ďaďko Hanna", "Юлія Щур": "Julija Ščur", "Хома Їжак": "Choma Jižak"},
    "cs-uk-f": {
        "Олена Дубовська": "Olena Dubovská",
        "Іра Зуєва": "Ira Zujevová",
        "Анна Лугова": "Anna Luhovová",
    },
    "iso9": {
        "Юлія Шчур": "Ûlìâ Ščur",
        "Щукин Игорь": "Ŝukin Igorʹ",
        "Євген Їжак": "Êvgen Ïžak",
        "Ўладзь Ёрш": "Ŭladzʹ Ërš",
    },
}
TEXT = st.text(max_size=40)
ANY_SYSTEM = st.sampled_from([system.code for system in systems()])


@pytest.mark.parametrize(
    ("system", "name", "expected"), [(code, *pair) for code, pairs in EXAMPLES.items() for pair in pairs.items()]
)
def test_a_system_writes_a_name_by_its_rules(system, name, expected):
    assert romanise(name, system) == expected


def test_every_system_has_three_examples_a_source_and_labels():
    assert {system.code for system in systems()} == set(EXAMPLES)
    assert all(len(examples) >= 3 for examples in EXAMPLES.values())
    assert all(system.source and set(system.label) == {"en", "be", "ru"} for system in systems())


def test_the_passport_of_belarus_is_what_is_meant_without_a_system():
    assert romanise("Ягор Чыж") == romanise("Ягор Чыж", "passport-be")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ШЧУР ЯНА", "SHCHUR YANA"),
        ("Шчур Яна", "Shchur Yana"),
        ("Я. ШЧУР", "Ya. SHCHUR"),
        ("шчур", "shchur"),
        ("Чыж-Юшка", "Chyzh-Yushka"),
    ],
)
def test_capitals_follow_those_of_the_name(name, expected):
    assert romanise(name) == expected


def test_letters_of_two_signs_are_read_as_one():
    assert romanise("Воу\u0306к Андрэи\u0306") == "Vouk Andrei"


def test_what_a_system_does_not_write_stays():
    assert romanise("Nowak 7, 王 (Яна)") == "Nowak 7, 王 (Yana)"
    assert romanise("Щукин", "passport-be") == "Щukиn"


@given(TEXT, ANY_SYSTEM)
def test_any_text_can_be_romanised_and_latin_text_stays_the_same(text, system):
    made = romanise(text, system)
    assert romanise(made, system) == romanise(romanise(made, system), system)
    assert not text.isascii() or made == text


@given(st.text(alphabet="абвгдежзйклмнопрстуфхцчшьюя ", max_size=20), ANY_SYSTEM)
def test_no_letter_of_its_alphabet_is_left(text, system):
    assert not [letter for letter in romanise(text, system) if "а" <= letter <= "я"]


@pytest.mark.parametrize("system", ["", "passport", "wade-giles", "x" * 1000])
def test_an_unknown_system_is_refused_with_the_known_ones(system):
    with pytest.raises(Refused, match="Choose one of: passport-be"):
        romanise("Яна", system)
    with pytest.raises(Refused, match="Choose one of: lacinka"):
        cyrillise("Jana", system)


@pytest.mark.parametrize(
    "name",
    [
        "Марына Ціханчук",
        "Лявон Ласось",
        "Наталля Кавалёва",
        "Васіль Певень",
        "Юрый Мядзведзеў",
        "Хведар Дзядзюля",
        "Алесь Шчэрба",
        "Юстына Салаўёва",
        "Ядзвіга Снежка",
        "Галіна Аб'едкава",
    ],
)
def test_lacinka_can_be_read_back(name):
    assert cyrillise(romanise(name, "lacinka")) == name


@given(TEXT)
def test_reading_lacinka_leaves_nothing_undone_and_never_fails(text):
    assert isinstance(cyrillise(text), str)
    assert not set(cyrillise(text).lower()) & set("abcčdefghijklłmnoprsštuŭvyzž")
