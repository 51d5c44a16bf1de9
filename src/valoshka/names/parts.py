"""A person's full name taken apart: given name, patronymic, surname."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from valoshka.names import knowledge
from valoshka.names.given import father_groups, forms_of, given_forms, given_groups, is_given_name
from valoshka.names.particles.roles import role
from valoshka.names.words import Word, words
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NameParts", "given_forms", "given_groups", "is_given_name", "is_patronymic", "parse"]

_INITIAL = 2  # letters: Дз. for Дзмітрый
_ABBREVIATION = 4  # letters: Вал. for Валерый, unless it is the last word, which may end a sentence
_NOT_ONLY_WORDS = re.compile(r"[-\d]")
_HYPHEN = re.compile(r"\s?[-‐‑‒–]\s?")
_MOST = 24  # words that are taken apart: nobody's name has more, and what follows must not cost more than its length
_FULL, _SHORT, _ALIKE = 3, 2, 1  # how surely a word is a given name: as the table writes it, short for one, or alike


@dataclass(frozen=True)
class NameParts:
    """The folded parts of one name. A name of one word is all surname, because it must be found alone.

    `particles` are the words beside them that are nobody's name: von, оглы, пані, and what a comma adds ("nurse").
    """

    given: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    patronymic: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Unit:
    """One word of a name, or several that hyphens join, and how surely it is a given name (0 if it is none)."""

    words: tuple[Word, ...]
    given: int
    shouted: bool

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(word.folded for word in self.words)

    @property
    def looks_like_surname(self) -> bool:
        last = self.words[-1].folded
        endings = knowledge.surname_knowledge()["endings"]
        return last.endswith(endings) or (last[-1:] in ("а", "a") and last[:-1].endswith(endings))


def parse(name: str) -> NameParts:
    """Take a full name apart, whichever part comes first. Titles, numbers and dates are no part of it.

    Given names are known by their table, patronymics by their endings. Where that does not help, what is written in
    capitals beside small letters is the surname, or what stands before a comma, or the last word.

    >>> parse("Бонч Галіна Пятроўна").surname, parse("Halina Bonch").surname, parse("Bonch, H.").initials
    (('бонч',), ('bonch',), ('h',))
    >>> parse("д-р Салтыкоў Бонч Міхаіл").surname, parse("Ганна-Марыя фон Бонч").given
    (('салтыкоў', 'бонч'), ('ганна', 'марыя'))
    """
    plain = _without_titles(name, words(name))
    plain, beyond = plain[:_MOST], plain[_MOST:]
    if len(plain) <= 1:
        return NameParts(surname=_folded(plain))
    particles = [word for word in plain if role(word.folded) is not None or _is_added(name, word, plain)]
    rest = [word for word in plain if word not in particles] or [*plain]
    particles = particles if len(rest) < len(plain) else []
    initials = [word for word in rest if _is_initial(name, word, rest)]
    full = [word for word in rest if word not in initials]
    if _is_surname_cut_short(name, full, initials):
        return NameParts((full[0].folded,), surname=(initials[0].folded,), particles=_folded(particles))
    father = _patronymic(name, full, particles)
    units = _units(name, [word for word in full if word is not father])
    given = _given(name, units, father, initials=bool(initials))
    return NameParts(
        tuple(word for unit in units if unit in given for word in unit.folded),
        _folded(initials),
        () if father is None else (father.folded,),
        (*(word for unit in units if unit not in given for word in unit.folded), *_folded(beyond)),
        _folded(particles),
    )


def _folded(found: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.folded for word in found)


def is_patronymic(token: str) -> bool:
    """Whether a folded word has a patronymic's ending; some surnames have it too (Карповіч)."""
    return token.endswith(knowledge.surname_knowledge()["patronymic"])


def _without_titles(name: str, plain: list[Word]) -> list[Word]:
    known = _titles()
    patterns = known.abbreviated if _NOT_ONLY_WORDS.search(name) else ()
    within = [match.span() for pattern in patterns for match in pattern.finditer(name)]
    left = [
        word
        for word in plain
        if word.folded not in known.words and not any(start <= word.start < end for start, end in within)
    ]
    return left or plain


def _is_added(name: str, word: Word, plain: Sequence[Word]) -> bool:
    """Whether it says after a comma, in small letters, who the named person is."""
    if word.capital or "," not in name[: word.start] or is_given_name(word.folded):
        return False
    comma = name.rindex(",", 0, word.start)
    return sum(other.capital and other.end <= comma for other in plain) > 1


def _is_initial(name: str, word: Word, among: Sequence[Word]) -> bool:
    """Whether a word is an initial, or a given name cut short (Вал.)."""
    length, dotted = len(word.folded), name[word.end : word.end + 1] == "."
    if length == 1:
        return len(among) > 1
    if not dotted or length > _ABBREVIATION or len(among) == 1 or forms_of(word.folded):
        return False
    return length <= _INITIAL or word is not among[-1]


