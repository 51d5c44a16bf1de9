"""From tokens to dates: the rules find phrases, the joins put phrases together, the telling gives them their years."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from valoshka.terms.dates import joined, relative, stated
from valoshka.terms.dates.calendar import bounds
from valoshka.terms.dates.phrase import UNSTATED, Phrase, Read, Telling, plausible
from valoshka.terms.edtf import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from valoshka.terms.dates.grammar import Grammar, Value
    from valoshka.terms.dates.phrase import Basis
    from valoshka.terms.dates.tokens import Tokens
    from valoshka.terms.edtf import Edtf

MEANINGS: dict[str, Callable[[Phrase, Telling], Read]] = {
    "exact": stated.exact,
    "day": stated.day,
    "linked_day": stated.day,
    "days": stated.days,
    "month": stated.month,
    "linked_month": stated.month,
    "part": stated.part,
    "month_half": stated.month_half,
    "week_of_month": stated.week_of_month,
    "season": stated.season,
    "linked_season": stated.season,
    "season_part": stated.season_part,
    "year": stated.year,
    "years": stated.years,
    "year_part": stated.year_part,
    "year_half": stated.year_half,
    "decade": stated.decade,
    "later": relative.later,
    "later_some": relative.later_some,
    "earlier": relative.earlier,
    "next_unit": relative.next_unit,
    "previous_unit": relative.previous_unit,
    "same": relative.same,
    "that_named": relative.that_named,
    "next_named": relative.next_named,
    "at_the_time": relative.at_the_time,
    "soon": relative.soon,
    "event_after": relative.event,
    "event_before": relative.event,
    "deictic": relative.deictic,
}
# What is made of one date. "Since 2019" and "until 2021" frame a story and do not move it.
ONE_DATE: dict[str, Callable[[Edtf], str]] = {
    "since": joined.since,
    "until": joined.until,
    "no_later": joined.no_later,
    "before": joined.before,
    "after": joined.after,
    "night_to": joined.night_to,
}
FRAMES = ("since", "until")


class Found(NamedTuple):
    """A phrase, and the tokens from `first` to `last` (exclusive) that say it."""

    phrase: Phrase
    first: int
    last: int


class Group(NamedTuple):
    """Phrases that make one date together; `joined` is empty for a single phrase."""

    joined: str
    members: tuple[int, ...]
    first: int
    last: int


def _days(values: dict[str, list[Value]], named: Sequence[tuple[str, Value]]) -> None:
    tens, days = 0, []
    for name, value in named:
        if name == "tens":
            tens = int(value)
        elif name in ("number", "ordinal"):
            days.append(tens + int(value))
            tens = 0
    if days:
        values["day"] = list(days)


def _phrase(means: str, tokens: Tokens, first: int, last: int, names: Mapping[str, str]) -> Phrase:
    named = [
        (names[tokens.letters[place]], tokens.values[place])
        for place in range(first, last)
        if tokens.letters[place] in names
    ]
    values: dict[str, list[Value]] = {}
    for name, value in named:
        values.setdefault(name, []).append(value)
    _days(values, named)
    return Phrase(means, values)


def _phrases(tokens: Tokens, grammar: Grammar) -> list[Found]:
    found = []
    for match in grammar.rules.finditer(tokens.letters):
        place = int((match.lastgroup or "r0")[1:])
        first, last = match.span()
        found.append(Found(_phrase(grammar.meanings[place], tokens, first, last, grammar.names), first, last))
    return found


def _groups(tokens: Tokens, grammar: Grammar, found: Sequence[Found]) -> Iterator[Group]:
    """The phrases, alone or joined, in order. Joins are rules over the text in which each phrase is one letter."""
    letters, firsts, lasts, members = [], [], [], []
    at = 0
    for number, phrase in enumerate(found):
        between = range(at, phrase.first)
        letters += [tokens.letters[at : phrase.first], _letter(phrase, grammar)]
        firsts += [*between, phrase.first]
        lasts += [*(place + 1 for place in between), phrase.last]
        members += [*(None for _ in between), number]
        at = phrase.last
    at = 0
    for match in grammar.joins.finditer("".join(letters)):
        place = int((match.lastgroup or "r0")[1:])
        first, last = match.span()
        yield from (Group("", (n,), firsts[i], lasts[i]) for i, n in enumerate(members[at:first], at) if n is not None)
        inside = tuple(number for number in members[first:last] if number is not None)
        yield Group(grammar.join_meanings[place], inside, firsts[first], lasts[last - 1])
        at = last
    yield from (Group("", (n,), firsts[i], lasts[i]) for i, n in enumerate(members[at:], at) if n is not None)


def _letter(found: Found, grammar: Grammar) -> str:
    means = found.phrase.means
    return grammar.letters[means if means in ("event_before", "event_after") else "date"]


def _ahead(found: Sequence[Found]) -> list[Edtf | None]:
    """For each phrase the next date after it that is told with its year and is bounded."""
    ahead: list[Edtf | None] = [None] * len(found)
    upcoming: Edtf | None = None
    for number in range(len(found) - 1, -1, -1):
        ahead[number] = upcoming
        phrase = found[number].phrase
        if _dated(phrase):
            read = MEANINGS[phrase.means](phrase, Telling())
            upcoming = parse(read.date) if read.date else upcoming
    return ahead


def _read(found: Sequence[Found], number: int, telling: Telling, ahead: Sequence[Edtf | None]) -> Read:
    phrase = found[number].phrase
    if not phrase.means.startswith("linked") or number + 1 == len(found):
        return MEANINGS[phrase.means](phrase, telling._replace(after=telling.after or ahead[number]))
    # "9" of "9 and 12 August 2020" goes by what follows it.
    following = _read(found, number + 1, telling, ahead)
    if following.date is None:
        return UNSTATED
    return Read(MEANINGS[phrase.means](phrase, Telling(after=parse(following.date))).date, following.basis)


def _joined(group: Group, reads: Sequence[Read], phrases: Sequence[Phrase]) -> tuple[Read, Edtf | None]:
    """The date of a join, and the date that the story has reached with it."""
    last = parse(reads[-1].date) if reads[-1].date else None
    if last is None or (group.joined == "interval" and reads[0].date is None):
        return UNSTATED, None
    basis: Basis = "explicit" if {read.basis for read in reads} == {"explicit"} else "inferred"
    if group.joined == "interval":
        told = joined.interval(parse(reads[0].date or ""), last)
        return Read(told, basis), parse(told)
    if group.joined.startswith("shift"):
        told = relative.moved(phrases[0], last, 1 if group.joined == "shift_later" else -1)
        return Read(told, "inferred"), parse(told)
    # «С 9 по 12 августа» is already a stretch of time: its «с» says nothing more.
    told = last.text if last.kind == "interval" else ONE_DATE[group.joined](last)
    return Read(told, basis), None if group.joined in FRAMES else last


def _pair(found: Sequence[Found], group: Group, telling: Telling, ahead: Sequence[Edtf | None]) -> list[Read]:
    """The dates of a join of two: the one without a year leans on the one that has it, or the first on the second."""
    one, other = group.members
    if _dated(found[one].phrase) and not _dated(found[other].phrase):
        first = _read(found, one, telling, ahead)
        known = telling._replace(before=parse(first.date)) if first.date else telling
        return [first, Read(_read(found, other, known, ahead).date, first.basis)]
    second = _read(found, other, telling, ahead)
    if _dated(found[one].phrase) or second.date is None:
        return [_read(found, one, telling, ahead), second]
    return [Read(_read(found, one, Telling(after=parse(second.date)), ahead).date, second.basis), second]


def _dated(phrase: Phrase) -> bool:
    return "year" in phrase.values or phrase.means == "exact"


def _in_order(found: Sequence[Found], group: Group, telling: Telling, ahead: Sequence[Edtf | None]) -> list[Read]:
    if group.joined == "interval":
        return _pair(found, group, telling, ahead)
    return [_read(found, number, telling, ahead) for number in group.members]


def readings(tokens: Tokens, grammar: Grammar, anchor: Edtf | None) -> Iterator[tuple[int, int, Read]]:
    """Start, end (code points) and date of everything said, in order."""
    found = _phrases(tokens, grammar)
    ahead = _ahead(found)
    telling = Telling(before=anchor, told=anchor)
    for group in _groups(tokens, grammar, found):
        phrases = [found[number].phrase for number in group.members]
        reads = _in_order(found, group, telling, ahead)
        read, reached = reads[0], parse(reads[0].date) if reads[0].date else None
        if group.joined:
            read, reached = _joined(group, reads, phrases)
        if reached is not None and phrases[-1].means != "deictic" and plausible(bounds(reached)[1].year):
            telling = telling._replace(before=reached)
        yield tokens.starts[group.first], tokens.ends[group.last - 1], read
