"""Whether two words of two names say the same, how far, and why: the smallest piece of a comparison."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, NamedTuple

from valoshka.names import knowledge
from valoshka.names.given import forms_of, initials_of
from valoshka.names.one_word import is_one_word
from valoshka.names.phones import sounds
from valoshka.names.slips import nearness
from valoshka.names.sounding import skeleton

if TYPE_CHECKING:
    from valoshka.names.tokens import Kind, Token

Code = Literal[
    "same",
    "sound",
    "form",
    "case",
    "short",
    "initial",
    "initial_differs",
    "slip",
    "near",
    "differs",
    "other_sex",
    "missing",
]
_ENOUGH = 3  # consonants: of words with so many, at least two must be the same
_SLIP = 0.45  # share: what is granted less than this is no slip of the pen but a likeness


class Agreement(NamedTuple):
    """`share` (up to 1; below 0 if two parts are two) of a part's `weight` is granted, for the reason `code`."""

    share: float
    weight: float
    part: str
    code: Code


@functools.lru_cache(maxsize=1 << 15)
def agreement(one: Token, other: Token) -> Agreement:
    """How far one word of a name and one of another say the same, whichever of them comes first.

    >>> from valoshka.names.tokens import tokens
    >>> one, other = tokens("Мікалай")[0], tokens("Николай")[0]
    >>> agreement(one, other).code, agreement(one, other).share
    ('form', 1.0)
    """
    if other.folded < one.folded:
        one, other = other, one  # some steps below have a direction; the whole has none
    if one.kind == "initial" or other.kind == "initial":
        return _of_initials(one, other)
    share, code = _same_word(one, other) or _known(one, other) or _by_sound(one, other)
    if code == "differs":
        return _two_words(one.kind, other.kind)
    return Agreement(share, _weight(one, other, share), _part(one.kind, other.kind), code)


@functools.cache
def _two_words(one: Kind, other: Kind) -> Agreement:
    """What most words say that meet: they are two."""
    part, weight = _part(one, other), knowledge.weighing().weight
    return Agreement(knowledge.weighing().differs.get(part, 0.0), (weight[one] + weight[other]) / 2, part, "differs")


def _weight(one: Token, other: Token, share: float) -> float:
    """A word that no table knows, but that is like a known patronymic, counts as a patronymic."""
    alike = share > 0 and "surname" in (one.kind, other.kind)
    return min(one.weight, other.weight) if alike else (one.weight + other.weight) / 2


def _same_word(one: Token, other: Token) -> tuple[float, Code] | None:
    return (1.0, "same") if one.folded == other.folded else None


def _known(one: Token, other: Token) -> tuple[float, Code] | None:
    """Two given names, or two patronymics, that the tables know: they say the same or they do not."""
    if one.kind == other.kind == "patronymic" and one.woman != other.woman:
        return (knowledge.weighing().granted["other_sex"], "other_sex")
    if one.groups and other.groups:
        return _given(one, other)
    # Андрей is no Андреевич, however like they sound.
    if (one.certain or other.certain) and {one.kind, other.kind} == {"given", "patronymic"}:
        return (0.0, "differs")
    if one.fathers and other.fathers and not (one.groups or other.groups):
        return (1.0, "form") if one.fathers & other.fathers else (0.0, "differs")
    return None


def _given(one: Token, other: Token) -> tuple[float, Code] | None:
    granted = knowledge.weighing().granted
    shared = one.groups & other.groups
    if shared:
        return (granted["short"], "short") if _is_short(one, shared) or _is_short(other, shared) else (1.0, "form")
    # Владислава is a woman, or Владислав in the genitive; what the surname says decides (`comparing`).
    if one.groups & other.cases or one.cases & other.groups:
        return (granted["case"], "case")
    # A slip may have made a name sound like another: then the letters are looked at.
    return (0.0, "differs") if one.certain and other.certain else None


def _is_short(token: Token, shared: frozenset[int]) -> bool:
    exact = [form.short for form in forms_of(token.folded) if form.number in shared]
    return bool(exact) and all(exact)


def _by_sound(one: Token, other: Token) -> tuple[float, Code]:
    here, there = _bones(one.sounds), _bones(other.sounds)
    if here.share_few_consonants(there):
        return (0.0, "differs")
    if not here.skeletons.isdisjoint(there.skeletons) and is_one_word(one.folded, other.folded):
        return (1.0, "sound")
    near = max([nearness(sound, like) for sound in one.sounds for like in other.sounds], default=0.0)
    weighing = knowledge.weighing()
    share = max(0.0, (near - weighing.slips_none) / (1 - weighing.slips_none)) * weighing.granted["slip"]
    return (share, "slip" if share >= _SLIP else "near" if share > 0 else "differs")


class _Bones(NamedTuple):
    """The consonants of some sounds: each once, and as skeletons."""

    consonants: frozenset[str]
    skeletons: frozenset[str]

    def share_few_consonants(self, other: _Bones) -> bool:
        """The quick no: most words that meet are a surname and somebody's given name, and have nothing in common."""
        shared = len(self.consonants & other.consonants)
        if shared == 0:
            return "" not in self.skeletons and "" not in other.skeletons
        return shared < _ENOUGH - 1 and min(len(self.consonants), len(other.consonants)) >= _ENOUGH


# By the sounds, not the word: a word that is taken for another part of a name keeps its sounds.
@functools.lru_cache(maxsize=1 << 14)
def _bones(sounds: frozenset[str]) -> _Bones:
    skeletons = frozenset(map(skeleton, sounds))
    return _Bones(frozenset("".join(skeletons)), skeletons)


def _of_initials(one: Token, other: Token) -> Agreement:
    agrees = _may_abbreviate(one, other)
    whole = other if one.kind == "initial" else one
    if one.kind == other.kind:
        agrees = agrees and one.second == other.second
        share = 1.0 if agrees else knowledge.weighing().differs["initial"]
        return Agreement(share, one.weight, "initial", "same" if agrees else "initial_differs")
    if whole.kind in ("surname", "particle"):
        # A surname is hardly ever shortened to a letter, but a given name that no table knows looks like a surname.
        agrees_weakly = knowledge.weighing().missing["surname"] if agrees else knowledge.weighing().differs["name"]
        return Agreement(agrees_weakly, whole.weight, "name", "initial" if agrees else "initial_differs")
    # The second of two initials is the father's; a single one is hardly ever.
    letter = one if one.kind == "initial" else other
    agrees = agrees and letter.second == (whole.kind == "patronymic")
    of = "patronymic_initial" if letter.second else "initial"
    share = knowledge.weighing().granted[of] if agrees else knowledge.weighing().differs["initial"]
    return Agreement(share, whole.weight, whole.kind, "initial" if agrees else "initial_differs")


def _may_abbreviate(one: Token, other: Token) -> bool:
    letter, whole = (one, other) if one.kind == "initial" else (other, one)
    if whole.folded.startswith(letter.folded) or letter.folded in initials_of(whole.groups | whole.fathers):
        return True
    return bool(_openings(letter.folded) & _openings(whole.folded))


@functools.lru_cache(maxsize=1 << 12)
def _openings(folded: str) -> frozenset[str]:
    return frozenset(((*sound.gaps, "")[0] + sound.consonants + sound.trail)[:1] for sound in sounds(folded)) - {""}


@functools.cache
def _part(one: Kind, other: Kind) -> str:
    kinds = {one, other} - {"particle"}
    return kinds.pop() if len(kinds) == 1 else "name"
