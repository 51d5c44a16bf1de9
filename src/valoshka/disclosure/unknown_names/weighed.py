"""How much speaks for each large word of a text being somebody's name: by itself, and by what stands beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.unknown_names.beside import ADJECTIVE, AGAINST, CERTAIN, add_neighbours
from valoshka.disclosure.unknown_names.judging import kinds, may_be_place
from valoshka.disclosure.unknown_names.knowledge import weighing, words
from valoshka.disclosure.unknown_names.stems import stem
from valoshka.names.knowledge import function_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.unknown_names.language import Language
    from valoshka.disclosure.unknown_names.tokens import Read, Token

_LETTERS = 2  # behind a title, too: the representative of the EU
_ACRONYM = 5  # letters: longer words in capitals are shouted
_PREFIX = 2  # letters that may stand before a capital within a name: McCoy, DiCaprio
_OF_CAPITALS = re.compile(r"[A-ZА-ЯЁІЇЄҐЎ]{2,5}s$|PhD$")  # IEDs, PhD
_MAY_ACT = frozenset({"shaped", "unknown"})
_SHORTEST_VERB = 4


def evidence(read: Read) -> list[frozenset[str]]:
    """The kinds of evidence of `weighing.yml` for each token of `read`, in its order; none for an initial."""
    found = [set() if token.initial else {*_alone(token, read)} for token in read.tokens]
    for start, end in runs(read.tokens):
        add_neighbours(read.tokens, found, start, end)
    for place in range(1, len(found)):
        if _is_joined_to_place(read.tokens, found, place):
            found[place] -= CERTAIN | {"dictionary_may", "short", "short_in_case"}
            found[place].add("listed_with_places")
    return [frozenset(each) for each in found]


def _is_joined_to_place(tokens: Sequence[Token], found: Sequence[set[str]], place: int) -> bool:
    """Whether a word is joined by "and" to a place, and may be one, too: in Vilnius and Lida."""
    before, token = tokens[place - 1], tokens[place]
    if "place" not in found[place - 1] or token.before not in words().conjunctions:
        return False
    beside = token.start - before.end == len(token.before) + 2 * len(" ")
    last = place + 1 == len(tokens) or not tokens[place + 1].joined
    return beside and last and (not found[place] & CERTAIN or may_be_place(token.folded))


def weight(evidence: frozenset[str]) -> float:
    """What the evidence adds up to.

    >>> weight(frozenset({"given", "capital"})) > 0 > weight(frozenset({"place", "capital"}))
    True
    """
    known = weighing().weights
    return sum(known[kind] for kind in evidence)


def runs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Neighbouring large words, as first and behind-last place in `tokens`."""
    found: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        if place and token.joined:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def _alone(token: Token, read: Read) -> Iterator[str]:
    said = kinds(token.folded, token.language)
    yield from said - {"function_word"}
    if "function_word" in said:
        yield "function_word" if token.opens else "function_word_within"
    yield "opens" if token.opens else "capital"
    if token.folded in read.small or token.written.lower() in read.small:
        yield "small"
    if _is_acronym(token) and (len(token.written) <= _LETTERS or stem(token.before) not in words().titles):
        yield "acronym"
    if token.quoted and not said & CERTAIN:
        yield "quoted"
    yield from _before(token, said)
    yield from _behind(token, said)
    known = words()
    if _goes_with_a_thing(token) and not said & AGAINST:
        yield "adjective"
    elif token.after in known.speech or token.before in known.speech:
        yield "speech"
    elif token.opens and said & _MAY_ACT and _is_verb(token.after, token.language):
        yield "acts"


def _behind(token: Token, said: frozenset[str]) -> Iterator[str]:
    """What a number, or a small word for a place or a thing, behind it says."""
    known = words()
    if token.numbered and not said & CERTAIN:
        yield "numbered"
    if token.language == "en" and not said & CERTAIN and token.after in known.small_things:
        yield "before_small_thing"
    if token.beside_number and token.language == "en" and token.folded in known.short_months:
        yield "short_month"


def _is_verb(word: str, language: Language) -> bool:
    """Whether a word that stands behind another looks like what somebody did or does."""
    return word not in function_words() and len(word) >= _SHORTEST_VERB and word.endswith(words().verbs[language])


def _goes_with_a_thing(token: Token) -> bool:
    """Whether it is an adjective before what institutions are called by: Гродзенскі медыцынскі ўніверсітэт."""
    if not ADJECTIVE.search(token.folded):
        return False
    heads = words().heads
    if stem(token.after) in heads:
        return True
    return bool(token.later) and stem(token.later) in heads and bool(ADJECTIVE.search(token.after))


def _before(token: Token, said: frozenset[str]) -> Iterator[str]:
    """What the word before it says."""
    known, before = words(), stem(token.before)
    if before in known.titles:
        yield "title"
    elif before in known.offices:
        yield "office"
    elif before in known.before_things or (token.before == "of" and stem(token.earlier) in known.before_things):
        yield "thing"
    elif (token.before in known.before_places and not said & CERTAIN) or (
        token.before in known.before_both and "place_or_given" in said
    ):
        yield "in_place"
    elif token.before in known.place_heads and token.joined:
        yield "part_of_place"
    elif token.language == "en" and token.before == "the":
        yield "article"
    elif token.language == "en" and token.place_follows and token.before in known.before_towns:
        yield "before_place"


def _is_acronym(token: Token) -> bool:
    """Whether it is written in capitals that stand for words each, or with capitals within."""
    if _OF_CAPITALS.match(token.written):
        return True
    if token.written.isupper():
        return len(token.written) <= _ACRONYM and not token.opens
    inner = token.written[1:]
    return any(letter.isupper() and inner[at - 1].isalpha() for at, letter in enumerate(inner) if at > _PREFIX)
