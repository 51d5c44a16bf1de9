"""Somebody whom the teller lives, works or is held with, told of without a name but so that they can be found.

A cellmate, a colleague, a neighbour or a child never agreed to be told of. One fact that tells them from others
(calling, age, home, illness, school) is a doubt; a day, a named place and such a fact lead to one person in a register.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.third_persons.heads import heads
from valoshka.disclosure.third_persons.patients import Unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.third_persons.context import Context
    from valoshka.disclosure.third_persons.vocabulary import Mark

_HELD = frozenset({"cellmate", "cell", "eldest"})
_DOERS = frozenset({"calling", "role", "agent", "medic"})
_REACH = 12  # words after the person in which a fact is still about them
_NEAR = 10  # words in which a calling is theirs
_BESIDE = 6  # words in which a home is
_BEFORE = 2  # words before: "a fourteen-year-old son"
_STOP = re.compile(r"[;:!?»]")
_CLAUSES = frozenset({"cellmate", "colleague", "neighbour"})
_CLAUSE = 3  # words of a clause that says something
_OPENING = 8  # characters before the word with which a sentence goes on
_AFTER_STOP = re.compile(r"[;:]\s*$")
_APART = re.compile(r"[,(—–-]")


def relations(context: Context) -> Iterator[Unnamed]:
    """Every such person with the facts told of them.

    >>> from valoshka.disclosure.third_persons.context import Context
    >>> [(found.rule, found.shown) for found in relations(Context.of("Сукамерніца, швачка з Оршы, плакала."))]
    [('third_person_told', ('cellmate', 'calling', 'home'))]
    """
    past = -1
    for kind, mark in sorted(heads(context), key=lambda each: (each[1].start, -each[1].end)):
        if mark.start < past:
            continue
        facts = _facts(context, kind, mark)
        if not facts:
            continue
        past = mark.end
        here = context.sentence(mark)
        day = bool(context.of_kind("full_day", here))
        exactly = day and _somewhere(context, mark) and bool(set(facts) - {"home"})
        yield Unnamed(
            "third_person_told_exactly" if exactly else "third_person_told",
            mark.start,
            mark.end,
            (kind, *facts, *(("date",) if day else ())),
        )


def _facts(context: Context, kind: str, mark: Mark) -> tuple[str, ...]:
    """What is told of the person: calling, age, home, illness, school, distinction; in this order."""
    told = {
        "calling": _calling(context, kind, mark),
        "age": _age(context, mark),
        "home": _home(context, mark),
        "illness": _any(context, "injury", mark),
        "school": _school(context, kind, mark),
        "distinction": _distinction(context, kind, mark),
    }
    return tuple(fact for fact, there in told.items() if there)


def _about(context: Context, mark: Mark, other: Mark, before: int = 0) -> bool:
    if other.first == mark.first:
        return False
    if _goes_on(context, mark, other):
        return True
    if context.sentence(other) != context.sentence(mark):
        return False
    if other.last < mark.first:
        return mark.first - other.last <= before and "," not in context.between(mark, other)
    return 0 < other.first - mark.last <= _REACH and not _STOP.search(context.between(mark, other))


def _goes_on(context: Context, mark: Mark, other: Mark) -> bool:
    """Whether `other` stands where the text goes on about the person: "My son … . He …", "…; one of them …"."""
    here, there = context.sentence(mark), context.sentence(other)
    if there == here + 1:
        opened = context.starts[there]
        begins = (each for each in context.of_kind("theirs", there) if each.start - opened <= _OPENING)
    elif there == here:
        begins = (
            each
            for each in context.of_kind("theirs", here)
            if mark.end <= each.start and _AFTER_STOP.search(context.text, mark.end, each.start)
        )
    else:
        return False
    return any(each.start <= other.start and other.first - each.last <= _REACH for each in begins)


def _any(context: Context, kind: str, mark: Mark, before: int = 0) -> bool:
    here = context.sentence(mark)
    return any(_about(context, mark, other, before) for other in context.of_kind(kind, here, here + 1))


def _calling(context: Context, kind: str, mark: Mark) -> bool:
    """A calling told of the person, and not of whoever is speaking: "…, says the nurse"."""
    before = 2 if kind == "colleague" else 0
    wider = _REACH if mark.kind == "cell" else before
    here = context.sentence(mark)
    callings = [each for group in ("calling", "medic", "agent") for each in context.of_kind(group, here)]
    return any(
        _about(context, mark, each, wider)
        and (each.first - mark.last <= _NEAR or mark.kind in _HELD)
        and (mark.kind == "cell" or _is_theirs(context, mark, each))
        and not _speaks(context, each)
        and not context.named_person(each)
        for each in callings
    )


def _distinction(context: Context, kind: str, mark: Mark) -> bool:
    """What few share: a championship, a widowhood, three children, an occupation told by a verb."""
    if _any(context, "distinction", mark, 2 if kind != "child" else 1):
        return True
    if kind in _CLAUSES and _has_clause(context, mark):
        return True
    if mark.kind == "cell" and any(context.of_kind("distinction", context.sentence(mark))):
        return True
    return kind != "child" and mark.kind not in _DOERS and _any(context, "occupation", mark)


def _has_clause(context: Context, mark: Mark) -> bool:
    """Whether a relative clause says more of the person: "our postwoman, who has brought up five, …"."""
    opened = mark.last + 1
    if opened >= len(context.tokens) or context.is_plural(mark):
        return False
    comma = context.text[mark.end : context.tokens[opened].start].strip() == ","
    if not comma or opened not in context.places("who"):
        return False
    end = context.text.find(",", context.tokens[opened].end)
    return sum(token.start < end for token in context.tokens[opened + 1 : opened + 1 + _REACH]) >= _CLAUSE


def _is_theirs(context: Context, mark: Mark, calling: Mark) -> bool:
    """Whether a calling is said of the person: "a colleague, anaesthetist", "her son is a welder"."""
    if _distance(mark, calling) <= 1:
        return True
    between = range(mark.last + 1, calling.first)
    said = any(place in context.places("copula") for place in between)
    return not context.is_plural(calling) and (said or _APART.search(context.between(mark, calling)) is not None)


def _distance(one: Mark, other: Mark) -> int:
    return max(one.first - other.last, other.first - one.last, 0)


def _speaks(context: Context, calling: Mark) -> bool:
    says = context.places("say")
    return any(place in says for place in range(calling.first - 3, calling.first)) or calling.last + 1 in says


def _age(context: Context, mark: Mark) -> bool:
    here = context.sentence(mark)
    years = (each for each in context.of_kind("years", here) if _about(context, mark, each, _BEFORE))
    if any(_is_number(context, place) for each in years for place in range(each.first - 3, each.last + 3)):
        return True
    of_age = (each for each in context.of_kind("of_age", here) if _about(context, mark, each))
    if any(_is_number(context, each.last + 1) and _ends(context, each.last + 1) for each in of_age):
        return True
    if mark.kind in {"aged", "aged_digits"}:
        return True
    # In many languages an age is one word: девятилетняя, пятнаццацігадовы.
    aged = [*context.of_kind("aged", here), *context.of_kind("aged_digits", here)]
    if any(
        _about(context, mark, each, _BEFORE) for each in aged if each.kind == "aged" or context.counted(each.first - 1)
    ):
        return True
    # "Сын, ему девять, …"
    datives = (each for each in context.of_kind("third_singular", here) if _about(context, mark, each))
    if any(_is_number(context, each.last + 1) and _ends(context, each.last + 1) for each in datives):
        return True
    # "her daughter, nine," and "my cellmate was 19."
    said = {mark.last, *(place for place in (mark.last + 1,) if place in context.places("copula"))}
    return any(_is_number(context, place + 1) and _ends(context, place + 1) for place in said)


def _ends(context: Context, place: int) -> bool:
    """Whether a number counts nothing: "a widow of 70," is not "a mother of three children"."""
    end = context.tokens[place].end
    return context.text[end : end + 1] in {"", ",", ".", ")", ";", "”"}


def _is_number(context: Context, place: int) -> bool:
    """Whether a number of years can stand there: no year of the calendar."""
    return context.counted(place) and not (
        context.tokens[place].folded.isdigit() and len(context.tokens[place].folded) > 2
    )


def _home(context: Context, mark: Mark) -> bool:
    """Where the person comes from, by name: "a seamstress from Orsha"."""
    return _place_after(context, mark, "origin", _BESIDE)


def _somewhere(context: Context, mark: Mark) -> bool:
    """Any place by its name: "to Homel prison"."""
    return _place_after(context, mark, "origin", _REACH * 2) or _place_after(context, mark, "from", _REACH * 2)


def _place_after(context: Context, mark: Mark, kind: str, reach: int) -> bool:
    before = [each for each in context.of_kind(kind, context.sentence(mark)) if 0 < each.first - mark.last <= reach]
    places = [context.tokens[each.last + 1] for each in before if each.last + 1 < len(context.tokens)]
    return any(context.is_name(place) for place in places)


def _school(context: Context, kind: str, mark: Mark) -> bool:
    """For a child: a school or a form; a school where children are beaten is no fact unless it is told which."""
    here = context.sentence(mark)
    for school in context.of_kind("school", here, here + 1):
        if kind != "child" or not _about(context, mark, school):
            continue
        beside = range(max(0, school.first - 2), min(school.last + 4, len(context.tokens)))
        if any(_tells_which(context, place) for place in beside if place != school.first):
            return True
    return False


def _tells_which(context: Context, place: int) -> bool:
    if place in context.places("ordinals") or place in context.places("cardinals"):
        return True
    return context.tokens[place].folded.isdigit() or context.is_name(context.tokens[place])
