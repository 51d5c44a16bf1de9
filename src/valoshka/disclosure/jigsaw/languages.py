"""In which language a text tells: its dates are read by that, and what nobody could read must not look clear."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.jigsaw.knowledge import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_EASTERN = re.compile("[ыэёіїєґў]", re.IGNORECASE)  # of be, ru or uk
_STRANGE = re.compile("[әөүұқғңһђћљњџјѓќѕ]", re.IGNORECASE)  # of none of them
_ENDED = re.compile(r"[.!?…](?:\s|$)")  # a list of key words has no sentence
_OTHER_SCRIPT = re.compile("[^\0-\u024f\u0400-\u052f\u1e00-\u1eff\u2000-\u2bff]")
_POLISH = re.compile("[ąęłńśźćż]")
# By how much a letter speaks for (be, ru, uk): each is missing in, or belongs to, one or two of them.
_LETTERS = (
    ("і", (2.0, -3.0, 2.0)),
    ("ў", (4.0, -2.0, -2.0)),
    ("и", (-4.0, 1.0, 1.0)),
    ("ы", (1.0, 1.0, -4.0)),
    ("э", (1.0, 1.0, -4.0)),
    ("ё", (1.0, 1.0, -4.0)),
    ("ъ", (-4.0, 4.0, -4.0)),
    ("щ", (-4.0, 1.0, 1.0)),
    ("ї", (-4.0, -4.0, 4.0)),
    ("є", (-4.0, -4.0, 4.0)),
    ("дз", (2.0, -1.0, -1.0)),
    # "Year", which stands in most dates.
    ("рок", (-1.0, -1.0, 2.0)),
    ("год", (1.0, 1.0, -1.0)),
    # Belarusian writes a where the stress is elsewhere, and so has few of these.
    ("о", (-0.5, 0.5, 0.5)),
)
_EAST = ("be", "ru", "uk")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_ENOUGH = 10  # words in small letters: fewer are a heading, a caption, a line of a table
_PLENTY = 30  # such words, before a text is said to be in no language that is known
_LETTERS_ENOUGH = 60  # of a script that neither part of the languages read writes
_SMALL = 0.08  # of the words of any text in one of the languages read, at least, are its small words
_SURE = 0.2  # of the words of a text in another language
_PLAIN = 0.35  # of the words of a text that is read beyond doubt
_CLEARLY = 1.25  # times as many small words of another language: neighbours share some


@functools.cache
def _small_words() -> Mapping[str, frozenset[str]]:
    told = _told()
    return {code: frozenset(each) for code, each in {**told["read"], **told["others"]}.items()}


@functools.cache
def _told() -> dict[str, dict[str, list[str]]]:
    return cast(dict[str, dict[str, list[str]]], entries("languages.yml"))


def language_of(text: str, before: str = "") -> str:
    """`en`, `be`, `ru`, `uk` or `pl`, by letters and small words; `before` is the language of what stands before.

    Empty for no letters; what is none of these is taken for the nearest.

    >>> [language_of(text) for text in ("У лістападзе", "В феврале было", "В листопаді", "In November", "W maju ją")]
    ['be', 'ru', 'uk', 'en', 'pl']
    >>> language_of("1.", "be")
    ''
    """
    lower = text.lower()
    cyrillic = len(_CYRILLIC.findall(lower))
    if cyrillic * 2 < sum(map(str.isalpha, lower)) or not cyrillic:
        return _latin(lower, before) if any(map(str.isalpha, lower)) else ""
    counts = [(lower.count(letter), scores) for letter, scores in _LETTERS]
    told = {code: sum(count * scores[place] for count, scores in counts) for place, code in enumerate(_EAST)}
    best = max(told.values())
    alike = [code for code in ("ru", "be", "uk") if told[code] == best]
    return before if before in alike else alike[0]


def _latin(lower: str, before: str) -> str:
    spoken = lower.split()
    english = sum(word in _small_words()["en"] for word in spoken)
    polish = 2 * len(_POLISH.findall(lower)) + sum(word in _small_words()["pl"] for word in spoken)
    if polish == english:
        return before if before in {"en", "pl"} else "en"
    return "pl" if polish > english else "en"


def unread(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` first tells in each language that nobody here reads: start and end of the paragraph (code points).

    >>> german = "Sie wurde im November von der Polizei abgeholt, und nach drei Tagen war sie nicht mehr in der Klinik."
    >>> list(unread("She was taken.\\n\\n" + german))
    [(16, 117)]
    """
    met: set[str] = set()
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        language = _foreign(match[0])
        if language and language not in met:
            met.add(language)
            yield match.start(), match.end()


def _foreign(paragraph: str) -> str:
    """The code of a language that is not read, a script, or `?`; empty for what is read, or too short to tell."""
    other = Counter(ord(letter) >> 8 for letter in _OTHER_SCRIPT.findall(paragraph) if letter.isalpha())
    if other.total() >= _LETTERS_ENOUGH and other.total() * 2 > sum(map(str.isalpha, paragraph)):
        return f"script {other.most_common(1)[0][0]}"
    if _EASTERN.search(paragraph) and not _STRANGE.search(paragraph):
        return ""
    spoken = _WORD.findall(paragraph)
    running = sum(word[0].islower() for word in spoken)
    if running < _ENOUGH:
        return ""
    small = [word.lower() for word in spoken]
    read = max(_share(code, small) for code in _told()["read"])
    if read >= _PLAIN:
        return ""
    best = max((_share(code, small), code) for code in _told()["others"])
    if best[0] >= _SURE and best[0] > read * _CLEARLY:
        return best[1]
    return "?" if read < _SMALL and running >= _PLENTY and _ENDED.search(paragraph) else ""


def _share(code: str, small: Sequence[str]) -> float:
    known = _small_words()[code]
    return sum(word in known for word in small) / len(small)
