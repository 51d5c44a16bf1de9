"""Which large words of a text are offered as names, once all their places in it have been seen."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.disclosure.unknown_names.knowledge import weighing, words
from valoshka.disclosure.unknown_names.stems import stem
from valoshka.disclosure.unknown_names.weighed import evidence, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.disclosure.unknown_names.tokens import Read, Token

_NEVER_MET = frozenset({"not_name"})
# What makes a word a place wherever it stands; not a preposition alone, after which people are met, too.
_PLACES = frozenset({"before_place", "part_of_place"})


_WHERE = _PLACES | {"in_place"}
_OF_WORDS = frozenset({"common"})
_OF_THINGS = frozenset({"common", "not_name", "title_of_thing", "thing"})
_OFTEN = 3  # a name, too, stands behind "at" once in a while
_NAMES = frozenset(
    {"pair", "title", "speech", "initial", "beside_given", "patronymic", "given", "short", "dictionary_name"}
)


def _is_place(places: Sequence[frozenset[str]]) -> bool:
    """Whether a word is plainly a place somewhere, or often behind a preposition of place and nowhere like a name."""
    if any(each & _PLACES for each in places):
        return True
    behind = sum("in_place" in each for each in places)
    return behind * _OFTEN >= len(places) and not any(each & _NAMES for each in places)


def _unborne(token: Token) -> frozenset[str]:
    """What says nothing against a word that is plainly somebody's surname elsewhere: Anna Hill came, and Hill spoke."""
    return _OF_THINGS if token.folded in words().things_and_surnames else _OF_WORDS


def settled(read: Read) -> list[bool]:
    """For each token of `read`, whether it is offered; an initial is if the word beside it is."""
    told = evidence(read)
    scores = [weight(each) for each in told]
    places: dict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(read.tokens):
        if not token.initial:
            places[stem(token.folded)].append(place)
    offered = [False] * len(scores)
    known = weighing()
    for group in places.values():
        strong = max(scores[place] for place in group) >= known.strong
        within = [scores[place] for place in group if not read.tokens[place].opens]
        seen = bool(within) and sum(within) > 0
        usual = sum(scores[place] for place in group) > 0
        english = read.tokens[group[0]].language == "en"
        is_place = english and not strong and _is_place([told[place] for place in group])
        for place in group:
            met = known.weights["met"] if strong else known.weights["seen"] if seen else 0
            if is_place:
                met = 0 if told[place] & _WHERE else known.weights["met_place"]
            borne = told[place] - _unborne(read.tokens[place]) if strong else told[place]
            lifted = 0 if borne & _NEVER_MET else met
            offered[place] = weight(borne) + lifted > 0 and (strong or seen or usual)
    return offered
