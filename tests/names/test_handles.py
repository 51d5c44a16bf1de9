"""Names that handles, addresses and glued words are made of. Everybody is invented."""

from __future__ import annotations

import pytest

from valoshka.names import find

PEOPLE = {"p": ["Канстанцін Жыбрыцкі"], "q": ["Ганна Савенко"]}


@pytest.mark.parametrize(
    "text",
    [
        "Write to @kzhybrytski now.",
        "Write to @zhybrytskik now.",
        "See t.me/kostya_zhybr for more.",
        "See t.me/kostyazhybr for more.",
        "From zhybr.kostya@mail.example.",
        "instagram.com/kanstantsin_zhybrytski",
        "@anna_saven",
    ],
)
def test_a_handle_made_of_a_name_names_its_bearer(text):
    assert any(mention.strong for mention in find(text, PEOPLE))


@pytest.mark.parametrize(
    "text",
    [
        "Write to @szhybrytskaja_fans now.",
        "See t.me/kostya_news for more.",
        "See t.me/anna_savings for more.",
        "Costa Zhibbers lives there.",
        "kostya zhybr",
        "Это kostya-zhybrant и 126-анносавенная страна.",
    ],
)
def test_a_handle_made_of_other_words_is_no_name(text):
    assert not any(mention.how == "run_together" for mention in find(text, PEOPLE))


@pytest.mark.parametrize(
    "text", ["прийшла КовальчукСавенко.", "Жыбрыцкі-старэйшы сказаў.", "Приехал с Жибрицким-младшим."]
)
def test_a_surname_glued_to_a_name_or_to_the_elder_is_beyond_doubt(text):
    assert {mention.how for mention in find(text, PEOPLE)} == {"surname"}


def test_a_surname_glued_to_a_word_is_a_doubt():
    assert {mention.how for mention in find("Это МегаСавенко, фирма.", PEOPLE)} == {"surname_alike"}


@pytest.mark.parametrize("text", ["Пришёл Жибрuцкий.", "Пришёл Жибрицkuй.", "Прыйшла Савенкo."])
def test_letters_of_the_other_script_hide_no_surname(text):
    assert any(mention.strong for mention in find(text, PEOPLE))
