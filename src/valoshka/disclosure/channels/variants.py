"""The same text as others may read it: hyphens joined, codes resolved, marks followed, torn words put together."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel
from valoshka.disclosure.channels.drawn_letters import redrawn
from valoshka.disclosure.channels.encoded import unescaped, unpacked
from valoshka.disclosure.channels.keyboards import retyped
from valoshka.disclosure.channels.misencoded import reencoded
from valoshka.disclosure.channels.ordering import as_shown
from valoshka.disclosure.channels.plain_marks import strings_joined, unmarked
from valoshka.disclosure.channels.shapes import joined
from valoshka.disclosure.channels.torn import Guess, put_together
from valoshka.disclosure.channels.turned_words import turned_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_SHORT = 40  # characters: a longer string is no piece of a name
_SOURCE = {"script", "attribute"}
# Each reads only words that make no sense as they stand, so that ordinary texts cost next to nothing.
_UNDOING: tuple[tuple[Callable[[str], Sequence[Guess]], str], ...] = (
    (redrawn, "drawn letters read"),
    (retyped, "read on another keyboard"),
    (turned_back, "read backwards"),
)


def with_variants(channels: Iterable[Channel]) -> Iterator[Channel]:
    """Every channel, each followed by the other readings of its text where these differ from it.

    At the end what stands in short pieces, such as one letter in each picture's description, is read in a row.
    """
    every = list(channels)
    for channel in every:
        yield channel
        yield from _readings(channel)
    yield from _in_a_row(every)


def _readings(channel: Channel) -> Iterator[Channel]:
    text = channel.text
    resolved = unescaped(text)
    shown = joined(unmarked(as_shown(resolved)))
    if channel.kind in _SOURCE:
        shown = strings_joined(shown)
    told = {text}
    for reading, how in (
        (joined(text), "broken words joined"),
        (resolved, "escapes resolved"),
        (shown, "as it is shown"),
        ("\n".join(unpacked(resolved)), "codes undone"),
    ):
        if reading not in told and reading:
            told.add(reading)
            yield Channel(channel.kind, f"{channel.where}, {how}", reading, (), how)
    yield from _of(channel, resolved, reencoded(resolved), "read in its own encoding", guessed=False)
    yield from _guessed(channel, shown)
    for undo, how in _UNDOING:
        yield from _of(channel, shown, undo(shown), how)


def _guessed(channel: Channel, shown: str) -> Iterator[Channel]:
    yield from _of(channel, shown, put_together(shown), "torn words joined")


def _of(channel: Channel, shown: str, found: Sequence[Guess], how: str, *, guessed: bool = True) -> Iterator[Channel]:
    """What was `found` in `channel` as it is `shown`, each on a line of its own."""
    guesses = sorted(found, key=lambda guess: guess.at)
    if guesses:
        marks = _marks(channel, guesses) if shown == channel.text else ()
        text = "\n".join(guess.text for guess in guesses)
        yield Channel(channel.kind, f"{channel.where}, {how}", text, marks, how, guessed)


def _marks(channel: Channel, guesses: Sequence[Guess]) -> tuple[tuple[int, str], ...]:
    """The place of each guess, as the channel itself gives it."""
    marks, at = [], 0
    for guess in guesses:
        place = channel.place(guess.at).removeprefix(channel.where).removeprefix(", ")
        if place:
            marks.append((at, place))
        at += len(guess.text) + 1
    return tuple(marks)


def _in_a_row(channels: Sequence[Channel]) -> Iterator[Channel]:
    short = [channel for channel in channels if 0 < len(channel.text.strip()) <= _SHORT]
    by_kind = sorted(short, key=lambda channel: channel.kind)
    for _, group in groupby(by_kind, key=lambda channel: channel.kind):
        row = list(group)
        text = "\n".join(channel.text.strip() for channel in row)
        if len(row) > 1:
            first = replace(row[0], where=f"{row[0].where}, and what follows it", text=text, marks=())
            yield from _guessed(first, joined(as_shown(unescaped(text))))
