"""All people are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names import Finder, find
from valoshka.names.finding import STRONG

GIVEN = {
    "Марына": ("Марыны", "Марыне", "Марыну", "Марынай", "Марина", "Мариной", "Maryna", "Marina", "Марино"),
    "Мікалай": ("Мікалая", "Мікалаю", "Мікалаем", "Николай", "Николая", "Mikalai", "Nikolay", "Микола", "Коля"),
    "Вольга": ("Вольгі", "Вользе", "Вольгу", "Вольгай", "Ольга", "Ольге", "Volha", "Olga", "Ользі"),
    "Рыгор": ("Рыгора", "Рыгорам", "Григорий", "Григорием", "Ryhor", "Grigory"),
    "Дзмітрый": ("Дзмітрыя", "Дзмітрыем", "Дмитрий", "Дмитрию", "Dzmitry", "Dmitri", "Дмитра"),
}
SURNAMES = {
    "Астапчук": (
        "Астапчука",
        "Астапчуку",
        "Астапчуком",
        "Остапчук",
        "Остапчуком",
        "Astapchuk",
        "Astapčuk",
        "Ostaptschuk",
    ),
    "Цеханоўскі": ("Цеханоўскага", "Цеханоўскім", "Цехановский", "Цехановским", "Tsekhanouski", "Ciechanowski"),
    "Сарокін": ("Сарокіна", "Сарокіну", "Сарокіным", "Сорокин", "Сорокиным", "Sarokin", "Sorokine", "Sorokin"),
    "Вялічка": ("Вялічкі", "Вялічку", "Величко", "Vialichka", "Velichko"),
    "Шчарбач": ("Шчарбача", "Щербач", "Щербачом", "Shcharbach", "Scherbach", "Szczerbacz"),
    "Воўкаў": ("Воўкава", "Волков", "Волковым", "Voukau", "Volkov", "Wolkow"),
}
given_forms = st.sampled_from([(name, form) for name, forms in GIVEN.items() for form in (name, *forms)])
surname_forms = st.sampled_from([(name, form) for name, forms in SURNAMES.items() for form in (name, *forms)])
between = st.sampled_from([" ", "\u00a0", "\n", "  ", ", "])
guises = st.sampled_from([str, str.upper, "\u200b".join, lambda text: text.replace("а", "a")])


@settings(max_examples=300, deadline=None)
@given(given_forms, surname_forms, between, guises, st.booleans())
def test_a_full_name_is_found_in_every_form_order_and_guise(given_name, surname, gap, guise, surname_first):
    (name, form), (family, family_form) = given_name, surname
    forms = [guise(family_form), guise(form)] if surname_first else [guise(form), guise(family_form)]
    before, after = "Учора бачылі, што ", " выйшаў."
    text = before + gap.join(forms) + after
    found = find(text, {"p": [f"{name} {family}"], "q": ["Зінаіда Кулеш"]})
    assert [(m.start, m.end, m.key, m.how) for m in found] == [(len(before), len(text) - len(after), "p", "full_name")]


@settings(max_examples=100, deadline=None)
@given(given_forms, surname_forms, st.sampled_from(["{i}. {s}", "{s} {i}.", "{i}.{s}", "{s} {i}"]))
def test_initials_and_surname_are_found(given_name, surname, written):
    (name, _), (family, family_form) = given_name, surname
    text = "Прыйшоў ліст: " + written.format(i=name[0], s=family_form)
    found = find(text, {"p": [f"{name} {family}"]})
    assert [m.how for m in found] == ["initials"]
    assert found[0].end >= len(text) - 1


@settings(max_examples=100, deadline=None)
@given(surname_forms)
def test_a_surname_alone_is_found_and_positions_are_right(surname):
    family, form = surname
    found = find(f"Сказала {form}.", {"p": [f"Марына {family}"]})
    assert [(m.start, m.end) for m in found] == [(8, 8 + len(form))]


@settings(max_examples=100, deadline=None)
@given(st.permutations([("p", ["Марына Астапчук"]), ("q", ["Вольга Астапчук"]), ("r", ["Пётр Жук"])]))
def test_order_of_people_does_not_matter(people):
    text = "Марына Астапчук, В. Астапчук, Жук і Вольга."
    assert find(text, dict(people)) == find(text, dict(sorted(people)))


@settings(max_examples=100, deadline=None)
@given(surname_forms, given_forms, st.text(max_size=80))
def test_adding_text_never_removes_a_mention(surname, given_name, more):
    people = {"p": [f"{given_name[0]} {surname[0]}"]}
    text = f"{given_name[1]} {surname[1]} і зноў {surname[1]}"
    before = {(m.start, m.end, m.key) for m in find(text, people)}
    after = {(m.start, m.end, m.key) for m in find(f"{text}\n\n{more}", people)}
    assert before <= after


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("С а р о к і н", "surname_common"),
        ("Цехан-\nоўскага", "surname"),
        ("Цехан\nоўскага", "surname"),
        ("Ц\u00adе\u00adханоўскі", "surname"),
        ("цеханоўскі", "surname"),
        ("@dzmitrytsekhanouski", "run_together"),
        ("DzmitryTsekhanouski.pdf", "full_name"),
        ("Dzmitry_Tsekhanouski", "full_name"),
        ("Дзмітрый Іванавіч Цеханоўскі", "full_name"),
        ("Цеханоўскі Дзмітрый Іванавіч", "full_name"),
        ("Дзмітрый", "given"),
        ("Dzima’s", "given"),
        ("Павел Цеханоўскі", "surname_of_another"),
    ],
)
def test_a_name_is_found_however_it_is_written(text, how):
    person = "Дзмітрый Сарокін" if "р" in text and "С" in text and "Ц" not in text else "Дзмітрый Цеханоўскі"
    found = [mention for mention in find(text, {"p": [person]}) if mention.how != "given" or how == "given"]
    assert {mention.how for mention in found} == {how}
    assert (found[0].how in STRONG) == found[0].strong


def test_a_surname_beside_another_given_name_is_a_strangers_unless_its_bearer_is_told_of():
    people = {"p": ["Дзмітрый Цеханоўскі"], "q": ["Дзмітрый Сарокін"]}
    finder = Finder(people, strangers=False)
    assert finder.find("Прыйшоў Павел Цеханоўскі.") == []
    assert finder.find("Прыйшоў Павел Сарокін.") == []
    both = finder.find("Прыйшоў Павел Цеханоўскі. А Дзмітрыя Цеханоўскага не было.")
    assert [mention.how for mention in both] == ["surname_of_another", "full_name"]


def test_a_strangers_surname_is_kept_where_a_person_reads_what_is_found():
    (mention,) = find("Прыйшоў Павел Цеханоўскі.", {"p": ["Дзмітрый Цеханоўскі"]})
    assert mention.how == "surname_of_another"


def test_a_surname_beside_the_fathers_name_is_no_strangers():
    people = {"p": ["Марына Віктараўна Астапчук"]}
    assert [mention.how for mention in find("Прыйшла Зоя Викторовна Астапчук.", people)] == ["surname_of_another"]


def test_a_patronymic_that_follows_belongs_to_the_name():
    text = "Цеханоўскі Дзмітрый Іванавіч"
    assert [(m.start, m.end) for m in find(text, {"p": ["Дзмітрый Цеханоўскі"]})] == [(0, len(text))]


def test_given_name_and_patronymic_name_somebody_without_a_surname():
    found = find("Пришла Марина Викторовна.", {"p": ["Марына Віктараўна Астапчук"]})
    assert [mention.how for mention in found] == ["given_patronymic"]


def test_given_name_and_patronymic_of_somebody_else_are_only_a_given_name():
    people = {"p": ["Марына Віктараўна Астапчук"]}
    assert [m.how for m in find("Прыйшла Марина Викторовна Ковальчук.", people)] == ["given"]
    assert [m.how for m in find("Прыйшла Ковальчук Марина Викторовна.", people)] == ["given"]
    assert [m.how for m in find("Прыйшла Зоя Викторовна Астапчук.", people)] == ["surname_of_another"]


def test_a_full_name_explains_the_surname_within_it():
    people = {"p": ["Марына Астапчук"], "q": ["Вольга Астапчук"]}
    assert [mention.key for mention in find("Марына Астапчук", people)] == ["p"]


def test_sisters_are_told_apart():
    people = {"p": ["Марына Астапчук"], "q": ["Вольга Астапчук"]}
    assert [m.key for m in find("Вользе Астапчук і М. Астапчук", people) if m.how != "given"] == ["q", "p"]


@pytest.mark.parametrize(
    "text",
    [
        "Яны пайшлі ў лес, і мароз скаваў рэчку.",
        "They were called at work and could not see the choice.",
        "Рука болела, но врач сказал, что всё пройдёт.",
        "Бандарчук и Волчок пришли вместе.",
        "",
        "12345 !!! ☃",
    ],
)
def test_words_that_are_no_names_are_left_alone(text):
    people = {"p": ["Марына Астапчук"], "q": ["Пётр Рак"], "r": ["Дзмітрый Каляда"], "s": ["Алена Бандарэнка"]}
    assert find(text, people) == []


def test_a_name_in_a_script_that_we_do_not_know_is_found_as_it_stands():
    assert [m.how for m in find("写给 王小明 的信", {"p": ["王小明"]})] == ["surname"]
    assert find("გიორგი მოვიდა", {"p": ["გიორგი"]})[0].start == 0


def test_cost_hardly_grows_with_people():
    """Work is counted, not timed: a text's words are looked up once each, however many people there are."""
    few, many = (
        Finder({"p0": ["Марына Астапчук"]}),
        Finder({f"p{n}": [f"Марына Астапчук{'абвгд'[n % 5]}"] for n in range(99)}),
    )
    text = "Ранкам прыйшла медсястра і моўчкі сядзела. " * 20
    few.find(text)
    many.find(text)
    assert len(few._index._found) == len(many._index._found) == len({*text.replace(".", "").lower().split()}) - 1
