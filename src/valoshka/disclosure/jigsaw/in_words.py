"""What a finding of the jigsaw tells an editor, in each language: which facts, who could tell, how to say less."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.jigsaw.adversaries import SEARCH, adversaries
from valoshka.disclosure.jigsaw.coarsening import label, steps
from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.sayings import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.disclosure.jigsaw.clues import Clue
    from valoshka.disclosure.jigsaw.identifying import Recognised

_ELEVEN = 11  # after which, in Slavic languages, "one" counts as many


def in_words(clues: Sequence[Clue], by: Sequence[Recognised]) -> tuple[tuple[str, str], ...]:
    """The details of a finding: how many facts, which, who could tell the person by them, and how to say less."""
    items = dict.fromkeys(clue.item for clue in clues)
    told = [("count", str(len({clue.fact for clue in clues}))), ("shown", ", ".join(items))]
    less = steps(clues) if by else ()
    for language in LANGUAGES:
        told.append((f"shown_{language}", ", ".join(label(item, language) for item in items)))
        told.append((f"who_{language}", _who(by, language) or _said("somebody", language)))
        instead = "; ".join(dict.fromkeys(step.words(language) for step in less))
        told.append((f"coarser_{language}", instead or _said("leave", language)))
    return tuple(told)


def _who(by: Sequence[Recognised], language: str) -> str:
    """Everybody who could tell, with how many fit said once for neighbours for whom it is the same."""
    alike = itertools.groupby(by, key=lambda each: fitting(each, language))
    return ", ".join(
        f"{', '.join(adversaries()[each.adversary].label[language] for each in group)} ({fit})" for fit, group in alike
    )


def fitting(found: Recognised, language: str) -> str:
    """How many people of a file fit, in words.

    >>> from valoshka.disclosure.jigsaw.identifying import Recognised
    >>> fitting(Recognised("state", 0.4, ()), "en"), fitting(Recognised("state", 21.0, ()), "ru")
    ('fewer than one other person fits', 'подходит около 21 человека')
    """
    if found.adversary == SEARCH:
        return _said("searched", language)
    people = round(found.people)
    if found.people < 1:
        return _said("nobody_else", language)
    one = people % 10 == 1 and people % 100 != _ELEVEN
    return _said("one" if people == 1 else "ones" if one else "many", language).format(people=people)


def _said(what: str, language: str) -> str:
    return _words()[what][language]


@functools.cache
def _words() -> dict[str, dict[str, str]]:
    return cast(dict[str, dict[str, dict[str, str]]], entries("coarser.yml"))["words"]
