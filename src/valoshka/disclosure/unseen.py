"""One channel of a file looked through: with more caution where a program, not a person, wrote what stands there."""

from __future__ import annotations

import itertools
import weakref
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from valoshka.disclosure.coverage import letters
from valoshka.disclosure.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.disclosure.channels import Channel
    from valoshka.disclosure.findings import Finding
    from valoshka.disclosure.lookout import Lookout

SEEN = frozenset({"text", "alt"})
_SHORT_NAME = 5  # letters: technical strings and bytes read as letters spell a short name sooner or later
_REMEMBERED = 200_000  # lines
_LAST: list[tuple[weakref.ref[Lookout], set[str]]] = []  # of the last lookout only, and never longer than that lives
_APART = "\n\n"  # no name and no number goes on after an empty line
_NAMED = frozenset({"name_full_name", "name_given_patronymic", "name_run_together", "name_initials", "name_surname"})
_IDENTIFIED = frozenset({"identifier_known", "identifier_birth_date"})
_CERTAIN = _NAMED | _IDENTIFIED | {"third_person_named"}
_DOUBTS = frozenset(
    {
        "name_surname_lower_case",
        "name_surname_common",
        "name_surname_alike",
        "name_also_word",
        "third_person_doubt",
    }
)


def in_channels(channels: Iterable[Channel], at: Place, lookout: Lookout, told: Iterable[Finding]) -> Iterator[Finding]:
    """What in all `channels` of one file names or identifies somebody, beside what was `told` of it already.

    Another reading of a text (joined, resolved, put together) is told only for what the text as it stands did not say.
    """
    every = list(channels)
    telling = _telling([line for channel in every if channel.kind not in SEEN for line in _lines(channel)], lookout)
    said = list(told)
    for channel in every:
        if not channel.reading:
            found = list(in_channel(channel, at, lookout, telling))
            said += found
            yield from found
    for channel in every:
        for finding in in_channel(channel, at, lookout, telling) if channel.reading else ():
            if not any(_says(other, finding, guessed=channel.guessed) for other in said):
                said.append(finding)
                yield finding


def _says(told: Finding, finding: Finding, *, guessed: bool) -> bool:
    """Whether `told` says what `finding` says of another reading: its words, more of them, or the guessed person."""
    if told.key == finding.key or told.person != finding.person or told.person is None:
        return told.key == finding.key
    if guessed:
        return told.tier == "block" and told.kind == finding.kind
    one, other = letters(told.at.text or ""), letters(finding.at.text or "")
    return told.rule == finding.rule and bool(one and other) and (one in other or other in one)


def in_channel(channel: Channel, at: Place, lookout: Lookout, telling: frozenset[str]) -> Iterator[Finding]:
    """What in `channel` names or identifies somebody; `at` is the file; only `telling` lines are read if unseen.

    What a reader sees is read as any text. What only a machine sees is blocked if it is certain, with the place it is
    carried in; a surname that may be a word is a doubt there, and a given name alone proves nothing. What was put
    together by guessing counts only if it is certain.
    """
    if channel.kind in SEEN:
        yield from _seen(channel, at, lookout)
        return
    place = replace(at, metadata=channel.where)
    for line in filter(telling.__contains__, _lines(channel)):
        for finding in lookout.findings(line, place):
            rule = _rule(finding)
            if rule and not (channel.guessed and finding.rule not in _CERTAIN):
                yield replace(finding, rule=rule)


def _lines(channel: Channel) -> dict[str, None]:
    return dict.fromkeys(channel.text.split("\n"))


def _telling(every: Iterable[str], lookout: Lookout) -> frozenset[str]:
    """The lines of `every` in which anything is found if all are read at once; each is then read alone.

    A sheet has an attribute for each cell, and reading ten thousand lines one by one takes minutes. Nothing is lost:
    text before or after never takes a finding away.
    """
    quiet = _quiet_before(lookout)
    lines = [line for line in dict.fromkeys(every) if line not in quiet]
    starts = list(itertools.accumulate((len(line) + len(_APART) for line in lines), initial=0))
    told: set[int] = set()
    for finding in lookout.findings(_APART.join(lines), Place()):
        first = bisect_right(starts, finding.at.start or 0) - 1
        told.update(range(first, bisect_left(starts, finding.at.end or 0)))
    telling = frozenset(lines[number] for number in told if number < len(lines))
    if len(quiet) < _REMEMBERED:
        quiet.update(line for line in lines if line not in telling)
    return telling


def _quiet_before(lookout: Lookout) -> set[str]:
    """Lines that said nothing in files that `lookout` read before: Word files share their template's thousands."""
    if _LAST and _LAST[0][0]() is lookout:
        return _LAST[0][1]
    _LAST[:] = [(weakref.ref(lookout), set())]
    return _LAST[0][1]


def _seen(channel: Channel, at: Place, lookout: Lookout) -> Iterator[Finding]:
    for finding in lookout.findings(channel.text, at):
        if channel.guessed and finding.rule not in _CERTAIN:
            continue
        place = replace(finding.at, where=channel.place(finding.at.start or 0))
        # Positions count in the text as it stands, never in another reading of it.
        yield replace(finding, at=replace(place, start=None, end=None) if channel.reading else place)


def _rule(finding: Finding) -> str | None:
    if finding.rule in _IDENTIFIED:
        return "metadata_name"
    if len(finding.at.text or "") < _SHORT_NAME:
        return None
    if finding.rule in _CERTAIN:
        return "metadata_name"
    return "metadata_doubt" if finding.rule in _DOUBTS else None
