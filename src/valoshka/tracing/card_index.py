"""The card index of a tracing service: every name of every list, under all its spellings."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from valoshka.names import ACCEPT, NameIndex
from valoshka.tracing.asking import asked_name
from valoshka.tracing.birth_agreement import asked_birth, birth_said
from valoshka.tracing.faint import is_faint, is_lone_given, is_of_the_family, just_under
from valoshka.tracing.line_words import without_address
from valoshka.tracing.sightings import SearchedList, Sighting, Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from valoshka.names import Hit
    from valoshka.terms.edtf import Edtf
    from valoshka.tracing.detainee_list import DetaineeList
    from valoshka.tracing.list_row import ListRow

    Progress = Callable[[int], None]  # names taken in so far

_STEP = 5_000  # names between two words to `progress`
_WIDER = 4  # times the limit: a row may hold several names, and a birth may turn the order round
_WIDER_FOR_BIRTH = 20
_LEAST, _MOST = 50, 200_000  # hits that are looked at
_SAME = 1e-6


class _Likeness(NamedTuple):
    """A row that is like what is asked for: `score` of name and birth together, the list's number and the row's."""

    score: float
    place: tuple[int, int]
    hit: Hit


class CardIndex:
    """Any number of lists, searched together.

    >>> import pathlib, tempfile
    >>> from valoshka.tracing import read_list
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder) / "list.txt"
    ...     _ = path.write_text("1. Сарока Алесь, 1985\\n2. Бонч Г.П., 1991 г.н.\\n", encoding="utf-8")
    ...     cards = CardIndex([read_list(path)])
    >>> found = cards.trace("Halina Bonch", born="1990").sightings[0]
    >>> found.row.place, found.row.words
    ('list.txt, line 2', '2. Бонч Г.П., 1991 г.н.')
    >>> found.reasons[-1]
    'born: 1991 here, you asked for 1990; a year apart'
    """

    def __init__(self, lists: Sequence[DetaineeList], progress: Progress | None = None) -> None:
        self._lists = tuple(lists)
        self._places = array("Q")  # of each name: its list's number and its row's, two by two
        self._counts = [0] * len(self._lists)
        self._index = NameIndex.build(self._names(progress))

    def _names(self, progress: Progress | None) -> Iterator[tuple[int, str]]:
        entry = 0
        for number, detained in enumerate(self._lists):
            for row, name in detained.names():
                self._places.extend((number, row))
                self._counts[number] += 1
                yield entry, name
                entry += 1
                if progress and entry % _STEP == 0:
                    progress(entry)

    def __len__(self) -> int:
        """How many names there are in all lists together."""
        return sum(self._counts)

    @property
    def searched(self) -> tuple[SearchedList, ...]:
        """The lists, and as of when they are."""
        return tuple(
            SearchedList(each.file, len(each), names, each.written, each.read, each.unsearched)
            for each, names in zip(self._lists, self._counts, strict=True)
        )

    def trace(self, name: str, *, born: str | None = None, limit: int | None = 10) -> Trace:
        """Rows that may be about the person called `name`, best first; more than `limit` where the last are as good.

        `born` is a year, a date or a stretch of years (see `asked_birth`); a row that says another stays, lower.
        Raises `NotAName`, or `Refused` for a birth that is none.
        """
        name = asked_name(name)
        asked = None if born is None else asked_birth(born)
        likenesses, whole = self._likenesses(name, asked, limit)
        kept = likenesses if limit is None else _cut(likenesses, limit)
        left_out = len(likenesses) - len(kept) if whole else max(len(likenesses) - len(kept), 1)
        return Trace(
            name,
            tuple(self._sighting(name, each, asked) for each in kept),
            self.searched,
            left_out,
            counted=whole,
            likely_left_out=sum(each.score >= ACCEPT for each in likenesses[len(kept) :]),
        )

    def _likenesses(self, name: str, asked: Edtf | None, limit: int | None) -> tuple[list[_Likeness], bool]:
        """Every row worth looking at, best first, and whether these are all; the limit is not yet applied."""
        wanted = None if limit is None else max(_LEAST, limit * (_WIDER_FOR_BIRTH if asked else _WIDER))
        while True:
            hits = self._index.search(without_address(name), limit=wanted)
            likenesses = self._of_rows(hits, asked)
            whole = wanted is None or len(hits) < wanted or wanted >= _MOST
            if whole or limit is None or len(likenesses) <= limit or wanted is None:
                return likenesses, whole
            # As long as the last hit is as good as the last one shown, there may be more that are.
            if hits[-1].score < likenesses[limit - 1].score - _SAME:
                return likenesses, whole
            wanted *= _WIDER

    def _of_rows(self, hits: Iterable[Hit], asked: Edtf | None) -> list[_Likeness]:
        """The best hit of each row, in order of name and birth together."""
        best: dict[tuple[int, int], Hit] = {}
        for hit in hits:
            best.setdefault(self._place(hit), hit)
        found = []
        for place, hit in best.items():
            share = birth_said(asked, self._row(place).born).share if asked else 1.0
            found.append(_Likeness(round(hit.score * share, 4), place, hit))
        return sorted(found, key=lambda each: -each.score)

    def _place(self, hit: Hit) -> tuple[int, int]:
        entry = int(hit.id)
        return self._places[2 * entry], self._places[2 * entry + 1]

    def _row(self, place: tuple[int, int]) -> ListRow:
        detained = self._lists[place[0]]
        row = detained.rows[place[1]]
        return row if row.file == detained.file else replace(row, file=detained.file)

    def _sighting(self, name: str, like: _Likeness, asked: Edtf | None) -> Sighting:
        row = self._row(like.place)
        born = [birth_said(asked, row.born).words] if asked else []
        hit, why = like.hit, like.hit.reasons
        # The names alone: lists have errors, and another birth hides nobody.
        faint = is_faint(hit.score, why)
        return Sighting(
            row,
            hit.name,
            like.score,
            likely=like.score >= ACCEPT and not is_lone_given(why),
            reasons=(*dict.fromkeys(map(str, why)), *born),
            faint=faint,
            of_the_family=faint and is_of_the_family(name, hit.name, why),
            just_under=just_under(hit.score, why),
        )


def _cut(likenesses: list[_Likeness], limit: int) -> list[_Likeness]:
    """The first `limit`, and those after them that are as good as the last."""
    if len(likenesses) <= limit:
        return likenesses
    last = likenesses[limit - 1].score - _SAME if limit else 2.0
    return [each for each in likenesses if each.score >= last]


def trace(name: str, lists: Sequence[DetaineeList], *, born: str | None = None, limit: int | None = 10) -> Trace:
    """Search `lists` once for one person; for several people, make one `CardIndex` and ask it."""
    return CardIndex(lists).trace(name, born=born, limit=limit)
