"""One invented story in five languages: the same facts are read in each, whatever language they are on record in."""

from __future__ import annotations

import pytest

from valoshka.disclosure import Facts, ProtectedPerson, RecordedEvent
from valoshka.disclosure.jigsaw.in_files import pieces_in_text
from valoshka.disclosure.jigsaw.languages import language_of, unread
from valoshka.disclosure.jigsaw.said import kinds_of, said
from valoshka.disclosure.jigsaw.sayings import READ
from valoshka.disclosure.jigsaw.told_dates import told_dates
from valoshka.disclosure.lookout import Lookout

MIDWIFE = ProtectedPerson(
    "m1",
    ("Апалонія Вярцінская",),
    facts=Facts(
        profession="midwife",
        workplace="Slonim district hospital",
        town="Slonim",
        family=("two daughters",),
        events=(
            RecordedEvent("search of the flat", "2021-05-18", "Slonim", recorded_by_state=True),
            RecordedEvent("resignation", "2021-06-25"),
        ),
    ),
)
STORIES = {
    "en": "The midwife of the district hospital in Slonim was searched on 18 May 2021. In June 2021 she quit.",
    "be": "У акушэркі Слонімскай раённай бальніцы 18 мая 2021 года быў ператрус. У чэрвені 2021-га яна звольнілася.",
    "ru": "У акушерки Слонимской районной больницы 18 мая 2021 года прошёл обыск. В июне 2021-го она уволилась.",
    "uk": "В акушерки Слонімської районної лікарні 18 травня 2021 року був обшук. У червні 2021-го вона звільнилася.",
    "pl": "U położnej szpitala rejonowego w Słonimiu 18 maja 2021 roku była rewizja. W czerwcu 2021 r. zwolniła się.",
}


def items(text: str, *people: ProtectedPerson) -> set[str]:
    lookout = Lookout.over(people or (MIDWIFE,), "public")
    return {clue.item for clues in lookout.pieces.clues(lookout.pieces.told(text)).values() for clue in clues}


@pytest.mark.parametrize("language", READ)
def test_a_story_is_read_in_each_language(language: str) -> None:
    story = STORIES[language]
    assert {"profession", "workplace", "search"} <= items(story)
    assert items(story) & {"resignation", "dismissal"}
    assert list(pieces_in_text(story, "a.txt", Lookout.over((MIDWIFE,), "public")))


@pytest.mark.parametrize("language", READ)
def test_a_sentence_tells_its_language(language: str) -> None:
    assert language_of(STORIES[language]) == language


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("25 березня 2017 року її затримали.", "2017-03-25"),
        ("Наприкінці травня 2021 року.", "[2021-05-21..2021-05-31]"),
        ("Навесні 2017 року вона чекала.", "2017-21"),
        ("Пізньої осені 2020-го її не стало.", "2020-23"),
        ("W połowie lutego 2021 r. ją wezwano.", "[2021-02-11..2021-02-20]"),
        ("Latem 2020 roku go nie było.", "2020-22"),
        ("Od 3 do 15 czerwca 2021 siedziała.", "2021-06-03/2021-06-15"),
        ("W listopadzie 2020 roku ją zwolniono.", "2020-11"),
    ],
)
def test_dates_are_read_in_ukrainian_and_polish(text: str, date: str) -> None:
    assert [told.date for told in told_dates(text)] == [date]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The police took her from her flat.", "detention"),
        ("They led him off the bus.", "detention"),
        ("Her contract came to its end.", "contract"),
        ("She was shown the door.", "dismissal"),
        ("He lost his job.", "dismissal"),
        ("They were let go.", "dismissal"),
        ("Six men ransacked the house.", "search"),
        ("She crossed the border at night.", "departure"),
        ("Яго скруцілі ля дома.", "detention"),
        ("Яна засталася без працы.", "dismissal"),
        ("Его выгнали с работы.", "dismissal"),
        ("Её увезли в отдел милиции.", "detention"),
        ("Они сбежали за границу.", "departure"),
        ("Її вигнали з роботи.", "dismissal"),
        ("Його скрутили біля дому.", "detention"),
        ("Вони виїхали за кордон.", "departure"),
        ("Straciła pracę.", "dismissal"),
        ("Zabrali go z domu.", "detention"),
        ("Uciekli przez granicę.", "departure"),
        ("Dostała naganę.", "reprimand"),
        ("Wezwano ją na przesłuchanie.", "summons"),
    ],
)
def test_what_happened_is_heard_in_other_words(text: str, kind: str) -> None:
    assert kind in {each.kind for each in said(text)}


