"""Invented identifiers, valid by their check digits, and the many ways in which people write them."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.gate.identifiers_documents import figures, passport, personal_number
from benchmarks.gate.identifiers_homes import address, birth_date, plate

DIGITS = {"arabic": "٠١٢٣٤٥٦٧٨٩", "wide": "０１２３４５６７８９", "bold": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"}
Maker = Callable[[random.Random], tuple[str, str]]


def phone(chance: random.Random) -> tuple[str, str]:
    """A phone: as the casebook has it, as a text has it."""
    country = chance.choice(["BY", "BY", "BY", "RU", "UA", "PL", "LT", "CZ"])
    code, area, rest = {
        "BY": ("375", chance.choice(["29", "33", "44", "25", "17"]), 7),
        "RU": ("7", chance.choice(["903", "916", "925", "812", "495"]), 7),
        "UA": ("380", chance.choice(["44", "50", "67", "93"]), 7),
        "PL": ("48", chance.choice(["501", "600", "22", "604"]), 0),
        "LT": ("370", "6" + chance.choice("0124567"), 6),
        "CZ": ("420", chance.choice(["602", "777", "224"]), 6),
    }[country]
    rest = rest or 9 - len(area)
    number = chance.choice("23456789") + figures(chance, rest - 1)
    kept = f"+{code}{area}{number}"
    groups = {7: [3, 2, 2], 6: [3, 3]}[rest]
    mark = chance.choice([" ", "-", ".", "\u00a0", "‑", "–", ""])
    parts, at = [], 0
    for length in groups:
        parts.append(number[at : at + length])
        at += length
    body = mark.join(parts)
    gap = chance.choice([" ", "-", "\u00a0"]) if mark else chance.choice(["", " "])
    ways = [f"+{code}{gap}{area}{gap}{body}", f"+{code} ({area}) {body}", f"00{code}{gap}{area}{gap}{body}"]
    national = {"BY": f"8 (0{area}) {body}", "RU": f"8 ({area}) {body}", "UA": f"(0{area}) {body}"}
    if country in national:
        ways += [
            national[country],
            national[country].replace(" (", "-").replace(") ", "-") if country != "UA" else f"0{area}-{body}",
        ]
    written = chance.choice(ways)
    if chance.random() < 0.15:
        written = f"{chance.choice(['tel. ', 'тэл.: ', 'тел. ', 'phone: '])}{area}{gap or ' '}{body}"
    return kept, written


def email(chance: random.Random) -> tuple[str, str]:
    box = chance.choice(["ana", "vera.k", "m_haj", "lesia-p", "nurse", "dr.zub"]) + figures(chance, 2)
    host, end = (
        chance.choice(["mail", "post-box", "inbox", "tut"]),
        chance.choice(["example", "by", "ru", "com", "org"]),
    )
    at, dot = chance.choice(
        [
            ("@", "."),
            ("@", "."),
            (" (at) ", " (dot) "),
            ("(at)", "."),
            ("[at]", "[dot]"),
            (" at ", " dot "),
            (" @ ", "."),
            (" собака ", " точка "),
            (" сабака ", " кропка "),
            ("(собака)", "."),
            (" małpa ", " kropka "),
            ("＠", "．"),
            ("{at}", "."),
        ]
    )
    written = f"{box.replace('.', dot) if dot.strip() not in ('.', '．') else box}{at}{host}{dot}{end}"
    return f"{box}@{host}.{end}", written.upper() if chance.random() < 0.1 else written


def card(chance: random.Random) -> tuple[str, str]:
    head = chance.choice(["4", "5", "2200", "9112"])
    head += figures(chance, 15 - len(head))
    plain = next(head + str(last) for last in range(10) if _luhn(head + str(last)))
    mark = chance.choice(["", " ", "-", "\u00a0"])
    return plain, mark.join(plain[at : at + 4] for at in range(0, 16, 4))


def bank_account(chance: random.Random) -> tuple[str, str]:
    country, body = chance.choice(
        [
            ("BY", "NBRB3600" + figures(chance, 16)),
            ("PL", figures(chance, 24)),
            ("LT", figures(chance, 16)),
            ("CZ", figures(chance, 20)),
            ("UA", figures(chance, 25)),
        ]
    )
    check = 98 - int("".join(str(int(sign, 36)) for sign in f"{body}{country}00")) % 97
    plain = f"{country}{check:02}{body}"
    spaced = " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))
    return plain, chance.choice([plain, spaced])


def account(chance: random.Random) -> tuple[str, str]:
    name = (
        chance.choice(["vera", "lesia", "hosp", "zubr", "kvetka"]) + chance.choice(["_", ".", ""]) + figures(chance, 3)
    )
    return "@" + name, chance.choice(
        [
            f"@{name}",
            f"@ {name}",
            f"t.me/{name}",
            f"https://t.me/{name}",
            f"vk.com/{name}",
            f"https://www.instagram.com/{name}/",
            f"telegram: {name}",
            f"Skype: {name}",
            f"нік {name}",
            f"facebook.com/{name}",
        ]
    )


def link(chance: random.Random) -> tuple[str, str]:
    path = f"{chance.choice(['people', 'posts', 'a', 'blog', 'p'])}/{chance.choice(['anna-k', 'nurse', 'id'])}{figures(chance, 4)}"  # noqa: E501
    host = chance.choice(["example.org", "hospital.by", "forum.example.com", "blog.tut.by"])
    plain = f"https://{host}/{path}"
    return plain, chance.choice([plain, f"www.{host}/{path}", f"{host}/{path}", f"http://{host}/{path}?ref=1"])


def ip(chance: random.Random) -> tuple[str, str]:
    if chance.random() < 0.3:
        plain = f"2a02:{chance.randint(256, 9999)}:{chance.randint(256, 9999)}::{chance.randint(1, 999)}"
        return plain, plain
    plain = f"{chance.choice([37, 46, 93, 178, 212])}.{'.'.join(str(chance.randint(0, 255)) for _ in range(3))}"
    return plain, plain


def coordinates(chance: random.Random) -> tuple[str, str]:
    north, east = chance.uniform(50, 57), chance.uniform(21, 33)
    n, e = int(north), int(east)
    written = chance.choice(
        [
            f"{north:.5f}, {east:.5f}",
            f"{north:.6f} {east:.6f}",
            f"{north:.4f}° N, {east:.4f}° E",
            f"N {north:.5f} E {east:.5f}",
            f"{n}°{chance.randint(0, 59)}′{chance.randint(0, 59)}″N {e}°{chance.randint(0, 59)}′{chance.randint(0, 59)}″E",  # noqa: E501
            f"{n}° {chance.randint(0, 59)}' с. ш., {e}° {chance.randint(0, 59)}' в. д.",
        ]
    )
    return f"{north:.5f}, {east:.5f}", written


MAKERS: dict[str, Maker] = {
    each.__name__: each
    for each in (
        phone,
        email,
        personal_number,
        passport,
        card,
        bank_account,
        birth_date,
        address,
        plate,
        account,
        link,
        ip,
        coordinates,
    )
}


def _luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(sum(divmod(each, 10)) for each in doubled) % 10 == 0
