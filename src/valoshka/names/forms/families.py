"""One family name as a man and as a woman bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names.forms.grammar import LONGEST, grammar

if TYPE_CHECKING:
    from valoshka.names.forms.grammar import Change, Language, Sex


def borne_by(surname: str, language: Language, sex: Sex) -> str:
    """The surname in the form that a woman (`f`) or a man (`m`) of the family bears; capitals stay as they are.

    A surname that is the same for both comes back as it is. From a woman's Палявая nobody can tell a man's Палявы from
    Палявой of Russian documents; the official spelling of the language is given. `Refused` for another language.

    >>> borne_by("Залуцкі", "be", "f"), borne_by("Ребрина", "ru", "m"), borne_by("Коваль", "uk", "f")
    ('Залуцкая', 'Ребрин', 'Коваль')
    """
    rules = grammar(language)
    if surname.lower() in rules.nouns or len(surname) > LONGEST:
        return surname
    changes = rules.feminine if sex == "f" else rules.masculine
    return "-".join(_changed(half, changes) for half in surname.split("-"))


def _changed(half: str, changes: tuple[Change, ...]) -> str:
    lower = half.lower()
    if len(lower) != len(half):
        return half
    for pattern, there in changes:
        if match := pattern.search(lower):
            kept = half[: match.start(match.lastindex or 0)]
            return kept + (there.upper() if kept.isupper() and len(kept) > 1 else there)
    return half
