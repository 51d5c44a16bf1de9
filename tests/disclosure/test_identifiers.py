"""Identifiers, of people on a list and of nobody known. Every one is invented."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.disclosure.identifiers import Identifiers, names_within, squash, unknown_identifiers
from valoshka.disclosure.identifiers.signs import plain

KEPT = {
    "phone": "+375 29 600-11-22",
    "mail": "m.astapchuk@mail.example",
    "handle": "@astrakvetka",
    "passport": "MP1234567",
    "number": "3120384A001PB6",
    "page": "https://t.me/vera_kvetka",
    "short": "29600",
    "account": "BY13NBRB3600900000002Z00AB00",
    "litva": "+370 612 34567",
    "english": "+44 20 7946 0958",
}
KNOWN = Identifiers(KEPT.items(), [("born", "1984-03-12")])
WRITTEN = [
    ("phone", "8 (029) 600 11 22"),
    ("phone", "+375\u00a029\u00a0600‑11‑22"),
    ("phone", "٢٩٦٠٠١١٢٢"),
    ("phone", "＋３７５ ２９ ６００ １１ ２２"),
    ("phone", "29 6OO-ll-22"),
    ("phone", "2\u200b9\u200b6\u200b0\u200b0\u200b1\u200b1\u200b2\u200b2"),
    ("phone", "2 9 6 0 0 1 1 2 2"),
    ("phone", "600-11-22"),
    ("mail", "m.astapchuk(at)mail(dot)example"),
    ("mail", "M.ASTAPCHUK @ MAIL.EXAMPLE"),
    ("mail", "m dot astapchuk at mail dot example"),
    ("mail", "m.astapchuk собака mail точка example"),
    ("mail", "m . а s t а p c h u k @ m a i l . e x a m p l e"),
    ("handle", "t.me/astrakvetka"),
    ("handle", "А S T R A K V E T K A"),
    ("handle", "astrakvetka"),
    ("passport", "МР № 1234567"),
    ("passport", "mp-1234567"),
    ("passport", "паспорт 1234567"),
    ("number", "3120384 A 001 PB 6"),
    ("number", "3120384А001РВ6"),
    ("page", "@vera_kvetka"),
    ("page", "telegram.me/vera_kvetka"),
    ("account", "BY13 NBRB 3600 9000 0000 2Z00 AB00"),
    ("litva", "8 612 34567"),
    ("english", "020 7946 0958"),
]
HARMLESS = [
    "In 2020-2021, 30,000 people were held; see pp. 123-134.",
    "Article 342 part 1, Decree No. 1234/05 of 12.03.2020, para 23.34.",
    "Штраф 1 234 567 890 рублёў, аклад 30 000 000 руб., 12.03.2020–15.04.2020.",
    "Улица Ленина была закрыта 12 марта, а на проспекте собралось 300 человек.",
    "На вуліцы Леніна 15 жніўня 2020 года было ціха.",
    "COVID-19, G20, A4, ISO 9001, 36.6 °C, version 1.2.3.4, at 12:30:15.",
    "See bbc.com, т.е. г. Минск, and ISBN 978-0-306-40615-7.",
    "She was born in Brest. On 12.08.2020 she was detained.",
    "2019\n2020\n2021\n2022",
    "She was born in 1978 in Lida, detained on 12 August 2020; длина с100мм 10, паспорт получили 12 345 678 человек.",
    "Лида, 14 августа; Гродно, 27-28 ноября. Минск, Соболенко 6-4. Лида, Иванова 12-14 ноября. Матфея 5, 3-12.",
    "from Lida by road M6, P145; Минск-2, Барановичи 14, Пинск 27; a nickname for all; 100500 l.",
    "Цена выросла с 100 на 50 рублей, а 300 во 12 доме, хутор Залесье, 3 жителя; during 5 days, spring 20.",
    "He was born in Brest, and on 11 October 2020 he was held. See vol. 27, no. 4, pp. 471-488 (1991).",
    "Сайт на собаке, точка зрения врача, we met at bbc.com, at noon. The dot is red.",
    "UN document A/HRC/46/4; 5/20123; № 18/2020; 100 200 300 people.",
]


@pytest.mark.parametrize(("owner", "written"), WRITTEN)
def test_a_known_identifier_is_found_however_it_is_written(owner, written):
    text = f"They wrote: {written}, and left."
    assert owner in {seen.owner for seen in KNOWN.find(text)}


@pytest.mark.parametrize("born", ["12.3.84", "12/03/1984", "12 March 1984", "12 сакавіка 1984 г.", "12 марта 1984",
                                  "12 березня 1984", "12 marca 1984", "12. března 1984", "1984 m. kovo 12 d.",
                                  "March 12th, 1984", "19840312", "12.III.1984", "12 . 03 . 1984"])  # fmt: skip
def test_a_known_day_of_birth_is_found_in_six_languages(born):
    assert [seen.owner for seen in KNOWN.births(f"Here: {born}.")] == ["born"]


@pytest.mark.parametrize("told", ["She is 36, born 12 March 1984", "aged 5 and 12 сакавіка 1984", "Пункт 1.12.03.1984"])
def test_a_number_before_a_day_of_birth_does_not_hide_it(told):
    assert [seen.owner for seen in KNOWN.births(f"{told}, in Brest.")] == ["born"]


def test_among_many_people_a_day_alone_is_a_doubt_and_a_birth_is_none():
    days = [f"{1950 + n % 50}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(1_200)]
    many = Identifiers([], [(f"p{n}", day) for n, day in enumerate(days)])
    assert {seen.doubtful for seen in many.births(f"On {days[7]} it rained.")} == {True}
    assert {seen.doubtful for seen in many.births(f"She was born on {days[7]}.")} == {False}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("phone", "+48 600 123 456"),
        ("phone", "tel. 22 33 44"),
        ("email", "ana dot b at mail dot example"),
        ("account", "@ana_b"),
        ("profile", "vk.com/id123456"),
        ("link", "https://hospital.example/people/ana"),
        ("personal_number", "3120384A001PB6"),
        ("personal_number", "44051401359"),
        ("personal_number", "112-233-445 95"),
        ("passport", "4509 123456"),
        ("passport", "паспорт серия 4509 № 123456"),
        ("bank_account", "PL61 1090 1014 0000 0712 1981 2874"),
        ("card", "4111 1111 1111 1111"),
        ("birth_date", "12.03.1984 г. р."),
        ("address", "вул. Якуба Коласа, д. 5, кв. 12"),
        ("address", "5 Lenin Street"),
        ("plate", "1234 АВ-7"),
        ("ip", "93.84.112.7"),
        ("coordinates", "53.90454, 27.56152"),
        ("number", "21011010123"),
        ("email", "vera собака mail.example"),
        ("personal_number", "ID 4250678-H041-PB9"),
        ("personal_number", "ИНН физического лица 7743 0136 4088"),
        ("personal_number", "ИНН-774301364088"),
        ("personal_number", "полис ОМС 7856 4208 9903 1174"),
        ("personal_number", "19840312 00017"),
        ("passport", "студенческий билет № 2815639"),
        ("plate", "7 ТАХ 5208"),
        ("phone", "восемь ноль сорок четыре семьсот два восемнадцать тридцать шесть"),
        ("bank_account", "konto PL10 1050 0099 7603 1234 5678 9123"),
        ("bank_account", "BY27 BELB 3014 0000 0000 1234 5670"),
        ("address", "адрес регистрации: Кирова, 8"),
        ("personal_number", "rodné č. 916011/0427"),
        ("plate", "Рено а 734 мн 78"),
        ("email", "h a l i n a r @ m a i l . r u"),
        ("phone", "0 22 826 73 15"),
        ("birth_date", "16.07.1978 г. н."),
        ("birth_date", "born July 16th '78"),
        ("address", "Ліда, Міцкевіча, 14, кв. 27"),
        ("address", "адрес: 17 сентября, 9-31"),
        ("address", "хутор Залесье, 3"),
        ("address", "Korunní 810/104, Praha 10"),
        ("address", "Karl-Marx-Allee 34"),
        ("account", "её ник на форуме: Халинка78"),
        ("coordinates", "///casa.lampa.drewno"),
        ("address", "Ліда, Міцкевіча 14-27"),
        ("address", "Białystok, Mickiewicza 14/27"),
        ("address", "Naugarduko 41-9, Vilnius"),
        ("address", "220012, Минск, Сурганова 5-12"),
        ("address", "д. Коптёвка, д. 5"),
        ("address", "прописана: Мицкевича, 14"),
        ("address", "13-й дом, 31 квартира"),
        ("account", "пишет под ником halinka_lida"),
        ("account", "нік verazub: піша праўду"),
        ("account", "tg-vera_zubkova"),
        ("profile", "halinka.bsky.social"),
        ("link", "clinic[.]example/halina"),
        ("coordinates", "53 53 15.6 с.ш. 25 17 59.4 в.д."),
        ("coordinates", "9G5MV7QX+3W"),
        ("phone", "29 765 43 2I"),
        ("phone", "+375 25 618 90 4О"),
        ("personal_number", "31203В4А001РВ6"),
        ("plate", "а123вс 199"),
        ("birth_date", "16.07.1978, место рождения Лида"),
        ("birth_date", "16.07.1978 (дата рождения)"),
        ("birth_date", "год и день рождения: 1978, 16 июля"),
        ("birth_date", "born on July sixteenth, nineteen seventy-eight"),
        ("birth_date", "narodila se šestnáctého července devatenáct set sedmdesát osm"),
    ],
)
def test_an_identifier_of_nobody_known_is_seen_as_what_it_is(kind, text):
    assert kind in {seen.kind for seen in unknown_identifiers(f"They wrote: {text}")}


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_numbers_raise_no_alarm(text):
    assert [text[seen.start : seen.end] for seen in unknown_identifiers(text)] == []


def test_an_account_s_name_that_is_a_word_needs_its_sign():
    known = Identifiers([("p", "@svetlana"), ("q", "https://t.me/news")])
    assert list(known.find("svetlana read the news")) == []
    assert [seen.owner for seen in known.find("@svetlana wrote in t.me/news")] == ["p", "q"]


def test_a_number_within_a_longer_one_is_not_meant():
    known = Identifiers([("p", "29600")])
    assert list(known.find("in 1229600 and 296001")) == []
    assert [seen.owner for seen in known.find("room 29600.")] == ["p"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(sorted(KEPT.values())), st.text(max_size=60))
def test_sightings_are_in_order_apart_and_within_the_text(before, kept, behind):
    text = f"{before}\n\n{kept}\n\n{behind}"
    found = list(unknown_identifiers(text))
    assert all(0 <= seen.start < seen.end <= len(text) for seen in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from([key for key in KEPT if key != "short"]))
def test_a_known_identifier_is_found_whatever_stands_around_it(before, behind, owner):
    text = f"{before}\n\n{KEPT[owner]}\n\n{behind}"
    assert owner in {seen.owner for seen in KNOWN.find(text)}


@given(st.text())
def test_plain_signs_keep_their_places(text):
    told = plain(text)
    for place in range(len(told.text)):
        start, end = told.span(place, place + 1)
        assert end == start + 1
        assert plain(text[start:end]).text == told.text[place]


def test_a_long_text_is_read_whole_and_nothing_is_told_twice():
    written = "Call +375 29 600-11-22 now. "
    text = "слова " * 43_687 + written + "слова " * 43_600 + written
    places = [place for place in range(len(text)) if text.startswith("+375 29 600-11-22", place)]
    assert [seen.start for seen in KNOWN.find(text) if seen.owner == "phone"] == places
    assert [seen.end for seen in unknown_identifiers(text)] == [place + 17 for place in places]


@pytest.mark.parametrize("written", ["8 (029) 600-11-22", "+375-29-600•11•22", "00375 29 600 11 22", "(8029) 6001122"])
def test_a_phone_is_told_with_what_is_dialled_before_it(written):
    text = f"In 2020, {written}."
    assert [text[seen.start : seen.end] for seen in KNOWN.find(text) if seen.owner == "phone"] == [written]


@given(st.text())
def test_squashing_twice_is_squashing_once(text):
    once = squash(text).letters
    assert squash(once).letters == once


HOME = Identifiers([("p", "вул. Савецкіх Пагранічнікаў, 14-27"), ("q", "вул. Леніна, д. 5")])


@pytest.mark.parametrize(
    "written",
    [
        "вуліцы Савецкіх Пагранічнікаў, дом 14, кватэра 27",
        "ул. Советских Пограничников 14/27",
        "Советских Пограничников 14-27",
        "14 Savieckich Pahraničnikaŭ Street, flat 27",
        "27 у доме 14 па вуліцы Савецкіх Пагранічнікаў",
        "вул. Сав. Пагранічнікаў, 14-27",
    ],
)
def test_a_known_home_is_found_whole_in_any_writing(written):
    text = f"Здымала {written}."
    assert [(text[seen.start : seen.end], seen.doubtful) for seen in HOME.find(text)] == [(written, False)]


@pytest.mark.parametrize(
    "written",
    ["Сурганава 12-45", "ул. Сурганова, д. 12, кв. 45", "Сурганава, дом 12, кватэра 45", "Surhanava 12 flat 45",
     "Сургановой 12 кв 45", "дом 12 по Сурганова, квартира 45"],
)  # fmt: skip
def test_a_home_on_record_without_a_word_for_its_street_is_found_in_any_writing(written):
    known = Identifiers([("p", "Сурганава 12-45"), ("q", "MP 2815639")])
    assert [seen.owner for seen in known.find(f"Пакінулі тут: {written}.")] == ["p"]
    assert not list(known.find("Сурганаву затрымалі 12 жніўня, ёй 45 гадоў."))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Жыве на Савецкіх Пагранічнікаў", ["p"]),
        ("Советских Пограничников, 16", ["p"]),
        ("Она живёт на улице Ленина", ["q"]),
        ("На вуліцы Леніна 12 жніўня затрымалі 20 чалавек", []),
        ("Пограничники нашли 14 и 27 человек. Советские пограничники", []),
    ],
)
def test_a_known_street_alone_is_a_doubt_where_somebody_lives_or_its_name_is_long(text, owners):
    assert [(seen.owner, seen.doubtful) for seen in HOME.find(text)] == [(owner, True) for owner in owners]


@pytest.mark.parametrize(
    "said",
    [
        "плюс три семь пять двадцать девять шестьсот одиннадцать двадцать два",
        "восемь ноль двадцать девять шестьсот один один двадцать два",
        "сем пяць, дваццаць дзевяць, шэсцьсот, адзінаццаць, дваццаць два",
        "plus three seven five two nine six zero zero one one two two",
        "dwadzieścia dziewięć sześćset jedenaście dwadzieścia dwa",
        "двадцять дев’ять шістсот одинадцять двадцять два",
        "29 шестьсот 11 двадцать два",
    ],
)
def test_a_known_phone_is_found_in_words(said):
    known = Identifiers([("p", "+375 29 600-11-22")])
    assert [seen.owner for seen in known.find(f"Яна назвала: {said}.")] == ["p"]


@pytest.mark.parametrize(
    "born",
    [
        "двенадцатого марта тысяча девятьсот восемьдесят четвёртого года",
        "12 марта восемьдесят четвёртого",
        "дванаццатага сакавіка тысяча дзевяцьсот восемдзесят чацвёртага года",
        "дванадцятого березня 1984 року",
        "dwunastego marca tysiąc dziewięćset osiemdziesiątego czwartego roku",
        "dvanáctého března 1984",
        "1984 metų kovo dvyliktą dieną",
        "March the twelfth, nineteen eighty-four",
    ],
)
def test_a_known_day_of_birth_is_found_in_words(born):
    text = f"Here: {born}."
    assert [seen.owner for seen in KNOWN.births(text)] == ["born"]


@pytest.mark.parametrize(
    "text",
    [
        "One, two, three, four: she counted the blows, seven, eight, nine.",
        "Двадцать девять человек, сто двадцать три дня, сорок пять минут, шестьдесят семь ударов.",
        "Адзін, два, тры, чатыры, пяць, шэсць, сем, восем, дзевяць, дзесяць: так яна лічыла.",
        "Двенадцатого августа тысячи людей вышли на улицы; в девяносто четвёртом было иначе.",
    ],
)
def test_numbers_that_count_are_nobody_s(text):
    assert list(unknown_identifiers(text)) == []


@pytest.mark.parametrize(
    "written",
    ["53.9045 27.5615", "N53.90454 E27.56152", "53,90454; 27,56152", "lat 53.90454, lon 27.56152",
     "53°54'16.3\"N 27°33'41.5\"E", "53.9045° с. ш. 27.5615° в. д."],
)  # fmt: skip
def test_a_known_place_on_the_map_is_found_in_any_notation(written):
    known = Identifiers([("p", "53.90454, 27.56152")])
    assert [seen.owner for seen in known.find(f"Seen at {written}.")] == ["p"]
    assert list(known.find("Seen at 53.8, 27.4, and at 52.90454, 27.56152.")) == []


@pytest.mark.parametrize("kept", ["46.161.157.144", "5.8.1.10", "93.84.112.7"])
def test_a_known_computer_is_found_and_no_part_of_another_is_taken_for_it(kept):
    known = Identifiers([("p", kept)])
    assert [seen.owner for seen in known.find(f"Logged in from {kept}, then left.")] == ["p"]
    assert not list(known.find(f"Logged in from 1{kept} or {kept}9."))


@pytest.mark.parametrize("written", ["@kzhybrytski", "t.me/kzhybrytski", "kzhybrytski@mail.example"])
def test_an_initial_may_be_glued_to_the_surname_in_an_account(written):
    told = f"Write to {written}."
    assert "k. zhybrytski" in {words for _, words in names_within(told, list(unknown_identifiers(told)))}
