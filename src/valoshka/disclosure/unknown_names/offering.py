"""Names that nobody listed, as findings: one for each distinct name, however often and in whatever case it stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.unknown_names.explaining import explained
from valoshka.disclosure.unknown_names.grouping import fullest, grouped
from valoshka.disclosure.unknown_names.mentions import Mention, unknown_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.disclosure.people import ProtectedPerson

_BETWEEN = "\n\n"


@dataclass(frozen=True)
class Told:
    """A text that a reader sees, where it is, and the spans in it that another finding has told of already."""

    text: str
    at: Place
    known: tuple[tuple[int, int], ...] = ()


def find_unknown_names(
    told: Sequence[Told], people: Iterable[ProtectedPerson], audience: str, shown: Iterable[str] = ()
) -> Iterator[Finding]:
    """Persons named in `told`, read as one document, who are neither protected, nor cleared as public, nor pseudonyms.

    `shown` are further names that may stand there, such as those under which the stories are told.
    One finding a name, where it stands first in full; `count` says how often it stands in all, and `elsewhere`, for a
    single text, where else it begins. A reason for its key serves for every case and part of it.
    """
    people, shown = tuple(people), tuple(shown)
    starts = [0, *accumulate(len(each.text) + len(_BETWEEN) for each in told)]
    known = [
        (start + begun, start + ended)
        for start, each in zip(starts, told, strict=False)
        for begun, ended in (*each.known, *explained(each.text, people, audience, shown))
    ]
    mentions = list(unknown_names(_BETWEEN.join(each.text for each in told), known))
    for name, places in grouped(mentions).items():
        mention = mentions[fullest(places, mentions)]
        # The stems are the mark of what a reason is given for: the same for every case and for a part of the name.
        at = replace(_place(mention, told, starts), shown=name)
        count = ("count", str(len(places)))
        others = " ".join(str(mentions[place].start) for place in places if mentions[place] != mention)
        elsewhere = (("elsewhere", others),) if others and len(told) == 1 else ()
        yield Finding("unknown_name", None, at, (count, *elsewhere))


def _place(mention: Mention, told: Sequence[Told], starts: Sequence[int]) -> Place:
    number = bisect_right(starts, mention.start) - 1
    start, end = mention.start - starts[number], mention.end - starts[number]
    return replace(told[number].at, start=start, end=end, text=told[number].text[start:end])
