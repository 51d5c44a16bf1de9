"""Many visitors' flowers in one transaction: a disk that takes 5 ms to be sure takes 5 ms for all who wait.

Whoever comes first writes for everybody who came meanwhile. Nobody is answered before the disk has it.
"""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import Error, IntegrityError, transaction

from valoshka.square.collector.models import GivenFlower, Spent
from valoshka.square.collector.standing import today
from valoshka.square.refusals import NotTaken

if TYPE_CHECKING:
    from valoshka.square.submissions import Flower


@dataclass
class Entry:
    """A proof or nonce to spend once, and the flower that it pays for, if it is one."""

    proof: str
    flower: Flower | None = None
    refusal: str = "proof_used"
    outcome: Exception | None = None
    is_done: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def mark(self) -> int:
        """63 bits of the proof's hash."""
        return int.from_bytes(hashlib.sha256(self.proof.encode()).digest()[:8], "big") >> 1

    def end(self, outcome: Exception | None = None) -> None:
        """Tell the waiting visitor's thread."""
        self.outcome = outcome
        self.is_done.set()


class Ledger:
    """Where the threads of one worker meet; workers meet in the database."""

    def __init__(self) -> None:
        self._waiting: list[Entry] = []
        self._lists = threading.Lock()
        self._writing = threading.Lock()

    def enter(self, entry: Entry) -> None:
        """Return once the entry is on the disk. Raises `NotTaken(entry.refusal)` if its proof was spent before."""
        with self._lists:
            self._waiting.append(entry)
        with self._writing:
            if not entry.is_done.is_set():
                with self._lists:
                    together, self._waiting = self._waiting, []
                _write(together)
        if entry.outcome is not None:
            raise entry.outcome


def _write(entries: list[Entry]) -> None:
    try:
        _write_together(entries)
    except IntegrityError:
        # On PostgreSQL another worker may spend the same proof in the same moment: find out whose it is.
        if len(entries) == 1:
            entries[0].end(NotTaken(entries[0].refusal))
            return
        for entry in entries:
            _write([entry])
    except Error as error:
        for entry in entries:
            entry.end(error)


def _write_together(entries: list[Entry]) -> None:
    with transaction.atomic():
        spent = set(Spent.objects.filter(mark__in=[entry.mark for entry in entries]).values_list("mark", flat=True))
        good: list[Entry] = []
        for entry in entries:
            if entry.mark not in spent:
                spent.add(entry.mark)
                good.append(entry)
        # In one order everywhere, so that two workers on PostgreSQL never wait for each other.
        Spent.objects.bulk_create([Spent(mark=mark, day=today()) for mark in sorted(entry.mark for entry in good)])
        flowers = sorted(
            (entry.flower for entry in good if entry.flower), key=lambda flower: (flower.seed, flower.kind)
        )
        given = [_row(flower) for flower in flowers]
        GivenFlower.objects.bulk_create(given, ignore_conflicts=True)
    kept = {id(entry) for entry in good}
    for entry in entries:
        entry.end(None if id(entry) in kept else NotTaken(entry.refusal))


def _row(flower: Flower) -> GivenFlower:
    return GivenFlower(day=today(), **vars(flower))
