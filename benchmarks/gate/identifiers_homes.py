"""Invented days of birth, homes and number plates, in the words of each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.gate.identifiers_documents import TWINS, day, figures

if TYPE_CHECKING:
    import random


def birth_date(chance: random.Random) -> tuple[str, str]:
    year, month, born = day(chance)
    months = {
        "be": [
            "студзеня",
            "лютага",
            "сакавіка",
            "красавіка",
            "мая",
            "чэрвеня",
            "ліпеня",
            "жніўня",
            "верасня",
            "кастрычніка",
            "лістапада",
            "снежня",
        ],
        "ru": [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        "uk": [
            "січня",
            "лютого",
            "березня",
            "квітня",
            "травня",
            "червня",
            "липня",
            "серпня",
            "вересня",
            "жовтня",
            "листопада",
            "грудня",
        ],
        "pl": [
            "stycznia",
            "lutego",
            "marca",
            "kwietnia",
            "maja",
            "czerwca",
            "lipca",
            "sierpnia",
            "września",
            "października",
            "listopada",
            "grudnia",
        ],
        "cs": [
            "ledna",
            "února",
            "března",
            "dubna",
            "května",
            "června",
            "července",
            "srpna",
            "září",
            "října",
            "listopadu",
            "prosince",
        ],
        "en": [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    }
    name = {each: named[month - 1] for each, named in months.items()}
    numeric = f"{born:02}.{month:02}.{year}"
    written = chance.choice(
        [
            f"born on {born} {name['en']} {year}",
            f"born {name['en']} {born}, {year}",
            f"DOB: {numeric}",
            f"date of birth {year}-{month:02}-{born:02}",
            f"нарадзілася {born} {name['be']} {year} года",
            f"нарадзіўся {numeric}",
            f"{numeric} г.р.",
            f"{numeric} года рождения",
            f"родилась {born} {name['ru']} {year} года",
            f"дата рождения: {numeric}",
            f"народився {born} {name['uk']} {year} року",
            f"{numeric} р. н.",
            f"urodzona {born} {name['pl']} {year} r.",
            f"ur. {numeric}",
            f"narozen {born}. {name['cs']} {year}",
            f"gimė {year}-{month:02}-{born:02}",
        ]
    )
    return f"{year}-{month:02}-{born:02}", written


def address(chance: random.Random) -> tuple[str, str]:
    house, flat = chance.randint(1, 180), chance.randint(1, 240)
    be = chance.choice(["Савецкая", "Якуба Коласа", "Леніна", "Прытыцкага", "8 Сакавіка", "Максіма Багдановіча"])
    ru = chance.choice(["Советская", "Ленина", "Кирова", "8 Марта", "Академика Павлова", "Мира"])
    written = chance.choice(
        [
            f"вул. {be}, {house}",
            f"вуліца {be}, д. {house}, кв. {flat}",
            f"вул. {be} {house}-{flat}",
            f"праспект {be}, дом {house}",
            f"на вуліцы {be}, {house}, кватэра {flat}",
            f"ул. {ru}, {house}",
            f"ул. {ru}, д. {house}, кв. {flat}",
            f"ул. {ru} {house}/{flat}",
            f"проспект {ru}, дом {house}",
            f"пер. {ru}, д. {house} кв. {flat}",
            f"вул. Шевченка, буд. {house}, кв. {flat}",
            f"вулиця Хрещатик, {house}",
            f"ul. Długa {house}/{flat}",
            f"ul. Marszałkowska {house} m. {flat}",
            f"al. Jana Pawła II {house}",
            f"Gedimino pr. {house}-{flat}",
            f"Vilniaus g. {house}",
            f"Dlouhá {house}, 110 00 Praha",
            f"ulice Dlouhá {house}",
            f"{house} Lenin Street",
            f"{house} Partyzanski Avenue, flat {flat}",
            f"Lenin Street {house}-{flat}",
            f"vul. Savieckaja {house}",
            f"ulitsa Lenina, {house}, kv. {flat}",
            f"д. {house}, кв. {flat}",
        ]
    )
    return written, written


def plate(chance: random.Random) -> tuple[str, str]:
    number, pair = figures(chance, 4), "".join(chance.choice("ABCEHIKMOPTX") for _ in range(2))
    one, three = chance.choice("ABEKMHOPCTYX"), figures(chance, 3)
    russian = f"{one}{three}{''.join(chance.choice('ABEKMHOPCTYX') for _ in range(2))}{chance.choice(['77', '199', '50', '777'])}"  # noqa: E501
    written = chance.choice(
        [
            f"{number} {pair}-{chance.randint(1, 7)}",
            f"{number}{pair}-{chance.randint(1, 7)}",
            f"{number} {pair.translate(TWINS)}-{chance.randint(1, 7)}",
            russian,
            russian.translate(str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")),
            f"{russian[0]} {russian[1:4]} {russian[4:6]} {russian[6:]}",
            f"{pair} {number} {pair[::-1]}",
            f"{pair}{number}{pair}",
            f"{chance.randint(1, 9)}A{chance.randint(1, 9)} {number}",
            f"numer rejestracyjny WA {figures(chance, 5)}",
            f"valst. nr. {'ABC'} {three}",
        ]
    )
    return written, written
