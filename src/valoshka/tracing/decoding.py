"""Which encoding a list is in: the one in which its words are names.

Lists are short and full of names, so names are the evidence. A file put together from several may be in two encodings
at once; then each line is read in its own.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from valoshka.own_yaml import own_yaml
from valoshka.tracing.name_sense import is_given
from valoshka.tracing.refusals import ListUnreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORD = re.compile(rb"[^\s,;|\x00-\x40]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouyąęėįųūóöüäаеёиоуыэюяіїє]", re.IGNORECASE)
_SAMPLE = 2_000  # words
_SHORT = 2  # letters
_GIVEN, _ODD, _SIGN = 6.0, -2.0, -3.0
_LEAST = -0.5  # mean of a word; below it, no encoding made words of the bytes
_MANY_NULS = 0.1


@dataclass(frozen=True)
class Decoded:
    """A list's text, a sentence on how it was read, and the numbers of lines (from 1) of which a letter is damaged."""

    text: str
    note: str
    damaged: tuple[int, ...] = ()


@cache
def _known() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = own_yaml("valoshka.tracing", "encodings.yml")
    return known


def decode(name: str, untrusted_bytes: bytes) -> Decoded:
    """The text of the list called `name`, without a byte order mark and without NULs.

    Raises `ListUnreadable` if it is no text in any encoding that is tried.

    >>> decode("list.txt", "Бонч Галіна".encode("koi8-u")).note
    'read as KOI8 (Cyrillic), judging by its words'
    """
    for mark, encoding in _MARKS:
        if untrusted_bytes.startswith(mark):
            return _as(encoding, untrusted_bytes[len(mark) :], "as its first bytes say")
    wide = _wide(untrusted_bytes)
    if wide:
        return _as(wide, untrusted_bytes, "judging by its bytes")
    if untrusted_bytes.count(0) > _MANY_NULS * len(untrusted_bytes):
        raise _no_text(name)
    untrusted_bytes = untrusted_bytes.replace(b"\0", b"")
    try:
        return Decoded(untrusted_bytes.decode("utf-8"), "")
    except UnicodeDecodeError:
        return _by_line(name, untrusted_bytes)


def _as(encoding: str, untrusted_bytes: bytes, basis: str) -> Decoded:
    text = untrusted_bytes.decode(encoding, "replace").replace("\0", "")
    named = "UTF-" + encoding.split("-")[1]
    return Decoded(text, f"read as {named}, {basis}", _damaged(text.split("\n")) if "�" in text else ())


def _wide(untrusted_bytes: bytes) -> str | None:
    """UTF-16 without a mark: one byte of each pair is the alphabet's number (0 for Latin, 4 for Cyrillic)."""
    sample = untrusted_bytes[:20_000]
    sample = sample[: len(sample) // 2 * 2]
    if b"\0" not in sample:
        return None
    for encoding, alphabet in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in {0x00, 0x04, 0x20} for byte in alphabet) > 0.9 * len(alphabet):
            return encoding
    return None


def _by_line(name: str, untrusted_bytes: bytes) -> Decoded:
    """Each line in UTF-8 if it is, else in the old encoding that makes words of all the others."""
    lines = untrusted_bytes.split(b"\n")
    other = [number for number, line in enumerate(lines) if not _is_utf_8(line)]
    torn = [number for number in other if _is_torn_utf_8(lines[number])]
    old = [number for number in other if number not in set(torn)]
    encoding = _old_encoding(name, [lines[number] for number in old]) if old else "utf-8"
    of_line = dict.fromkeys(old, encoding)
    text = "\n".join(line.decode(of_line.get(number, "utf-8"), "replace") for number, line in enumerate(lines))
    named = _known()["names"].get(encoding, encoding)
    utf_8 = sum(not line.isascii() for line in lines) - len(old)
    damaged = tuple(number + 1 for number in torn)
    if not old:
        return Decoded(text, "", damaged)
    if not utf_8:
        return Decoded(text, f"read as {named}, judging by its words", _damaged(text.split("\n")))
    note = f"it is in two encodings: {utf_8} lines in UTF-8, {len(old)} in {named}; each line was read in its own"
    return Decoded(text, note, damaged)


def _damaged(lines: Sequence[str]) -> tuple[int, ...]:
    return tuple(number for number, line in enumerate(lines, 1) if "�" in line)


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_torn_utf_8(line: bytes) -> bool:
    """Whether a line is UTF-8 but for a letter or two that somebody's program cut in half."""
    lost = line.decode("utf-8", "replace").count("�")
    kept = sum(letter > "\x7f" for letter in line.decode("utf-8", "ignore"))
    return kept > 2 * lost


def _old_encoding(name: str, lines: Sequence[bytes]) -> str:
    beyond = dict.fromkeys(word for line in lines for word in _WORD.findall(line) if not word.isascii())
    words = list(islice(beyond, _SAMPLE))
    scores = {encoding: _score(words, encoding) for encoding in _known()["names"]}
    best = max(scores, key=lambda encoding: scores[encoding])
    if not words or scores[best] < _LEAST * len(words):
        raise _no_text(name)
    return best


def _score(words: Sequence[bytes], encoding: str) -> float:
    return sum(_score_word(word.decode(encoding, "replace")) for word in words)


def _score_word(word: str) -> float:
    signs = any(sign > "\x7f" and not sign.isalpha() for sign in word.strip("«»“”„–—…№·•\xa0"))
    return _SIGN * signs + sum(map(_score_part, _LETTERS.findall(word)))


def _score_part(part: str) -> float:
    beyond = frozenset(letter for letter in part.lower() if letter > "\x7f")
    cased = part.islower() or part.isupper() or part.istitle()
    if not cased or not any(beyond <= alphabet for alphabet in _alphabets()):
        return _ODD
    two_scripts = any(letter.isascii() for letter in part) and max(beyond, default="") > "\u0370"
    voiceless = len(part) > _SHORT and not _VOWEL.search(part)
    return _ODD if two_scripts or voiceless else _GIVEN if is_given(part) else 1.0


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, _known()["alphabets"].values()))


def _no_text(name: str) -> ListUnreadable:
    return ListUnreadable(
        name,
        "it is no text in any encoding that is known here",
        "Open it in the program that made it, save it as UTF-8 text or as xlsx, and give that.",
    )
