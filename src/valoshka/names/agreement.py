"""Whether a word of a text can be a form of one part of a name. A yes or no, for one reading of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.folding import script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.names.phones import Sound

# Unstressed vowels that Belarusian writes as it hears them (Сяргей, Сергей; Ціханоўская, Тихановская).
_NEAR = frozenset({"ao", "oa", "ae", "ea", "oe", "eo", "ei", "ie"})
_AKANNE = frozenset({"ao", "oa"})
_SHORT = 2  # a name of so few consonants is compared to the letter


def agree(word: Sound, name: Sound, *, ending_cut: bool = False) -> bool:
    """Whether `word` (with a case ending cut off or not) sounds as `name` does in some grammatical case.

    >>> from valoshka.names.phones import sounds
    >>> name, form, other = (set(sounds(word)).pop() for word in ("сорокин", "сорокина", "сырник"))
    >>> agree(form, name), agree(other, name)
    (True, False)
    """
    if word.consonants != name.consonants:
        return False
    short = len(name.consonants) <= _SHORT
    # Юраў is Юров: the vowel of this ending follows the language, however short the name.
    ends_in_ov = len(name.gaps) - 1 if len(name.gaps) == _SHORT and name.consonants[-1] == "v" else None
    if short and name.trail and not word.trail and not ending_cut:
        return False
    if len(name.consonants) < _SHORT and word.trail != name.trail:
        return False
    return all(
        _vowels_agree(here, there, strict=short and not (here + there in _AKANNE and (name.trail or at == ends_in_ov)))
        for at, (here, there) in enumerate(zip(word.gaps, name.gaps, strict=True))
    )


def _vowels_agree(here: str, there: str, *, strict: bool) -> bool:
    if here == there:
        return True
    if here[:1] == "J" or there[:1] == "J":
        # An opening ya is heard as ye in another language, never as a plain a (Ярмошина, Ермошина; but not Яна, Анна).
        return "e" in (here, there)
    if strict or not (here and there):
        return False
    return all(one == other or one + other in _NEAR for one, other in ((here[0], there[0]), (here[-1], there[-1])))


def identical(word: Sound, name: Sound) -> bool:
    """Whether two sounds that agree are the same to the vowel, as far as a case ending lets them be."""
    return word.gaps == name.gaps


def stems(folded: str) -> Iterator[tuple[str, bool]]:
    """`folded` itself, then what remains of it without each case ending that it may bear; true where one was cut.

    >>> [stem for stem, cut in stems("сарокіным") if cut]
    ['сарокін']
    """
    yield folded, False
    known = knowledge.case_endings("latin" if script(folded) == "latin" else "cyrillic")
    uncut = folded.endswith(known.uncut)
    for length in range(1, min(known.longest, len(folded) - _SHORT) + 1):
        stem, ending = folded[:-length], folded[-length:]
        if ending in known.endings and len(stem) > _SHORT and not uncut:
            yield stem, True
        for there in known.alternations.get(ending, ()):
            yield stem + there, True