@pytest.mark.parametrize("fact", ["intensive care", "реанимация", "рэанімацыя", "реанімація", "intensywna terapia"])
def test_a_specialty_is_known_in_every_language(fact: str) -> None:
    nurse = ProtectedPerson("n1", ("Ганна Крыніца",), facts=Facts("nurse", fact, None, "Orsha"))
    told = [
        "an intensive care nurse",
        "медсестра реанимации",
        "медсястра рэанімацыі",
        "медсестра інтенсивної терапії",
        "pielęgniarka z intensywnej terapii",
        "she worked with the sickest patients",
    ]
    assert all("specialty" in items(text, nurse) for text in told)


@pytest.mark.parametrize(
    "text",
    [
        "Im November 2020 wurde die Krankenschwester von der Polizei abgeholt und war nach drei Tagen nicht mehr da.",
        "La policía se la llevó en noviembre de 2020 y tres días más tarde ya no estaba en el hospital de la ciudad.",
        "2020 m. lapkričio mėnesį ją suėmė policija, ir po trijų dienų ji jau nebuvo darbe, nes buvo atleista.",
        "U listapadzie 2020 hoda jaje zabrali z chaty, i praz try dni jana ŭžo nia była na pracy, bo jaje zvolnili.",
        "2020 წლის ნოემბერში პოლიციამ ექთანი დააკავა და სამი დღის შემდეგ ის უკვე აღარ მუშაობდა საავადმყოფოში.",
    ],
)
def test_a_language_that_is_not_read_is_said_so(text: str) -> None:
    assert len(list(unread(f"She was taken.\n\n{text}\n\n{text}"))) == 1


@pytest.mark.parametrize("language", READ)
def test_a_language_that_is_read_is_not_complained_of(language: str) -> None:
    assert list(unread(" ".join([STORIES[language]] * 4))) == []


def test_lists_and_headings_are_in_no_language() -> None:
    text = "No. 3\n\nnurse; doctor; midwife; surgeon\n\nMinsk 20, Brest 4, Hrodna 7\n\nАнна Шыпшына, Марыя Крыніца"
    assert list(unread(text)) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In early May 2021 they came. By the end of the month she was gone.", "[2021-05-21..2021-05-31]"),
        ("У пачатку мая 2021 года прыйшлі. Да канца месяца яна знікла.", "[2021-05-21..2021-05-31]"),
        ("В начале мая 2021 года пришли. К концу месяца она исчезла.", "[2021-05-21..2021-05-31]"),
        ("На початку травня 2021 року прийшли. До кінця місяця вона зникла.", "[2021-05-21..2021-05-31]"),
        ("Na początku maja 2021 roku przyszli. Pod koniec miesiąca zniknęła.", "[2021-05-21..2021-05-31]"),
        ("In early May 2021 they came. The same month she was gone.", "2021-05"),
    ],
)
def test_a_month_is_told_by_the_date_before_it(text: str, date: str) -> None:
    assert [told.date for told in told_dates(text)][-1] == date


@pytest.mark.parametrize(
    "deed",
    ["She had delivered babies for years", "Она принимала роды", "Яна прымала роды", "Вона приймала пологи"],
)
def test_a_calling_is_told_by_what_somebody_does_all_day(deed: str) -> None:
    dated = "On 18 May 2021 there was a search."
    assert "profession" in items(f"{deed}. {dated}")
    assert "profession" not in items(f"{deed}.")  # by itself it says little
    assert "profession" not in items(f"She drove the bus. {dated}")


@pytest.mark.parametrize(
    ("nouns", "kind"),
    [
        ("detention|арышт|арест|затримання|zatrzymanie", "detention"),
        ("dismissal|звальненне|увольнение|звільнення|zwolnienie", "dismissal"),
        ("house search|ператрус|обыск|обшук|rewizja", "search"),
        ("questioning|допыт|допрос|допит|przesłuchanie", "summons"),
        ("witness|сведка|свидетель|свідок|świadek", "witness"),
        ("exile|выезд|отъезд|від'їзд|wyjazd", "departure"),
        ("fine|штраф|штраф|штраф|grzywna", "fine"),
        ("reprimand|вымова|выговор|догана|nagana", "reprimand"),
        ("administrative_arrest|суткі|сутки|15 діб|areszt administracyjny", "administrative_arrest"),
        ("release|вызвалены|освобождение|випущена|wyszła na wolność", "release"),
    ],
)
def test_an_event_may_be_on_record_in_any_of_the_languages(nouns: str, kind: str) -> None:
    assert all(kind in kinds_of(noun)[0] for noun in nouns.split("|"))
