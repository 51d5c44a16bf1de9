"""What `valoshka trace matches` does: take lists in, compare, show what waits, take decisions."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import counted
from valoshka.cli.matches_as_json import list_as_json, matches_as_json
from valoshka.cli.matches_forgetting import forget
from valoshka.cli.matches_telling import Telling, compare_with_progress, moment, rows_of
from valoshka.cli.watch_asking import answer
from valoshka.documents.unreadable import shown
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.casebook.identities.models import KeptList
    from valoshka.casebook.opening import Casebook
    from valoshka.tracing import DetaineeList

FAULTS_SHOWN = 10


@dataclass
class Matching:
    """One call of the command: the open casebook and what its options said."""

    casebook: Casebook
    lists: tuple[Path, ...]
    which: str | None
    decided_too: bool
    limit: int
    confirm: tuple[str, ...]
    not_them: tuple[str, ...]
    later: tuple[str, ...]
    listing: bool
    forgetting: str | None
    name_column: tuple[str, ...]
    as_json: bool
    author: str

    def do(self) -> None:
        """Do what was asked for; without an option, compare and show what waits."""
        if self.listing:
            self._show_lists()
        elif self.forgetting:
            forget(self.casebook, self.forgetting, self.author)
        elif self.confirm or self.not_them or self.later:
            self._decide()
        else:
            self._match()

    def _match(self) -> None:
        from valoshka.casebook.tasks.tracing.searches import find_search

        search = find_search(self.which) if self.which else None
        refused = [refusal for path in self.lists if (refusal := self._take(path))]
        compare_with_progress()
        telling = Telling(search, decided_too=self.decided_too, limit=self.limit)
        if self.as_json:
            json.dump(matches_as_json(telling), sys.stdout, ensure_ascii=False)
            click.echo()
        else:
            telling.say()
        if refused:
            for refusal in refused:
                click.echo(str(refusal), err=True)
            taken = len(self.lists) - len(refused)
            rest = f" {counted(taken, 'list is', 'lists are')} in." if taken else ""
            raise Refused(f"{counted(len(refused), 'list was', 'lists were')} not taken; see above.{rest}")

    def _take(self, path: Path) -> Refused | None:
        """Keep one list; one that cannot be read does not hold up the others."""
        from valoshka.casebook.tasks.tracing.lists import keep_list, known_list, sha256_of
        from valoshka.tracing import read_list

        try:
            sha256 = sha256_of(path)
            if known := known_list(sha256):
                self._say(f"{shown(path.name)} is kept already, as {known.id}; nothing changed.")
                return None
            detained = read_list(path, self.name_column)
            if sha256_of(path) != sha256:
                return Refused(f"{shown(path.name)} changed while it was read, and was not taken. Give it once more.")
            with click.progressbar(length=len(detained), label=f"Keeping {shown(path.name)}", file=sys.stderr) as bar:
                kept = keep_list(detained, sha256, self.author, bar.update)
        except Refused as refusal:
            return refusal
        self._tell_taken(kept.kept_list, detained)
        return None

    def _tell_taken(self, kept: KeptList, detained: DetaineeList) -> None:
        self._say(f"{shown(kept.file_name)} is kept as {kept.id}: {counted(kept.rows_kept, 'row')} with a name.")
        for note in detained.notes:
            self._say(f"    {note}")
        for fault in detained.faults[:FAULTS_SHOWN]:
            self._say(f"    {'mended' if fault.mended else 'not taken'}: {shown(str(fault))}")
        if len(detained.faults) > FAULTS_SHOWN:
            self._say(f"    ... {counted(detained.faulty, 'row')} of it in all.")

    def _say(self, sentence: str) -> None:
        click.echo(sentence, err=self.as_json)

    def _decide(self) -> None:
        from valoshka.casebook.identities.models import HitDecision
        from valoshka.casebook.tasks.tracing.hits import decide, find_hit
        from valoshka.casebook.tasks.tracing.sought import fit_text

        kinds = HitDecision.Kind
        asked = [(kinds.CONFIRMED, self.confirm), (kinds.NOT_THEM, self.not_them), (kinds.LATER, self.later)]
        named = [hit.upper() for _, hits in asked for hit in hits]
        if len(set(named)) < len(named):
            raise Refused("One likeness is named twice. Say once what it is. Nothing was decided.")
        found = [(kind, [find_hit(hit) for hit in hits]) for kind, hits in asked if hits]
        note = answer("Note (may stay empty)", "", partial(fit_text, field="note"))
        decided = decide([(hit, kind) for kind, hits in found for hit in hits], note, self.author)
        click.echo(f"{counted(len(decided), 'decision')} on record, by {self.author}. A later one can take it back.")

    def _show_lists(self) -> None:
        from valoshka.casebook.identities.models import KeptList

        lists = list(KeptList.objects.all())
        if self.as_json:
            click.echo(json.dumps([list_as_json(kept) for kept in lists], ensure_ascii=False))
            return
        if not lists:
            click.echo("No list is kept yet. Take one in: valoshka trace matches CASE LIST")
        for kept in lists:
            refused = f", {counted(kept.rows_refused, 'row')} set aside" if kept.rows_refused else ""
            told = f"{rows_of(kept)}{refused}  read {moment(kept.read_at)} by {kept.read_by}"
            click.echo(f"{kept.id}  {shown(kept.file_name)}  {told}")
