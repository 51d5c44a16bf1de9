"""Names that may be told here: cleared as public, consented to, or a pseudonym. Nobody is asked about them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from valoshka.names import Finder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.disclosure.people import ProtectedPerson

Spans = tuple[tuple[int, int], ...]
Named = tuple[tuple[str, tuple[str, ...]], ...]
_SHOWN = "shown "  # no id has a space


def explained(text: str, people: Iterable[ProtectedPerson], audience: str, shown: Iterable[str]) -> Spans:
    """Where in `text` such names stand (code points, end exclusive); `shown` are further ones that may stand there.

    >>> explained("They met Halina Brukavets.", (), "public", ["Halina Brukavets"])
    ((9, 25),)
    """
    named = [(person.id, names) for person in people if (names := _names(person, audience))]
    more = [(f"{_SHOWN}{number}", (name,)) for number, name in enumerate(shown)]
    return _explained(text, (*named, *more))


def _names(person: ProtectedPerson, audience: str) -> tuple[str, ...]:
    agreed = person.names if person.may("real_name", audience) else ()
    return (*person.public_names, *person.pseudonyms, *agreed)


# A text is asked about twice, by the names that are offered and by the report.
@functools.lru_cache(maxsize=2)
def _explained(text: str, named: Named) -> Spans:
    finder = _finder(named)
    return tuple((mention.start, mention.end) for mention in finder.find(text)) if finder else ()


# The same for every file of one run.
@functools.lru_cache(maxsize=2)
def _finder(named: Named) -> Finder | None:
    return Finder(dict(named)) if named else None
