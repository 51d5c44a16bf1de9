"""The two halves of a sweep in two processes: one takes texts apart while the other judges what it took apart before.

The second process is a new one that is sent only what says no to most words: a copy of the whole index would take as
much memory again.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection

    from valoshka.names.sweeping.reader import Read, Reader

_NEW_OBJECTS = 200_000  # as the commands do: it keeps what it makes
_PATIENCE = 5  # seconds that a process may take to notice that it is no longer needed


def can_be_abreast() -> bool:
    """Whether there are two processors."""
    return (os.cpu_count() or 1) > 1


def read_abreast(
    reader: Reader, batches: Iterable[tuple[int, Sequence[str]]]
) -> Iterator[tuple[int, Sequence[str], Read]]:
    """Each of `batches` as the reader reads it, which is already reading the next one."""
    with _second_process(reader) as end:
        waiting: tuple[int, Sequence[str]] | None = None
        for first, batch in batches:
            answer = _answer(end) if waiting else None
            _send(end, batch)
            if waiting and answer:
                yield *waiting, answer
            waiting = first, batch
        if waiting:
            yield *waiting, _answer(end)


def _send(end: Connection, told: Reader | Sequence[str]) -> None:
    try:
        end.send(told)
    except OSError:
        raise _ended() from None


def _answer(end: Connection) -> Read:
    try:
        read: Read = end.recv()
    except (EOFError, OSError):
        raise _ended() from None
    return read


def _ended() -> Refused:
    return Refused(
        "The sweep stopped: its second process ended before its time, perhaps for want of memory. "
        "Close other programs, or sweep fewer files at once."
    )


@contextlib.contextmanager
def _second_process(reader: Reader) -> Iterator[Connection]:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    process.start()
    there.close()
    try:
        _send(here, reader)
        yield here
    finally:
        here.close()
        process.join(_PATIENCE)


def _serve(end: Connection) -> None:
    """Read each batch, until nobody is there to ask."""
    # A fault may hold a word; the first process tells that there was one.
    sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    # Ctrl-C reaches both; the first process ends the second.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_NEW_OBJECTS, 20, 50)
    with contextlib.suppress(EOFError, OSError):
        reader: Reader = end.recv()
        while True:
            end.send(reader.read(end.recv()))
