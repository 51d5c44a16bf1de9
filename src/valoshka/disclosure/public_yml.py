"""public.yml: names that may stand in a file though nobody protects them: officials, authors, places, things.

- Natallia Kachanava                      # invented here; a comment may say why
- Zelvianski Theatre

It lifts the question about a name that nobody listed, and nothing else: whoever is protected stays protected.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

from valoshka.disclosure.marked_yaml import marked
from valoshka.disclosure.people_terms import require_readable
from valoshka.names import Finder, fold, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from valoshka.disclosure.people import ProtectedPerson

_WHOLE = frozenset({"full_name", "given_patronymic", "run_together"})
_SURNAME = frozenset({"surname", "surname_common"})


def load_public(path: Path, people: Iterable[ProtectedPerson]) -> tuple[str, ...]:
    """The names listed in the file at `path`, in its order.

    Raises `Unusable` (exit code 2) with the file, the line and the next step; also for a name of one of `people`, or
    their surname alone.
    """
    entries = marked(path, "List names that may be public, each beginning with “- ”.").items()
    for entry in entries:
        require_readable(entry, (entry.text(),))
    names = tuple(entry.text() for entry in entries)
    every = [(name, person.id) for person in people for name in person.names]
    for place, whose in sorted({*_the_same(names, every), *_whole_names(names, every)})[:1]:
        raise entries[place].refuse(f"This is a name of {whose}, who is protected. Take it out here, or there.")
    for place, whose in sorted(_surnames(names, every))[:1]:
        raise entries[place].refuse(
            f"This is the surname of {whose}, who is protected, and it is looked for all the same. Write the whole "
            "name of the person whom you mean, or take it out."
        )
    return names


def _the_same(names: Sequence[str], every: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    known = {fold(name): whose for name, whose in every}
    yield from ((place, known[fold(name)]) for place, name in enumerate(names) if fold(name) in known)


def _whole_names(names: Sequence[str], every: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """Which of `names` is one of `every` in another spelling."""
    told = {str(place): (name,) for place, name in enumerate(names) if len(fold(name).split()) > 1}
    yield from _found(told, every, _WHOLE)


def _surnames(names: Sequence[str], every: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """Which of `names`, where they are of one word, is the surname in one of `every`, in any spelling."""
    told = {str(place): (name,) for place, name in enumerate(names) if len(fold(name).split()) == 1}
    surnames = [(" ".join(parse(name).surname).title(), whose) for name, whose in every]
    yield from _found(told, surnames, _SURNAME)


def _found(
    told: dict[str, tuple[str]], listed: Sequence[tuple[str, str]], hows: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Which of the few names `told` stand among the many `listed`, which may be a hundred thousand people's."""
    starts = list(itertools.accumulate((len(name) + 2 for name, _ in listed), initial=0))
    for mention in Finder(told, strangers=False).find("\n\n".join(name for name, _ in listed)):
        if mention.how in hows:
            yield int(mention.key), listed[bisect_right(starts, mention.start) - 1][1]
