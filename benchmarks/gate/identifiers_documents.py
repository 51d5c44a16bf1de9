"""Invented documents: personal numbers with their check digits, passports, identity cards."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

TWINS = str.maketrans("ABCEHKMOPTXI", "АВСЕНКМОРТХІ")


def figures(chance: random.Random, count: int) -> str:
    return "".join(chance.choice(string.digits) for _ in range(count))


def weighed(values: list[int], weights: tuple[int, ...]) -> int:
    return sum(value * weights[place % len(weights)] for place, value in enumerate(values))


def day(chance: random.Random) -> tuple[int, int, int]:
    return chance.randint(1945, 2004), chance.randint(1, 12), chance.randint(1, 28)


def personal_number(chance: random.Random) -> tuple[str, str]:
    year, month, born = day(chance)
    kind = chance.choice(["by", "by", "pesel", "lt", "cz", "snils", "inn", "rnokpp", "unzr"])
    if kind == "by":
        plain = f"{chance.choice('3456')}{born:02}{month:02}{year % 100:02}{chance.choice('ABCEHKM')}{figures(chance, 3)}{chance.choice(['PB', 'BA', 'BI'])}"  # noqa: E501
        plain += str(weighed([int(sign, 36) for sign in plain], (7, 3, 1)) % 10)
        spaced = f"{plain[:7]} {plain[7]} {plain[8:11]} {plain[11:13]} {plain[13]}"
        return plain, chance.choice([plain, plain, plain.translate(TWINS), spaced, plain.lower()])
    if kind == "pesel":
        plain = f"{year % 100:02}{month + (20 if year > 1999 else 0):02}{born:02}{figures(chance, 4)}"
        plain += str(-weighed([int(sign) for sign in plain], (1, 3, 7, 9)) % 10)
        return plain, chance.choice([plain, f"PESEL {plain}", f"PESEL: {plain}"])
    if kind == "lt":
        plain = (
            f"{(3 if year < 2000 else 5) + chance.randint(0, 1)}{year % 100:02}{month:02}{born:02}{figures(chance, 3)}"
        )
        values = [int(sign) for sign in plain]
        first = weighed(values, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
        second = weighed(values, (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
        plain += str(first if first < 10 else second)
        return plain, chance.choice([plain, f"a. k. {plain}", f"asmens kodas {plain}"])
    if kind == "cz":
        head = f"{year % 100:02}{month + chance.choice([0, 50]):02}{born:02}"
        tail = next(f"{each:04}" for each in range(chance.randint(1, 5000), 10000) if int(f"{head}{each:04}") % 11 == 0)
        return head + tail, chance.choice([f"{head}/{tail}", f"r. č. {head}/{tail}", head + tail])
    if kind == "snils":
        head = chance.choice("123") + figures(chance, 8)
        check = weighed([int(sign) for sign in head], (9, 8, 7, 6, 5, 4, 3, 2, 1)) % 101 % 100
        plain = f"{head}{check:02}"
        return plain, chance.choice([f"{plain[:3]}-{plain[3:6]}-{plain[6:9]} {plain[9:]}", f"СНИЛС {plain}"])
    if kind == "inn":
        head = "77" + figures(chance, 8)
        weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
        head += str(weighed([int(sign) for sign in head], weights[1:]) % 11 % 10)
        head += str(weighed([int(sign) for sign in head], weights) % 11 % 10)
        return head, chance.choice([head, f"ИНН {head}", f"ИНН: {head}"])
    if kind == "rnokpp":
        head = chance.choice("123") + figures(chance, 8)
        head += str(weighed([int(sign) for sign in head], (-1, 5, 7, 9, 4, 6, 10, 5, 7)) % 11 % 10)
        return head, chance.choice([head, f"ІПН {head}", f"РНОКПП {head}"])
    plain = f"{year}{month:02}{born:02}{figures(chance, 5)}"
    return plain, chance.choice([f"{plain[:8]}-{plain[8:]}", f"УНЗР {plain[:8]}-{plain[8:]}"])


def passport(chance: random.Random) -> tuple[str, str]:
    kind = chance.choice(["by", "by", "by", "ru", "ua", "pl_card", "pl", "lt", "cz"])
    if kind == "by":
        series, number = chance.choice(["AB", "BM", "HB", "KH", "MP", "MC", "KB", "PP"]), figures(chance, 7)
        shown = chance.choice([series, series.translate(TWINS)])
        return series + number, chance.choice(
            [f"{shown}{number}", f"{shown} {number}", f"{shown} № {number}", f"{shown}-{number}", f"{shown} №{number}"]
        )
    if kind == "ru":
        head, number = chance.choice(["45", "40", "63"]) + chance.choice(["03", "09", "18"]), figures(chance, 6)
        return head + number, chance.choice(
            [
                f"{head} {number}",
                f"{head[:2]} {head[2:]} {number}",
                f"паспорт серия {head} № {number}",
                f"паспорт {head}{number}",
            ]
        )
    if kind == "ua":
        series, number = chance.choice(["СН", "ВК", "МЕ", "АА"]), figures(chance, 6)
        return series + number, chance.choice([f"{series} {number}", f"{series}{number}", f"серія {series} № {number}"])
    if kind == "pl_card":
        series, tail = "".join(chance.choice("ABCDEFGH") for _ in range(3)), figures(chance, 5)
        values = [int(sign, 36) for sign in series + tail]
        plain = f"{series}{weighed(values, (7, 3, 1)) % 10}{tail}"
        return plain, chance.choice([plain, f"{plain[:3]} {plain[3:]}", f"dowód osobisty {plain}"])
    if kind == "pl":
        plain = "E" + chance.choice("ABCDEFGH") + figures(chance, 7)
        return plain, chance.choice([plain, f"{plain[:2]} {plain[2:]}"])
    number = chance.choice("12345678") + figures(chance, 7)
    label = chance.choice(
        ["paso Nr. ", "pasas ", "passport no. "] if kind == "lt" else ["cestovní pas č. ", "passport ", "pas č. "]
    )
    return number, f"{label}{number}"
