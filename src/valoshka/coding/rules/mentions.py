"""People in an English sentence, as the words mention them: pronouns, names, noun phrases; doers apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from valoshka.coding.lexicon import words
from valoshka.coding.reading.people import Gender, Person, word_set
from valoshka.coding.rules.noun_phrases import NUMBER, closed_words, heads, left_edge, pronoun_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.coding.reading.people import Named
    from valoshka.coding.reading.tokens import Sentence
    from valoshka.coding.rules.actors import Doer

Sort = Literal["pronoun", "name", "noun"]
_OTHERS = frozenset({"others", "everyone", "everybody", "those", "another", "anyone", "someone", "somebody"})
_INJURED = frozenset({"injured", "wounded", "sick", "dead", "detained", "arrested", "dismissed"})  # "the injured"
_ONE = frozenset({"another", "someone", "somebody"})
_PLACE_TAIL = frozenset({"'s", "'"})


@dataclass(frozen=True)
class Mention:
    """Somebody mentioned: tokens `start:end`, and what the words tell of person, number, gender and case.

    `case` is nom, obj, poss, both (her), rel (who) or any (names, nouns); `oblique` the preposition before it, if any.
    """

    start: int
    end: int
    sort: Sort
    head: str
    case: str = "any"
    person: int = 3
    plural: bool = False
    gender: Gender = "-"
    oblique: str | None = None
    named: Person | None = None
    owner: int | None = None  # token of "her" in "her husband"
    doer: bool = False
    base: str | None = None  # the head in the nominative, where the language has cases


def mentions(sentence: Sentence, names: Sequence[Named], doers: Sequence[Doer]) -> list[Mention]:
    """Everybody mentioned in `sentence`, in order; of two that overlap the one that begins first stays."""
    found = [*_names(sentence, names), *_nouns(sentence), *_pronouns(sentence)]
    found += [
        Mention(doer.start, doer.end, "noun", sentence.lows[doer.end - 1], doer=True, plural=True) for doer in doers
    ]
    order = {"name": 0, "noun": 1, "pronoun": 2}
    found.sort(key=lambda mention: (mention.start, not mention.doer, order[mention.sort], -mention.end))
    return [_with_preposition(sentence, mention) for mention in _apposed(sentence, _apart(found))]


def _apart(found: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            # "men" inside "two men in plain clothes", "her" inside "her husband"; but the doer wins over both.
            if mention.doer and not kept[-1].doer and mention.end >= kept[-1].end:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _names(sentence: Sentence, names: Sequence[Named]) -> Iterator[Mention]:
    starts = {token.start: number for number, token in enumerate(sentence.tokens)}
    for named in names:
        first = starts.get(named.start)
        if first is None:
            continue
        last = first
        while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].end <= named.end:
            last += 1
        owned = last + 1 < len(sentence.lows) and sentence.lows[last + 1] in _PLACE_TAIL
        person = named.person
        yield Mention(
            first, last + 1, "name", person.label, "poss" if owned else "any", gender=person.gender, named=person
        )


def _pronouns(sentence: Sentence) -> Iterator[Mention]:
    table = pronoun_table()
    for number, low in enumerate(sentence.lows):
        if low not in table or (low in ("i", "us") and not sentence.tokens[number].capital and low == "i"):
            continue
        person, count, gender, case = table[low]
        case = _case_of_her(sentence, number) if case == "both" else case
        yield Mention(number, number + 1, "pronoun", low, case, person, count == "p", gender)


def _case_of_her(sentence: Sentence, number: int) -> str:
    """`poss` for "her phone", `obj` for "told her that", "her to", "her." """
    following = sentence.lows[number + 1] if number + 1 < len(sentence.lows) else "."
    closed = following in closed_words() or not following[0].isalpha()
    return "obj" if closed and following not in word_set("modifiers") else "poss"


def _nouns(sentence: Sentence) -> Iterator[Mention]:
    nouns, stand_ins = heads()
    lows = [*sentence.lows, ".", "."]
    for number, low in enumerate(sentence.lows):
        following = lows[number + 1]
        if low in _INJURED and sentence.lows[max(0, number - 1)] == "the" and following not in nouns:
            yield _phrase(sentence, number, plural=True)
        elif low in nouns:
            if following not in nouns and not _compound(following):
                yield _phrase(sentence, number, plural=nouns[low])
        elif (low in stand_ins or _is_count(low)) and _stands_alone(low, lows[number + 1 : number + 3]):
            yield _phrase(sentence, number, plural=low not in _ONE)


def _is_count(low: str) -> bool:
    """Whether a number can count people: not a year."""
    return bool(NUMBER.match(low)) and not re.fullmatch(r"(?:19|20)\d\d", low)


def _compound(following: str) -> bool:
    """Whether the noun only qualifies another: "children's hospice", "student card"."""
    return following in word_set("org_words") and following not in ("and", "of")


def _stands_alone(low: str, after: Sequence[str]) -> bool:
    """Whether "hundreds", "others", "3,000" stand for people here: a verb follows, or "of them"."""
    following = after[0]
    if low in _OTHERS:
        return low != "those" or following.endswith("ed") or following in _verbs()
    if following == "of":
        return after[1] in ("them", "us")
    return following in _verbs() or following.endswith("ed")


@cache
def _verbs() -> frozenset[str]:
    auxiliaries = words("en", "cues")["auxiliaries"]
    assert isinstance(auxiliaries, dict)
    said = words("en", "cues")["says"]
    assert isinstance(said, list)
    return frozenset(
        {*auxiliaries["be"], *auxiliaries["have"], *auxiliaries["modal"], *said, "who", "still", "already"}
    )


def _phrase(sentence: Sentence, head: int, *, plural: bool) -> Mention:
    start, owner = left_edge(sentence.lows, head)
    low = sentence.lows[head]
    if not plural and owner is None and sentence.lows[start] in ("all", "two", "three", "several", "many"):
        plural = True
    gender: Gender = "f" if low in word_set("female") else "m" if low in word_set("male") else "-"
    case = "poss" if _is_owner(sentence, head) else "any"
    return Mention(start, head + 1, "noun", low, case, plural=plural, gender=gender, owner=owner)


def _is_owner(sentence: Sentence, head: int) -> bool:
    """Whether the noun owns what follows: "a nurse's", "the nurses’ wages"."""
    following = sentence.tokens[head + 1 : head + 3]
    if not following or following[0].low == "'s":
        return bool(following)
    touches = following[0].low in "’'" and following[0].start == sentence.tokens[head].end
    return touches and len(following) > 1 and following[1].low[0].isalpha() and following[1].start > following[0].end


def institution(sentence: Sentence, first: int, last: int, act: str = "") -> Mention | None:
    """The first clinic or union (or for `act` the rally, the ambulance) in tokens `first:last`, where no person is."""
    listed = word_set("institutions") | _stand_ins().get(act, frozenset())
    for number in range(first, min(last, len(sentence.lows))):
        if sentence.lows[number] in listed:
            mention = _phrase(sentence, number, plural=True)
            return mention if mention.start >= first else replace(mention, start=first)
        if sentence.lows[number] in ".;,":
            return None
    return None


@cache
def _stand_ins() -> dict[str, frozenset[str]]:
    listed = words("en", "people")["stand_for_victims"]
    assert isinstance(listed, dict)
    return {act: frozenset(named) for act, named in listed.items()}


def _apposed(sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """Joins "journalist K. Barysevich", "a nurse called Halina" and "Halina, a nurse," into one mention of the name."""
    joined: list[Mention] = []
    apposed: Mention | None = None
    for mention in found:
        last = joined[-1] if joined else None
        if (
            last
            and mention.sort == "name"
            and last.sort == "noun"
            and not last.plural
            and not last.doer
            and last.case != "poss"
        ):
            between = sentence.lows[last.end : mention.start]
            if not between or between in (["called"], ["named"], [","], [",", "dr"], ["dr"]):
                joined[-1] = replace(mention, start=last.start)
                continue
        if last and last.sort == "name" and mention.sort == "noun" and not mention.plural and last.case != "poss":
            between = sentence.lows[last.end : mention.start]
            if between == [","] and sentence.lows[mention.start] in ("a", "an", "the", "then"):
                apposed = mention
                continue
        if apposed is not None and mention.sort == "noun" and sentence.lows[apposed.end : mention.start] == ["and"]:
            continue
        apposed = None
        joined.append(mention)
    return joined


def _with_preposition(sentence: Sentence, mention: Mention) -> Mention:
    before = sentence.lows[mention.start - 1] if mention.start else ""
    prepositions = words("en", "cues")["prepositions"]
    return replace(mention, oblique=before) if before in prepositions else mention  # type: ignore[operator]
