"""How a word sounds, so coarsely that every usual spelling of a name sounds the same: the strings that are compared."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from anyascii import anyascii

from valoshka.names import knowledge
from valoshka.names.agreement import stems
from valoshka.names.folding import script
from valoshka.names.phones import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile("(?<=[aeou])i|i(?=[aeou])")
_TWICE = re.compile(r"([aeu])\1(?=[^aeiu])")
_LONG_ENOUGH = 3  # phones: shorter words keep their last vowel, which is half of them (Ева, Іў)


@functools.lru_cache(maxsize=1 << 15)
def heard(folded: str) -> tuple[str, ...]:
    """Every way in which a folded word, or its stem without a case ending, may sound; the word itself first.

    One letter stands for all that spellings exchange (g for г, х, h), a glide is no letter, and vowels at the end,
    which cases and genders change, are left out. A script without rules of its own is read through its romanisation.

    >>> set(heard("ціханоўская")) & set(heard("tikhanovskaya")) & set(heard("cichanouskaja"))
    {'tiganavsk'}
    >>> heard("სორომინი")[0]
    'saramin'
    """
    return hear(folded)


def hear(folded: str) -> tuple[str, ...]:
    """As `heard`, for a word that is met once and need not be remembered."""
    found: dict[str, None] = {}
    for form, _ in stems(folded):
        found.update(dict.fromkeys(_coarse(form)))
    found.pop("", None)
    return tuple(found)


def _coarse(folded: str) -> Iterator[str]:
    if script(folded) == "other":
        folded = romanised(folded)
    for phones in sorted(spoken(folded)):
        yield coarsely(phones)


def stuttered(folded: str) -> frozenset[str]:
    """How a Cyrillic word with two equal vowels in a row sounds if both count, as a consonant may be missing there.

    >>> sorted(stuttered("леоов")), sorted(stuttered("леонов"))
    (['leaav'], [])
    """
    if script(folded) != "cyrillic":
        return frozenset()
    return frozenset(
        _without_trail(_GLIDE.sub("", merged))
        for phones in spoken(folded)
        if _TWICE.search(merged := phones.translate(knowledge.merged_phones()))
    )


def romanised(folded: str) -> str:
    """A word of a script without rules of its own in plain Latin letters, as near as letter by letter gets.

    >>> romanised("სორომინი")
    'soromini'
    """
    return "".join(letter for letter in anyascii(folded).lower() if letter.isalpha())


def coarsely(phones: str) -> str:
    """The phones of a word with what spellings exchange made one, without glides, doubles and trailing vowels.

    >>> coarsely("tixanovskaia"), coarsely("Jula")
    ('tiganavsk', 'ul')
    """
    merged = phones.translate(knowledge.merged_phones())
    plain = _DOUBLED.sub(r"\1", _GLIDE.sub("", merged))
    cut = _without_trail(plain)
    return cut if len(cut) >= _LONG_ENOUGH or len(plain) <= _LONG_ENOUGH - 1 else plain if len(cut) < 2 else cut


def _without_trail(merged: str) -> str:
    return merged.rstrip("aeiu") or merged


def skeleton(coarse: str) -> str:
    """The consonants of a coarse sound, which few spellings change: the key under which a word is found.

    >>> skeleton("tiganavsk")
    'tgnvsk'
    """
    return coarse.translate(_NO_VOWELS)


_NO_VOWELS = dict.fromkeys(map(ord, "aeiu"))
