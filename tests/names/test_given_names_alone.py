"""Given names that stand alone, and the words that only look like them. All people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from valoshka.names import Finder, fold, knowledge
from valoshka.names.folding import script
from valoshka.names.given import given_names

FORMS = yaml.safe_load(Path(__file__).with_name("declined_given_names.yml").read_text(encoding="utf-8"))
EVERYBODY = Finder({name.forms[0]: [f"{name.forms[0]} Хрумкаўчынскі"] for name in given_names()})
# In Hebrew or Georgian letters a name is found beside a surname, but there a sentence has no capitals to go by.
WRITTEN = sorted({form for name in given_names() for form in name.forms if script(fold(form)) != "other"})
written = st.sampled_from(WRITTEN)


def ways(text: str, *people: str) -> list[str]:
    finder = Finder({person: [person] for person in people}) if people else EVERYBODY
    return sorted({mention.how for mention in finder.find(text)})


@pytest.mark.parametrize("form", [form for language in ("be", "ru", "uk") for form in FORMS[language].split()])
def test_a_given_name_within_a_sentence_is_found_in_every_case(form):
    assert ways(f"так сказала потым {form} нам") == ["given"]


@given(written)
def test_every_form_of_the_table_is_found_within_a_sentence(form):
    found = ways(f"так сказала потым {form} нам")
    assert found == ["given"] or (form.casefold() in knowledge.given_alone().never and not found)


@pytest.mark.parametrize(
    "text",
    [
        "Людей вывозили ночью. Люди молчали.",
        "Людзей вывозілі ноччу. Людзям не казалі.",
        "Слово не воробей. Зона начиналась за рекой. Война шла.",
        "Война, Стала, Мясо, Кота, Вёска, Великий",
        "Жена плакала. Жены не было дома.",
        "Дороги перекрыли. Дым стоял. Мыши бегали.",
        "Родные ждали, Дорога была долгой, Линии рвались.",
        "Ludzie stali. Kości bolały. Może jutro. Świat patrzył.",
        "Doors were shut. Less was said. Lines formed. Jeans were torn.",
        "Will you come? May I? Яна прыйшла. Мая маці.",
        "In May 2021 and last August, since 5 April or June 1, on 3rd June, in early August",
        "The August rain",
        "Дзякуем Вам, для Вас і Вашай сям’і",
    ],
)
def test_words_that_only_sound_like_a_name_are_left_alone(text):
    people = ("Людміла К", "Слава Ж", "Жана Б", "Іван Х", "Стэла У", "Майсей Г", "Кацярына Щ", "Яўгенія Л", "Дар’я Ш")
    short = ("Яна Ё", "Мая Э", "Мікалай Ю", "Вася Ц")
    months = ("May Cobble", "April Thwaite", "June Ashby", "August Rell", "Will Tarn")
    assert ways(text, *people, *short, *months) == []


@pytest.mark.parametrize("word", ["Надежда", "Вера", "Света", "Роман", "Слава", "Марта", "Жене", "Вольга"])
def test_a_word_that_opens_a_sentence_is_a_weaker_doubt_than_a_name_within_it(word):
    opening = "given" if word == "Вольга" else "given_word"
    assert ways(f"Было тихо. {word} сказала.") == [opening]
    assert ways(f"— {word} сказала.") == [opening]
    assert ways(f"«{word} сказала».") == [opening]
    assert ways(f"Потом сказала {word}.") == ["given"]


@pytest.mark.parametrize(
    ("text", "person", "how"),
    [
        ("Надежда Кулеш сказала.", "Надзея Кулеш", "full_name"),
        ("Людей Кулеш не видел.", "Людміла Кулеш", "full_name"),
        ("Then, quietly, Will said no.", "Will Tarn", "given"),
        ("It was then that May left.", "May Cobble", "given"),
        ("Потым прыйшла Яна.", "Яна Кулеш", "given"),
        ("Dr. Hope left.", "Hope Tarn", "given"),
        ("Hope left.", "Hope Tarn", "given_word"),
        ("НАДЕЖДА УМЕРЛА", "Надзея Кулеш", "given_word"),
        ("Потым Хрыстафора вывелі.", "Chrystafor Кулеш", "given"),
    ],
)
def test_what_stands_around_decides(text, person, how):
    assert how in ways(text, person)
