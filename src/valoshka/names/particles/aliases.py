"""One written entry, the names it holds: (урожд. Сидорова), он же Сидоров, Іваноў/Иванов, Кнышевская-Лис."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valoshka.names.particles.kinds import Kind, bare, is_initials, kinds
from valoshka.names.particles.roles import is_particle, known

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 8  # names: whoever writes more has not written one person's
_LONGEST = 400  # characters: longer is no name
_SIGN = re.compile(r"[/|()\[\]{}\"«»“”„‐‑–-]")
_QUOTED = re.compile(r"(?<![^\s,;(])[\"«„“]([^\"«»„“”]+)[\"»“”](?![^\s,;.)])")
_ASIDE = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_SLASH = re.compile(r"(\s*)[/|](\s*)")
_HYPHEN = re.compile("[-‐‑–]")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\b\d+\b")
_SHORT = 3  # letters: Іваноў(а) is one surname for a man and a woman; halves of a double surname are longer


@dataclass
class _Side:
    """The words of one name, and what else is said of it: at which place, and in which words."""

    base: list[str] = field(default_factory=list)
    asides: list[tuple[int, list[str]]] = field(default_factory=list)


def split_aliases(name: str) -> tuple[str, ...]:
    """Every name that one written entry holds, as it stands first; the entry itself if it holds only one.

    At most MOST names; every word of the entry stays in one of them, but for those that say what follows (он же, née).

    >>> split_aliases("Петрова (урожд. Сидорова) Анна")
    ('Петрова Анна', 'Сидорова Анна')
    >>> split_aliases("Иванов Пётр, он же Сидоров Фёдор"), split_aliases("Іваноў/Иванов Ян")
    (('Иванов Пётр', 'Сидоров Фёдор'), ('Іваноў Ян', 'Иванов Ян'))
    >>> split_aliases("Анна-Мария Кнышевская-Лис")
    ('Анна-Мария Кнышевская-Лис', 'Анна-Мария Кнышевская', 'Анна-Мария Лис')
    """
    if not _may_hold_several(name):
        return (name,)
    sides = _sides(_QUOTED.sub(r" (\1) ", name))
    found = dict.fromkeys(each for side in sides for each in _names(side) if _LETTER.search(each))
    if not 0 < len(found) <= MOST:
        return (name,)
    return tuple(dict.fromkeys(itertools.islice((*found, *_halves(found)), MOST)))


def _may_hold_several(name: str) -> bool:
    """A quick no for most names."""
    if len(name) > _LONGEST:
        return False
    return bool(_SIGN.search(name)) or not _openings().isdisjoint(name.casefold().split())


@functools.cache
def _openings() -> frozenset[str]:
    first = {phrase[0] for phrase in known().phrases}
    return frozenset(word + stop for word in first for stop in ("", ".", ":"))


def _sides(name: str) -> list[str]:
    """What stands on each side of a slash, as whole names; the entry itself if no slash parts whole names."""
    pieces = _SLASH.split(name)
    if len(pieces) == 1:
        return [name]
    parts, spaces = pieces[::3], [before + after for before, after in zip(pieces[1::3], pieces[2::3], strict=True)]
    if any(not _LETTER.search(part) for part in parts):
        return [name]
    if all(_whole(one, other, space) for (one, other), space in zip(itertools.pairwise(parts), spaces, strict=True)):
        return parts
    return _columns(re.sub(r"\s*([/|])\s*", r"\1", name).split())


def _whole(one: str, other: str, space: str) -> bool:
    """Whether a slash stands between two names, not between two spellings of one word."""
    before, after = one.split(), other.split()
    if len(before) == 1 or len(after) == 1:
        return len(before) == len(after)
    return bool(space) or kinds(before)[-1] != kinds(after)[0]


def _columns(words: list[str]) -> list[str]:
    """Word by word: the first spellings make the first name, the second ones the second."""
    spellings = [_spellings(word) for word in words]
    most = max(map(len, spellings))
    return [" ".join(each[min(place, len(each) - 1)] for each in spellings) for place in range(most)]


def _spellings(word: str) -> list[str]:
    """The words that slashes part; и/о is an abbreviation."""
    parts = [part for part in re.split(r"[/|]", word) if part]
    return parts if parts and all(len(bare(part)) > 1 for part in parts) else [word]


def _names(text: str) -> Iterator[str]:
    side = _read(text)
    base = _written(side.base)
    if base:
        yield base
    for place, words in side.asides:
        full = [word for word in words if not is_initials(word)]
        if len(full) > 1 or not base:
            yield _written(words)
        elif words:
            yield _written(_with(side.base, place, words))


def _read(text: str) -> _Side:
    """Brackets first, then whatever follows он же, урожд. and the like."""
    side = _Side()
    pieces = _ASIDE.split(text)
    for outside, inside in itertools.zip_longest(pieces[::2], pieces[1::2], fillvalue=""):
        _told(side, outside.split())
        if not _LETTER.search(inside) or (side.base and _NUMBER.search(inside)):
            continue  # (1982 г. р.) is no name
        if side.base and _goes_on(outside, inside):
            side.asides.append((len(side.base), [side.base[-1] + inside.strip()]))
        else:
            side.asides += ((len(side.base), words) for words in _listed(inside))
    return side


def _goes_on(outside: str, inside: str) -> bool:
    """Whether brackets go on with the word before them: Ковалёв(а), Иванова(-Петрова)."""
    short = len(inside.strip()) <= _SHORT and inside.islower()
    return short or (outside[-1:].isalpha() and bool(_HYPHEN.match(inside)))


def _listed(inside: str) -> Iterator[list[str]]:
    """What stands in brackets: a name, or several between commas."""
    words = _without_telling(inside.split())
    single = [each.split() for each in " ".join(words).split(",")]
    several = len(single) > 1 and all(len(each) == 1 for each in single)
    yield from single if several else [words]


def _without_telling(words: list[str]) -> list[str]:
    found = _telling(words, 0)
    return words[found:] if found else words


def _told(side: _Side, words: list[str]) -> None:
    """Take words outside brackets in: to the name itself, or as another name after the word that says so."""
    starts = _tellings(words, opens=not side.base)
    side.base += words[: starts[0]] if starts else words
    for start, end in itertools.zip_longest(starts, starts[1:]):
        rest = words[start + _telling(words, start) : end]
        # "Петрова урожд. Сидорова Анна": the surname she was born with, and the rest of her name.
        only_surname = set(kinds(side.base)) == {"surname"} and len(rest) > 1
        own = rest[:1] if only_surname and kinds(rest)[0] == "surname" else rest
        side.asides.append((len(side.base), own))
        side.base += rest[len(own) :]


def _tellings(words: list[str], *, opens: bool) -> list[int]:
    """Where it is said that another name follows; never at the very start, where Born Max is a man's name."""
    starts: list[int] = []
    free = int(opens)
    for place in range(len(words)):
        if place >= free and (length := _telling(words, place)):
            starts.append(place)
            free = place + length + 1
    return starts


