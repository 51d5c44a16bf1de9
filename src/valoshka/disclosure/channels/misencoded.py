"""Running text that was written in one encoding and read in another: “РўРёС…РѕРЅ” and “Òèõîí” are Тихон."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.channels.odd_words import read_anew
from valoshka.disclosure.channels.plausible import surprise
from valoshka.disclosure.channels.torn import Guess
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

# The first bytes in UTF-8: of letters with marks and of Cyrillic ones; of typographer's signs, which need three bytes.
_LEADS, _LEADS_OF_THREE = b"\xc2\xc3\xc4\xc5\xd0\xd1\xd2", b"\xe2"
_CONTINUED = bytes(range(0x80, 0xC0))
_TWICE = 2  # a text may have been misread and saved more than once
_LOST = 0.2  # the share of a stretch that may be lost beyond repair
_FEWEST = 3  # letters
_ODD, _GAIN = 4.6, 0.6  # bits of surprise a letter, see `plausible`
_WORD = re.compile(r"[^\W\d_]+")
# Of one alphabet read as another: letters that no language has three of in a row, capitals behind a small letter, signs
# within a word. What of a text is none of these was read as it was written.
_STRANGE = re.compile(
    r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{2}|[а-яё][А-ЯЁ]|[\x80-\x9f\u2500-\u259f\ufffd]"
    r"|[^\W\d_][\u00a1-\u00bf\u201a-\u2022\u2026\u2030\u20ac][^\W\d_]"
    r"|[^\W\d_][\u00a2-\u00a9\u00ac\u00ae-\u00b1\u00b6]|[\u00a2-\u00a9\u00ac\u00ae-\u00b1\u00b6][^\W\d_]"
    r"|[^\W\d_][\u0402\u0403\u0405\u0408-\u040c\u040f\u0452\u0453\u0455\u0458-\u045c\u045f]"
)


class _Unicode(NamedTuple):
    encoding: str
    stretch: re.Pattern[str]


def reencoded(text: str) -> list[Guess]:
    """Every stretch of `text` that was misread, as it was written.

    >>> reencoded("He met Тихон".encode().decode("cp1251"))[0].text
    'Тихон'
    >>> reencoded("Òèõîí Óçîðíèê")[0].text
    'Тихон Узорник'
    >>> reencoded("Зоя сказала: “Überraschung” и «ну, да». A café in Besançon.")
    []
    """
    found = list(_from_unicode(text))
    for _ in range(_TWICE - 1):
        found += [Guess(guess.at, again.text) for guess in found for again in _from_unicode(guess.text)]
    if _STRANGE.search(text):
        found += read_anew(text, _is_odd, _readings)
    return list(dict.fromkeys(found))


def is_misread(text: str) -> bool:
    """Whether so much of `text` was misread that it is no oddity of a word or two.

    >>> is_misread("Âчера “Òèõîí Óçîðíèê óø¸ë"), is_misread("мРНК-вакцина, ГУБОПиК and größte")
    (True, False)
    """
    if any(_from_unicode(text)):
        return True
    if not _STRANGE.search(text):
        return False
    odd = {(place, token) for place, token in enumerate(text.split()) if _is_odd(token)}
    places = {place for place, _ in odd}
    return len({token for _, token in odd}) >= _FEWEST and any(place + 1 in places for place in places)


def _from_unicode(text: str) -> Iterator[Guess]:
    for encoding, stretch in _stretches():
        for match in stretch.finditer(text):
            for filled in _filled(match[0], encoding):
                written = b"".join(_byte(sign, encoding) for sign in filled).decode("utf-8", "replace")
                letters = sum(map(len, _WORD.findall(written)))
                if written.count("\ufffd") <= _LOST * len(written) and letters >= _FEWEST:
                    yield Guess(match.start(), written)


def _filled(stretch: str, encoding: str) -> Iterator[str]:
    """A stretch with what was lost put back: a byte for which the encoding has no sign, each of them by turns."""
    if "\ufffd" not in stretch:
        yield stretch
        return
    yield from (
        stretch.replace("\ufffd", chr(byte)) for byte in range(0x80, 0xA0) if _sign(byte, encoding) == chr(byte)
    )


@functools.lru_cache(maxsize=1 << 14)
def _is_odd(token: str) -> bool:
    if not _STRANGE.search(token):
        return False
    # What is written in two alphabets, or holds signs, is as odd as can be, and needs no more than to make sense.
    here = max((surprise(word) for word in _WORD.findall(token)), default=_ODD)
    return any(_sense(reading) + (_GAIN if here < _ODD else 0) <= max(here, _ODD) for reading in _readings(token))


def _sense(reading: str) -> float:
    words = _WORD.findall(reading)
    if sum(map(len, words)) < _FEWEST or _STRANGE.search(reading):
        return 9.0
    return max(map(surprise, words))


def _readings(token: str) -> Iterator[str]:
    for read_as, written in _confused():
        known = b"".join(_byte(sign, read_as) for sign in token)
        lost = known.count(b"?") > token.count("?") + _LOST * len(token)
        yield token if lost else known.decode(written, "replace")


@functools.lru_cache(maxsize=1 << 12)
def _byte(sign: str, encoding: str) -> bytes:
    try:
        return sign.encode(encoding)
    except UnicodeEncodeError:
        # A byte for which an encoding has no letter stays as it is, or is lost.
        return sign.encode("latin-1") if ord(sign) < 0xA0 else b"?"


@functools.cache
def _stretches() -> tuple[_Unicode, ...]:
    return tuple(_Unicode(each, _of_two_signs(each)) for each in cast(list[str], _known()["unicode_read_as"]))


def _of_two_signs(encoding: str) -> re.Pattern[str]:
    two, three, continued = (_any_of(every, encoding) for every in (_LEADS, _LEADS_OF_THREE, _CONTINUED))
    behind = rf"[{continued}\x80-\x9f\ufffd?]"
    pair = rf"(?:[{two}]{behind}|[{three}]{behind}{{2}})"
    return re.compile(rf"{pair}{{2,}}(?:[ -~\n]{{0,3}}{pair}+)*")


def _any_of(every: bytes, encoding: str) -> str:
    return re.escape("".join(_sign(each, encoding) for each in every))


def _sign(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


@functools.cache
def _confused() -> tuple[tuple[str, str], ...]:
    return tuple((read_as, written) for read_as, written in cast(list[list[str]], _known()["read_for"]))


@functools.cache
def _known() -> dict[str, object]:
    return cast(dict[str, object], own_yaml("valoshka.disclosure.channels", "encodings.yml"))
