"""Warm processes that draw strangers' pictures anew: one breaks or dawdles, it is ended and replaced."""

from __future__ import annotations

import queue
import selectors
import struct
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from valoshka.square.limits import Limits, limits
from valoshka.square.refusals import NotTaken

_SCRIPT = Path(__file__).with_name("redrawing.py")
_HEAD = struct.Struct(">cI")
_LENGTH = struct.Struct(">I")
_ALIKE = 32
# One picture at a time is all there is: no thread a core, and memory that is kept for the next instead of given back
# (a sixth of the time, measured).
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PILLOW_BLOCKS_MAX": "8",
    "MALLOC_MMAP_THRESHOLD_": "1000000000",
    "MALLOC_TRIM_THRESHOLD_": "1000000000",
}


@dataclass(frozen=True)
class Redrawn:
    """A JPEG of our own making, and its 256-bit pHash in hex."""

    jpeg: bytes = field(repr=False)
    alike: str


class _Broken(Exception):  # noqa: N818 - said of a process
    """The process ended, or answered nothing in time."""


class Studio:
    """`size` capped processes and a short queue before them; for several threads.

    >>> studio = Studio(1)
    >>> try:
    ...     studio.redraw(b"GIF89a")
    ... except NotTaken as told:
    ...     told.code
    ... finally:
    ...     studio.close()
    'not_a_picture'
    """

    def __init__(self, size: int, caps: Limits | None = None) -> None:
        self._caps = caps or limits()
        self._places = threading.BoundedSemaphore(size + self._caps.studio_queue)
        self._idle: queue.LifoQueue[_Process | None] = queue.LifoQueue()
        for _ in range(size):
            self._idle.put(None)
        self._size = size

    def redraw(self, untrusted: bytes) -> Redrawn:
        """The picture drawn anew. Raises `NotTaken`: too_large, not_a_picture, heic, or too_many if all are busy."""
        if len(untrusted) > self._caps.picture_bytes:
            raise NotTaken("too_large")
        if not self._places.acquire(blocking=False):
            raise NotTaken("too_many")
        try:
            return self._redraw(untrusted)
        finally:
            self._places.release()

    def _redraw(self, untrusted: bytes) -> Redrawn:
        working = self._idle.get()
        try:
            if working is None or not working.is_fit():
                working = _renewed(working, self._caps)
            sign, answer = working.ask(untrusted)
        except (_Broken, OSError) as error:
            # A picture that ends its reader is none that the page would have sent.
            _end(working)
            working = None
            raise NotTaken("not_a_picture") from error
        finally:
            self._idle.put(working)
        if sign == b"r":
            raise NotTaken(answer.decode("ascii"))
        return Redrawn(answer[_ALIKE:], answer[:_ALIKE].hex())

    def close(self) -> None:
        """End every process."""
        for working in [self._idle.get() for _ in range(self._size)]:
            _end(working)
            self._idle.put(None)


class _Process:
    """One warm process and what it has done so far."""

    def __init__(self, caps: Limits) -> None:
        self._caps = caps
        self._done = 0
        told = (caps.studio_memory, caps.jpeg_pixels, caps.other_pixels, caps.longest_side, caps.jpeg_quality)
        self._child = subprocess.Popen(  # noqa: S603 - our own script, no shell, numbers only
            [sys.executable, "-I", str(_SCRIPT), *map(str, told)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
        )

    def is_fit(self) -> bool:
        """Whether it lives and is young enough: what a library leaks must not add up."""
        return self._child.poll() is None and self._done < self._caps.studio_lifetime

    def ask(self, untrusted: bytes) -> tuple[bytes, bytes]:
        """The sign and the content of its answer. Raises `_Broken` or `OSError`."""
        self._done += 1
        asked = self._child.stdin
        assert asked is not None
        until = time.monotonic() + self._caps.studio_seconds
        asked.write(_LENGTH.pack(len(untrusted)) + untrusted)
        asked.flush()
        sign, length = _HEAD.unpack(self._read(_HEAD.size, until))
        if length > self._caps.picture_bytes:
            raise _Broken
        return sign, self._read(length, until)

    def _read(self, length: int, until: float) -> bytes:
        answered = self._child.stdout
        assert answered is not None
        read = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(answered, selectors.EVENT_READ)
            while len(read) < length:
                if not selector.select(max(0.0, until - time.monotonic())):
                    raise _Broken
                part = answered.raw.read(length - len(read))  # type: ignore[attr-defined]
                if not part:
                    raise _Broken
                read += part
        return bytes(read)

    def end(self) -> None:
        """Kill and reap it."""
        self._child.kill()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                _close_quietly(pipe)
        self._child.wait()


def _close_quietly(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]
    except OSError:
        return  # bytes that the dead process never took


def _renewed(old: _Process | None, caps: Limits) -> _Process:
    _end(old)
    return _Process(caps)


def _end(working: _Process | None) -> None:
    if working is not None:
        working.end()
