"""Whether two words are one word in two spellings, to the consonant: what is accepted, where `sounding` only looks."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass

from valoshka.names.agreement import agree, stems
from valoshka.names.declension import oblique_stems
from valoshka.names.folding import script
from valoshka.names.index import surname_forms
from valoshka.names.phones import Sound, sounds
from valoshka.names.sounding import romanised

_DIFFERING = 2  # vowels


@dataclass(frozen=True)
class _Form:
    """How a word, or what it is without a case ending (`cut`), sounds; `oblique` stems stand only before an ending."""

    sound: Sound
    cut: bool
    oblique: bool


def is_one_word(one: str, other: str) -> bool:
    """Whether some reading of one folded word agrees with some reading of the other, in any case of each.

    >>> is_one_word("ваўковай", "волков"), is_one_word("громов", "хромов"), is_one_word("заяц", "зайцам")
    (True, False, True)
    """
    # As they stand first, which is cheap and mostly enough.
    return _meet(_as_written(one), _as_written(other)) or _meet(_forms(one), _forms(other))


def _meet(one: tuple[_Form, ...], other: tuple[_Form, ...]) -> bool:
    return any(_agree(here, there) for here, there in itertools.product(one, other))


def _agree(one: _Form, other: _Form) -> bool:
    if one.sound.consonants != other.sound.consonants or (one.oblique and other.oblique):
        return False
    if (one.oblique and not (other.cut or other.sound.trail)) or (other.oblique and not (one.cut or one.sound.trail)):
        return False
    if not _vowels_of_one_word(one.sound, other.sound):
        return False
    cut = one.cut or other.cut
    return agree(one.sound, other.sound, ending_cut=cut) or agree(other.sound, one.sound, ending_cut=cut)


def _vowels_of_one_word(one: Sound, other: Sound) -> bool:
    """Whether few vowels differ: о and а are one, but where three others differ, two names only share consonants."""
    differing = 0
    for here, there in zip(one.gaps, other.gaps, strict=True):
        short, long = sorted((here.lstrip("J"), there.lstrip("J")), key=len)
        # Сергяенка, Сергеенко; but not Быкаў, Бикаев.
        if len(short) != len(long) and short[-1:] != long[-1:]:
            return False
        differing += here.replace("o", "a") != there.replace("o", "a")
    return differing <= _DIFFERING


@functools.lru_cache(maxsize=1 << 13)
def _as_written(folded: str) -> tuple[_Form, ...]:
    return tuple(_Form(sound, False, False) for sound in sounds(folded)) if script(folded) != "other" else ()


@functools.lru_cache(maxsize=1 << 13)
def _forms(folded: str) -> tuple[_Form, ...]:
    if script(folded) == "other":
        return tuple(_Form(sound, False, False) for sound in sounds(romanised(folded)))
    found: dict[_Form, None] = {}
    # Ё is mostly written without its dots: Ёрш, Ерш.
    for form in sorted({each for word in surname_forms(folded) for each in (word, word.replace("ё", "е"))}):
        for stem, cut in stems(form):
            found.update(dict.fromkeys(_Form(sound, cut, False) for sound in sounds(stem)))
        for stem in oblique_stems(form):
            found.update(dict.fromkeys(_Form(sound, False, True) for sound in sounds(stem)))
    return tuple(found)
