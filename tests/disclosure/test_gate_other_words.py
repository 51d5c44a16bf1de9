"""A word that is also a place, an institution or a word of the dictionary. Everybody is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure import Place, ProtectedPerson
from valoshka.disclosure.another_word import is_another_word
from valoshka.disclosure.lookout import Lookout

HERE = Place(file="a.txt")


def named(text, *names):
    people = [ProtectedPerson(f"p{number}", (name,)) for number, name in enumerate(names)]
    findings = Lookout.over(people, "public").findings(text, HERE)
    return [(finding.rule, finding.at.text) for finding in findings if finding.kind == "name"]


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("Белы халат вісеў на сцяне каля дзвярэй у калідоры.", "Зміцер Белы", "Белы"),
        ("Цікавы факт пра гэта мы знайшлі ў газеце ўчора.", "Алег Цікавы", "Цікавы"),
        ("Високий рівень води тримався до самої осені цього року.", "Олег Високий", "Високий"),
        ("Zasady obowiązują wszystkich, powiedział wczoraj rzecznik partii.", "Marcin Zasada", "Zasady"),
        ("Белый халат висел на стене у двери в коридоре.", "Дмитрий Белый", "Белый"),
    ],
)
def test_a_surname_that_is_a_common_word_is_a_doubt_alone(text, name, word):
    assert named(text, name) == [("name_also_word", word)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Жанчыны ў белым стаялі ўздоўж вуліцы і маўчалі.", "Зміцер Белы"),
        ("To pozwoli Rosji na całkowitą rezygnację z tranzytu gazu.", "Edyta Roś"),
        ("Вона живе в Росії вже багато років разом із сім'єю.", "Росс Валько"),
        ("Он уехал из Германии и вернулся домой только осенью.", "Герман Гладкий"),
        ("Вызначылі вынік галасавання, і выбары адбыліся.", "Manfred Weber"),
        ("Чаму COVID не спыніў іх, ніхто не ведае дагэтуль.", "Саджыд Джавід"),
    ],
)
def test_a_word_that_only_sounds_like_a_name_names_nobody(text, name):
    assert named(text, name) == []


def test_in_small_letters_a_word_is_a_doubt_where_its_bearer_is_told_of():
    text = "Пришёл Пётр Московских. Потом ушёл и московских больше никто не видел."
    assert ("name_surname_lower_case", "московских") in named(text, "Пётр Московских")
    assert named("Ушёл, и московских улиц больше никто из нас не видел.", "Пётр Московских") == []


def test_a_full_name_blocks_whatever_its_words_are():
    for text, name in (("Зміцер Белы прыйшоў.", "Зміцер Белы"), ("Wyszedł Marcin Zasada.", "Marcin Zasada")):
        assert [rule for rule, _ in named(text, name)] == ["name_full_name"]


def test_a_given_name_that_is_a_place_is_asked_about_if_it_is_spelt_so():
    assert named("Потом Каролина рассказала обо всём, что было с ними.", "Каролина Бонч") == [
        ("name_given", "Каролина")
    ]


@given(st.sampled_from(["be", "ru", "uk", "pl"]), st.sampled_from(["астапчук", "бонч", "вялічка", "astapczuk"]))
def test_a_surname_that_is_no_word_is_no_other_word_in_any_language(language, surname):
    assert not is_another_word(surname, language)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В России стартовала иммунизация населения от гриппа.", "Владимир Росс"),
        ("W Rosji od trzech tygodni trwają regularne szczepienia.", "Wilbur Ross"),
        ("Kluczowe będą wyniki wyborów m.in. w Karolinie Północnej.", "Manfred Weber"),
    ],
)
def test_a_preposition_before_a_place_is_no_initial(text, name):
    assert named(text, name) == []


def test_an_initial_with_its_full_stop_beside_a_surname_that_is_a_word_blocks():
    assert [rule for rule, _ in named("Затрымалі Дз. Белага і яшчэ трох чалавек.", "Дзмітрый Белы")] == [
        "name_initials"
    ]


def test_words_in_small_letters_that_only_sound_like_a_name_are_none():
    assert named("Pierwsze rezultaty wyborów z całych stanów zaczną spływać po północy.", "Джилл Стайн") == []


def test_a_place_from_which_a_surname_is_made_is_not_that_surname():
    assert named("Она прожила в Варшаве целых десять лет одна.", "Павел Варшавин") == []


def test_a_place_that_is_a_case_of_somebodys_surname_is_only_asked_about():
    told = named("Она прожила в Берлине целых десять лет одна.", "Зоя Берлина")
    assert told == [("name_also_word", "Берлине")]


def test_a_surname_that_is_the_place_itself_is_a_doubt_in_any_neighbours_language():
    assert len(named("Він стояв там, аж до меморіалу Лінкольну, довго.", "Авраам Линкольн")) == 1


@given(
    st.lists(st.sampled_from(["Белы халат.", "Ён быў у белым.", "Зміцер Белы прыйшоў.", "У Мінску дождж."]), max_size=4)
)
def test_other_lines_take_no_doubt_away(more):
    alone = set(named("Белы маўчаў.", "Зміцер Белы", "Ганна Мінская"))
    assert alone <= set(named("\n\n".join(["Белы маўчаў.", *more]), "Зміцер Белы", "Ганна Мінская"))


def test_a_surname_in_small_letters_among_capitals_is_a_doubt_and_without_them_blocks():
    person = "Дзмітрый Цеханоўскі"
    assert named("Учора ў горадзе цеханоўскі маўчаў.", person) == [("name_surname_lower_case", "цеханоўскі")]
    assert named("учора ў горадзе цеханоўскі маўчаў", person) == [("name_surname", "цеханоўскі")]


@pytest.mark.parametrize("name", ["Антаніна Голина", "Антаніна Галіна"])
def test_a_case_of_a_given_name_that_is_also_a_surname_never_blocks_alone(name):
    assert {rule for rule, _ in named("Прачытаў ліст Галіны і доўга маўчаў каля акна.", name)} <= {
        "name_surname_common"
    }


def test_a_disguised_word_is_no_other_word():
    assert named("Вчера мо\u200bроз ушёл домой, и его больше не было.", "Пётр Мороз") != []


def test_a_romanised_surname_in_small_letters_is_a_doubt():
    assert named("They came. siniavets went home.", "Ганна Сінявец") == [("name_surname_lower_case", "siniavets")]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (
            ["Marharyta Sakalouskaia", "Маргарыта Сакалоўская", "Маргарита Соколовская"],
            "Соколовская, журналистка, ушла.",
        ),
        (["Павел Казлоў", "Pavel Kazlou", "Павел Козлов"], "Then Kozlov got no water."),
        (["Ілля Іваноў"], "Then Ivanov got no water."),
        (["Алёна Шаўчэнка"], "Shevchenko was beaten in the corridor."),
        (["Ольга Лесная"], "Лесной отказали."),
        (["Лявон Глінка"], "Glinka told us."),
        (["Наталля Пушкіна"], "Pushkina was released."),
        (["Вольга Барысава", "Volha Barysava"], "Then Borisov got no water."),
    ],
)
def test_a_surname_that_is_also_a_place_or_a_word_is_asked_about_under_every_spelling(names, text):
    assert _found([ProtectedPerson("p", names=tuple(names))], text)
    for name in names:
        if _found([ProtectedPerson("p", names=(name,))], text):
            assert _found([ProtectedPerson("p", names=tuple({name, *names}))], text)


def _found(people, text):
    return Lookout.over(people, "public").findings(text, Place())
