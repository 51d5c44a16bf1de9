"""When told facts are all but a line of a file; words that can be searched for; what was not read. All invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure import Facts, ProtectedPerson, RecordedEvent
from valoshka.disclosure.checking import check
from valoshka.disclosure.findings import Finding
from valoshka.disclosure.jigsaw.in_files import stories_in_text
from valoshka.disclosure.lookout import Lookout

FACTS = Facts(
    profession="paramedic",
    workplace="Rechytsa ambulance station",
    town="Rechytsa",
    events=(
        RecordedEvent("detention", "2021-03-25", "Rechytsa", recorded_by_state=True),
        RecordedEvent("witness in a criminal case", "2021-05-11", "Rechytsa", recorded_by_state=True),
        RecordedEvent("reprimand", "2021-02-03"),
        RecordedEvent("dismissal", "2021-06-30"),
    ),
)
ALL = {item: frozenset({"public"}) for item in ("profession", "workplace", "town", "exact_dates", "family", "health")}


def found(text: str, **more: object) -> list[Finding]:
    person = ProtectedPerson("k7", ("Адэля Каласок",), facts=FACTS, **more)  # type: ignore[arg-type]
    return stories_in_text(text, "a.txt", Lookout.over((person,), "public"))


TWO_RECORDED = "The paramedic was detained in March 2021 and questioned as a witness in May 2021."


@pytest.mark.parametrize(
    "text",
    [
        TWO_RECORDED,
        "В марте 2021 года фельдшера задержали, а в мае 2021 года допросили как свидетеля.",
        "У Рэчыцкай станцыі хуткай дапамогі ёй далі вымову ў лютым 2021 года, а ў чэрвені 2021 года звольнілі.",
    ],
)
def test_two_dated_events_of_one_file_and_the_calling_block(text: str) -> None:
    assert [(each.rule, each.tier, each.person) for each in found(text)] == [("jigsaw_on_record", "block", "k7")]


def test_whoever_agreed_to_all_that_is_told_is_only_doubted() -> None:
    assert [each.tier for each in found(TWO_RECORDED, consent=ALL)] == ["review"]
    less = {item: audiences for item, audiences in ALL.items() if item != "exact_dates"}
    assert [each.tier for each in found(TWO_RECORDED, consent=less)] == ["block"]
    assert [each.tier for each in found(TWO_RECORDED, consent=ALL, veto=True)] == ["block"]


@pytest.mark.parametrize(
    "text",
    [
        "The paramedic was detained in March 2021.",
        "She was detained in March 2021 and questioned as a witness in May 2021.",
        "The paramedic was detained in spring 2021 and questioned as a witness in May 2021.",
        "She was reprimanded in February 2021 and dismissed in June 2021.",
    ],
)
def test_one_event_no_calling_or_a_season_does_not_block(text: str) -> None:
    assert all(each.tier == "review" for each in found(text))


def test_a_story_told_by_seasons_is_doubted_where_nobody_else_fits() -> None:
    told = "Rechytsa. A paramedic was taken away in spring 2021; in summer 2021 she lost her job."
    (finding,) = found(told)
    assert (finding.rule, finding.tier) == ("jigsaw", "review")
    assert {"detention", "dismissal"} <= set(dict(finding.details)["shown"].split(", "))
    assert [each.rule for each in found("A paramedic was taken away in spring 2021.")] == []


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_how_many_fit_is_said_in_words(language: str) -> None:
    (finding,) = found(TWO_RECORDED)
    words = {"en": "fewer than one other person", "be": "менш за аднаго іншага", "ru": "меньше одного другого"}
    assert words[language] in finding.why_in(language)
    assert "{" not in finding.why_in(language) + finding.instead_in(language)


@pytest.mark.parametrize(
    "text",
    [
        "She wrote on Facebook: “We counted them by their shoes, and the shoes did not match the list.”",
        "Ён напісаў у фэйсбуку: «Мы лічылі іх па абутку, і абутак не сыходзіўся са спісам».",
        "Она выложила пост: «Мы считали их по обуви. Обувь не сходилась со списком, вот и всё».",
        "Вона написала у фейсбуці: «Ми рахували їх за взуттям, і взуття не збігалося зі списком».",
        "Napisała na Facebooku: „Liczyliśmy ich po butach, a buty nie zgadzały się z listą”.",
    ],
)
def test_words_that_were_published_can_be_searched_for(text: str) -> None:
    (finding,) = found(text)
    assert (finding.rule, finding.tier, finding.person) == ("quote_published", "review", None)
    assert finding.at.text == text[finding.at.start : finding.at.end]


@pytest.mark.parametrize(
    "text",
    [
        "She wrote on Facebook that nobody had counted them.",
        "She wrote on Facebook: “Not the list.”",
        "“We counted them by their shoes, and the shoes did not match the list,” she told us.",
    ],
)
def test_words_that_were_only_said_to_us_are_no_post(text: str) -> None:
    assert found(text) == []


def test_a_story_in_a_language_that_is_not_read_is_not_clear() -> None:
    text = "Im März 2021 wurde die Sanitäterin in der Stadt verhaftet und im Mai als Zeugin in einem Verfahren verhört."
    assert [(each.rule, each.tier) for each in found(text)] == [("story_unread", "review")]
    nameless = ProtectedPerson("k7", ("Адэля Каласок",))
    assert stories_in_text(text, "a.txt", Lookout.over((nameless,), "public")) == []


def test_of_whoever_a_story_tells_even_a_given_name_of_many_is_asked_about() -> None:
    namesakes = [ProtectedPerson(f"n{number}", (f"Адэля {name}",)) for number, name in enumerate(_SURNAMES)]
    teller = ProtectedPerson("k7", ("Адэля Каласок",), facts=FACTS)
    lookout = Lookout.over([teller, *namesakes], "public")
    alone, told = "Адэля чакала.", f"{TWO_RECORDED} Адэля чакала."
    about = {each.person for each in check("a.txt", told.encode(), lookout).findings if each.kind == "name"}
    assert "k7" not in {each.person for each in check("a.txt", alone.encode(), lookout).findings}
    assert about == {"k7"}


_SURNAMES = ("Шыпшына", "Верабейка", "Гарлачык", "Ластаўка", "Чмялёва", "Плотка")


def test_a_key_stays_the_same_from_run_to_run() -> None:
    assert [each.key for each in found(TWO_RECORDED)] == [each.key for each in found(TWO_RECORDED)]
