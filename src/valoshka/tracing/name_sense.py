"""Whether words read as somebody's name: asked of the room of names, so that a list needs no lexicon of its own."""

from __future__ import annotations

import functools
import re

from valoshka.names.folding import fold
from valoshka.names.given import given_groups, is_given_name
from valoshka.names.parts import is_patronymic

_LETTERS = r"[^\W\d_]+(?:['’ʼ`′\-‐‑][^\W\d_]+)*"
WORD = re.compile(rf"{_LETTERS}\.?")
_INITIAL = 2  # letters: Дз. for Дзмітрый
_LEAST, _MOST = 2, 6  # words of a whole name
_LONGEST = 80  # characters of a cell that is nothing but a name


@functools.lru_cache(maxsize=1 << 16)
def is_given(word: str) -> bool:
    """Whether a word is a given name that the room of names knows, in any language.

    >>> is_given("Галіна"), is_given("Акрэсціна")
    (True, False)
    """
    folded = fold(word)
    return bool(given_groups(folded)) if len(folded) > _INITIAL else is_given_name(folded)


def is_initial(word: str) -> bool:
    """Whether a word is an initial: one or two letters, the first large, with a full stop, or one capital alone."""
    bare = word.rstrip(".")
    return bare[:1].isupper() and (len(bare) == 1 or (len(bare) <= _INITIAL and word.endswith(".")))


@functools.lru_cache(maxsize=1 << 16)
def is_whole(text: str) -> bool:
    """Whether `text` is a name of two to six words, one of them an initial, a patronymic or a known given name.

    >>> is_whole("Бонч Г. П."), is_whole("Halina Bonch"), is_whole("Цэнтральны раён")
    (True, True, False)
    """
    words = WORD.findall(text)
    full = [word for word in words if not is_initial(word)]
    if not (_LEAST <= len(words) <= _MOST and full and len(text) <= _LONGEST):
        return False
    return len(full) < len(words) or any(map(is_given, full)) or any(is_patronymic(fold(word)) for word in full[1:])


def is_plain(text: str) -> bool:
    """Whether `text` is a few words and nothing else: no digits, no marks but those within names.

    >>> is_plain("Абу Рашид"), is_plain("ул. Леніна, 5")
    (True, False)
    """
    return (
        0 < len(text) <= _LONGEST
        and not WORD.sub("", text).strip()
        and len(WORD.findall(text)) <= _MOST
        and any(len(word) > 1 for word in WORD.findall(text))
    )


def has_letters(text: str) -> bool:
    """Whether there is anything in `text` that could be a name, in any script."""
    return sum(map(str.isalpha, text)) > 1


def is_patronymic_word(word: str) -> bool:
    """Whether one word has a patronymic's ending.

    >>> is_patronymic_word("Пятроўна"), is_patronymic_word("Бонч")
    (True, False)
    """
    return is_patronymic(fold(word))
