"""Which language a passage is in, by its alphabet and the letters that only one of them has."""

from __future__ import annotations

import re

from valoshka.errors import Refused

LANGUAGES = ("en", "ru", "be")
SAMPLE = 20_000  # letters enough to tell; a book need not be counted
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЁёІіЎўЇїЄє]")
_ONLY_BE, _ONLY_RU, _ONLY_UK = (
    re.compile(r"[ЎўІі]|(?<=[А-Яа-я])[’'ʼ](?=[еёюяі])"),
    re.compile(r"[ИиЩщЪъ]"),
    re.compile(r"[ЇїЄєҐґ]"),
)


def language_of(text: str, otherwise: str | None = None) -> str | None:
    """`en`, `ru` or `be`; `otherwise` if the letters do not tell; `None` for Ukrainian and other alphabets.

    >>> language_of("Мяне затрымалі ў жніўні."), language_of("Меня задержали в августе."), language_of("In August")
    ('be', 'ru', 'en')
    """
    sample = text[:SAMPLE]
    latin, cyrillic = len(_LATIN.findall(sample)), len(_CYRILLIC.findall(sample))
    if not latin and not cyrillic:
        return otherwise
    if latin >= cyrillic:
        return "en"
    if _ONLY_UK.search(sample):
        return None
    return _belarusian_or_russian(sample, otherwise)


def _belarusian_or_russian(sample: str, otherwise: str | None) -> str | None:
    belarusian, russian = len(_ONLY_BE.findall(sample)), len(_ONLY_RU.findall(sample))
    if belarusian == russian:
        return otherwise if otherwise in ("ru", "be") else "ru"
    return "be" if belarusian > russian else "ru"


def checked(language: str | None) -> str | None:
    """`language` if there is a lexicon for it. Raises `Refused` otherwise."""
    if language is not None and language not in LANGUAGES:
        raise Refused(f"There is no lexicon for the language “{language}”. Use one of: {', '.join(LANGUAGES)}.")
    return language
