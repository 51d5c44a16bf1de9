"""Writing what came in: whatever was acknowledged is on the disk first."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from valoshka.square.collector.ledger import Entry, Ledger
from valoshka.square.collector.models import GivenFlower, WaitingMessage
from valoshka.square.collector.standing import today
from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken

if TYPE_CHECKING:
    from valoshka.square.submissions import Flower

_COUNT_FOR = 5.0  # seconds


def spend(proof: str, refusal: str = "proof_used") -> None:
    """Take a proof or nonce, once among all workers. Raises `NotTaken(refusal)` the second time."""
    _ledger.enter(Entry(proof, refusal=refusal))


def keep_flower(flower: Flower, proof: str) -> None:
    """Keep a flower and spend its proof, both or neither; an equal seed is kept once and answered alike."""
    if _flowers.count() >= limits().flowers:
        raise NotTaken("queue_full")
    _ledger.enter(Entry(proof, flower))


def require_room() -> None:
    """Raises `NotTaken("queue_full")` while as many messages wait as the staff are left with."""
    if WaitingMessage.objects.count() >= limits().waiting_messages:
        raise NotTaken("queue_full")


def keep_message(sealed: bytes) -> None:
    """Keep a sealed message. Raises `NotTaken("queue_full")`."""
    with transaction.atomic():
        require_room()
        WaitingMessage.objects.create(day=today(), sealed=sealed)


@dataclass
class _Counted:
    """The number of flowers, counted anew every few seconds: counting a million rows for each would be the load."""

    number: int = 0
    good_until: float = 0.0

    def count(self) -> int:
        moment = time.monotonic()
        if moment >= self.good_until:
            self.number = GivenFlower.objects.count()
            self.good_until = moment + _COUNT_FOR
        return self.number


_flowers = _Counted()
_ledger = Ledger()
