"""A casebook as a list: everybody whose name it holds, and every row of the lists that it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import KeptRow, Name
from valoshka.casebook.tasks.naming import stand_ins
from valoshka.casebook.tasks.stores import need_identities
from valoshka.casebook.tasks.tracing.row_parts import in_parts
from valoshka.casebook.tasks.tracing.searches import TRACING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.casebook.opening import Casebook


def names_in(casebook: Casebook) -> Iterator[tuple[str, str, str]]:
    """Each name with an id and where it stands: people first, then the rows of kept lists in their order.

    The id of a person's name is the person's, that of a row is its list's with the row's number. A person with three
    spellings, or a row that names three, comes three times. Raises `Refused` in travel mode, at the first name.
    """
    need_identities(TRACING)
    standing = stand_ins()
    for person, text in Name.objects.order_by("person", "id").values_list("person", "text"):
        yield person, text, f"{casebook.path.name}, {standing.get(person, person)}"
    yield from _names_on_lists()


def _names_on_lists() -> Iterator[tuple[str, str, str]]:
    for row in in_parts(KeptRow.objects.select_related("kept_list")):
        for name in filter(None, row.names.split("\n")):
            yield f"{row.kept_list_id}-{row.number}", name, place_of(row)


def place_of(row: KeptRow) -> str:
    """Where `row` stands, in words: file, page and line."""
    return ", ".join(part for part in (row.kept_list.file_name, row.page, f"line {row.line}") if part)
