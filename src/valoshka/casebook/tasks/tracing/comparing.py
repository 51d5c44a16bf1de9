"""Every open search against every list, each pair once: what has been compared is on record, so it can be stopped.

A list remembers up to which serial of the searches it has been compared. What is still to do for it is a stretch: all
its rows, and the open searches after that serial. The larger side becomes an index and the smaller one asks it; each
chunk of answers is kept together with how far the asking came, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.models import Max
from django.db.transaction import atomic

from valoshka.casebook.identities.models import Hit, KeptList, KeptRow, Search
from valoshka.casebook.tasks.stores import need_identities
from valoshka.casebook.tasks.tracing.engine import engine_version
from valoshka.casebook.tasks.tracing.keeping_hits import Found, keep_hits, without_strangers
from valoshka.casebook.tasks.tracing.row_parts import names_in_parts
from valoshka.casebook.tasks.tracing.searches import TRACING
from valoshka.casebook.tasks.tracing.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

SEARCHES_AT_ONCE = 250
ROWS_AT_ONCE = 1_000


@dataclass(frozen=True)
class Progress:
    """How far the comparing of one list is: `done` of `of` questions are answered."""

    file: str
    done: int
    of: int


Tell = Callable[[Progress], None]


@dataclass(frozen=True)
class Stretch:
    """A list, and the searches with serials after `after` up to `up_to` that it was not yet held against."""

    kept: KeptList
    after: int
    up_to: int

    def searches(self) -> QuerySet[Search]:
        """Those of them that are open, in the order of their serials."""
        return Search.objects.filter(is_open=True, serial__gt=self.after, serial__lte=self.up_to).order_by("serial")


def stretches() -> list[Stretch]:
    """What is still to be compared; empty when every open search has been held against every list."""
    need_identities(TRACING)
    newest = Search.objects.filter(is_open=True).aggregate(most=Max("serial"))["most"] or 0
    return [stretch for kept in KeptList.objects.all() for stretch in _stretches_of(kept, newest)]


def _stretches_of(kept: KeptList, newest: int) -> Iterator[Stretch]:
    if kept.compared_by != engine_version():
        yield Stretch(kept, 0, newest)
        return
    if kept.comparing_up_to:
        yield Stretch(kept, kept.compared_up_to, kept.comparing_up_to)
    reached = max(kept.compared_up_to, kept.comparing_up_to)
    if newest > reached:
        yield Stretch(kept, reached, newest)


def compare_all(tell: Tell = lambda _: None) -> int:
    """Hold every open search against every list that it was not yet held against; how many likenesses are new.

    It can be stopped or killed at any moment and goes on where it was. Another version of `names/` compares anew.
    """
    new, shelves = 0, _Shelves()
    for stretch in stretches():
        _begin(stretch)
        searches = list(stretch.searches())
        tell(Progress(stretch.kept.file_name, 0, 1))
        unfinished = bool(stretch.kept.comparing_up_to)
        if unfinished or stretch.kept.rows_kept < len(searches):
            new += _ask_by_row(stretch, searches, shelves, tell)
        else:
            new += _ask_by_search(stretch, searches, tell)
    return new


def _begin(stretch: Stretch) -> None:
    """What another engine compared does not count for this one."""
    kept = stretch.kept
    if kept.compared_by != engine_version():
        kept.compared_by = engine_version()
        kept.compared_up_to = kept.comparing_up_to = kept.compared_rows = 0
        kept.save()


def _ask_by_search(stretch: Stretch, searches: list[Search], tell: Tell) -> int:
    kept, new, after = stretch.kept, 0, stretch.after
    shelf = Shelf(names_in_parts(_rows(kept))) if searches else None
    for start in range(0, max(len(searches), 1), SEARCHES_AT_ONCE):
        chunk = searches[start : start + SEARCHES_AT_ONCE]
        last = start + SEARCHES_AT_ONCE >= len(searches)
        up_to = stretch.up_to if last else chunk[-1].serial
        found = Found()
        for search in chunk:
            for name in search.names:
                for likeness in shelf.like(name) if shelf else ():
                    found.add(search, likeness.owner, name, likeness)
        before = Hit.objects.filter(row__kept_list=kept, search__serial__gt=after, search__serial__lte=up_to)
        with atomic(using="identities"):
            new += keep_hits(without_strangers(found), before)
            _reached(kept, up_to)
        after = up_to
        tell(Progress(kept.file_name, start + len(chunk), len(searches)))
    return new


def _ask_by_row(stretch: Stretch, searches: list[Search], shelves: _Shelves, tell: Tell) -> int:
    kept, new, done = stretch.kept, 0, 0
    shelf, by_serial = shelves.of(stretch, searches)
    while rows := list(_rows(kept).filter(number__gt=kept.compared_rows)[:ROWS_AT_ONCE]):
        found = Found()
        for row in rows:
            for row_name in filter(None, row.names.split("\n")):
                for likeness in shelf.like(row_name):
                    search, name = by_serial[likeness.owner]
                    found.add(search, row.number, name, likeness)
        before = Hit.objects.filter(
            row__number__gt=kept.compared_rows,
            row__number__lte=rows[-1].number,
            row__kept_list=kept,
            search__serial__gt=stretch.after,
            search__serial__lte=stretch.up_to,
        )
        with atomic(using="identities"):
            new += keep_hits(without_strangers(found), before)
            kept.comparing_up_to, kept.compared_rows = stretch.up_to, rows[-1].number
            kept.save()
        done += len(rows)
        tell(Progress(kept.file_name, min(done, kept.rows_kept), kept.rows_kept))
    _reached(kept, stretch.up_to)
    return new


def _reached(kept: KeptList, up_to: int) -> None:
    kept.compared_up_to, kept.comparing_up_to, kept.compared_rows = up_to, 0, 0
    kept.compared_at = datetime.now(UTC)
    kept.save()


def _rows(kept: KeptList) -> QuerySet[KeptRow]:
    return KeptRow.objects.filter(kept_list=kept).order_by("number")


class _Shelves:
    """The searches of one stretch as an index; many short lists of one evening ask the same one."""

    def __init__(self) -> None:
        self._made_for: tuple[int, int] | None = None

    def of(self, stretch: Stretch, searches: list[Search]) -> tuple[Shelf, dict[int, tuple[Search, str]]]:
        if self._made_for != (stretch.after, stretch.up_to):
            named = [(search, name) for search in searches for name in search.names]
            self._by_owner = dict(enumerate(named))
            self._shelf = Shelf((owner, name) for owner, (_, name) in self._by_owner.items())
            self._made_for = (stretch.after, stretch.up_to)
        return self._shelf, self._by_owner