def _is_surname_cut_short(name: str, full: Sequence[Word], initials: Sequence[Word]) -> bool:
    """Whether the one word beside a letter is a given name, so that the letter is the surname's: Марына К.

    Адам К. may as well be a man whose surname is Адам; nobody's surname is Марына.
    """
    if len(full) != 1 or len(initials) != 1 or initials[0].start < full[0].start:
        return False
    forms = forms_of(full[0].folded)
    dotted = name[initials[0].end : initials[0].end + 1] == "."
    return bool(forms) and (not dotted or all(form.sex == "f" for form in forms))


def _patronymic(name: str, full: Sequence[Word], particles: Sequence[Word]) -> Word | None:
    """After a given name if it can be, because surnames such as Карповіч have the same ending."""
    for particle in particles:
        if role(particle.folded) == "child_of":
            return next((word for word in reversed(full) if word.end <= particle.start), None)
    shaped = [at for at in range(1, len(full)) if _is_fathers(full[at].folded) and not _is_joined(name, full, at)]
    if not shaped:
        return None
    after_given = next((place for place in shaped if given_groups(full[place - 1].folded)), None)
    if len(full) > _INITIAL:
        return full[shaped[-1] if after_given is None else after_given]
    # Of two words the second is a surname if it can be one: it must be found alone.
    return full[1] if after_given is not None and _is_daughters(full[1].folded) else None


def _is_fathers(folded: str) -> bool:
    return is_patronymic(folded) or bool(father_groups(folded))


def _is_joined(name: str, full: Sequence[Word], at: int) -> bool:
    """Whether a hyphen joins the word to another: Дунін-Марцінкевіч is a surname."""
    pairs = ((full[one], full[one + 1]) for one in (at - 1, at) if 0 <= one < len(full) - 1)
    return any(_HYPHEN.fullmatch(name, one.end, other.start) for one, other in pairs)


def _is_daughters(folded: str) -> bool:
    """Whether it names the father of a woman, as no surname does (Пятроўна)."""
    return bool(father_groups(folded)) and folded.rstrip("аяыиіеуюоўйвaeuoyiję")[-1:] in ("н", "n")


def _units(name: str, full: Sequence[Word]) -> list[_Unit]:
    joined: list[list[Word]] = []
    for at, word in enumerate(full):
        if at and _HYPHEN.fullmatch(name, full[at - 1].end, word.start):
            joined[-1].append(word)
        else:
            joined.append([word])
    return [_unit(name, each) for each in joined]


def _unit(name: str, joined: Sequence[Word]) -> _Unit:
    written = name[joined[0].start : joined[-1].end]
    return _Unit(tuple(joined), min(_surely_given(word.folded) for word in joined), written.isupper())


@functools.lru_cache(maxsize=1 << 16)
def _surely_given(folded: str) -> int:
    if forms := forms_of(folded):
        return _SHORT if all(form.short for form in forms) else _FULL
    return _ALIKE if given_groups(folded) else 0


def _given(name: str, units: Sequence[_Unit], father: Word | None, *, initials: bool) -> Sequence[_Unit]:
    """Which of the units are given names; at least one is left for the surname, unless a patronymic stands instead."""
    if len(units) <= 1:
        return units if units and father is not None and units[0].given and not initials else ()
    if before := _before_comma(name, units):
        return [unit for unit in units if unit not in before]
    if father is not None and (beside := _beside(units, father)) and (beside.given or not any(u.given for u in units)):
        return [beside]
    if initials:
        return [unit for unit in units if unit.given == _FULL][: len(units) - 1]
    if any(unit.shouted for unit in units) and not all(unit.shouted for unit in units):
        return [unit for unit in units if not unit.shouted]
    return _known(units) or ([units[-1]] if _opens_with_surname(units) else units[:1])


def _before_comma(name: str, units: Sequence[_Unit]) -> Sequence[_Unit]:
    """The units before a comma that other units follow, unless the given name is among them."""
    at = name.find(",")
    before = [unit for unit in units if unit.words[-1].end <= at]
    if at < 0 or len(before) == len(units) or (len(before) > 1 and any(unit.given == _FULL for unit in before)):
        return ()
    return before


def _beside(units: Sequence[_Unit], father: Word) -> _Unit | None:
    """The unit right before the patronymic."""
    return next((unit for unit in reversed(units) if unit.words[-1].end <= father.start), None)


def _known(units: Sequence[_Unit]) -> Sequence[_Unit]:
    """The surest given names, in any order; if all are equally sure, the last is the surname."""
    surest = max(unit.given for unit in units)
    least = min(surest, _SHORT)
    known = [unit for unit in units if surest and unit.given >= least]
    if len(known) < len(units):
        return known
    surname = min(reversed(known), key=lambda unit: (unit.given, not unit.looks_like_surname))
    return [unit for unit in known if unit is not surname]


def _opens_with_surname(units: Sequence[_Unit]) -> bool:
    return units[0].looks_like_surname and not units[-1].looks_like_surname


@dataclass(frozen=True)
class _Titles:
    words: frozenset[str]
    abbreviated: tuple[re.Pattern[str], ...]


@functools.cache
def _titles() -> _Titles:
    known = cast(dict[str, object], own_yaml("valoshka.names", "titles.yml"))
    patterns = (re.compile(pattern, re.IGNORECASE) for pattern in cast(list[str], known["abbreviated"]))
    return _Titles(frozenset(cast(str, known["words"]).split()), tuple(patterns))
