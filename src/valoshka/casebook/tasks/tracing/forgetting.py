"""Erasing a search, or forgetting a list, for good; said before it is done, and searched for afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from valoshka.casebook.identities.models import Hit, HitDecision, KeptRow, Name, Search
from valoshka.casebook.tasks import audit, owing
from valoshka.casebook.tasks.authors import OWNER
from valoshka.casebook.tasks.erasing import SHORTEST_SENTENCE, Proof, sentences_of
from valoshka.casebook.tasks.residue import Residue, Sought, residue
from valoshka.casebook.tasks.stores import identities_first, need_identities
from valoshka.casebook.tasks.tracing.blacking import black_out_rows, rows_naming, said_of
from valoshka.casebook.tasks.tracing.hits import confirmed, searches_answered
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Collection

    from valoshka.casebook.identities.models import KeptList
    from valoshka.casebook.opening import Casebook

SAMPLES = 200
MOST_ROWS = 20_000  # SQLite takes no more than some 32,000 values in one question
Rows = Literal["black-out", "keep"]
_REACHES = re.compile(r"\S*(?:@\S+|\d[\d ()-]{4,}\d)")  # a handle, an address or a number in free words


@dataclass(frozen=True)
class SearchPlan:
    """What erasing a search would take away: its hits, its decisions, and rows that were confirmed to be the person.

    `others` are the ids of other searches that one of these rows answers too, or may answer.
    """

    search: str
    hits: int
    decisions: int
    confirmed_rows: tuple[int, ...]
    others: tuple[str, ...] = ()

    def refuse_black_out(self) -> None:
        """Raise `Refused` if a row that would be blacked out answers somebody else too."""
        if self.others:
            raise Refused(
                "A row to be blacked out is confirmed for another search too, or waits to be looked at there "
                f"({', '.join(self.others)}), and would be lost to whoever asked. Nothing was erased. Erase with "
                "--rows keep, or decide there first (valoshka trace matches CASE --not-them)."
            )


@dataclass(frozen=True)
class ListPlan:
    """What forgetting a list would take away: rows, hits, and decisions that people took about them.

    `answered` are the ids of searches for which a row of it is confirmed.
    """

    kept_list: str
    rows: int
    hits: int
    decisions: int
    answered: tuple[str, ...]


def plan_search(search: Search) -> SearchPlan:
    """What erasing `search` would take away."""
    need_identities("erase a search")
    rows = tuple(confirmed().filter(search=search).values_list("row_id", flat=True))
    return SearchPlan(
        search.id,
        Hit.objects.filter(search=search).count(),
        HitDecision.objects.filter(hit__search=search).count(),
        rows,
        searches_answered(rows, [search.id]),
    )


def erase_search(search: Search, casebook: Casebook, *, rows: Rows = "keep", author: str = OWNER) -> Proof:
    """Erase `search` with who asked, its history, its hits and decisions, as when whoever asked takes it back.

    With `rows` "black-out" the rows that were confirmed to be the person go too; if one of them answers another search
    as well, `Refused` is raised and nothing erased. Rows of kept lists that name them otherwise stay, and so do people
    of the casebook and other searches of that name: the proof says where to look.
    """
    plan = plan_search(search)
    if rows == "black-out":
        plan.refuse_black_out()
    names, told = said_of(search), _told_by(search)
    with identities_first():
        if rows == "black-out":
            black_out_rows(plan.confirmed_rows)
        search.delete()
        audit.record("search.erased", plan.search, author)
    owing.settle(casebook)
    left = _still_named(names)
    gone = {name for name, places in left.items() if not places}
    found = residue(gone | told, casebook.path, gone)
    look_at = sorted({place for places in left.values() for place in places})
    return Proof(len(gone | told), tuple(found), (), look_at=tuple(Residue(place) for place in look_at))


def _told_by(search: Search) -> set[str]:
    """What can be searched for of what was told beside the names: whole sentences, and what reaches somebody."""
    said = [search.asked_by, search.note, search.last_place, *search.turns.values_list("reason", flat=True)]
    for before in search.turns.values_list("before", flat=True):
        said += [before.get(key, "") for key in ("asked_by", "note", "last_place")]
    told = {sentence for text in said for sentence in sentences_of(text)}
    told |= {reach.group() for text in said for reach in _REACHES.finditer(text)}
    return {words for words in told if not _others_say(words)}


def _others_say(words: str) -> bool:
    """A family asks for two sons, and tells the same of both."""
    fields = ("asked_by", "note", "last_place")
    return any(words in text for row in Search.objects.values_list(*fields) for text in row)


def _still_named(names: Collection[str]) -> dict[str, set[str]]:
    """Each name with where others, or rows of kept lists, bear it too: it is not only the erased search's."""
    texts = {
        "people of the casebook": list(Name.objects.values_list("text", flat=True)),
        "other searches": [" ; ".join(each.names) for each in Search.objects.all()],
    }
    any_of_them = Sought.of(names, names)
    # A million rows are read once for all the names; only those that name any of them are looked at name by name.
    rows = KeptRow.objects.filter(number__in=list(rows_naming(any_of_them))[:MOST_ROWS])
    texts["rows of kept lists"] = [f"{row.names} ; {row.words}" for row in rows]
    sought = {name: Sought.of([name], [name]) for name in names}
    return {name: {place for place, said in texts.items() if any(map(sought[name].in_value, said))} for name in sought}


def plan_list(kept: KeptList) -> ListPlan:
    """What forgetting `kept` would take away."""
    need_identities("forget a list")
    hits = Hit.objects.filter(row__kept_list=kept)
    return ListPlan(
        kept.id,
        KeptRow.objects.filter(kept_list=kept).count(),
        hits.count(),
        HitDecision.objects.filter(hit__row__kept_list=kept).count(),
        tuple(sorted(set(confirmed().filter(row__kept_list=kept).values_list("search_id", flat=True)))),
    )


def forget_list(kept: KeptList, casebook: Casebook, author: str = OWNER) -> Proof:
    """Forget `kept` whole: its rows, the hits in it and what was decided about them.

    Its file can be taken in again later, as if it had never been seen. The proof searches for rows of it that are long
    enough and stand in no other list; of short ones nothing can be proved, and `searched_for` is 0.
    """
    plan, samples = plan_list(kept), _samples(kept)
    with identities_first():
        Hit.objects.filter(row__kept_list=kept).delete()
        # Row by row, Django would load a million of them to look for what hangs on them: nothing does any more.
        rows = KeptRow.objects.filter(kept_list=kept)
        rows._raw_delete(rows.db)
        kept.delete()
        audit.record("list.erased", plan.kept_list, author)
    owing.settle(casebook)
    gone = samples - set(KeptRow.objects.filter(words__in=samples).values_list("words", flat=True))
    return Proof(len(gone), tuple(residue(gone, casebook.path)), ())


def _samples(kept: KeptList) -> set[str]:
    """Rows of `kept` from its beginning to its end that are long enough to be nothing else."""
    step = max(1, kept.rows_kept // SAMPLES)
    said = KeptRow.objects.filter(kept_list=kept).values_list("words", flat=True)[: kept.rows_kept : step]
    return {words for words in said if len(words) >= SHORTEST_SENTENCE}
