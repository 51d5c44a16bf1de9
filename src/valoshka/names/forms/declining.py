"""A name in every grammatical case of Belarusian, Russian and Ukrainian."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from valoshka.names.forms.families import borne_by
from valoshka.names.forms.grammar import Grammar, grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.names.forms.grammar import Case, Cell, Language, Part, Sex, Stress

Number = Literal["singular", "plural"]
_HALVES = 3  # words of a double name that are declined, counted from its end
_CAPITALS = 2  # letters: one capital letter alone does not say that a word is written in capitals


@dataclass(frozen=True)
class CaseForm:
    """One form of a name. The locative is Russian's prepositional; a plural is that of a whole family."""

    text: str
    case: Case
    number: Number


@functools.lru_cache(maxsize=1 << 13)
def declined(word: str, part: Part, language: Language, sex: Sex | None = None) -> tuple[CaseForm, ...]:
    """Every case form of one word of a name, the nominative first; a case has several forms where all are correct.

    `word` is in the nominative and stays capitalised as it is. Without `sex`, forms of all who can bear the word are
    given. A word that does not change, or that the language's alphabet cannot write, has the same form in every case.
    Surnames have a plural too. `Refused` for a language other than be, ru and uk.

    >>> [form.text for form in declined("Заяц", "surname", "be", "m")][:3]
    ['Заяц', 'Зайца', 'Зайцу']
    >>> [form.text for form in declined("Коваль", "surname", "ru", "f") if form.case == "dative"]
    ['Коваль', 'Ковалям']
    """
    rules = grammar(language)
    sexes: tuple[Sex, ...] = (sex,) if sex else _bearers(rules, word, part)
    found = [form for one in sexes for form in _singular(rules, word, part, one)]
    if part == "surname":
        found += _plural(rules, word, sexes[0])
    order = {case: place for place, case in enumerate(rules.cases)}
    found.sort(key=lambda form: (form.number == "plural", order[form.case]))
    return tuple(dict.fromkeys(found))


def _bearers(rules: Grammar, word: str, part: Part) -> tuple[Sex, ...]:
    return rules.sexes(word.lower()) if part == "surname" else ("m", "f")


def _singular(rules: Grammar, word: str, part: Part, sex: Sex) -> Iterator[CaseForm]:
    for case, texts in zip(rules.cases, _table(rules, word, part, sex), strict=True):
        yield from (CaseForm(text, case, "singular") for text in texts)


def _table(rules: Grammar, word: str, part: Part, sex: Sex) -> list[tuple[str, ...]]:
    """The forms of each case. Of a double name each half is declined, or the last one only: usage knows both."""
    *before, last = word.rsplit("-", _HALVES - 1)
    rows = _row(rules, last, part, sex)
    for half in reversed(before):
        also = _row(rules, half, part, sex)
        rows = [
            tuple(dict.fromkeys([*(f"{one}-{text}" for one in ones[:1] for text in texts), f"{half}-{texts[0]}"]))
            for ones, texts in zip(also, rows, strict=True)
        ]
    return rows


def _row(rules: Grammar, word: str, part: Part, sex: Sex) -> list[tuple[str, ...]]:
    lower = word.lower()
    found = rules.paradigm(part, sex, lower) if len(lower) == len(word) else None
    if found is None:
        return [(word,)] * len(rules.cases)
    paradigm, end = found
    return [_forms(rules, word, part, end, cell) for cell in paradigm.singular]


def _plural(rules: Grammar, word: str, sex: Sex) -> Iterator[CaseForm]:
    man = borne_by(word, rules.language, "m") if sex == "f" else word
    lower = man.lower()
    found = rules.paradigm("surname", "m", lower) if len(lower) == len(man) and "-" not in man else None
    if found is None:
        return
    paradigm, end = found
    for case, cell in zip(rules.cases, paradigm.plural, strict=False):
        for text in _forms(rules, man, "surname", end, cell):
            yield CaseForm(text, case, "plural")


def _forms(rules: Grammar, word: str, part: Part, end: int, cell: Cell) -> tuple[str, ...]:
    lower = word.lower()
    made = [
        lower if ending == "=" else _joined(rules, stem, ending.lstrip("!?"))
        for stem, stress in _stems(rules, lower, part, end)
        for ending in cell
        if (ending[0] != "!" or stress != "stem") and (ending[0] != "?" or stress != "end")
    ]
    return tuple(dict.fromkeys(_as_written(word, form) for form in made))


@functools.lru_cache(maxsize=1 << 10)
def _stems(rules: Grammar, lower: str, part: Part, end: int) -> tuple[tuple[str, Stress], ...]:
    """What may stand before the endings, and whether these are then stressed."""
    either: Stress = "either"
    whole = lower[:end]
    stress = next((each for pattern, each in rules.stress[part] if pattern.search(lower)), either)
    for stem in rules.stems:
        if match := stem.pattern.search(lower):
            if stem.variants == ("=",):
                return ((whole, stem.stress or stress),)
            changed = [
                (lower[: match.start()] + match.expand(variant), stem.stress or stress)
                for variant in stem.variants
                if variant != "="
            ]
            # Only a family may keep the vowel: Гребеня beside Гребня, but Павла alone.
            keeps = "=" in stem.variants and part == "surname"
            return (*changed, (whole, "stem")) if keeps else tuple(changed)
    return ((whole, stress),)


def _joined(rules: Grammar, stem: str, ending: str) -> str:
    if ending[0] not in "~^":
        return stem + ending
    becomes = (rules.softened if ending[0] == "~" else rules.called).get(stem[-1], stem[-1])
    # A doubled consonant changes as a whole: Ребекка, Ребецці; but what becomes two letters does so once.
    doubled = len(becomes) == 1 and stem[-2:-1] == stem[-1]
    return stem[:-2] + becomes * 2 + ending[1:] if doubled else stem[:-1] + becomes + ending[1:]


def _as_written(word: str, form: str) -> str:
    """`form` in the capitals of `word`, and in its own characters as far as the two are the same."""
    same = 0
    lower = word.lower()
    while same < min(len(form), len(lower)) and form[same] == lower[same]:
        same += 1
    rest = form[same:]
    if word.isupper() and len(word) >= _CAPITALS:
        rest = rest.upper()
    elif not same and word[:1].isupper():
        rest = rest[:1].upper() + rest[1:]
    return word[:same] + rest
