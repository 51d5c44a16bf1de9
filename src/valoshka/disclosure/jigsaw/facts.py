"""Whether a text tells a fact about a person: a workplace, a town, a specialty, in any script and case."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.regions import is_of_a_region
from valoshka.disclosure.jigsaw.workplaces import institutions
from valoshka.names.agreement import agree, stems
from valoshka.names.declension import oblique_stems
from valoshka.names.folding import fold
from valoshka.names.index import surname_forms
from valoshka.names.phones import sounds
from valoshka.names.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from valoshka.disclosure.people import Facts
    from valoshka.names.phones import Sound
    from valoshka.names.words import Word

SHORTEST = 3  # letters: "of", "in", "№" carry nothing
GAP = 1  # words that may stand between two words of a fact

# Which fact needs which item of terms/consent.yml.
_ITEMS = ("profession", "workplace", "town", "family")


def facts_told(text: str, facts: Facts) -> Iterator[tuple[str, int, int]]:
    """Which facts `text` tells: the item of consent that each needs, and where (code points).

    >>> from valoshka.disclosure.people import Facts
    >>> list(facts_told("She came home to Grodno.", Facts(town="Гродна")))
    [('town', 17, 23)]
    >>> list(facts_told("She came home to Hrodna region.", Facts(town="Гродна")))
    []
    """
    for item in _ITEMS:
        for phrase in _phrases(item, facts):
            for start, end in phrase_places(text, phrase):
                # The region is what the gate itself proposes instead of the town.
                if item != "town" or not is_of_a_region(text, start, end):
                    yield item, start, end


@functools.lru_cache(maxsize=1 << 14)
def phrase_places(text: str, phrase: str) -> tuple[tuple[int, int], ...]:
    """Where `text` says `phrase`, in any script, case and, for professions, language (code points).

    >>> phrase_places("A nurse of Lida", "медсястра")
    ((2, 7),)
    """
    tokens = tokens_of(phrase)
    return tuple(_places(_words(text), tokens)) if tokens else ()


def tokens_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase that carry anything."""
    return tuple(word.folded for word in words(phrase) if len(word.folded) >= SHORTEST)


@functools.lru_cache(maxsize=1 << 10)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(words(text))


def _phrases(item: str, facts: Facts) -> Iterator[str]:
    said = {
        "profession": (facts.profession, facts.specialty),
        "workplace": (facts.workplace,),
        "town": (facts.town,),
        "family": facts.family,
    }[item]
    return filter(None, said)


def _places(told: Sequence[Word], phrase: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for first in range(len(told)):
        if last := _last(told, first, phrase):
            yield told[first].start, last.end


def _last(told: Sequence[Word], first: int, phrase: tuple[str, ...]) -> Word | None:
    """The word with which `phrase` ends if it begins at `first`."""
    at = first
    for place, token in enumerate(phrase):
        within = range(at, min(at + 1 + (GAP if place else 0), len(told)))
        found = next((number for number in within if _is_form(told[number].folded, token)), None)
        if found is None:
            return None
        at = found + 1
    return told[at - 1]


@functools.lru_cache(maxsize=1 << 16)
def _is_form(word: str, token: str) -> bool:
    known = known_sounds(token)
    return any(
        heard.skeleton == sound.skeleton and (cut or heard.trail or not oblique) and agree(heard, sound, ending_cut=cut)
        for stem, cut in stems(word)
        for heard in sounds(stem)
        for sound, oblique in known
    )


@functools.lru_cache(maxsize=1 << 14)
def known_sounds(token: str) -> tuple[tuple[Sound, bool], ...]:
    """How a folded word of a fact sounds, and the words that say the same; true for the stem of other cases."""
    forms = frozenset[str]().union(*(surname_forms(form) for form in _same(token)))
    plain = {(sound, False): None for form in forms for sound in sounds(form)}
    oblique = {(sound, True): None for form in forms for stem in oblique_stems(form) for sound in sounds(stem)}
    return (*plain, *oblique)


@functools.lru_cache(maxsize=4096)
def _same(token: str) -> frozenset[str]:
    return frozenset({token}).union(*(_groups().get(token) or _towns_heard(token)))


def _towns_heard(token: str) -> Iterator[frozenset[str]]:
    """The words for a town that is spelt as nobody listed it: "Grodna", "Slonim"."""
    for heard in sounds(token):
        for sound, group in _town_sounds().get(heard.skeleton, ()):
            if agree(heard, sound, ending_cut=False):
                yield group


@functools.cache
def _town_sounds() -> Mapping[str, Sequence[tuple[Sound, frozenset[str]]]]:
    found: dict[str, list[tuple[Sound, frozenset[str]]]] = defaultdict(list)
    for names, group in zip(_town_names(), town_words(), strict=True):
        for name in names:
            for sound in sounds(fold(name)):
                found[sound.skeleton].append((sound, group))
    return found


@functools.cache
def _groups() -> Mapping[str, Sequence[frozenset[str]]]:
    """By word, the sets of folded words that say the same: callings, institutions, towns and adjectives of towns."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for group in (*professions(), *institutions(), *town_words()):
        for word in group:
            found[word].append(group)
    return found


@functools.cache
def professions() -> tuple[frozenset[str], ...]:
    """Words for one profession, folded, a set for each."""
    groups = cast(list[list[str]], _callings()["groups"])
    return tuple(frozenset(fold(word) for word in group) for group in groups)


@functools.lru_cache(maxsize=4096)
def callings(phrase: str) -> frozenset[str]:
    """Every word for the callings that a fact names, folded.

    >>> "surgeon" in callings("хірург")
    True
    """
    return frozenset[str]().union(*(_same(token) for token in tokens_of(phrase)))


@functools.lru_cache(maxsize=4096)
def same_phrases(phrase: str) -> tuple[str, ...]:
    """`phrase`, and what says the same in other words: "intensive care" is реанимация.

    >>> "реанимация" in same_phrases("intensive care"), same_phrases("a fact of its own")
    (True, ('a fact of its own',))
    """
    tokens = tokens_of(phrase)
    alike = (group for group in cast(list[list[str]], _callings()["phrases"]) if tokens in map(tokens_of, group))
    return tuple(dict.fromkeys([phrase, *(each for group in alike for each in group)]))


@functools.cache
def _callings() -> dict[str, object]:
    return cast(dict[str, object], entries("professions.yml"))


@functools.cache
def town_words() -> tuple[frozenset[str], ...]:
    """Names of one town and the adjectives made of them, folded, a set for each."""
    return tuple(frozenset(map(fold, [town, *words])) for town, words in _towns().items())


def _town_names() -> Iterator[list[str]]:
    """Names only: what is made of them is written small."""
    return ([town, *(word for word in words if word[0].isupper())] for town, words in _towns().items())


@functools.cache
def _towns() -> Mapping[str, Sequence[str]]:
    return cast(dict[str, dict[str, list[str]]], entries("towns.yml"))["also"]
