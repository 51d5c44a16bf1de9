"""public.yml: names that may stand in a file though nobody protects them: officials, authors, places, things.

- Natallia Kachanava                      # invented here; a comment may say why
- Zelvianski Theatre

It lifts the question about a name that nobody listed, and nothing else: whoever is protected stays protected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.disclosure.marked_yaml import marked
from valoshka.disclosure.people_terms import require_readable
from valoshka.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from valoshka.disclosure.people import ProtectedPerson


def load_public(path: Path, people: Iterable[ProtectedPerson]) -> tuple[str, ...]:
    """The names listed in the file at `path`, in its order.

    Raises `Unusable` (exit code 2) with the file, the line and the next step; also for a name of one of `people`.
    """
    protected = {fold(name): person.id for person in people for name in person.names}
    names: list[str] = []
    for entry in marked(path, "List names that may be public, each beginning with “- ”.").items():
        require_readable(entry, (entry.text(),))
        if whose := protected.get(fold(entry.text())):
            raise entry.refuse(f"This is a name of {whose}, who is protected. Take it out here, or there.")
        names.append(entry.text())
    return tuple(names)
