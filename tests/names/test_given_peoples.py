"""Names of Belarus's neighbours and minorities in every spelling that a list may have. All people are invented."""

from __future__ import annotations

import unicodedata
from importlib import resources

import pytest
import yaml

from valoshka.names import accept, compare, fold
from valoshka.names.given import given_groups

FOLDER = resources.files("valoshka.names.given")
PEOPLES = ("arabic", "armenian", "baltic", "baltic_passports", "caucasian", "central_asian", "georgian", "jewish")
FILES = (*PEOPLES, "polish", "siberian", "tatar", "western")
TABLES = {file: yaml.safe_load(FOLDER.joinpath(f"{file}.yml").read_text("utf-8")) for file in FILES}
SCRIPTS = {
    "CYRILLIC": "ru be uk tt ba kk ky tg ce os bg sr bua xal sah tyv",
    "LATIN": "la az uz tk tr crh lt lv et pl en de fr sv nb da nl ro hu cs hr es it fi ku",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "HEBREW": "he yi",
    "ARABIC": "ar fa",
    "GREEK": "el",
}
SCRIPT = {language: script for script, languages in SCRIPTS.items() for language in languages.split()}
# Each line is one given name, written in different countries.
ONE_NAME = """
Рустам Рөстәм Rüstəm Rustem Рустэм
Гузель Гүзәл Goʻzal Guzal Gözəl
Айрат Ayrat Airat
Мөхәммәт Мухаммед Məhəmməd Muhammad Магомед Mohammed Муҳаммад Мохьмад محمد
Хәсән Гасан Həsən Hassan Хьасан Ҳасан Khasan حسن
Хөсәен Гусейн Hüseyn Hussein Хусейн Husayn حسين
Әхмәт Ахмед Əhməd Akhmad Аҳмад أحمد
Юсиф Йосыф Yusuf Юсуп يوسف
Фатима Патимат Фатыйма Fatma Fotima فاطمة
Айшә Айша Гайшә Ayşə Oysha Aicha
Ильхам İlham Илҳом Ilhom Илһам
Вугар Vüqar Vugar
Эльчин Elçin Elchin
Левон Լևոն Levon
Геворг Գևորգ Kevork Gevorg
Ованес Հովհաննես Hovhannes Оганес
Айк Hayk Հայկ Гайк
Рипсиме Hripsime Հռիփսիմե
Кетеван ქეთევანი Ketevani
Гиорги გიორგი Giorgi Георгий
Тамерлан Тимерлан Tamerlan
Сослан Soslan
Кайрат Қайрат Qairat Kairat
Айгерим Айгерім Aigerim
Шынгыс Шыңғыс Shyngys
Улугбек Ulugʻbek Ulugbek
Угилой Oʻgʻiloy
Сердар Serdar Сардор Sardor
Гурбангулы Gurbanguly Курбанкули
Мойша Моисей Moishe Moshe Мовша משה
Хаим Chaim Haim חיים Chaïm
Янкель Яков Yaakov יעקב
Гирш Hersh Цви צבי
Рохля Рахиль Rachel רחל
Шлойме Шломо Solomon שלמה
Двойра Dvora דבורה
Йонас Ёнас Jonas Ионас
Žydrūnas Жидрунас Жыдрунас
Витаутас Vytautas Вітаўтас
Кястутис Kęstutis Kestutis
Янис Jānis Яніс
Мартиньш Mārtiņš
Сергей Sergejs Sergejus Siarhei Сяргей Serhii
Евгений Jevgeņijs Jevgenijus Yauhen
Тыну Tõnu
Збигнев Збігнеў Zbigniew
Кшиштоф Krzysztof Крыштаф
Войцех Wojciech Войтек
Мечислав Mieczysław Мечыслаў
Эльжбета Elżbieta
Михай Mihai Mihály
Иштван István
Бьёрн Björn Bjørn
Мехди مهدی Mehdi
"""
DIFFERENT = """
Айдар Азат|Айша Аида|Мурад Марат|Рамиль Равиль|Ильдар Эльдар|Аслан Арслан|Магомед Мамед|Хасан Хусейн|Рашид Рашад
Гульнара Гульназ|Самира Сабина|Нарине Наира|Ашот Арсен|Гурам Гурген|Нугзар Нодар|Лали Лела|Фарид Фархад|Салим Салман
Хаим Наум|Мойша Мордехай|Сора Соня|Ривка Рахиль|Йонас Йозас|Видас Вайдас|Янис Юрис|Илзе Инесе|Марек Мариуш|Лех Лев
Данута Дорота|Адам Адиль|Тимур Тамерлан|Алия Алина|Карима Камиля|Нурлан Нурсултан|Азамат Азат|Муса Моисей|Юсуф Иосиф
Ибрагим Абрам|Сулейман Соломон|Дауд Дамир|Иван Ион|Ахмед Махмуд|Жанат Канат|Ерлан Ержан|Дилноза Дильдора
"""
# Whole names: the surname by its sound, the given name by the table.
SPELLINGS = """
Ильхам Нуралиев|Ilham Nuraliyev
Гейдар Сафаров|Heydar Safarov
Витаутас Казлаускас|Vytautas Kazlauskas
Ёнас Жукаўскас|Jonas Žukauskas
Йонас Жукаускас|Jonas Žukauskas
Рута Вайткуте|Rūta Vaitkutė
Янис Калниньш|Jānis Kalniņš
Гиртс Кишкис|Ģirts Ķiškis
Сергей Иванчук|Sergejs Ivančuks
Тыну Каськ|Tõnu Kask
Леван Канчашвили|ლევან კანჩაშვილი
Леван Канчашвили|Lewan Kantschaschwili
Леван Канчашвили|Levan Kanchashvili
Гиорги Мчедлишвили|გიორგი მჭედლიშვილი
Кетеван Чхартишвили|Ketevan Chkhartishvili
Ашот Петросян|Աշոտ Պետրոսյան
Ашот Петросян|Ashot Petrosian
Геворг Тер-Саргсян|Gevorg Ter-Sargsyan
Айк Хачатрян|Hayk Khachatryan
Абдуллоев Фарход|Farhod Abdulloev
Абдуллоев Фарход|Абдуллоев Фарҳод
Рахимов Улугбек|Ulugʻbek Rahimov
Касымов Кайрат|Qairat Qasymov
Касымов Кайрат|Kairat Kassymov
Мухаметжанов Рустам|Rustam Mukhametzhanov
Аманов Сердар|Serdar Amanow
Алханов Рамзан|Ramsan Alchanow
Мусаева Патимат|Patimat Musayeva
Магомедов Гаджимурад|Gadzhimurad Magomedov
Моисей Шойхет|Moyshe Shoykhet
Моисей Шойхет|Mojsze Szojchet
Мойша Шойхет|Moishe Schojchet
Рахиль Гольдберг|Rokhl Goldberg
Ицхак Шварцман|Isaac Schwarzman
Исаак Эйдельман|Itzhak Eidelman
Збигнев Бжостовский|Zbigniew Brzostowski
Збігнеў Бжастоўскі|Zbigniew Brzostowski
Гражина Войцеховская|Grażyna Wojciechowska
Михай Ионеску|Mihai Ionescu
Иржи Новак|Jiří Novák
Мехмет Йылмаз|Mehmet Yılmaz
Хасан аль-Ахмад|Hassan al-Ahmad
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [(one, other) for line in text.strip().splitlines() for one, other in [line.split("|")]]


def entries() -> list[tuple[str, dict[str, object]]]:
    return [(file, entry) for file, table in TABLES.items() for entry in table["names"]]


def written(entry: dict[str, object]) -> list[tuple[str, str]]:
    full = {key: forms for key, forms in entry.items() if key not in ("short", "sex", "source")}
    return [
        (key, form) for each in (full, entry.get("short", {})) for key, forms in each.items() for form in forms.split()
    ]


@pytest.mark.parametrize("line", ONE_NAME.strip().splitlines())
def test_one_given_name_in_every_spelling_is_one(line):
    groups = [given_groups(fold(form)) for form in line.split()]
    assert [form for form, found in zip(line.split(), groups, strict=True) if not found & groups[0]] == []


@pytest.mark.parametrize("pair", [pair for line in DIFFERENT.strip().splitlines() for pair in line.split("|")])
def test_names_of_different_people_stay_apart(pair):
    one, other = (given_groups(fold(form)) for form in pair.split())
    assert one
    assert other
    assert not one & other


@pytest.mark.parametrize(("one", "other"), pairs(SPELLINGS))
def test_one_person_in_two_spellings_is_accepted(one, other):
    assert accept(one, other), [str(each) for each in compare(one, other).reasons]


def test_every_entry_tells_its_russian_and_belarusian_form_and_a_sex():
    assert [
        entry for _, entry in entries() if not ({"ru", "be"} <= set(entry) and entry["sex"] in ("m", "f", "u"))
    ] == []
    assert all(table["source"].strip() for table in TABLES.values())


def test_every_form_is_written_in_the_letters_of_its_language():
    assert [
        (file, key, form) for file, entry in entries() for key, form in written(entry) if not _in_script(key, form)
    ] == []


def _in_script(language: str, form: str) -> bool:
    letters = [letter for letter in form if letter.isalpha() and unicodedata.category(letter) != "Lm"]
    return bool(letters) and {unicodedata.name(letter).split()[0] for letter in letters} == {SCRIPT[language]}


def test_no_language_repeats_a_form_within_an_entry():
    repeated = [
        (file, forms)
        for file, entry in entries()
        for key, forms in entry.items()
        if isinstance(forms, str) and len(set(forms.split())) < len(forms.split())
    ]
    assert repeated == []


def test_no_file_has_a_name_twice():
    heads = [(file, entry["ru"].split()[0], entry["be"].split()[0], entry["sex"]) for file, entry in entries()]
    assert [head for head in heads if heads.count(head) > 1] == []
