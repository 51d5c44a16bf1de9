"""The people of a casebook as a list to be searched."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from valoshka.cli.casework import unlocked
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from valoshka.tracing import DetaineeList, ListRow


def people_of(case: Path, passphrase_file: Path | None, own_file: Path | None) -> DetaineeList:
    """Everybody in the casebook at `case` who has a name, as one row each; the passphrase is asked for.

    Raises `Refused`: a wrong passphrase, identities that are detached or locked, a casebook without names.
    """
    from valoshka.casebook.tasks.stores import need_identities
    from valoshka.tracing import DetaineeList

    with unlocked(case, passphrase_file, own_file):
        need_identities("search its people")
        rows = list(_rows(case.name))
    if not rows:
        raise Refused(f"{case.name} was not searched: nobody in it has a name yet. Add one: valoshka person CASE add")
    note = "the people of the casebook, by their real names; ids are theirs"
    return DetaineeList(case.name, rows, datetime.now(UTC), notes=(note,))


def _rows(file: str) -> Iterator[ListRow]:
    from valoshka.casebook.identities.models import Name
    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.naming import stand_ins
    from valoshka.terms import edtf
    from valoshka.tracing import ListRow

    standing = stand_ins()
    names: dict[str, list[str]] = {}
    for name in Name.objects.order_by("id"):
        names.setdefault(name.person, []).append(name.text)
    for person in Person.objects.filter(id__in=names).order_by("id"):
        words = f"{standing[person.id]}: {'; '.join(names[person.id])}"
        born = edtf.parse(person.born) if person.born else None
        yield ListRow(file, person.id, 0, person.id, tuple(names[person.id]), words, born)
