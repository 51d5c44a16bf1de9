"""How `valoshka trace` tells its answers: calm, aligned, and never "found"."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import click

from valoshka.cli.casework import counted, printable
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from valoshka.cli.tracing_arguments import AskedName
    from valoshka.tracing import DetaineeList, SearchedList, Sighting, Trace

_FAULTS_SHOWN = 20  # stretches of rows of one list
_WIDEST, _NARROWEST = 100, 40
_BROADEST = 40  # of a column of names
_HANDFUL = 5  # weaker likenesses beside likely ones
_EQUALS = 3  # times the limit: so many are shown where the last are equally good
_INDENT = " " * 6
_FAINT = "Faint: one surname, another given name"
_NOT_FINDS = (
    "These are likenesses, not finds: look at each row, and ask whoever made the list. "
    "One person may stand on several lists, and twice on one."
)
_NOT_WHOLE = "Not on these lists does not mean not detained: lists come late, and none is whole."
_NEXT = (
    "leave out the patronymic, or give the surname alone",
    "try a maiden or former name, or a name from another paper",
    "keep the search open for lists to come: valoshka trace watch CASE",
)


class _Group(NamedTuple):
    """Sightings under one `title`; `counted` says it of their number."""

    title: str
    counted: str
    sightings: Sequence[Sighting]


class Telling:
    """Answers, in words or `as_json`."""

    def __init__(self, *, as_json: bool, limit: int) -> None:
        self._as_json, self._limit = as_json, limit
        self._width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))
        self._nobody = 0
        self._shown = False

    def say_lists(self, lists: Sequence[DetaineeList]) -> None:
        """On standard error: what was assumed of each list, and which rows of it hold no name."""
        for detained in lists:
            click.echo(f"{printable(detained.file)}: {'; '.join(detained.notes)}.", err=True)
            for fault in detained.faults[:_FAULTS_SHOWN]:
                click.echo(f"  {'mended' if fault.mended else 'not searched'}: {printable(str(fault))}", err=True)
            if len(detained.faults) > _FAULTS_SHOWN:
                click.echo(f"  ... {counted(detained.faulty, 'such row')} in all.", err=True)

    def answer(self, asked: AskedName, search: Callable[[str], Trace]) -> bool:
        """Tell one answer; false if the question was none, which is told too."""
        try:
            trace = search(asked.text)
        except Refused as refusal:
            if not asked.place:
                raise
            click.echo(f"{asked.place}: {refusal}", err=True)
            if self._as_json:
                _put("[]")
            return False
        groups = self._groups(trace)
        if self._as_json:  # scripts get the faint ones too: they have the score
            _put(json.dumps([_as_json(each) for each in trace.sightings], ensure_ascii=False))
        else:
            _put("\n".join(self._lines(trace, groups)))
        self._shown |= bool(groups)
        self._nobody += all(group.title == _FAINT for group in groups)
        return True

    def end(self, searched: Sequence[SearchedList], refused: int = 0) -> None:
        """Which lists were searched, up to which hour, how many were not, and what to do next."""
        when = max((each.read for each in searched), default=datetime.now(UTC))
        lines = [f"Searched at {_moment(when)}:"]
        lines += [line for each in _coverage(searched) for line in self._wrapped(each, "  ", "    ")]
        if refused:
            lines += ["", f"Not searched: {counted(refused, 'list', 'lists')} that could not be read."]
        if self._shown and not self._as_json:
            lines += ["", *self._wrapped(_NOT_FINDS, "", "")]
        if self._nobody:
            lines += ["", *self._wrapped(_NOT_WHOLE, "", ""), "", "What may help next:"]
            lines += [line for each in _NEXT for line in self._wrapped(each, "  - ", "    ")]
        if self._as_json:
            click.echo("\n".join(lines), err=True)
        else:
            _put("\n".join(lines))

    def _groups(self, trace: Trace) -> list[_Group]:
        weak = self._weak(trace)
        family = () if trace.likely or weak else self._family(trace)
        groups = (
            _Group("Likely", "likely", trace.likely),
            _Group("May be: weaker likenesses", "that may be", weak),
            _Group(_FAINT, "of the same surname only", family),
        )
        return [group for group in groups if group.sightings]

    def _weak(self, trace: Trace) -> Sequence[Sighting]:
        """The weaker likenesses worth showing: beside likely ones a handful, else those as good as the last too."""
        if not self._limit:
            return trace.weak
        worth = [each for each in trace.weak if not each.faint]
        if not trace.likely:
            return worth[: self._limit * _EQUALS]
        return worth[: max(min(_HANDFUL, self._limit - len(trace.likely)), 0)]

    def _family(self, trace: Trace) -> Sequence[Sighting]:
        """Those of whom only the surname agrees, where nobody else is like it: a list may have the given name wrong."""
        return [each for each in trace.weak if each.of_the_family][: self._limit]

    def _lines(self, trace: Trace, groups: Sequence[_Group]) -> Iterable[str]:
        shown = [each for group in groups for each in group.sightings]
        outcome = ", ".join(f"{len(group.sightings)} {group.counted}" for group in groups)
        sought = f"no match (sought in {trace.spellings} spellings and cases)"
        nobody = "" if trace.likely or not shown else "nobody likely, "
        yield from self._wrapped(f"{printable(trace.name)}: {nobody}{outcome or sought}", "", "  ")
        yield ""
        broad = min(max((len(printable(each.name)) for each in shown), default=0), _BROADEST)
        numbers = count(1)
        for group in groups:
            yield group.title
            for sighting in group.sightings:
                yield from self._sighting(next(numbers), sighting, broad)
            yield ""
        hidden = len(trace.sightings) - len(shown) + trace.left_out
        if hidden:
            yield from (*self._wrapped(_not_shown(hidden, trace, some=bool(shown)), "", ""), "")

    def _sighting(self, number: int, sighting: Sighting, broad: int) -> Iterable[str]:
        """The name and, in a column of its own where it fits, the place; then the row's own words, and why."""
        name, place = printable(sighting.name), printable(sighting.row.place)
        head = f"{number:>3}.  {name:<{broad}}  {place}"
        if len(head) <= self._width:
            yield head
        else:
            yield from self._wrapped(f"{number:>3}.  {name}", "", _INDENT)
            yield from self._wrapped(place, _INDENT, _INDENT)
        if sighting.row.words != sighting.name:
            yield from self._wrapped(f"“{printable(sighting.row.words)}”", _INDENT, _INDENT)
        yield from self._wrapped("; ".join(sighting.reasons), _INDENT, _INDENT)
        if sighting.just_under and not sighting.likely:
            yield from self._wrapped(sighting.just_under, _INDENT, _INDENT)

    def _wrapped(self, text: str, first: str, after: str) -> list[str]:
        return textwrap.wrap(text, self._width, initial_indent=first, subsequent_indent=after) or [first]


