"""What `valoshka trace watch` does: open, list, change, close, reopen and erase searches."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import counted, printable
from valoshka.cli.watch_asking import answer, asked_sought
from valoshka.cli.watch_erasing import Rows, erase_sought

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.casebook.identities.models import Search
    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.tasks.tracing.searches import Opened


@dataclass
class Watching:
    """One call of the command: the open casebook and what its options said."""

    casebook: Casebook
    sheet: Path | None
    who: str | None
    listing: bool
    closed_too: bool
    names: bool
    edit: str | None
    closing: str | None
    reopening: str | None
    erasing: str | None
    rows: Rows | None
    as_json: bool
    author: str

    def do(self) -> None:
        """Do what was asked for; without an option, open a search."""
        if self.listing:
            self._list()
        elif self.sheet is not None:
            self._open_all(self.sheet)
        elif self.closing:
            self._close(self.closing)
        elif self.reopening:
            self._reopen(self.reopening)
        elif self.erasing:
            erase_sought(self.casebook, self.erasing, self.rows, self.author)
        else:
            self._ask()

    def _ask(self) -> None:
        from valoshka.casebook.tasks.people import find_person
        from valoshka.casebook.tasks.tracing.searches import change_search, find_search, open_search, sought_by
        from valoshka.casebook.tasks.tracing.sought import Sought

        person = find_person(self.who).id if self.who else ""
        if self.edit:
            search = find_search(self.edit)
            change_search(search, asked_sought(sought_by(search)), self.author)
            self._tell(search, "is changed")
        else:
            opened = open_search(asked_sought(Sought("")), person=person, author=self.author)
            search = opened.search
            self._tell(search, _state(opened, tied=bool(person)))
        self._compare([search])

    def _open_all(self, sheet: Path) -> None:
        from valoshka.casebook.tasks.tracing.search_sheets import read_searches
        from valoshka.casebook.tasks.tracing.searches import open_searches

        opened = open_searches(read_searches(sheet), self.author)
        new = [each.search for each in opened if each.new]
        if self.as_json:
            click.echo(json.dumps([{"search": each.search.id, "new": each.new} for each in opened]))
        else:
            _tell_opened(opened)
        self._compare(new)

    def _close(self, which: str) -> None:
        from valoshka.casebook.tasks.tracing.searches import close_search, find_search

        search = find_search(which)
        close_search(search, self._asked_reason("Why is it closed"), self.author)
        self._tell(search, "is closed")

    def _reopen(self, which: str) -> None:
        from valoshka.casebook.tasks.tracing.searches import find_search, reopen_search

        search = find_search(which)
        reopen_search(search, self._asked_reason("Why is it opened again (may stay empty)"), self.author)
        self._tell(search, "is open again")
        self._compare([search])

    def _asked_reason(self, question: str) -> str:
        from valoshka.casebook.tasks.tracing.sought import fit_text

        return answer(question, "", partial(fit_text, field="reason"))

    def _tell(self, search: Search, what: str) -> None:
        click.echo(json.dumps({"search": search.id}) if self.as_json else f"Search {search.id} {what}.")

    def _compare(self, searches: list[Search]) -> None:
        """At once, so that a family hears what the lists say already; the search is kept whatever comes now."""
        from valoshka.cli.matches_telling import compare_with_progress, tell_briefly

        if not searches:
            return
        compare_with_progress()
        if not self.as_json:
            tell_briefly(searches)

    def _list(self) -> None:
        from valoshka.casebook.identities.models import Search
        from valoshka.casebook.tasks.tracing.hits import waiting_counts

        searches = Search.objects.all() if self.closed_too else Search.objects.filter(is_open=True)
        if self.as_json:
            json.dump([_told(search) for search in searches], sys.stdout, ensure_ascii=False)
            click.echo()
            return
        if not searches.exists():
            click.echo("No search is open. Open one: valoshka trace watch CASE")
        waiting = waiting_counts()
        for search in searches:
            click.echo(printable(_line(search, waiting.get(search.id, 0), self.names)))


def _state(opened: Opened, *, tied: bool) -> str:
    if opened.new:
        return "is kept open"
    known = "is kept already" if opened.search.is_open else "is kept already, but closed"
    return f"{known}, and tied to that person" if tied else known


def _tell_opened(opened: list[Opened]) -> None:
    """How many rows of the sheet became searches, and what became of the others."""
    new = {each.search.id for each in opened if each.new}
    before = {each.search.id for each in opened} - new
    again = [each.search.id for each in opened if not each.new and each.search.id in new]
    click.echo(f"{counted(len(new), 'search', 'searches')} opened.")
    if before:
        click.echo(f"{counted(len(before), 'search', 'searches')} had been kept before; nothing changed there.")
    if closed := sorted({each.search.id for each in opened if not each.search.is_open}):
        click.echo(
            f"Of these, closed, so that no list is held against them: {', '.join(closed)}. If the family asks again: "
            "valoshka trace watch CASE --reopen ID"
        )
    if again:
        click.echo(
            f"{counted(len(again), 'row asks', 'rows ask')} for the very same as a row above and opened no search: see "
            f"{', '.join(dict.fromkeys(again))}. If another family asks there, give each row a reference of its own."
        )


def _told(search: Search) -> dict[str, object]:
    from dataclasses import asdict

    from valoshka.casebook.tasks.tracing.searches import sought_by

    return {
        "search": search.id,
        "open": search.is_open,
        "opened": search.opened.isoformat(),
        **asdict(sought_by(search)),
    }


def _line(search: Search, waiting: int, names: bool) -> str:
    state = counted(waiting, "likeness waits", "likenesses wait") if waiting else "open" if search.is_open else "closed"
    known = [search.id, search.reference, f"opened {search.opened:%Y-%m-%d}", state]
    if names:
        known += ["; ".join(search.names), search.born, search.asked_by]
    return "  ".join(each for each in known if each)
