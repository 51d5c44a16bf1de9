"""How `trace watch` and `trace matches` tell likenesses, and what "no match" was looked for in."""

from __future__ import annotations

import shutil
import sys
import textwrap
from dataclasses import dataclass, field
from datetime import UTC
from itertools import groupby, islice
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import counted, printable
from valoshka.documents.unreadable import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from valoshka.casebook.identities.models import KeptList, Search
    from valoshka.casebook.tasks.tracing.comparing import Progress
    from valoshka.casebook.tasks.tracing.coverage import Coverage, Coverages
    from valoshka.casebook.tasks.tracing.hits import Told

IDS_SHOWN = 12
NARROWEST, WIDEST = 40, 120  # columns of a terminal
SAID = {"confirmed": "confirmed", "not_them": "not them", "later": "left for later"}


def moment(at: datetime) -> str:
    """A moment as people note it: "2026-11-22 18:10 UTC"."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def compare_with_progress() -> int:
    """Hold what waits against each other, with a bar on standard error; how many likenesses are new."""
    from valoshka.casebook.tasks.tracing.comparing import compare_all, stretches

    if not any(stretch.searches().exists() for stretch in stretches()):
        return compare_all()
    bars = _Bars()
    try:
        return compare_all(bars.tell)
    finally:
        bars.end()


class _Bars:
    """One line on standard error, of the list that is being compared."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def tell(self, progress: Progress) -> None:
        if self._shown:
            share = 100 * progress.done // max(progress.of, 1)
            click.echo(f"\r\x1b[KComparing {shown(progress.file)}: {share} %", nl=False, err=True)

    def end(self) -> None:
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def tell_briefly(searches: list[Search]) -> None:
    """After opening: what the kept lists say already."""
    from valoshka.casebook.tasks.tracing.coverage import Coverages
    from valoshka.casebook.tasks.tracing.hits import waiting_counts

    waiting, coverages = waiting_counts(), Coverages()
    like = [search for search in searches if waiting.get(search.id)]
    if like:
        number = sum(waiting[search.id] for search in like)
        one = f" --search {like[0].id}" if len(like) == 1 else ""
        click.echo(
            f"{counted(number, 'row of the kept lists is', 'rows of the kept lists are')} like "
            f"{'this search' if len(searches) == 1 else counted(len(like), 'of them', 'of them')}. "
            f"See: valoshka trace matches CASE{one}"
        )
    without = [search for search in searches if not waiting.get(search.id)]
    if without:
        _say_no_match(without, coverages)


@dataclass
class Telling:
    """What waits for a person: of `search` only, or of all open searches."""

    search: Search | None
    decided_too: bool
    limit: int
    told: list[Told] = field(init=False)
    searches: list[Search] = field(init=False)

    def __post_init__(self) -> None:
        """Read the hits once, for every form of telling."""
        from valoshka.casebook.identities.models import Search
        from valoshka.casebook.tasks.tracing.hits import hits_of, told

        self.told = told(hits_of(self.search, decided=self.decided_too))
        self.searches = [self.search] if self.search else list(Search.objects.filter(is_open=True))

    def say(self) -> None:
        """In words, for a terminal."""
        from valoshka.casebook.tasks.tracing.coverage import Coverages

        coverages = Coverages()
        if not self.searches:
            click.echo("No search is open. Open one: valoshka trace watch CASE")
            return
        most = self.limit or len(self.told)
        for _, of_one in groupby(islice(self.told, most), key=lambda each: each.hit.search_id):
            _say_search(list(of_one))
        if more := len(self.told) - most:
            click.echo(f"... and {more} more: --limit 0 shows all.\n") if more > 0 else None
        if self.told:
            click.echo("Nobody is found by this; you decide: --confirm HIT, --not-them HIT, or --later HIT.")
        found = {each.hit.search_id for each in self.told}
        without = [search for search in self.searches if search.id not in found]
        if without:
            _say_no_match(without, coverages)


def _say_search(told: list[Told]) -> None:
    search = told[0].hit.search
    names = "; ".join(search.names)
    known = [
        names,
        f"born {search.born}" if search.born else "",
        f"your {search.reference}" if search.reference else "",
    ]
    click.echo(printable(f"Search {search.id}: {', '.join(each for each in known if each)}"))
    for each in told:
        for line in _lines_of(each):
            click.echo(_wrapped(printable(line)))
    click.echo()


def _wrapped(line: str) -> str:
    """`line` in as many as the terminal needs, each as far in as the first."""
    margin = " " * (len(line) - len(line.lstrip()))
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return textwrap.fill(line.strip(), max(width, NARROWEST), initial_indent=margin, subsequent_indent=margin + "  ")


def _lines_of(each: Told) -> Iterator[str]:
    from valoshka.casebook.tasks.tracing.lists_in import place_of

    hit, row = each.hit, each.hit.row
    likely = "" if each.likely else "may be  "
    state = "  left for later" if each.put_off else f"  {SAID[each.decided]}" if each.decided else ""
    place = f"{shown(place_of(row))}, read {moment(row.kept_list.read_at)}{state}"
    yield f"  {hit.id}  {each.score:.2f}  {likely}{_by_name(each)}{place}"
    yield f"      {shown(row.words)}"
    by = f"{hit.name_compared}: " if hit.name_compared != hit.search.name else ""
    yield f"      {by}{'; '.join([*hit.reasons, each.births.words])}"
    if each.before and each.before.hit_id != hit.id:
        said = f"{SAID[each.before.kind]}, by {each.before.author} on {each.before.decided:%Y-%m-%d}"
        yield f"      These very words stood in another list and were decided then: {said}."


def _by_name(each: Told) -> str:
    return f"by name {each.hit.score:.2f}, birth differs  " if each.another_birth else ""


def _say_no_match(searches: list[Search], coverages: Coverages) -> None:
    """Searches that were held against the same lists are told together."""
    alike: dict[int, tuple[Coverage, list[Search]]] = {}
    for search in searches:
        coverage = coverages.of(search)
        alike.setdefault(id(coverage), (coverage, []))[1].append(search)
    for coverage, of_them in alike.values():
        ids = ", ".join(search.id for search in of_them[:IDS_SHOWN])
        more = f" and {len(of_them) - IDS_SHOWN} more" if len(of_them) > IDS_SHOWN else ""
        if not coverage.searched and not coverage.waiting:
            click.echo(f"No match for {ids}{more}: no list is kept yet. Take one in: valoshka trace matches CASE LIST")
            continue
        click.echo(f"No match for {ids}{more}. That means only: not in these lists, as they were read then.")
        _say_lists("Searched", coverage.searched)
        _say_lists("Not compared yet (run valoshka trace matches CASE again)", coverage.waiting)


def _say_lists(title: str, lists: Iterable[KeptList]) -> None:
    for number, kept in enumerate(lists):
        if not number:
            click.echo(f"  {title}:")
        click.echo(f"    {shown(kept.file_name)}, {rows_of(kept)}, read {moment(kept.read_at)}")


def rows_of(kept: KeptList) -> str:
    """How many rows a list has, and how many of them name nobody any more."""
    black = f", {kept.rows_blacked} of them blacked out and not searched" if kept.rows_blacked else ""
    return f"{counted(kept.rows_kept, 'row')}{black}"
