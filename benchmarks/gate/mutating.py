"""Every way of writing an invented person's name that a text may hold: kind → the name as it stands there.

The protected spelling is Russian or Belarusian, by turns, with patronymic. What a kind cannot do to a name (no ending
of the table fits, nothing looks alike) is left out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from benchmarks.gate.crowd import MEN
from benchmarks.names.counted import counted
from benchmarks.names.declining import declined_belarusian, declined_russian
from benchmarks.names.persons import Parts
from benchmarks.names.slips import with_slips
from benchmarks.names.writing import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


class Invented(NamedTuple):
    """A person in both languages; `own` (`ru` or `be`) is the one that is protected."""

    ru: Parts
    be: Parts
    own: str

    @property
    def parts(self) -> Parts:
        return self.ru if self.own == "ru" else self.be


class Mutated(NamedTuple):
    """One name as some text has it, and the language of the text around it."""

    kind: str
    text: str
    around: str


def invented(size: int, seed: int) -> list[Invented]:
    """`size` people with full names; nobody bears another one's surname."""
    chance = random.Random(seed)
    found: dict[str, Invented] = {}
    while len(found) < size:
        gender = "m" if chance.random() < MEN else "f"
        given, patronymic, surname = (
            counted()[part, gender].one(chance) for part in ("given", "patronymic", "surname")
        )
        if len(surname) > 3 and surname not in found:
            parts = Parts(given, patronymic, surname)
            belarusian = Parts(*(translated(part, "belarusian") for part in parts_of(parts)))
            found[surname] = Invented(parts, belarusian, "be" if len(found) % 2 else "ru")
    return list(found.values())


def parts_of(parts: Parts) -> tuple[str, str, str]:
    """Given name, patronymic, surname."""
    return parts.given, parts.patronymic, parts.surname


def mutated(people: list[Invented], seed: int) -> list[list[Mutated]]:
    """For each person, the name in every kind that it can have. Raises CannotBeHad for the declension library."""
    chance = random.Random(seed)
    cases = declined_russian([person.ru for person in people])
    return [list(_mutations(person, case, chance)) for person, case in zip(people, cases, strict=True)]


def _mutations(person: Invented, case: Parts | None, chance: random.Random) -> Iterator[Mutated]:
    parts, own = person.parts, person.own
    for kind, write in (*_ORDERS.items(), *_SIGNS.items()):
        yield Mutated(kind, write(parts, chance), own)
    yield from _languages(person)
    yield from _cases(person, case)
    if short := _diminutive(parts, own):
        yield Mutated("diminutive and surname", f"{short} {parts.surname}", own)
    if plural := _plural(parts.surname):
        yield Mutated("plural surname", plural, own)
    if (alike := _alike(_two(parts), chance)) is not None:
        yield Mutated("look-alike letters", alike, own)


def _languages(person: Invented) -> Iterator[Mutated]:
    other = "be" if person.own == "ru" else "ru"
    names = {"ru": person.ru, "be": person.be}
    two = {language: _two(each) for language, each in names.items()}
    yield Mutated("the other language", two[other], other)
    yield Mutated("Ukrainian", _two(Parts(*(translated(each, "ukrainian") for each in parts_of(person.ru)))), "ru")
    for system, told in _known()["latin"].items():
        language = str(told["language"])
        where = "own language" if language == person.own else "the other language's"
        yield Mutated(f"{system} ({where})", in_system(two[language], system), "en")


def _cases(person: Invented, case: Parts | None) -> Iterator[Mutated]:
    belarusian = declined_belarusian(person.be)
    for language, told in (("ru", case), ("be", belarusian)):
        if told is not None:
            where = "own language" if language == person.own else "the other language"
            yield Mutated(f"a case, {where}", _two(told), language)
            yield Mutated(f"surname in a case, {where}", told.surname, language)
            yield Mutated(f"initial and surname in a case, {where}", f"{told.given[0]}. {told.surname}", language)


def in_system(name: str, system: str) -> str:
    """A Cyrillic name in one of the systems of mutations.yml.

    >>> in_system("Вольга Валошка", "lacinka_be"), in_system("Галина Валошкина", "german_ru")
    ('Volha Vałoška', 'Galina Waloschkina')
    """
    told = _known()["latin"][system]
    letters = {ord(letter): latin for letter, latin in told["letters"].items()}
    return " ".join(_in_letters(word, told.get("rewritings", []), letters) for word in name.lower().split())


