"""Which words are offered as names of somebody unknown. All sentences and names are invented."""

import pytest

from valoshka.casebook.tasks.offered_names import offered_names


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("At noon Prykladna came in.", ["Prykladna"]),
        ("They called Zinaida Prykladna and her brother.", ["Zinaida Prykladna"]),
        ("Ля ганка стаяў Узорнік, а за ім Паўлюк.", ["Узорнік", "Паўлюк"]),
        ("У ворот стоял Узорник с Марией Прикладной.", ["Узорник", "Марией Прикладной"]),
        ("It was Prykladna's coat.", ["Prykladna's"]),
        ("Together with Jean-Luc they left.", ["Jean-Luc"]),
    ],
)
def test_a_capital_within_a_sentence_may_be_a_name(text: str, offered: list[str]) -> None:
    assert sorted(name.words for name in offered_names(text)) == sorted(offered)


@pytest.mark.parametrize(
    "text",
    [
        "She came. Then Monday passed. In August it rained in Minsk.",
        "Пасля мы паехалі ў Польшчу праз Брэст.",
        "«Хто там?» — Ніхто не адказаў.",
        "I think that I saw it.",
        "НА ВОКЛАДЦЫ СТАЯЛА ТОЕ САМАЕ",
        "The door opened. We asked the Door of the ward.",
        "",
    ],
)
def test_what_opens_a_sentence_or_is_a_known_word_is_no_offer(text: str) -> None:
    assert offered_names(text) == []


def test_pseudonyms_are_not_offered() -> None:
    assert offered_names("At noon Vera came with Person-HKQZ.", ["Vera", "Person-HKQZ"]) == []


def test_the_most_frequent_is_offered_first_with_its_first_passage() -> None:
    text = "We saw Ales. Later Prykladna came; nobody spoke to Prykladna."
    first, second = offered_names(text)
    assert (first.words, first.times, second.words) == ("Prykladna", 2, "Ales")
    assert text[first.start :].startswith("Prykladna came")
    assert "Later Prykladna came" in first.passage
