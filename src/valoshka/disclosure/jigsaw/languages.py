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
_LETTERS_ENOUGH = 12  # of a script that neither part of the languages read writes
_WORDS_ENOUGH = 4  # in such a script: fewer are a name
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]")  # no blanks between words
_SIGNS = 2  # words of a short text, at least, that speak for another language
_FOREIGN_LETTER = re.compile("[^\\W\\d_a-ząćęłńóśźż]")
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
    if script := _script(paragraph):
        return script
    if _EASTERN.search(paragraph) and not _STRANGE.search(paragraph):
        return ""
    spoken = _WORD.findall(paragraph)
    running = sum(word[0].islower() for word in spoken)
    if running < _ENOUGH:
        return _by_signs(spoken)
    small = [word.lower() for word in spoken]
    read = max(_share(code, small) for code in _told()["read"])
    if read >= _PLAIN:
        return ""
    best = max((_share(code, small), code) for code in _told()["others"])
    if best[0] >= _SURE and best[0] > read * _CLEARLY and len(_small_words()[best[1]].intersection(small)) > _SIGNS:
        return best[1]
    return _by_signs(spoken) or ("?" if read < _SMALL and running >= _PLENTY and _ENDED.search(paragraph) else "")


def _script(paragraph: str) -> str:
    """Which other script most of the letters of a sentence are of: the block of its commonest letters."""
    other = Counter(ord(letter) >> 8 for letter in _OTHER_SCRIPT.findall(paragraph) if letter.isalpha())
    if other.total() < _LETTERS_ENOUGH or other.total() * 2 <= sum(map(str.isalpha, paragraph)):
        return ""
    is_sentence = len(_WORD.findall(paragraph)) >= _WORDS_ENOUGH or _UNSPACED.search(paragraph)
    return f"script {other.most_common(1)[0][0]}" if is_sentence else ""


def _by_signs(spoken: Sequence[str]) -> str:
    """The language of a few words: by small words and letters that English and Polish do not have.

    A name says nothing of the language around it, so that only words in small letters count, and the first.
    """
    # Capitals within a word are no language but letters thrown together.
    small = [word.lower() for at, word in enumerate(spoken) if word[1:].islower() and (word[0].islower() or not at)]
    known = sum(word in _speaking_for_read() for word in small)
    known += sum(bool(_POLISH.search(word)) and not _is_strange(word) for word in small)
    strange = {word for word in small if _is_strange(word)}
    signs, best = max((len(strange | _speaking(code).intersection(small)), code) for code in _told()["others"])
    enough = 1 if not known and len(small) > _WORDS_ENOUGH else _SIGNS
    return best if signs >= max(enough, 2 * known) else ""


def _is_strange(word: str) -> bool:
    """Whether a letter of the word is none of the languages that are read, and it is no loan."""
    letters = _STRANGE if _CYRILLIC.search(word) else _FOREIGN_LETTER
    return bool(letters.search(word)) and word not in _homographs()


@functools.cache
def _speaking(code: str) -> frozenset[str]:
    """The small words of a language that speak for it and not for one that is read."""
    return _small_words()[code].difference(*(_small_words()[each] for each in _told()["read"]), _homographs())


@functools.cache
def _speaking_for_read() -> frozenset[str]:
    read = frozenset[str]().union(*(_small_words()[each] for each in _told()["read"]))
    return read.difference(*(_small_words()[each] for each in _told()["others"]))


@functools.cache
def _homographs() -> frozenset[str]:
    return frozenset(cast(list[str], entries("languages.yml")["homographs"]))


def _share(code: str, small: Sequence[str]) -> float:
    known = _small_words()[code]
    return sum(word in known for word in small) / len(small)