def _in_letters(word: str, rewritings: list[list[str]], letters: dict[int, str]) -> str:
    for pattern, instead in rewritings:
        word = re.sub(pattern, instead, word)
    return "-".join(part[:1].upper() + part[1:] for part in word.translate(letters).split("-"))


def _plural(surname: str) -> str | None:
    endings: dict[str, str] = _known()["plural"]
    return next((surname[: -len(end)] + told for end, told in endings.items() if surname.endswith(end)), None)


def _diminutive(parts: Parts, language: str) -> str | None:
    tables = yaml.safe_load((HERE.parent / "names" / "diminutives.yml").read_text(encoding="utf-8"))
    table: dict[str, str] = tables.get({"ru": "russian", "be": "belarusian"}[language], {})
    return table.get(parts.given)


def _alike(text: str, chance: random.Random) -> str | None:
    alike: dict[str, str] = _known()["alike"]
    places = [at for at, letter in enumerate(text) if letter in alike]
    if not places:
        return None
    taken = set(chance.sample(places, max(1, len(places) // 2)))
    return "".join(alike[letter] if at in taken else letter for at, letter in enumerate(text))


def _broken(text: str, chance: random.Random) -> str:
    """A word torn by a hyphen at the end of a line, somewhere inside it."""
    at = chance.choice([place for place in range(2, len(text) - 1) if text[place - 2 : place + 2].isalpha()] or [2])
    return f"{text[:at]}-\n{text[at:]}"


def _with_unseen(text: str, chance: random.Random) -> str:
    signs: list[str] = _known()["unseen"]
    at = sorted(chance.sample(range(1, len(text)), 2))
    return text[: at[0]] + chance.choice(signs) + text[at[0] : at[1]] + chance.choice(signs) + text[at[1] :]


def initials_of(parts: Parts) -> str:
    """As a paper prints somebody whom it will not name: Г. П. В."""
    return " ".join(f"{part[0]}." for part in parts_of(parts))


def around(language: str, number: int) -> tuple[str, str]:
    """What stands before and after the name in one of the sentences of this language."""
    sentences: list[str] = _known()["around"][language]
    before, _, after = sentences[number % len(sentences)].partition("{name}")
    return before, after


def _two(parts: Parts) -> str:
    return f"{parts.given} {parts.surname}"


@cache
def _known() -> Any:
    return yaml.safe_load((HERE / "mutations.yml").read_text(encoding="utf-8"))


_Writing = Mapping[str, Callable[[Parts, random.Random], str]]
_ORDERS: _Writing = {
    "given name and surname": lambda parts, _: _two(parts),
    "surname, given name": lambda parts, _: f"{parts.surname} {parts.given}",
    "surname, given name, patronymic": lambda parts, _: f"{parts.surname} {parts.given} {parts.patronymic}",
    "given name and patronymic": lambda parts, _: f"{parts.given} {parts.patronymic}",
    "one initial, surname": lambda parts, _: f"{parts.given[0]}. {parts.surname}",
    "two initials, surname": lambda parts, _: f"{parts.given[0]}. {parts.patronymic[0]}. {parts.surname}",
    "surname, two initials": lambda parts, _: f"{parts.surname} {parts.given[0]}.{parts.patronymic[0]}.",
    "surname alone": lambda parts, _: parts.surname,
}
_SIGNS: _Writing = {
    "small letters": lambda parts, _: _two(parts).lower(),
    "capitals": lambda parts, _: _two(parts).upper(),
    "line break between": lambda parts, _: f"{parts.given}\n{parts.surname}",
    "surname torn by a hyphen": lambda parts, chance: f"{parts.given} {_broken(parts.surname, chance)}",
    "letter-spacing": lambda parts, _: "  ".join(" ".join(word) for word in _two(parts).split()),
    "unseen signs": lambda parts, chance: _with_unseen(_two(parts), chance),
    "one slip in the surname": lambda parts, chance: f"{parts.given} {with_slips(parts.surname, 1, chance)}",
    "one slip in the given name": lambda parts, chance: f"{with_slips(parts.given, 1, chance)} {parts.surname}",
    "one slip, surname alone": lambda parts, chance: with_slips(parts.surname, 1, chance),
}