def _as_json(sighting: Sighting) -> dict[str, object]:
    row = sighting.row
    return {
        "id": row.id,
        "name": sighting.name,
        "score": sighting.score,
        "reasons": list(sighting.reasons),
        "likely": sighting.likely,
        "file": row.file,
        "page": row.page,
        "line": row.line or None,
        "row": row.words,
        "born": str(row.born) if row.born else None,
    }


def _not_shown(hidden: int, trace: Trace, *, some: bool) -> str:
    least = "" if trace.counted else "at least "
    one, many = ("more likeness, no better", "more likenesses, none better") if some else ("faint likeness", "")
    likely = f"; {trace.likely_left_out} of them likely" if trace.likely_left_out else ""
    return f"Not shown: {least}{counted(hidden, one, many or f'{one}es')}{likely}. See all with --limit 0."


def _coverage(searched: Sequence[SearchedList]) -> list[str]:
    widest = max((len(each.file) for each in searched), default=0)
    names = max((len(f"{each.names:,}") for each in searched), default=0)
    return [
        f"{printable(each.file):<{min(widest, 30)}}  {each.names:>{names},} {'name' if each.names == 1 else 'names'}, "
        + (f"as of {_moment(each.written)}" if each.written else "as of now")
        + (f"; {counted(each.unsearched, 'row')} not searched" if each.unsearched else "")
        for each in searched
    ]


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _put(text: str) -> None:
    """Print; whoever has had enough of it, as `head` does, ends it in silence."""
    try:
        click.echo(text)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
