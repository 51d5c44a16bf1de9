"""What `accept` takes for a protected name, the gate finds beyond doubt. All people are invented."""

from __future__ import annotations

import functools

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from valoshka.names import Finder, Mention, accept, find, spellings

GIVEN = {
    "be": ("Марына", "Сяргей", "Вольга", "Юлія", "Леў", "Яна", "Ігар", "Наталля"),
    "ru": ("Сергей", "Ольга", "Дмитрий", "Евгения", "Илья", "Анна", "Юрий", "Фёдор"),
    "uk": ("Микола", "Олена", "Юрій", "Соломія", "Ганна", "Ігор", "Тетяна"),
    "la": ("Siarhei", "Volha", "Mikołaj", "Yauheni", "Jonas", "Juri", "Hanna", "Krzysztof"),
}
PATRONYMIC = {
    "be": ("", "Пятровіч", "Віктараўна"),
    "ru": ("", "Александрович", "Сергеевна"),
    "uk": ("", "Олександрович", "Іванівна"),
    "la": ("", "Piatrovich"),
}
SURNAME = {
    "be": ("Астапчук", "Заяц", "Воўк", "Іваноў", "Ціханоўская", "Арол", "Карповіч", "Кот", "Бандарэнка"),
    "ru": ("Соловей", "Черных", "Иванова", "Щербаков", "Хмель", "Ли", "Дунин-Марцинкевич", "Новик"),
    "uk": ("Гончаренко", "Сікорський", "Ґудзик", "Їжак", "Вовк", "Світлична"),
    "la": ("Kavaliou", "Tschernjak", "Wiśniewski", "Szczerbakow", "Petrauskas", "Zhuk", "Rahoza"),
}
GUISES = (str, str, str.upper, lambda name: name.replace("а", "a"))


@st.composite
def people(draw):
    language = draw(st.sampled_from(sorted(GIVEN)))
    parts = [draw(st.sampled_from(table[language])) for table in (GIVEN, PATRONYMIC, SURNAME)]
    return " ".join(filter(None, parts))


@functools.cache
def written(name: str) -> list[str]:
    return [each.text for each in spellings(name, limit=300)]


@st.composite
def misspelt(draw, name):
    # A name that loses its capital or its space is not one slip but another way of writing.
    within = [at for at in range(1, len(name) - 1) if name[at].islower() and name[at + 1].islower()]
    if not within:
        return name
    at = draw(st.sampled_from(within))
    letter = draw(st.sampled_from("аоеиaoei"))
    return draw(
        st.sampled_from(
            [
                name,
                name[:at] + letter + name[at:],
                name[:at] + name[at + 1 :],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            ]
        )
    )


def beyond_doubt(text: str, name: str) -> list[Mention]:
    return [mention for mention in Finder({"p": [name]}).find(text) if mention.strong]


@settings(max_examples=300, deadline=None)
@given(st.data(), people(), st.sampled_from(GUISES))
def test_what_accept_takes_for_a_name_is_found_beyond_doubt(data, name, guise):
    protected = data.draw(st.sampled_from([name, *written(name)]))
    told = guise(data.draw(misspelt(data.draw(st.sampled_from(written(name))))))
    assume(accept(told, protected))
    assert beyond_doubt(f"Yesterday {told} came.", protected)


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(sorted(GIVEN)))
def test_what_accept_takes_for_a_relative_is_found_beyond_doubt(data, language):
    one, other = (data.draw(st.sampled_from(GIVEN[language])) for _ in range(2))
    surname = data.draw(st.sampled_from(SURNAME[language]))
    told = data.draw(st.sampled_from(written(f"{one} {surname}")))
    assert beyond_doubt(f"Yesterday {told} came.", f"{other} {surname}") or not accept(told, f"{other} {surname}")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Учора прыйшоў Юрий Чернов.", "Jurijus Černovas"),  # known from a Lithuanian paper
        ("Пришёл Игорь Соловей.", "Соловьём Игорем"),  # a list in the instrumental
        ("Сказала Людмиола Новик.", "Людміла Новік"),  # a slip in the given name, and a surname that many bear
        ("Yesterday Sergei Vovk came.", "Волче Сергію"),  # a stem that changes, and a neighbour's consonant
        ("Gocha Mamaladze came.", "გოჩა მამალაძე"),
        ("Пришла Марыны.", "Марына"),
        ("Рагим оглы Мамедов", "Рагим Мамедов"),
    ],
)
def test_a_doubt_is_none_where_accept_has_none(text, name):
    assert beyond_doubt(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Прыйшла Зоя Викторовна Астапчук.", "Марына Віктараўна Астапчук"),
        ("Павел Іваноў маўчаў.", "Дзмітрый Іваноў"),
        ("Іваноў маўчаў.", "Дзмітрый Іваноў"),
        ("Сказаў: Он прыйшоў.", "Он"),
        ("Жыла-была вера.", "Вера"),
    ],
)
def test_a_part_of_another_name_or_a_common_word_stays_a_doubt(text, name):
    assert not beyond_doubt(text, name)


def test_a_list_of_names_names_each_person_once():
    people = {"p": ["Пётр Іваноў"], "q": ["Марына Іванова"], "r": ["Зоя Кот"]}
    text = "Іваноў Пётр Паўлавіч, Іванова Марына, Кот З."
    assert sorted(mention.key for mention in find(text, people) if mention.rank <= 1) == ["p", "q", "r"]
