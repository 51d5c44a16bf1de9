"""Plain published text: txt, md, csv, json and the like."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.documents.formats.plain import decoded_text

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Pairs(list[tuple[str, object]]):
    """A JSON object with every field that it has, also those that share a key."""


def channels_of_text(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """The whole text, marked by lines."""
    text = decoded_text(name, untrusted_bytes).text
    yield Channel("text", "text", text, line_marks(text))


def channels_of_json(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """Every key and every value; one field a channel, named by its path. Raises `CouldNotCheck` if it is no JSON."""
    text = decoded_text(name, untrusted_bytes).text
    try:
        yield from _fields(json.loads(text, object_pairs_hook=_Pairs), "")
    except (json.JSONDecodeError, RecursionError) as error:
        raise CouldNotCheck(name, "it is not valid JSON", "Make it again.") from error


def line_marks(text: str) -> tuple[tuple[int, str], ...]:
    r"""Where each line of `text` begins.

    >>> line_marks("a\nb")
    ((0, 'line 1'), (2, 'line 2'))
    """
    marks, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        marks.append((at, f"line {number}"))
        at += len(line) + 1
    return tuple(marks)


def _fields(value: object, path: str) -> Iterator[Channel]:
    if isinstance(value, _Pairs):
        for key, inner in value:
            yield Channel("attribute", f"key of {path or 'the file'}", key)
            yield from _fields(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _fields(inner, f"{path}[{number}]")
    elif value is not None and not isinstance(value, bool):
        yield Channel("text", path or "text", str(value))
