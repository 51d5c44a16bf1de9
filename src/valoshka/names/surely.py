"""Whether a word is a surname itself in some case, to the vowel: what a surname alone must be to be beyond doubt.

Пресс sounds as Прайс may be spelt, and Швеция as if it were a case of Швец. Beside a given name that is enough to know
somebody; alone it is not.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from valoshka.names import knowledge
from valoshka.names.agreement import stems
from valoshka.names.folding import script
from valoshka.names.forms.declining import declined
from valoshka.names.forms.families import borne_by
from valoshka.names.forms.grammar import LANGUAGES, LONGEST
from valoshka.names.forms.neighbours import languages_of, surname_in
from valoshka.names.phones import sounds, spoken
from valoshka.names.transcribed import is_transcribed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DOUBLED = re.compile(r"([^аеиоуюя])\1")
_TWICE = re.compile(r"([^aeiou])\1")
_GLIDE = re.compile("i(?=[aou])|(?<=[aeou])i(?=e)")
_BETWEEN = re.compile("(?<=[aeiou])i(?=[aeou])")  # -ая is -aya or -aja
_NEUTER = ("ае", "ое", "ее", "яе")  # of adjectives, in which no person stands
_ENDING = 2  # vowels
_SHORT = 3  # letters of a stem
_VOWELS = "aeiou"
# The vowels that may end a name in its cases, by those of its first case. Polish softens before -e.
_CASES = {"": frozenset({"", "a", "u", "e", "ie"}), "a": frozenset({"a", "i", "e", "ie", "u", "oi", "ei", "ou", "o"})}
_ADJECTIVES = ("sk", "ck", "Tk", "zk")
# What Polish puts and romanised Belarusian put behind a name; -ą and -ę stand for -a, and -iem only behind k and g.
_POLISH = re.compile("(?:(?<=[kg])iem|owi|[aeo]m|owie|ów|ami|ach|i?ego|i?emu|[iy]m|i?ej|i?ch|['’]s)$")
_NASAL = re.compile("[ąę]$")
_HEARD = str.maketrans("o", "a")


@functools.lru_cache(maxsize=1 << 15)
def is_surely(folded: str, surname: str) -> bool:
    """Whether a folded word is the folded `surname` in some case, of a man, a woman or a family, in any script.

    >>> is_surely("тихановской", "ціханоўская"), is_surely("tsikhanouskaya", "ціханоўская")
    (True, True)
    >>> is_surely("швеция", "швец"), is_surely("швецом", "швец"), is_surely("пресс", "прайс")
    (False, True, False)
    """
    if folded == surname:
        return True
    if folded.endswith(_NEUTER) and not surname.endswith(_NEUTER):
        return False
    if script(folded) == "cyrillic" == script(surname):
        return _letters(folded) in _written(surname)
    if "other" in (script(folded), script(surname)):
        return any(not said(stem).isdisjoint(_spoken(surname)) for stem, _ in stems(folded))
    if {folded[0], surname[0]} == {"s", "z"}:
        return False  # one for the other only where one of two is German, and then another script helps
    known = knowledge.surname_knowledge()
    if folded.endswith(known["adjectival"]) and not surname.endswith(known["of_adjectives"]):
        return False  # вясковага is nobody called Vaskov
    return is_heard(folded, surname) or is_transcribed(folded, surname)


def is_slip_of(folded: str, surname: str, most: int = 1) -> bool:
    """Whether a folded word is the folded surname in some case with a slip of the pen, or `most`, letter by letter.

    >>> is_slip_of("узорнка", "узорник"), is_slip_of("церемония", "еремина")
    (True, False)
    """
    if script(folded) != script(surname):
        return False
    written = _plain(folded)
    return any(
        form != folded and OSA.distance(written, _plain(form), score_cutoff=most) <= most for form in _forms(surname)
    )


def _plain(folded: str) -> str:
    """A word in Latin letters without their marks, which systems of romanisation set each in its own way."""
    if script(folded) != "latin":
        return folded
    return "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))


def said(folded: str) -> frozenset[tuple[str, ...]]:
    """The consonants of a folded word and the vowels before each, in every reading; none that ends in many vowels."""
    heard = (sound for sound in sounds(folded) if len(sound.trail) <= _ENDING)
    return frozenset((sound.consonants, *(gap.translate(_HEARD) for gap in sound.gaps)) for sound in heard)


def is_heard(folded: str, surname: str) -> bool:
    """Whether a folded word is the folded surname of the other script in some case, read letter by letter.

    All but a short ending must be the same, glides too: Stany are no case of Стайн.

    >>> is_heard("łukaszenki", "лукашэнка"), is_heard("stany", "стайн"), is_heard("rosji", "раза")
    (True, False, False)
    """
    names = _forms_heard(surname)
    return any(_is_form(heard, names) for heard in _word_heard(folded))


def _is_form(heard: _Heard, names: Mapping[str, frozenset[str]]) -> bool:
    known = names.get(heard.bare)
    if known is None:
        return False
    if heard.bare.endswith(_ADJECTIVES):
        return True
    if heard.cut:
        return not heard.trail
    return any(heard.trail == each or heard.trail in _CASES.get(each, ()) for each in known)


class _Heard(NamedTuple):
    """A reading of a word up to its last consonant, the vowels behind that, and whether an ending was cut off."""

    bare: str
    trail: str
    cut: bool = False


@functools.lru_cache(maxsize=1 << 13)
def _forms_heard(surname: str) -> Mapping[str, frozenset[str]]:
    """What may stand before the last vowels of the surname in any case and language → these vowels."""
    found: dict[str, set[str]] = {}
    for form in _forms(surname):
        for each in (form, form.replace("ё", "е")):
            for heard in _heard(each):
                found.setdefault(heard.bare, set()).add(heard.trail)
    return {bare: frozenset(trails) for bare, trails in found.items()}


@functools.lru_cache(maxsize=1 << 13)
def _word_heard(folded: str) -> frozenset[_Heard]:
    if script(folded) == "latin":
        stem = _POLISH.sub("", folded)
        cut = _heard(stem, cut=True) if _SHORT <= len(stem) < len(folded) else frozenset()
        return _heard(_NASAL.sub("a", folded)) | cut
    return frozenset().union(
        *(_heard(each, cut=cut) for stem, cut in stems(folded) for each in {stem, *_in_russian(stem)})
    )


def _in_russian(stem: str) -> Iterator[str]:
    """As Russian writes it: most romanised names stand in lists in their Russian spelling."""
    for here in languages_of(stem):
        yield from surname_in(stem, here, "ru")


def _heard(folded: str, *, cut: bool = False) -> frozenset[_Heard]:
    return frozenset(_parted(phones.replace("J", "i"), cut=cut) for phones in spoken(folded))


def _parted(phones: str, *, cut: bool) -> _Heard:
    bare = phones.rstrip(_VOWELS)
    return _Heard(_TWICE.sub(r"\1", _GLIDE.sub("", bare)), _BETWEEN.sub("", phones[len(bare) :]), cut)


@functools.lru_cache(maxsize=1 << 13)
def _spoken(surname: str) -> frozenset[tuple[str, ...]]:
    return frozenset().union(*map(said, _forms(surname)))


@functools.lru_cache(maxsize=1 << 13)
def _written(surname: str) -> frozenset[str]:
    return frozenset(map(_letters, _forms(surname)))


def _letters(folded: str) -> str:
    """In letters that neighbours share, no consonant doubled: Филиппов is Филипов, but Швеции no form of Швец."""
    return _DOUBLED.sub(r"\1", folded.translate(knowledge.given_alone().same_letters))


@functools.lru_cache(maxsize=1 << 13)
def _forms(surname: str) -> frozenset[str]:
    return frozenset({surname, *_declined(surname)} if len(surname) <= LONGEST else {surname})


def _declined(surname: str) -> Iterator[str]:
    """Every form in the languages from here, as each of them writes the name."""
    for here in languages_of(surname):
        for there in LANGUAGES:
            for written in surname_in(surname, here, there):
                for sex in ("m", "f"):
                    for form in declined(borne_by(written, there, sex), "surname", there):
                        yield form.text
