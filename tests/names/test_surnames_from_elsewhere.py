"""Surnames of other languages across scripts, as they are usually written. Everybody who bears one here is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.names import Finder, fold
from valoshka.names.surely import is_heard, is_surely
from valoshka.names.transcribed import is_transcribed

PAIRS = [
    ("Johnson", "Джонсон"),
    ("Johnson", "Джонсан"),
    ("Harrison", "Гаррісон"),
    ("Wright", "Райт"),
    ("Taylor", "Тейлор"),
    ("Brown", "Браун"),
    ("Schröder", "Шрёдер"),
    ("Müller", "Мюллер"),
    ("Neumann", "Нойман"),
    ("Kohl", "Коль"),
    ("Renault", "Рено"),
    ("Sarkozy", "Саркози"),
    ("Mogherini", "Могерини"),
    ("Gonzalez", "Гонсалес"),
]


@pytest.mark.parametrize(("latin", "cyrillic"), PAIRS)
def test_a_surname_from_elsewhere_is_known_across_scripts(latin, cyrillic):
    assert is_transcribed(fold(cyrillic), fold(latin))
    assert is_transcribed(fold(latin), fold(cyrillic))


# In the cases of Коль a given name is heard, too (Коля).
@pytest.mark.parametrize(("latin", "cyrillic"), PAIRS[:9])
def test_in_a_case_it_is_beyond_doubt_in_both_directions(latin, cyrillic):
    people = {"p": [f"Anna {latin}"], "q": [f"Анна {cyrillic}"]}
    text = f"Пра гэта сказалі {cyrillic}ом і {latin}em."
    mentions = [mention for mention in Finder(people).find(text) if mention.strong]
    found = {(mention.key, text[mention.start : mention.end]) for mention in mentions}
    assert {("p", f"{cyrillic}ом"), ("q", f"{latin}em")} <= found


@pytest.mark.parametrize(
    ("word", "surname"),
    [
        ("россия", "ross"),
        ("белый", "bell"),
        ("проте", "pratt"),
        ("заява", "sawa"),
        ("stany", "стайн"),
        ("rosji", "раза"),
        ("proces", "прайс"),
        ("szwecji", "швец"),
        ("taniej", "таяни"),
    ],
)
def test_a_word_that_only_shares_consonants_is_no_surname(word, surname):
    assert not is_surely(word, surname)
    mentions = Finder({"p": [f"Anna {surname.capitalize()}"]}).find(f"Wczoraj {word.capitalize()} tak.")
    assert not [mention for mention in mentions if mention.strong]


@pytest.mark.parametrize(
    ("word", "surname"),
    [
        ("łukaszenki", "лукашэнка"),
        ("cichanouskiej", "ціханоўская"),
        ("astapczuka", "астапчук"),
        ("sarokinam", "сарокін"),
        ("kovalyov", "ковалёв"),
        ("kovalev", "ковалёв"),
        ("volkov", "ваўкоў"),
        ("dudą", "дуда"),
        ("астапчуком", "astapchuk"),
        ("воўкавым", "volkov"),
    ],
)
def test_a_surname_of_here_is_heard_letter_by_letter_in_a_case(word, surname):
    assert is_heard(word, surname)


@given(st.sampled_from(PAIRS), st.text("бвгджзклмнпрст", min_size=1, max_size=3))
def test_other_consonants_make_another_surname(pair, consonants):
    latin, cyrillic = map(fold, pair)
    assert not is_transcribed(f"{cyrillic}у{consonants}ук", latin)


@given(st.sampled_from(PAIRS))
def test_one_script_is_left_to_its_own_rules(pair):
    latin, cyrillic = map(fold, pair)
    assert not is_transcribed(latin, latin)
    assert not is_transcribed(cyrillic, cyrillic)
