"""Every word of a content as its readers see it together: the date of a timeline's entry beside what happened then."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from valoshka.clearance import Bar, KeyFigure, Moment, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

# Printed nowhere.
_UNSEEN = frozenset({"person", "media_type", "casebook", "language", "audience"})


def read_together(node: object) -> Iterator[str]:
    """The texts below `node`, each as it is read in one go: sentences, captions, labels with their numbers and dates.

    >>> from valoshka.clearance import Timeline
    >>> entry = Moment("2020-23", "autumn 2020", Passage("Dismissed"))
    >>> list(read_together(Timeline(Passage("Her year"), (entry,), "Interview")))
    ['Her year', 'autumn 2020: Dismissed;', 'Interview']
    """
    if isinstance(node, Moment):
        yield f"{node.shown}: {node.text.text};"
    elif isinstance(node, KeyFigure):
        yield f"{node.value.text} {node.label.text} ({node.period}). {node.source}"
    elif isinstance(node, Bar):
        yield f"{node.label.text}: {node.value}"
    elif isinstance(node, Passage):
        yield from filter(None, (node.text, node.source))
    elif isinstance(node, tuple):
        for part in node:
            yield from read_together(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _told(node, field.name)


def _told(node: object, name: str) -> Iterator[str]:
    value = getattr(node, name)
    if isinstance(value, str):
        if value and name not in _UNSEEN:
            yield value
    else:
        yield from read_together(value)
