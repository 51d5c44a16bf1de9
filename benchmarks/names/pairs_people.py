"""Invented people from whom the pairs are made, and how one of them is written: language, script, order, parts.

A surname or given name is a `Form` in three languages; surnames counted by the package russiannames have the Russian
one alone, because how a Belarusian writes one depends on its stress, which no list tells.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.names.pairs_latin import latin

if TYPE_CHECKING:
    import random

HERE = Path(__file__).parent
STYLES = ("ru", "be", "uk", "ru-Latn", "be-Latn", "uk-Latn")
# Which two styles stand beside one another in a pair; drawn evenly.
MEETINGS = (
    ("ru", "ru"),
    ("be", "be"),
    ("uk", "uk"),
    ("be", "ru"),
    ("uk", "ru"),
    ("ru", "ru-Latn"),
    ("be", "be-Latn"),
    ("ru", "be-Latn"),
    ("be-Latn", "ru-Latn"),
    ("uk-Latn", "uk"),
)
FEMININE = {
    "ru": (("ский", "ская"), ("цкий", "цкая"), ("ый", "ая"), ("кий", "кая"), ("ой", "ая"), ("ов", "ова"), ("ев", "ева"),
           ("ёв", "ёва"), ("ин", "ина"), ("ын", "ына")),
    "be": (("скі", "ская"), ("цкі", "цкая"), ("ькі", "ькая"), ("ны", "ная"), ("лы", "лая"), ("оў", "ова"),
           ("аў", "ава"), ("еў", "ева"), ("ёў", "ёва"), ("ін", "іна"), ("ын", "ына")),
    "uk": (("ський", "ська"), ("цький", "цька"), ("ий", "а"), ("ов", "ова"), ("ев", "ева"), ("єв", "єва"),
           ("ін", "іна"), ("їн", "їна"), ("ин", "ина")),
}  # fmt: skip
UNCHANGED = ("Заяц", "Гурин", "Гурын")


@dataclass(frozen=True)
class Form:
    """One name in Russian, Belarusian and Ukrainian; the last two may be unknown (empty)."""

    ru: str
    be: str = ""
    uk: str = ""

    def __getitem__(self, language: str) -> str:
        return {"ru": self.ru, "be": self.be, "uk": self.uk}[language]


@dataclass(frozen=True)
class Given:
    """A given name, its Russian short forms and, if a man's, what his children are called after him."""

    form: Form
    sex: str
    short: tuple[str, ...] = ()
    son: Form | None = None
    daughter: Form | None = None


@dataclass(frozen=True)
class Human:
    """An invented person: the surname in its masculine form, the given name, the father."""

    surname: Form
    given: Given
    father: Given

    @property
    def patronymic(self) -> Form:
        found = self.father.son if self.given.sex == "m" else self.father.daughter
        return found or Form("")

    def surname_in(self, language: str) -> str:
        """The surname as this person bears it.

        >>> volha = given_names("f")[0]
        >>> Human(Form("Белый", "Белы", "Білий"), volha, given_names("m")[0]).surname_in("be")
        'Белая'
        """
        masculine = self.surname[language]
        return masculine if self.given.sex == "m" else feminine(masculine, language)


def feminine(masculine: str, language: str) -> str:
    """How a woman of the family is called: Валошкін, Валошкіна; surnames that are nouns stay as they are."""
    if masculine in UNCHANGED:
        return masculine
    for ending, other in FEMININE[language]:
        if masculine.endswith(ending) and len(masculine) > len(ending) + 1:
            return masculine.removesuffix(ending) + other
    return masculine


def write(human: Human, style: str, form: str = "full", order: str = "given first") -> str:
    """One spelling of `human`; `form` is full, short (without patronymic) or initials.

    >>> ivan = given_names("m")[20]
    >>> write(Human(Form("Валошкин", "Валошкін"), ivan, ivan), "be-Latn", order="surname first")
    'Valoshkin Ivan Ivanavich'
    """
    language, _, script = style.partition("-")
    given, patronymic = human.given.form[language], human.patronymic[language]
    names = {
        "full": [given, patronymic],
        "short": [given],
        "initials": [f"{given[0]}. {patronymic[0]}."],
    }[form]
    surname = human.surname_in(language)
    text = " ".join([surname, *names] if order == "surname first" else [*names, surname])
    return latin(text, language) if script else text


def meeting(chance: random.Random, *, russian_only: bool = False) -> tuple[str, str]:
    """Two styles, in random order."""
    usable = [pair for pair in MEETINGS if not russian_only or all(style.startswith("ru") for style in pair)]
    pair = chance.choice(usable)
    return (pair[1], pair[0]) if chance.random() < 0.5 else pair


@functools.cache
def given_names(sex: str) -> tuple[Given, ...]:
    """The given names of men (`m`), who can be fathers, or of women (`f`)."""
    return tuple(_given(entry, sex) for entry in _table("pairs_given.yml")["men" if sex == "m" else "women"])


@functools.cache
def near_given_names(sex: str) -> tuple[tuple[Given, Given], ...]:
    """Pairs of given names that look or sound alike and are two names."""
    rows = _table("pairs_given.yml")["near"]["men" if sex == "m" else "women"]
    return tuple((_given(one, sex), _given(other, sex)) for one, other in rows)


@functools.cache
def twin_names() -> tuple[tuple[Given, Given], ...]:
    """A man's name and the woman's name from the same root."""
    return tuple((_given(one, "m"), _given(other, "f")) for one, other in _table("pairs_given.yml")["twins"])


@functools.cache
def near_surnames(kind: str) -> tuple[tuple[Form, ...], ...]:
    """Families of different surnames: `one_root` or `sound_alike`."""
    return tuple(tuple(Form(*each.split()) for each in family) for family in _table("pairs_surnames.yml")[kind])


@functools.cache
def _table(file: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return found


def _given(entry: dict[str, Any], sex: str) -> Given:
    form = Form(entry["ru"], entry["be"], entry["uk"])
    son, daughter = (Form(*entry[key]) if key in entry else None for key in ("son", "daughter"))
    return Given(form, sex, tuple(entry.get("short", ())), son, daughter)
