"""Plain romanisations for the pairs, apart from the product's own: letters for letters, as passports write them.

Sources: Belarus, Ministry of the Interior's instruction of 2008; Russia, BGN/PCGN 1947 with the press's -y for -ий;
Ukraine, Resolution 55 of 2010.
"""

from __future__ import annotations

import re

COMMON = dict(zip("абвдзклмнопрстуфэ", "abvdzklmnoprstufe", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ъ": "", "'": "", "’": "",
}  # fmt: skip
LETTERS = {
    "ru": COMMON | {"г": "g", "и": "i", "й": "y", "ы": "y", "е": "e", "ё": "yo"},
    "be": COMMON | {"г": "h", "і": "i", "й": "i", "ы": "y", "ў": "u", "е": "e", "ё": "io"},
    "uk": COMMON | {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "i", "й": "i", "е": "e", "є": "ie"},
}
SOFT = {"ru": {"ю": "yu", "я": "ya"}, "be": {"ю": "iu", "я": "ia"}, "uk": {"ю": "iu", "я": "ia"}}
OPENING = {
    "ru": {"е": "ye"},
    "be": {"е": "ye", "ё": "yo", "ю": "yu", "я": "ya"},
    "uk": {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"},
}
AFTER_VOWEL = "аеёиіїоуўыэюяєьъ'’й"


def latin(text: str, language: str) -> str:
    """`text` in Latin letters.

    >>> latin("Сяргей Кавалёў", "be"), latin("Юрий Ельцов", "ru"), latin("Згорський Юрій", "uk")
    ('Siarhei Kavaliou', 'Yury Yeltsov', 'Zhorskyi Yurii')
    """
    if language == "ru":
        text = re.sub(r"[иы]й\b", "ы", text)
    return "".join(_letter(text, at, language) for at in range(len(text)))


def _letter(text: str, at: int, language: str) -> str:
    letter = text[at].lower()
    opening = at == 0 or text[at - 1] == " "
    table = LETTERS[language] | SOFT[language]
    if opening or (language == "be" and text[at - 1].lower() in AFTER_VOWEL):
        table = table | OPENING[language]
    written = table.get(letter, letter)
    return written.capitalize() if text[at].isupper() else written
