"""From tokens to dates: the rules find phrases, the joins put phrases together, the telling gives them their years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.terms.dates import joined, relative, stated
from valoshka.terms.dates.calendar import bounds
from valoshka.terms.dates.phrase import UNSTATED, Phrase, Read, Telling, plausible
from valoshka.terms.dates.phrases import Group, found_phrases, groups
from valoshka.terms.edtf import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from valoshka.terms.dates.grammar import Grammar
    from valoshka.terms.dates.phrase import Basis
    from valoshka.terms.dates.phrases import Found
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
HEADING = 60  # tokens from the beginning of a text in which a heading can stand


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


def _heads(group: Group, tokens: Tokens, grammar: Grammar, telling: Telling) -> bool:
    """Whether the date stands in a heading that says when the text was told: "Interview by video call, 18 May 2021"."""
    if telling.told or telling.before or group.first > HEADING:
        return False
    line = tokens.letters[: group.first].rpartition(grammar.letters["stop"])[2]
    return grammar.letters["telling"] in line


def heading_date(tokens: Tokens, grammar: Grammar) -> Edtf | None:
    """The day of the telling that a heading gives, if there is one."""
    for found in found_phrases(tokens, grammar):
        group = Group("", (0,), found.first, found.last)
        if _dated(found.phrase) and _heads(group, tokens, grammar, Telling()):
            read = MEANINGS[found.phrase.means](found.phrase, Telling())
            return parse(read.date) if read.date else None
    return None


def readings(tokens: Tokens, grammar: Grammar, telling: Telling) -> Iterator[tuple[int, int, Read]]:
    """Start, end (code points) and date of everything said, in order."""
    found = found_phrases(tokens, grammar)
    ahead = _ahead(found)
    for group in groups(tokens, grammar, found):
        phrases = [found[number].phrase for number in group.members]
        reads = _in_order(found, group, telling, ahead)
        read, reached = reads[0], parse(reads[0].date) if reads[0].date else None
        if group.joined:
            read, reached = _joined(group, reads, phrases)
        if reached is not None and read.basis == "explicit" and _heads(group, tokens, grammar, telling):
            telling = telling._replace(told=reached)
        elif reached is not None and phrases[-1].means != "deictic" and plausible(bounds(reached)[1].year):
            telling = telling._replace(before=reached)
        yield tokens.starts[group.first], tokens.ends[group.last - 1], read