def _telling(words: list[str], place: int) -> int:
    """How many words from `place` on say that another name of the same person follows; the longest such phrase."""
    for length in (3, 2, 1):
        written = words[place : place + length]
        phrase = tuple(map(bare, written))
        if phrase in known().phrases and len(words) > place + length and not any(map(_is_initial, written)):
            return length
    return 0


def _is_initial(word: str) -> bool:
    """Яна Ж. Бонч is one name; "яна ж Бонч" tells of another."""
    return len(bare(word)) == 1 and word[:1].isupper()


def _with(base: list[str], place: int, words: list[str]) -> list[str]:
    """`base` with `words` instead of the word whose like they are: a given name for a given name."""
    wanted: Kind = "given" if "given" in kinds(words) else "surname"
    each_kind = kinds(base)
    if wanted == "surname" and "surname" not in each_kind and "patronymic" in each_kind:
        each_kind[each_kind.index("patronymic")] = "surname"  # Карповіч (Бонч) Галіна
    alike = [at for at, each in enumerate(each_kind) if each == wanted]
    if not alike:
        return [*base[:place], *words, *base[place:]]
    at = min(alike, key=lambda each: (abs(place - 1 - each), each))
    return [*base[:at], *words, *base[at + 1 :]]


def _halves(names: dict[str, None]) -> Iterator[str]:
    """Each name again with one half of its double surname: lists and families often know only one."""
    for name in names:
        words = name.split()
        for at, word in enumerate(words):
            parts = [part for part in _HYPHEN.split(word) if part]
            if len(parts) > 1 and kinds(words)[at] != "given" and all(map(_may_stand_alone, parts)):
                yield from (" ".join([*words[:at], part, *words[at + 1 :]]) for part in parts)


def _may_stand_alone(part: str) -> bool:
    folded = bare(part)
    return len(folded) >= _SHORT and not is_particle(folded)


def _written(words: list[str]) -> str:
    return " ".join(word for word in words if _LETTER.search(word) or _DIGIT.search(word)).strip(" ,;:-–—")
