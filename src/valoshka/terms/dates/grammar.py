"""How one language says dates: words with their classes, and rules over strings of classes.

A text becomes a string with one letter a token, the letter standing for the token's class (`month`, `number`), and the
rules of `en.yml`, `be.yml` and `ru.yml` become one regular expression over such strings. So a rule is tried only
where a word of its classes stands, and a new way of saying a date is one line of YAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "be", "ru")
ALSO_READ = ("uk", "pl")  # what the gate meets; nothing is told to anybody in these
Value = int | str
OTHER = "."  # the letter of every token that no rule knows
_NAME = re.compile(r"[a-z_]+|[A-Z_]+")


class Rule(TypedDict):
    """One way of saying a date: what it means, and the classes of its words.

    In `say`, `<` ends a context of single words or macros that must come before the date, `>` begins one that must come
    after it, `!` one that must not.
    """

    means: str
    say: str


class Knowledge(TypedDict):
    """A language file as it is written."""

    classes: dict[str, list[str] | dict[Value, list[str]]]
    counts_as: dict[str, str]
    macros: dict[str, str]
    rules: list[Rule]
    joins: list[Rule]


class Word(NamedTuple):
    """What a word is: its class's letter, its value, and whether it counts only with a capital ("May")."""

    letter: str
    value: Value
    capital: bool


@dataclass(frozen=True)
class Grammar:
    """One language, compiled. `letters` are the classes' letters, `names` the names under which values are kept.
    `rules` and `joins` have one group `r<n>` a rule."""

    words: Mapping[str, Word]
    letters: Mapping[str, str]
    names: Mapping[str, str]
    rules: re.Pattern[str]
    meanings: tuple[str, ...]
    joins: re.Pattern[str]
    join_meanings: tuple[str, ...]


SIGNS = ("comma", "dash", "dot", "open", "close", "slash", "stop")
# Classes that every language has without any word: the tokeniser makes them.
BUILT_IN = (
    *("number", "year", "decade", "exact", "date", "event_before", "event_after"),
    *SIGNS,
)


def _letters(classes: Mapping[str, object]) -> dict[str, str]:
    names = [*BUILT_IN, *(name for name in classes if name not in BUILT_IN)]
    return {name: chr(0x4E00 + place) for place, name in enumerate(names)}


def _words(knowledge: Knowledge, letters: Mapping[str, str]) -> dict[str, Word]:
    words: dict[str, Word] = {}
    for name, members in knowledge["classes"].items():
        by_value = members if isinstance(members, dict) else {name: members}
        for value, spellings in by_value.items():
            for spelling in spellings:
                words[spelling.casefold()] = Word(letters[name], value, spelling[0].isupper())
    return words


def _expression(say: str, letters: Mapping[str, str], macros: Mapping[str, str]) -> str:
    def replace(match: re.Match[str]) -> str:
        name = match.group()
        return f"(?:{_expression(macros[name], letters, macros)})" if name in macros else letters[name]

    return re.sub(r"\((?!\?:)", "(?:", _NAME.sub(replace, say).replace(" ", ""))


def _behind(context: str, letters: Mapping[str, str], macros: Mapping[str, str]) -> str:
    """What must stand before a date, without being part of the match: each choice of its optional words in turn."""
    words = [(word.rstrip("?"), "") if word.endswith("?") else (word,) for word in context.split()]
    choices = (_expression(" ".join(choice), letters, macros) for choice in product(*words))
    return "(?:" + "|".join(f"(?<={choice})" for choice in choices) + ")" if words else ""


def _rule(place: int, say: str, letters: Mapping[str, str], macros: Mapping[str, str]) -> str:
    context, _, rest = say.rpartition("<")
    core, mark, beyond = re.fullmatch(r"([^>!]*)([>!]?)(.*)", rest).groups()  # type: ignore[union-attr]
    ahead = f"(?{'=' if mark == '>' else '!'}{_expression(beyond, letters, macros)})" if mark else ""
    return f"(?P<r{place}>{_behind(context, letters, macros)}{_expression(core, letters, macros)}{ahead})"


def _compiled(rules: list[Rule], letters: Mapping[str, str], macros: Mapping[str, str]) -> re.Pattern[str]:
    choices = "|".join(_rule(place, rule["say"], letters, macros) for place, rule in enumerate(rules))
    # No date begins with a sign or an unknown word: most of a text is passed over without trying a rule.
    return re.compile(f"(?![{OTHER}{''.join(letters[sign] for sign in SIGNS)}])(?:{choices})")


@cache
def grammar(language: str) -> Grammar:
    """The grammar of `en`, `be`, `ru`, `uk` or `pl`, read and compiled once.

    Raises `Refused` for another language.
    """
    if language not in (*LANGUAGES, *ALSO_READ):
        raise Refused(
            f"Dates can be read in {', '.join((*LANGUAGES, *ALSO_READ))}, not in “{language[:8]}”. Choose one of these."
        )
    knowledge: Knowledge = own_yaml("valoshka.terms", f"dates/{language}.yml")
    letters, macros = _letters(knowledge["classes"]), knowledge["macros"]
    return Grammar(
        words=_words(knowledge, letters),
        letters=letters,
        names={letter: knowledge["counts_as"].get(name, name) for name, letter in letters.items()},
        rules=_compiled(knowledge["rules"], letters, macros),
        meanings=tuple(rule["means"] for rule in knowledge["rules"]),
        joins=_compiled(knowledge["joins"], letters, macros),
        join_meanings=tuple(rule["means"] for rule in knowledge["joins"]),
    )
