"""Which texts of an archive name anybody who is protected: what to read first, and never a clearance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names.sweeping import Sweep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.disclosure.people import ProtectedPerson

PLAIN_TEXTS = frozenset({".txt", ".md", ".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".srt", ".vtt"})


def archive_sweep(people: Iterable[ProtectedPerson], audience: str) -> Sweep:
    """A sweep for those of `people` who did not agree to be named to `audience`.

    Its batches may be of any size, in any order and in any process (Spark's `mapInPandas` gives each a frame of texts).
    It knows names only: no identifiers, no told facts, no given names alone. Whatever it points to, and whatever is to
    be published, goes through `checking.check`.

    >>> from valoshka.disclosure import ProtectedPerson
    >>> sweep = archive_sweep([ProtectedPerson("k3f9", names=("Галіна Бонч",))], "public")
    >>> [(seen.text, seen.how, seen.people) for seen in sweep.over(["Nobody.", "In 2020 Halina Bonch was a nurse."])]
    [(1, 'full_name', ('k3f9',))]
    """
    known = sorted(people, key=lambda person: person.id)
    return Sweep({person.id: person.names for person in known if not person.may("real_name", audience)})
