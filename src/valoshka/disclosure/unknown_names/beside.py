"""What the words of one run of large words say of each other: Halina Bonch, Bonch H. P., Carnegie Hall."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.unknown_names.knowledge import words
from valoshka.disclosure.unknown_names.stems import stem
from valoshka.names.folding import script
from valoshka.names.knowledge import function_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.disclosure.unknown_names.tokens import Token

ADJECTIVE = re.compile(
    "(?:[сцз]ь?к|[нвчшщжрк])(?:ий|ый|ой|ая|ое|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|ых|их|ыми|ими|а|е|і|ої|у|ою|ів|ій|ім"
    "|ы|ага|аму|ай|ыя|ія|ымі|імі|iej|iego|iemu|im|i|ą|ie|ich|imi|y|ego|ej|ym|ych)$"
)
CERTAIN = frozenset({"given", "patronymic", "dictionary_name"})
AGAINST = frozenset({"not_name", "place", "acronym"})
# What tells that a run is a person's name though a word in it is a common one: Candace Savage said, Mr Green.
_TELLING = frozenset({"given", "short", "short_in_case", "patronymic", "dictionary_name", "title", "initial", "speech"})
_BORNE = frozenset({"title", "initial"})  # a word of things behind these is a surname: Mr Green
_OF = len(" of the ")
_MOST = 6  # words of one name after its first: what follows is another name, or a list
_PAIR, _LONGEST = 2, 3  # words of a run that looks like a person's


def add_neighbours(tokens: Sequence[Token], found: list[set[str]], start: int, end: int) -> None:
    """Add to the evidence `found` of the run from `start` to before `end` what its words say of each other."""
    if end - start > 1:
        _whole(tokens, found, start, end)
    if tokens[start].language == "en":
        _in_english_title(tokens, found, start, end)
    for place in range(start, end):
        if tokens[place].initial:
            _beside_initial(tokens, found, place, start, end)
            continue
        if place + 1 < end and tokens[place].folded in words().place_heads:
            found[place].add("part_of_place")
        before = place - 1
        if before >= start and _leads(tokens[before], found[before], tokens[place]) and not found[place] & CERTAIN:
            found[place].add("title_of_thing")
        if _before_thing(tokens, found, place, end):
            found[place].add("adjective")
            found[place].discard("speech")
        if tokens[place].folded in words().things_and_surnames and _is_borne(found, place, start, end):
            found[place] -= {"not_name", "common", "before_thing", "month", "thing"}
        if found[place] & CERTAIN and not found[place] & AGAINST:
            _beside_given(tokens, found, place, start, end)


def _is_borne(found: Sequence[set[str]], place: int, start: int, end: int) -> bool:
    """Whether a word of things is somebody's surname: behind a title or an initial, or last behind a given name."""
    if found[place] & _BORNE:
        return True
    return place == end - 1 > start and "given" in found[place - 1] and not found[place - 1] & AGAINST


def _whole(tokens: Sequence[Token], found: list[set[str]], start: int, end: int) -> None:
    if "quoted" in found[start]:
        for place in range(start + 1, end):
            if not found[place] & CERTAIN:
                found[place].add("quoted")
    opener = tokens[start].folded in words().before_places
    if _PAIR <= end - start <= _LONGEST and not opener and not any(each & AGAINST for each in found[start:end]):
        of_english = tokens[start].language == "en"
        surname = tokens[end - 1].folded in words().things_and_surnames
        told = surname or _is_named(found[start:end]) if of_english else True
        if told and not found[start] & {"common", "small", "article", "function_word"}:
            # Candace Savage, and not Shadow Lounge: a word that is none may be a given name, and a surname any word.
            for place in range(start + 1, end):
                found[place].discard("common")
        for place in range(start, end):
            if found[place] and "opens" not in found[place]:
                found[place].add("pair")


def _beside_initial(tokens: Sequence[Token], found: list[set[str]], place: int, start: int, end: int) -> None:
    for other in (place - 1, place + 1):
        if start <= other < end and not tokens[other].initial:
            found[other].add("initial")


def _beside_given(tokens: Sequence[Token], found: list[set[str]], place: int, start: int, end: int) -> None:
    """The words after a given name are its bearer's; if there is none, the word before it is."""
    last = place
    for other in range(place + 1, min(end, place + _MOST)):
        if found[other] & AGAINST or tokens[other].initial or _ends_thing(tokens[other], found[other]):
            break
        found[other].add("beside_given")
        found[other].discard("month")
        last = other
    if last == place and place > start and not found[place - 1] & (AGAINST | {"opens"}):
        found[place - 1].add("beside_given")


def _ends_thing(token: Token, found: set[str]) -> bool:
    """Whether a word ends the name of a building or a company, and is no surname: Stanley Casino."""
    known = words()
    return "thing" in found and token.folded in known.heads_in_english - known.things_and_surnames


def _in_english_title(tokens: Sequence[Token], found: list[set[str]], start: int, end: int) -> None:
    """English puts what a thing is behind its name, and a place or a patron behind "of"."""
    first, before = tokens[start], tokens[start - 1] if start else None
    if first.before == "of" and before and first.start - before.end <= _OF and "not_name" in found[start - 1]:
        for place in range(start, end):
            found[place].add("thing")
    if "article" in found[start]:
        for place in range(start + 1, end):
            found[place].add("article")
    last = next((place for place in range(end - 1, start, -1) if _is_thing(tokens[place], found[place])), start)
    if "given" in found[last - 1] and tokens[last].folded in words().things_and_surnames:
        return
    for place in range(start, last):
        found[place].add("before_thing")
    # Then Garden left: a word that only opens the sentence names no garden.
    if last > start + bool("opens" in found[start] and found[start] & {"common", "function_word"}):
        found[last].add("thing")
    named = _is_named(found[start:end]) or tokens[end - 1].folded in words().things_and_surnames
    if last == start and end - start > 1 and "common" in found[end - 1] and not named:
        for place in range(start, end - 1):
            found[place].add("before_common")


def _is_named(run: Sequence[set[str]]) -> bool:
    return any(each & _TELLING for each in run)


def _before_thing(tokens: Sequence[Token], found: list[set[str]], place: int, end: int) -> bool:
    """Whether it is an adjective of what is written large behind it: Polskiej Agencji."""
    if place + 1 >= end or tokens[place].language == "en" or found[place] & CERTAIN:
        return False
    return bool(ADJECTIVE.search(tokens[place].folded)) and _is_thing(tokens[place + 1], found[place + 1])


def _leads(token: Token, found: set[str], after: Token) -> bool:
    """Whether what follows is the rest of a thing's name: Unia Europejska, РИА Новости; not DW Ашіг Масіх."""
    if "acronym" in found:
        return script(token.folded) == script(after.folded)
    return _is_thing(token, found) and not token.opens


def _is_thing(token: Token, found: set[str]) -> bool:
    """Whether it is a word of institutions, or in English of buildings and waters, and no title of a person."""
    if token.language == "en" and token.folded in words().heads_in_english:
        return True
    listed = "not_name" in found and stem(token.folded) not in words().titles | words().offices
    return listed and token.folded not in function_words()
