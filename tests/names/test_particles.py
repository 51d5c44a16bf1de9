"""Words of a name that are no name, and entries that hold two names of one person. All people are invented."""

from __future__ import annotations

import re
from importlib import resources

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from valoshka.names import fold
from valoshka.names.particles import father_of, is_particle, role, split_aliases, with_fathers
from valoshka.names.particles.aliases import MOST

KNOWN = yaml.safe_load(resources.files("valoshka.names.particles").joinpath("particles.yml").read_text("utf-8"))
WORDS = ("Хмара", "Галіна", "Ян", "Sarokin", "Anna", "Пятроўна", "Əliyev", "Г.", "Кнышэўская-Лапа", "ґедзь")
SIGNS = (
    "(",
    ")",
    "[",
    "]",
    "/",
    " / ",
    "|",
    '"',
    "«",
    "»",
    ",",
    "-",
    " - ",
    " ",
    "  ",
    "он же",
    "урожд.",
    "née",
    "aka",
    "1982",
)
entries = st.lists(st.sampled_from((*WORDS, *SIGNS)), max_size=14).map(" ".join) | st.lists(
    st.sampled_from((*WORDS, *SIGNS)), max_size=10
).map("".join)
SEVERAL = [
    ("Петрова (урожд. Сидорова) Анна", ["Петрова Анна", "Сидорова Анна"]),
    ("Иванов Пётр, он же Сидоров Фёдор", ["Иванов Пётр", "Сидоров Фёдор"]),
    ("Бонч (Карповіч) Галіна", ["Бонч Галіна", "Карповіч Галіна"]),
    ("Карповіч (Бонч) Галіна", ["Карповіч Галіна", "Бонч Галіна"]),
    ("Лапо Анна Петровна (Хмара)", ["Лапо Анна Петровна", "Хмара Анна Петровна"]),
    ("Лапо Анна (Аня) Петровна", ["Лапо Анна Петровна", "Лапо Аня Петровна"]),
    ("Бонч Г.П. (Карповіч)", ["Бонч Г.П.", "Карповіч Г.П."]),
    ("Лапо урожд. Хмара Анна Петровна", ["Лапо Анна Петровна", "Хмара Анна Петровна"]),
    ("Хмара Ганна, народжаная Лапо", ["Хмара Ганна", "Лапо Ганна"]),
    ("Ганна Хмара (у дзявоцтве Лапо)", ["Ганна Хмара", "Ганна Лапо"]),
    ("Anna Khmara née Lapo", ["Anna Khmara", "Anna Lapo"]),
    ("Anna Chmara z d. Lapo", ["Anna Chmara", "Anna Lapo"]),
    ("Ян Хмара, ён жа Іван Лапо", ["Ян Хмара", "Іван Лапо"]),
    ("Ян Хмара по кличке Седой", ["Ян Хмара", "Ян Седой"]),
    ("Ян «Сівы» Хмара", ["Ян Хмара", "Ян Сівы"]),
    ("Хмара (Лапо, Бонч) Анна", ["Хмара Анна", "Лапо Анна", "Бонч Анна"]),
    ("Ковалёв(а) Анна", ["Ковалёв Анна", "Ковалёва Анна"]),
    ("Хмара (Хмара Ян)", ["Хмара", "Хмара Ян"]),
    ("Мамедов Али Гусейн оглы (Алиев)", ["Мамедов Али Гусейн оглы", "Алиев Али Гусейн оглы"]),
    ("Ціханчук/Тиханчук Святлана/Светлана", ["Ціханчук Святлана", "Тиханчук Светлана"]),
    ("Іваноў/Иванов Ян", ["Іваноў Ян", "Иванов Ян"]),
    ("Іваноў Ян/Иванов Ян", ["Іваноў Ян", "Иванов Ян"]),
    ("Ян Іваноў / Иван Иванов", ["Ян Іваноў", "Иван Иванов"]),
]
ONE = [
    "Бонч Галіна Пятроўна",
    "Бонч, Галіна",
    "Тер-Петросян Левон",
    "Рза-заде Али",
    "Анна-Мария Хмара",
    "Яна Ж. Бонч",
    "Born Max",
    'Дар"я Бонч',
    "Хмара и/о",
    "он же",
    "()",
    "/",
    "",
    "a/b/c/d/e/f/g/h/i/j",
    "/".join(f"Бонч{letter}" for letter in "абвгдежзік"),
    "Хмара" * 2_000_000 + "(",
]


