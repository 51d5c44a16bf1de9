"""Lines of free text, as volunteers paste them: who is named on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from valoshka.tracing import CardIndex
from valoshka.tracing.line_names import names_in, names_in_cell

if TYPE_CHECKING:
    from conftest import Listed


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("1. Іваноў Іван Іванавіч, 1982 г.н., Акрэсціна", ["Іваноў Іван Іванавіч"]),
        ("2) Сідарэнка Алена — 15 сутак, ст. 23.34", ["Сідарэнка Алена"]),
        ("БОНЧ Г.П. 12.03.1990 - 10 сут", ["БОНЧ Г.П."]),
        ("• Сарока Алесь", ["Сарока Алесь"]),
        ("№ 14 Сарока Алесь Ігаравіч", ["Сарока Алесь Ігаравіч"]),
        ("Бонч, Галіна", ["Бонч, Галіна"]),
        ("Bonch, H.", ["Bonch, H."]),
        ("Г.П. Бонч", ["Г.П. Бонч"]),
        ("Бонч Г.", ["Бонч Г."]),
        ("Halina Bonch, 35, Minsk", ["Halina Bonch"]),
        ("Иванов Иван, ул. Максима Горького 5, кв. 7", ["Иванов Иван"]),
        ("Судья Дмитриев: Сидоров Петр Ильич 10 суток", ["Сидоров Петр Ильич"]),
        ("Сидоров Петр Ильич (судья Дмитриев А.А.)", ["Сидоров Петр Ильич"]),
        ("іваноў іван 1982 акрэсціна", ["іваноў іван"]),
        ("Затрымалі Іванова Івана на плошчы", ["Іванова Івана"]),
        ("Іваноў І.І.; Сарока П.", ["Іваноў І.І.", "Сарока П."]),
        ("Іваноў Іван, Сарока Пётр; Дзятлава", ["Іваноў Іван", "Сарока Пётр", "Дзятлава"]),
        ("Иванов И.И. и Петров П.П.", ["Иванов И.И.", "Петров П.П."]),
        ("Іваноў | 1982 | Жодзіна", ["Іваноў"]),
        ("Zzyzx Qwert 1990", ["Zzyzx Qwert"]),
        ("Сарока", ["Сарока"]),
        ("Деркач Телегин Свобода", ["Деркач Телегин Свобода"]),
        ("მიხეილ ბერიძე 1967", ["მიხეილ ბერიძე"]),
        ("Спіс затрыманых 10 жніўня 2020", []),
        ("Акрэсціна, камера 5:", []),
        ("12345", []),
        ("🙂 🙂", []),
        ("=A1+B2", []),
        ("", []),
    ],
)
def test_the_people_of_a_line_are_taken_and_nobody_else(line: str, names: list[str]) -> None:
    assert list(names_in(line)) == names


@pytest.mark.parametrize("cell", ["Бонч, Галіна", "Zzyzx", "Абу Рашид", "zzyzx qwert", "დავით", "O'Neill-Bonch Ann"])
def test_a_cell_that_is_nothing_but_a_name_stays_as_it_is(cell: str) -> None:
    assert names_in_cell(f" {cell} ") == (cell,)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Дятлова (Сорока) Анна - 10 суток", ["Дятлова Анна", "Сорока Анна"]),
        ("Иванов Иван (он же Петров Пётр), 1982", ["Иванов Иван", "Петров Пётр"]),
        ("Иванов Иван, он же Сорока, 1980", ["Иванов Иван", "Сорока Иван"]),
        ("Мамедов Али Гасан оглы 1980", ["Мамедов Али Гасан оглы"]),
        ("d'Artagnan Charles, 1970", ["d'Artagnan Charles"]),
    ],
)
def test_other_names_and_particles_belong_to_the_person(line: str, names: list[str]) -> None:
    assert list(names_in(line)) == names


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "@SUM(1+9)*cmd|' /C calc'!A0", "=A1+B2"])
def test_a_formula_names_nobody(cell: str) -> None:
    assert names_in_cell(cell) == names_in(cell) == ()


def test_a_line_that_begins_with_a_sign_is_no_formula() -> None:
    assert names_in("-2+3 Бонч Галіна") == names_in("= Бонч Галіна") == names_in("+ Бонч Галіна") == ("Бонч Галіна",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Далі: Петров, Сидоров, Іваноў Мікіта", ["Петров", "Сидоров", "Іваноў Мікіта"]),
        ("Сидоров и Петров", ["Сидоров", "Петров"]),
        ("Петроў, Сідараў і Казлоўскі, Жодзіна", ["Петроў", "Сідараў", "Казлоўскі"]),
        ("братья Жук Иван и Пётр", ["Жук Иван", "Жук Пётр"]),
        ("Дятлова Аня Петрова Оля Сидорова Катя", ["Дятлова Аня", "Петрова Оля", "Сидорова Катя"]),
        ("Кот Иван Ильич Лис Пётр Львович", ["Кот Иван Ильич", "Лис Пётр Львович"]),
        ("[10.08.2020 23:14] Таня: Бонч Галіна, 1990", ["Бонч Галіна"]),
        ("10.08.2020, 23:14 - Таня: Бонч Галіна, 1990", ["Бонч Галіна"]),
    ],
)
def test_nobody_on_a_line_of_several_is_lost_and_no_sender_is_taken(line: str, names: list[str]) -> None:
    assert list(names_in(line)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Кот, Заяц, Сарока", ["Кот", "Заяц", "Сарока"]),
        ("Кот і Заяц", ["Кот", "Заяц"]),
        ("РУВД Фрунзенское: Жук, Кот, Лис", ["Жук", "Кот", "Лис"]),
        ("Камера 12: Жук И, Кот А", ["Жук И", "Кот А"]),
        ("Жук Иван 15 сут, Кот Анна 10 сут, Лис 5 сут", ["Жук Иван", "Кот Анна", "Лис"]),
        ("Zzyzx Qwert, Бонч Галіна", ["Zzyzx Qwert", "Бонч Галіна"]),
        ("Бонч, Галіна Пятроўна", ["Бонч, Галіна Пятроўна"]),
        ("Аня и Оля Петровы", ["Аня Петровы", "Оля Петровы"]),
        ("Ивановы Аня и Оля", ["Ивановы Аня", "Ивановы Оля"]),
        ("Супруги Иванова Анна и Пётр", ["Иванова Анна", "Иванова Пётр"]),
        ("Иванов И. с сыном Петром", ["Иванов И.", "Иванов Петром"]),
        ("Иван Жук и Пётр", ["Иван Жук", "Жук Пётр"]),
        ("жук иван, кот анна", ["жук иван", "кот анна"]),
        (
            "Detained: Vera Barsuk and Alla Rys. Ihar Kunitsa, a driver, is free.",
            ["Vera Barsuk", "Alla Rys", "Ihar Kunitsa"],
        ),
        ("вчера возле метро забрали Жука Ивана и Кота", ["Жука Ивана", "Кота"]),
        ("Кот: камера 5, с ним Лис Иван", ["Кот", "Лис Иван"]),
        ("– Куніца І. / Куница И.", ["Куніца І.", "Куница И."]),
    ],
)
def test_nobody_of_several_is_lost_whose_name_no_list_knows(line: str, names: list[str]) -> None:
    assert list(names_in(line)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ищу сына! помогите, телефон 80291234567", []),
        ("Добрый день! Ищу мужа, Жук Иван Петрович 1985 г.р.", ["Жук Иван Петрович"]),
        ("Всем привет", []),
        ("Дзякуй!", []),
        ("Таня, [10.08.2020 23:14]", []),
        ("Таня: Бонч Галіна", ["Бонч Галіна"]),
        ("Forwarded from Списки Окрестина", []),
        ("Бонч Галіна (нашлась)", ["Бонч Галіна"]),
        ("Учора бачылі, як Жука Івана і Ката Пятра вялі ў аўтобус каля ГУМа", ["Жука Івана", "Ката Пятра"]),
    ],
)
def test_what_people_say_in_chats_is_nobodys_name(line: str, names: list[str]) -> None:
    assert list(names_in(line)) == names


@pytest.mark.parametrize(
    "row",
    [
        "Пан Тадэвуш Бонч", "пані Бонч Тадэвуш", "г-н Бонч Тадэвуш", "Спадар Бонч Тадэвуш", "Mr. Tadevush Bonch",
        "Herr Bonch Tadevush", "Пан Бонч Тадэвуш",
    ],
)  # fmt: skip
def test_a_form_of_address_takes_nothing_off_a_likeness(listed: Listed, row: str) -> None:
    for detained in (listed("a.txt", f"{row}, 1990\n"), listed("a.csv", f"ФИО;Г.р.\n{row};1990\n")):
        (found,) = CardIndex([detained]).trace("Бонч Тадэвуш").likely
        assert found.score == 1
        assert row in found.row.words
    assert CardIndex([listed("b.txt", "Бонч Тадэвуш\n")]).trace(row).likely[0].score == 1


def test_a_surname_that_is_a_form_of_address_too_stays(listed: Listed) -> None:
    assert listed("a.txt", "Пан Галина Петровна, 1971\n").rows[0].names == ("Пан Галина Петровна",)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Муха О.П. и Муха Т.О.", ("Муха О.П.", "Муха Т.О.")),
        ("Кот Ян і Кот Ева", ("Кот Ян", "Кот Ева")),
        ("Лось; Ян", ("Лось, Ян",)),
        ("ван дер Эльст Пётр", ("ван дер Эльст Пётр",)),
        ("Кот Ян (вышел)", ("Кот Ян",)),
        ("5 чел.", ()),
        ("итого", ()),
    ],
)
def test_a_cell_of_a_column_of_names_may_hold_several_people_or_none(cell: str, names: tuple[str, ...]) -> None:
    assert names_in_cell(cell) == names
