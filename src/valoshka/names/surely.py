"""Whether a word is a surname itself in some case, to the vowel: what a surname alone must be to be beyond doubt.

Пресс sounds as Прайс may be spelt, and Швеция as if it were a case of Швец. Beside a given name that is enough to know
somebody; alone it is not.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.agreement import stems
from valoshka.names.folding import script
from valoshka.names.forms.declining import declined
from valoshka.names.forms.families import borne_by
from valoshka.names.forms.grammar import LANGUAGES, LONGEST
from valoshka.names.forms.neighbours import languages_of, surname_in
from valoshka.names.phones import sounds

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOUBLED = re.compile(r"([^аеиоуюя])\1")
_ENDING = 2  # vowels
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
    if script(folded) == "cyrillic" == script(surname):
        return _letters(folded) in _written(surname)
    # The cases of another script's spellings are many languages'; all but a short ending must be the same to the vowel.
    return any(not said(stem).isdisjoint(_spoken(surname)) for stem, _ in stems(folded))


def said(folded: str) -> frozenset[tuple[str, ...]]:
    """The consonants of a folded word and the vowels before each, in every reading; none that ends in many vowels."""
    heard = (sound for sound in sounds(folded) if len(sound.trail) <= _ENDING)
    return frozenset((sound.consonants, *(gap.translate(_HEARD) for gap in sound.gaps)) for sound in heard)


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