@pytest.mark.parametrize(("entry", "names"), SEVERAL)
def test_an_entry_that_holds_several_names_gives_each(entry, names):
    assert list(split_aliases(entry)) == names


@pytest.mark.parametrize("entry", ONE, ids=range(len(ONE)))
def test_an_entry_that_holds_one_name_stays_as_it_is(entry):
    assert split_aliases(entry) == (entry,)


def test_a_double_surname_is_also_looked_for_by_each_half():
    assert split_aliases("Анна-Мария Кнышевская-Лис")[1:] == ("Анна-Мария Кнышевская", "Анна-Мария Лис")


def test_a_year_in_brackets_is_no_name():
    assert split_aliases("Хмара Ян (1982 г. р.)") == ("Хмара Ян",)


@given(st.text(max_size=60) | entries)
@example("[]ß(ß)/")
@example("Хмара née ’ «")
def test_whatever_is_written_gives_one_to_eight_names(entry):
    assert 1 <= len(split_aliases(entry)) <= MOST
    assert len(set(split_aliases(entry))) == len(split_aliases(entry))
    assert all(split_aliases(entry)) or split_aliases(entry) == (entry,)


@given(entries.filter(lambda entry: "1982" not in entry))
def test_no_word_is_lost_but_those_that_say_what_follows(entry):
    said = {word for telling in KNOWN["phrases"].values() for phrase in telling for word in phrase.split()}
    left = set(re.findall(r"[^\W\d_]+", " ".join(split_aliases(entry))))
    assert {word for word in re.findall(r"[^\W\d_]+", entry) if fold(word) not in said} <= left


@given(st.lists(st.sampled_from(WORDS[:7]), min_size=2, max_size=5, unique=True))
def test_an_entry_without_signs_is_one_name(words):
    assert split_aliases(" ".join(words)) == (" ".join(words),)


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("von", "particle"),
        ("аль", "particle"),
        ("тер", "particle"),
        ("оглы", "child_of"),
        ("qızı", "child_of"),
        ("née", "born"),
        ("урожд", "born"),
        ("aka", "also"),
        ("мл", "generation"),
        ("ханум", "honorific"),
        ("хан", None),
        ("бек", None),
        ("ван", None),
        ("ben", None),
        ("абу", None),
        ("ягор", None),
    ],
)
def test_a_word_has_its_role_only_if_it_is_nobodys_name(word, what):
    assert role(word) == what
    assert is_particle(word) == (what is not None)


@pytest.mark.parametrize(
    ("patronymic", "father"),
    [
        ("гусейн оглы", "гусейн"),
        ("гусейноглы", "гусейн"),
        ("серікұлы", "серік"),
        ("ахметқызы", "ахмет"),
        ("əlioğlu", "əli"),
        ("мурат уулу", "мурат"),
        ("gurbanguly", None),
        ("акулы", None),
        ("оглы", None),
        ("бонч", None),
    ],
)
def test_a_turkic_patronymic_names_the_father(patronymic, father):
    assert father_of(fold(patronymic)) == father


def test_whose_child_one_is_stands_with_the_father():
    assert with_fathers(("алиев", "гейдар", "алирза", "оглу")) == ("алиев", "гейдар", "алирза оглу")
    assert with_fathers(("оглы",)) == ("оглы",)


@given(st.lists(st.sampled_from(("али", "оглы", "мамедов", "кызы")), max_size=6))
def test_joining_fathers_loses_no_word(words):
    assert " ".join(with_fathers(words)) == " ".join(words)
