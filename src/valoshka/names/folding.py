"""A folded copy of a word, for comparing. The word itself is never changed: the family's spelling is evidence."""

from __future__ import annotations

import re
import unicodedata

from valoshka.names import knowledge

_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f]"
    r"|[\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_STRESS = re.compile(r"(?<=[\u0400-\u04ff])[\u0300\u0301]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z\u00df-\u024f]")
# Words that fold to themselves in lower case, as most do: asking for more takes ten times as long.
_PLAIN = re.compile("[а-яёіўїєґА-ЯЁІЎЇЄҐ]+|[A-Za-zÀ-ÖØ-Þà-öø-įıĴ-ľŁ-ňŊ-ž]+")
_FEW = 2  # letters
_MOST = 4  # letters
_GREEK = re.compile(r"[\u0370-\u03ff]")


def fold(word: str) -> str:
    """`word` in lower case, without invisible characters and stress marks, in one script.

    Folding twice is folding once.

    >>> fold("САРО\\u00adКІН"), fold("Артё́м")
    ('сарокін', 'артём')
    """
    if (word.isascii() and word.isalpha()) or _PLAIN.fullmatch(word):
        return word.lower()
    folded = _fold_once(word)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def visible(text: str) -> str:
    """`text` without characters that nobody sees, and without stress marks."""
    return _STRESS.sub("", _INVISIBLE.sub("", text))


def script(folded: str) -> str:
    """`cyrillic`, `latin` or `other`: the script of a folded word."""
    if _CYRILLIC.search(folded):
        return "cyrillic"
    return "latin" if _LATIN.search(folded) else "other"


def twin(folded: str) -> str | None:
    """The same shapes in the other script, if every letter has a look-alike there: "capoka" is written as Сарока is.

    >>> twin("capoka"), twin("halina")
    ('сарока', None)
    """
    table = knowledge.lookalikes()["latin_to_cyrillic" if script(folded) == "latin" else "cyrillic_to_latin"]
    return folded.translate(table) if folded and all(ord(letter) in table for letter in folded) else None


def _fold_once(word: str) -> str:
    # A stress mark goes before composing, because к and г with an acute are Macedonian letters.
    unstressed = _STRESS.sub("", _INVISIBLE.sub("", word))
    whole = unicodedata.normalize("NFKC", unstressed).casefold()
    whole = _INVISIBLE.sub("", unicodedata.normalize("NFKC", whole))
    # What is still a separate mark after composition is a stress mark or decoration: й, ё, ў, š are one letter by now.
    bare = "".join(letter for letter in whole if not unicodedata.combining(letter))
    return _in_one_script(bare)


def _in_one_script(word: str) -> str:
    tables = knowledge.lookalikes()
    cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
    if _GREEK.search(word) and (cyrillic or latin):
        word = word.translate(tables["greek_to_latin"])
        latin = len(_LATIN.findall(word))
    if cyrillic and latin:
        leans_cyrillic = _leans_cyrillic(word)
        word = word.translate(tables["latin_to_cyrillic" if leans_cyrillic else "cyrillic_to_latin"])
        # One letter of the other script in a long word is a disguise; more of them are a word of another kind.
        left = len(_LATIN.findall(word)) if leans_cyrillic else 0
        if 0 < left <= _FEW and cyrillic >= _MOST:
            word = word.translate(tables["latin_in_cyrillic"])
    if any(letter.isdigit() for letter in word) and (cyrillic or latin):
        word = word.translate(tables["digits_to_cyrillic" if cyrillic >= latin else "digits_to_latin"])
    return word


def _leans_cyrillic(word: str) -> bool:
    """Whether a mixed word means its Cyrillic letters: by those without a look-alike, or by the greater part."""
    tables = knowledge.lookalikes()
    cyrillic, latin = _CYRILLIC.findall(word), _LATIN.findall(word)
    certain = sum(ord(letter) not in tables["cyrillic_to_latin"] for letter in cyrillic)
    doubtful = sum(ord(letter) not in tables["latin_to_cyrillic"] for letter in latin)
    return certain > doubtful or (certain == doubtful and len(cyrillic) >= len(latin))
