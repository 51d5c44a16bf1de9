"""Short stories in languages that are not read are said to be unread. All of them are invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure.findings import Place
from valoshka.disclosure.jigsaw.in_files import quotes_and_unread
from valoshka.disclosure.jigsaw.languages import unread
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.people import Facts, ProtectedPerson

FOREIGN = {
    "lt": "Ji dirbo felčere Kobryne, buvo sulaikyta rugsėjo mėnesį, o po metų atleista.",
    "lv": "Viņa strādāja slimnīcā Grodņā, un novembrī viņu aizturēja.",
    "de": "Sie war Krankenschwester in Kobryn und wurde im September entlassen.",
    "fr": "Elle était infirmière à Kobryn; on l'a arrêtée en septembre.",
    "es": "Fue detenida en septiembre en Kobryn.",
    "cs": "Byla zdravotní sestrou v Kobryni a v září ji zatkli.",
    "bg": "Тя беше медицинска сестра в Кобрин и през ноември беше арестувана.",
    "ar": "كانت ممرضة في كوبرين واعتقلت في سبتمبر.",
    "ka": "ის იყო ექთანი კობრინში.",
    "zh": "她在科布林当护士，九月被捕，后来离开了。",
    "be_Latn": "Jana pracavała ŭ Kobrynie, u listapadzie jaje zatrymali.",
}
READ = (
    "She was a nurse in Kobryn.",
    "Яе затрымалі ў верасні.",
    "Она работала на станции.",
    "Вона пішла з роботи.",
    "Zatrzymano ją we wrześniu.",
    "Façade, naïve, café and résumé are words.",
    "Mikalai Švedaŭ, Hanna Šarko, Piotr Žuk",
    "Photo by Jürgen Müller, Süddeutsche Zeitung",
    "Nurses detained: Kobryn 12, Brest 7",
    "Men die in war, and women too.",
    "Տիգրան Պետրոսյան",
    "EкkЉЖҐ jєЮІЧќ uлZЉwќ jєЮІЧќ uлZЉwќ",
)


@pytest.mark.parametrize("story", FOREIGN.values(), ids=FOREIGN)
def test_a_short_story_in_another_language_is_said_to_be_unread(story: str) -> None:
    assert list(unread(story)) == [(0, len(story))]


@pytest.mark.parametrize("text", READ)
def test_short_texts_that_are_read_names_and_loans_are_not(text: str) -> None:
    assert not list(unread(text))


def test_a_short_story_that_was_not_read_is_a_doubt() -> None:
    person = ProtectedPerson("made-up", ("Paulina Niezabudka",), facts=Facts(profession="nurse"))
    found = list(quotes_and_unread(FOREIGN["lt"], Place(file="a.txt"), Lookout.over([person], "public")))
    assert [(each.rule, each.tier) for each in found] == [("story_unread", "review")]


def test_a_strange_sentence_is_found_between_others() -> None:
    text = f"She was a nurse.\n\n{FOREIGN['lt']}\n\nShe left."
    assert [text[start:end] for start, end in unread(text)] == [FOREIGN["lt"]]
