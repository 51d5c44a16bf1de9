"""Columns as one run of bytes, and back: a head says what each piece is and how long."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from valoshka.names.search.columns import Columns, Keys, Words
from valoshka.names.search.linked import Links
from valoshka.names.search.strings import Strings
from valoshka.names.search.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

ALIGNED = 16  # bytes: numbers that begin at such places are read at once


def pack(segments: Sequence[tuple[Columns, Keys]]) -> tuple[dict[str, object], bytes]:
    """The head (what JSON can hold) and the run."""
    told, run = [], bytearray()
    for segment in segments:
        pieces = []
        for part in segment:
            for name, column in _pieces(part):
                run += b"\0" * (-len(run) % ALIGNED)
                pieces.append([name, column.dtype.str, list(column.shape), len(run)])
                run += column.tobytes()
        told.append(pieces)
    return {"segments": told}, bytes(run)


def unpack(head: dict[str, object], run: memoryview) -> list[tuple[Columns, Keys]]:
    """What `pack` packed. Columns of a single segment are views of the run, which lives as long as one of them."""
    segments = head["segments"]
    assert isinstance(segments, list)
    # Of several, one can be replaced to forget a name in it: then no other may keep the run, in which the name stands.
    alone = len(segments) == 1
    return [_unpacked(_Told({name: _column(run, alone, *where) for name, *where in pieces})) for pieces in segments]


def _pieces(
    part: Columns | Keys | Words | Links | Strings | Table, prefix: str = ""
) -> Iterator[tuple[str, NDArray[np.generic]]]:
    for field in dataclasses.fields(part):
        value, name = getattr(part, field.name), f"{prefix}{field.name}"
        if isinstance(value, np.ndarray):
            yield name, value
        elif isinstance(value, list):
            yield name, np.frombuffer("".join(f"{each}\n" for each in value).encode(), np.uint8)
        elif isinstance(value, bytes | memoryview):
            yield name, np.frombuffer(value, np.uint8)
        else:
            yield from _pieces(value, f"{name}.")


def _column(run: memoryview, alone: bool, kind: str, shape: list[int], start: int) -> NDArray[Any]:
    column = np.frombuffer(run, np.dtype(kind), math.prod(shape), start).reshape(shape)
    return column if alone else column.copy()


class _Told:
    """The columns of one segment by their dotted names."""

    def __init__(self, columns: dict[str, NDArray[Any]]) -> None:
        self.columns = columns

    def links(self, name: str) -> Links:
        return Links(self.columns[f"{name}.start"], self.columns[f"{name}.to"])

    def strings(self, name: str) -> Strings:
        return Strings(self.columns[f"{name}.run"].data, self.columns[f"{name}.ends"])

    def table(self, name: str) -> Table:
        return Table(*(self.columns[f"{name}.{column}"] for column in ("start", "keys", "owners")))

    def lines(self, name: str) -> list[str]:
        return str(self.columns[name].data, "utf-8").split("\n")[:-1]


def _unpacked(told: _Told) -> tuple[Columns, Keys]:
    words = Words(
        told.strings("words.folded"),
        told.columns["words.kinds"],
        told.columns["words.certain"],
        told.links("words.sounds"),
        told.links("words.groups"),
        told.links("words.cases"),
        told.links("words.fathers"),
    )
    columns = Columns(
        told.strings("ids"),
        told.strings("texts"),
        told.columns["several"],
        told.columns["entry_words"],
        words,
        told.lines("sounds"),
        told.columns["sound_skeleton"],
        told.lines("skeletons"),
    )
    keys = Keys(
        told.links("entries_of_word"),
        told.links("words_of_sound"),
        told.links("sounds_of_skeleton"),
        told.links("words_of_group"),
        told.links("words_of_case"),
        told.links("words_of_father"),
        told.table("by_skeleton"),
        told.table("by_sound"),
    )
    return columns, keys
