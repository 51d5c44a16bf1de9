"""Check digits: whether a number can have been issued. One small function for each way of reckoning.

All take digits (and letters) without spaces; anything of another length or shape is no such number.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CYRILLIC_TWINS = str.maketrans("АВСЕНІКМОРТХУ", "ABCEHIKMOPTXY")


def luhn(digits: str) -> bool:
    """Bank cards: ISO/IEC 7812-1, annex B.

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return 12 <= len(digits) <= 19 and len(set(digits)) > 1 and sum(sum(divmod(each, 10)) for each in doubled) % 10 == 0


def iban(number: str) -> bool:
    """Bank accounts: ISO 13616-1, the remainder by 97 (ISO/IEC 7064).

    >>> iban("BY13NBRB3600900000002Z00AB00"), iban("BY13NBRB3600900000002Z00AB01")
    (True, False)
    """
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", number):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def belarusian_personal_number(number: str) -> bool:
    """7 digits, a letter, 3 digits, 2 letters, a check digit; weights 7, 3, 1 (ICAO Doc 9303, part 3, 4.9).

    >>> belarusian_personal_number("3120384A001PB6"), belarusian_personal_number("3120384A001PB7")
    (True, False)
    """
    plain = number.upper().translate(_CYRILLIC_TWINS)
    if not re.fullmatch(r"[1-8]\d{6}[A-Z]\d{3}[A-Z]{2}\d", plain):
        return False
    return _weighed([int(sign, 36) for sign in plain[:-1]], (7, 3, 1)) % 10 == int(plain[-1])


def snils(digits: str) -> bool:
    """Russian social insurance: Pension Fund resolution 318p (2006): weights 9 to 1, by 101.

    >>> snils("11223344595"), snils("11223344596")
    (True, False)
    """
    if not re.fullmatch(r"\d{11}", digits):
        return False
    return _weighed(_each(digits[:9]), range(9, 0, -1)) % 101 % 100 == int(digits[9:])


def inn(digits: str) -> bool:
    """Russian taxpayers, 12 digits: two check digits, by 11 and 10 (Tax Service order ММВ-7-6/435).

    >>> inn("500100732259"), inn("500100732250")
    (True, False)
    """
    if not re.fullmatch(r"\d{12}", digits):
        return False
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    first = _weighed(_each(digits[:10]), weights[1:]) % 11 % 10
    second = _weighed(_each(digits[:11]), weights) % 11 % 10
    return digits[10:] == f"{first}{second}"


def russian_passport(digits: str) -> bool:
    """10 digits: region after OKATO, year of the form, number. It has no check digit; the year must be one of printing.

    >>> russian_passport("4509123456"), russian_passport("4560123456")
    (True, False)
    """
    if not re.fullmatch(r"\d{10}", digits):
        return False
    year = int(digits[2:4])
    return 1 <= int(digits[:2]) <= 99 and (year >= 97 or year <= datetime.date.today().year - 2000)  # noqa: DTZ011


def rnokpp(digits: str) -> bool:
    """Ukrainian taxpayers, 10 digits: State Tax Service order 822 (2017), weights -1, 5, 7, 9, 4, 6, 10, 5, 7, by 11.

    >>> rnokpp("3184710691"), rnokpp("3184710690")
    (True, False)
    """
    if not re.fullmatch(r"\d{10}", digits):
        return False
    return _weighed(_each(digits[:9]), (-1, 5, 7, 9, 4, 6, 10, 5, 7)) % 11 % 10 == int(digits[9])


def unzr(digits: str) -> bool:
    """Ukraine's register of persons, 13 digits: day of birth and five more; only the day is held.

    Source: Law 5492-VI, art. 10.

    >>> unzr("1984031200017"), unzr("1984131200017")
    (True, False)
    """
    return bool(re.fullmatch(r"\d{13}", digits)) and _is_day(digits[:8])


def pesel(digits: str) -> bool:
    """Polish residents, 11 digits: Act on population records (2010), art. 18: weights 1, 3, 7, 9.

    >>> pesel("44051401359"), pesel("44051401358")
    (True, False)
    """
    if not re.fullmatch(r"\d{11}", digits):
        return False
    month = int(digits[2:4]) % 20
    return 1 <= month <= 12 and -_weighed(_each(digits[:10]), (1, 3, 7, 9)) % 10 == int(digits[10])


def polish_identity_card(number: str) -> bool:
    """3 letters, a check digit, 5 digits; weights 7, 3, 1 (Interior Ministry regulation of 29 January 2015).

    >>> polish_identity_card("ABA400000"), polish_identity_card("ABA300000")
    (False, True)
    """
    plain = number.upper()
    if not re.fullmatch(r"[A-Z]{3}\d{6}", plain):
        return False
    values = [int(sign, 36) for sign in plain]
    return _weighed([*values[:3], *values[4:]], (7, 3, 1)) % 10 == values[3]


def asmens_kodas(digits: str) -> bool:
    """Lithuanian residents, 11 digits: century and sex, day of birth; weights 1 to 9, 1, then 3 to 9, 1, 2, 3, by 11.

    >>> asmens_kodas("38403120000"), asmens_kodas("38403120001")
    (True, False)
    """
    if not re.fullmatch(r"[1-6]\d{10}", digits):
        return False
    century = (int(digits[0]) - 1) // 2 + 18
    if not _is_day(f"{century}{digits[1:7]}"):
        return False
    first = _weighed(_each(digits[:10]), (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    second = _weighed(_each(digits[:10]), (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return (first if first < 10 else second) == int(digits[10])


def rodne_cislo(digits: str) -> bool:
    """Czech residents: 10 digits that 11 divides (or 9 before 1954); month + 50 for women, + 20 when a day is full.

    Source: Act 133/2000, section 13.

    >>> rodne_cislo("8403120000"), rodne_cislo("8403120001")
    (True, False)
    """
    if not re.fullmatch(r"\d{9,10}", digits):
        return False
    month, day = int(digits[2:4]) % 50, int(digits[4:6])
    if not (1 <= month % 20 <= 12 and 1 <= day <= 31):
        return False
    if len(digits) == 9:
        return int(digits[:2]) < 54
    return int(digits) % 11 == 0 or (int(digits[:9]) % 11 == 10 and digits[9] == "0")


def isbn(digits: str) -> bool:
    """Books, which name nobody: ISBN-13 (ISO 2108).

    >>> isbn("9780306406157"), isbn("9780306406158")
    (True, False)
    """
    return bool(re.fullmatch(r"97[89]\d{10}", digits)) and _weighed(_each(digits), (1, 3)) % 10 == 0


# Those of digits alone.
PERSONAL: tuple[Callable[[str], bool], ...] = (inn, rnokpp, pesel, asmens_kodas, rodne_cislo, snils, unzr)
# Those that documents.yml names.
BY_NAME: dict[str, Callable[[str], bool]] = {
    "iban": iban,
    "belarusian_personal_number": belarusian_personal_number,
    "polish_identity_card": polish_identity_card,
}


def _each(digits: str) -> list[int]:
    return [int(digit) for digit in digits]


def _weighed(values: Sequence[int], weights: Sequence[int]) -> int:
    """The sum of `values`, each by its weight; weights start again when they are used up."""
    return sum(value * weights[place % len(weights)] for place, value in enumerate(values))


def _is_day(digits: str) -> bool:
    try:
        datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True
