"""Two invented people of one family: who is who to whom, and in which forms their names stand beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.names.pairs_made import somebody
from benchmarks.names.pairs_people import Form, Given, Human, given_names
from benchmarks.names.pairs_telling import may_be_his_case

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Relatives = Callable[[random.Random, Form], tuple[Human, Human]]
    Forms = tuple[tuple[str, str], ...]

LANGUAGES = ("ru", "be", "uk")
FULL = (("full", "full"),)
FORMS = (("full", "full"), ("full", "full"), ("full", "full"), ("full", "short"), ("short", "short"))
PATRONYMIC_TELLS = (("full", "full"), ("full", "full"), ("full", "initials"))
INITIALS = (("initials", "full"), ("initials", "initials"), ("initials", "short"))


def unsure(people: tuple[Human, Human]) -> bool:
    """Whether her name without its patronymic may be his in the genitive, in one of the languages at least."""
    man, woman = people
    return any(
        may_be_his_case(
            man.given.form[language],
            man.surname_in(language),
            woman.given.form[language],
            woman.surname_in(language),
        )
        for language in LANGUAGES
        if man.surname[language]
    )


def _siblings(draw: random.Random, surname: Form) -> tuple[Human, Human]:
    sex = draw.choice("mf")
    one, other = draw.sample(given_names(sex), 2)
    father = somebody(draw)[1]
    return Human(surname, one, father), Human(surname, other, father)


def _brother_and_sister(draw: random.Random, surname: Form) -> tuple[Human, Human]:
    father = somebody(draw)[1]
    return _man_and_woman(draw, surname, father, father)


def _husband_and_wife(draw: random.Random, surname: Form) -> tuple[Human, Human]:
    return _man_and_woman(draw, surname, *draw.sample(given_names("m"), 2))


def _man_and_woman(draw: random.Random, surname: Form, his: Given, hers: Given) -> tuple[Human, Human]:
    people = Human(surname, somebody(draw, "m")[0], his), Human(surname, somebody(draw, "f")[0], hers)
    return _man_and_woman(draw, surname, his, hers) if unsure(people) else people


def _father_and_son(draw: random.Random, surname: Form) -> tuple[Human, Human]:
    father, grandfather = draw.sample(given_names("m"), 2)
    son = father if draw.random() < 0.25 else draw.choice(given_names("m"))
    if son == father:
        return Human(surname, father, grandfather), Human(surname, son, father)
    if draw.random() < 0.3:
        return Human(surname, father, son), Human(surname, son, father)  # Иван Петрович and Пётр Иванович
    return Human(surname, father, grandfather), Human(surname, son, father)


def _other_father(draw: random.Random, surname: Form) -> tuple[Human, Human]:
    given = somebody(draw)[0]
    one, other = _two_initials(draw, "m")
    return Human(surname, given, one), Human(surname, given, other)


def _other_initial(draw: random.Random, surname: Form) -> tuple[Human, Human]:
    one, other = _two_initials(draw, draw.choice("mf"))
    father = somebody(draw)[1]
    return Human(surname, one, father), Human(surname, other, father)


def _two_initials(draw: random.Random, sex: str) -> tuple[Given, Given]:
    """Two names that no initial in any of the languages can stand for both."""
    one, other = draw.sample(given_names(sex), 2)
    return _two_initials(draw, sex) if _letters(one) & _letters(other) else (one, other)


def _letters(given: Given) -> set[str]:
    # Where a neighbour begins the name otherwise: А. for Олена and Алена, Е. and Я. for Яўген.
    same = {"о": "а", "е": "я", "є": "я", "э": "я", "и": "і"}
    letters = (given.form[language][0].lower() for language in LANGUAGES)
    return {same.get(letter, letter) for letter in letters}


RELATIVES: dict[str, tuple[Relatives, Forms]] = {
    "siblings": (_siblings, FORMS),
    "brother and sister": (_brother_and_sister, FORMS),
    "husband and wife": (_husband_and_wife, FORMS),
    "father and son": (_father_and_son, FULL),
    "same name, other father": (_other_father, PATRONYMIC_TELLS),
    "initials disagree": (_other_initial, INITIALS),
}
