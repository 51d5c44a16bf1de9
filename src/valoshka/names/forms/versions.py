"""One person's name in each of the three languages, and in each case of it, its parts declined together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valoshka.names.folding import fold
from valoshka.names.forms.declining import declined
from valoshka.names.forms.families import borne_by
from valoshka.names.forms.grammar import LANGUAGES, grammar
from valoshka.names.forms.neighbours import fathers, patronymics_of, surname_in
from valoshka.names.given import forms_of, given_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.forms.grammar import Case, Language, Part, Sex
    from valoshka.names.forms.taken_apart import TakenApart

_VARIANTS = 2  # patronymics of one father, and spellings of a given name that the table lacks


@dataclass(frozen=True)
class Version:
    """A name in one language and, but in its first form, one case. `initials` stay as they are."""

    language: Language
    sex: Sex
    given: str
    patronymic: str
    surname: str
    initials: str = ""
    case: Case = "nominative"


def own_versions(name: TakenApart) -> tuple[Version, ...]:
    """The name as it is written, once for each language and sex that it may be."""
    return tuple(
        Version(language, sex, name.given, name.patronymic, name.surname, name.initials)
        for language in name.languages
        for sex in name.sexes
    )


def neighbouring_versions(name: TakenApart) -> Iterator[Version]:
    """The name in the languages that it is not written in, likelier ones first; nothing for a name with initials.

    >>> from valoshka.names.forms.taken_apart import taken_apart
    >>> [(one.given, one.surname) for one in neighbouring_versions(taken_apart("Мікалай Сарокін"))][:2]
    [('Николай', 'Сорокин'), ('Николай', 'Сарокин')]
    """
    if name.initials:
        return
    for here in name.languages[:1]:
        for there in LANGUAGES:
            if there not in name.languages:
                yield from _in_language(name, here, there)


def _in_language(name: TakenApart, here: Language, there: Language) -> Iterator[Version]:
    givens = _given_in(name, here, there)
    patronymics = _patronymics_in(name, there) or ("",)
    for sex in name.sexes:
        surnames = _surnames_in(name, here, there, sex)
        likeliest = [
            Version(there, sex, given, patronymic, surnames[0]) for given in givens for patronymic in patronymics
        ]
        yield from likeliest
        yield from (replace(one, surname=surname) for one in likeliest[:1] for surname in surnames[1:])


def _surnames_in(name: TakenApart, here: Language, there: Language, sex: Sex) -> list[str]:
    """A woman's surname by way of the man's form, whose ending says more: Біла, Білий, Билый, Билая."""
    lower = name.surname.lower()
    man = borne_by(lower, here, "m") if sex == "f" else lower
    found = surname_in(man, here, there)
    # Only where the form has changed, because nobody knows whether Каліна would be Каліная.
    if man != lower:
        found = tuple(borne_by(one, there, "f") for one in found)
    return [_capitalised(name.surname, one) for one in dict.fromkeys(found)]


def _given_in(name: TakenApart, here: Language, there: Language) -> tuple[str, ...]:
    """A given name by the table; a short form only where it is the same; a name that the table lacks by its sounds."""
    if not name.given:
        return ("",)
    forms = [form for form in forms_of(fold(name.given)) if form.sex == "u" or form.sex in name.sexes]
    if not forms:
        return tuple(_capitalised(name.given, one) for one in surname_in(name.given.lower(), here, there)[:_VARIANTS])
    if any(form.short and form.language == there for form in forms):
        return (name.given,)
    found = [one for number in _numbers(name) for one in given_names()[number].full.get(there, ())[:1]]
    return tuple(dict.fromkeys(_capitalised(name.given, one) for one in found))


def _numbers(name: TakenApart) -> Sequence[int]:
    """The entries that are called so or, failing these, that have the name among others: Лев is Леў, not Лейба."""
    folded = fold(name.given)
    forms = [form for form in forms_of(folded) if not form.short and form.language in name.languages]
    called = [form.number for form in forms if fold(given_names()[form.number].full[form.language][0]) == folded]
    return [*dict.fromkeys(called or (form.number for form in forms))]


def _patronymics_in(name: TakenApart, there: Language) -> tuple[str, ...]:
    found = [
        patronymic
        for father in fathers(fold(name.patronymic))
        if father.language in name.languages
        for form in given_names()[father.number].full.get(there, ())[:1]
        for patronymic in patronymics_of(form.lower(), there, father.sex)
    ]
    return tuple(dict.fromkeys(_capitalised(name.patronymic, one) for one in found))[:_VARIANTS]


def _capitalised(like: str, word: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return "-".join(half[:1].upper() + half[1:] for half in word.lower().split("-"))


def in_cases(version: Version) -> Iterator[Version]:
    """The version in every other case: all parts in their first form, then one part at a time in each of its others."""
    for case in grammar(version.language).cases[1:]:
        givens = _forms(version, version.given, "given", case)
        patronymics = _forms(version, version.patronymic, "patronymic", case)
        surnames = _forms(version, version.surname, "surname", case)
        first = replace(version, given=givens[0], patronymic=patronymics[0], surname=surnames[0], case=case)
        yield first
        yield from (replace(first, surname=other) for other in surnames[1:])
        yield from (replace(first, given=other) for other in givens[1:])
        yield from (replace(first, patronymic=other) for other in patronymics[1:])


def _forms(version: Version, word: str, part: Part, case: Case) -> Sequence[str]:
    if not word:
        return ("",)
    forms = declined(word, part, version.language, version.sex)
    return [form.text for form in forms if form.case == case and form.number == "singular"]
