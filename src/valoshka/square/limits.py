"""The collector's limits, from `limits.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from valoshka.own_yaml import own_yaml


@dataclass(frozen=True)
class Limits:
    """How much is taken; units stand in `limits.yml`, beside each number."""

    words: int
    picture_bytes: int
    jpeg_pixels: int
    other_pixels: int
    longest_side: int
    jpeg_quality: int
    studio_memory: int
    studio_seconds: int
    studio_lifetime: int
    studio_queue: int
    flower_bytes: int
    form_bytes: int
    staff_bytes: int
    waiting_messages: int
    flowers: int
    challenge_minutes: int
    challenge_number: int
    staff_minutes: int
    queue_page: int
    flowers_page: int
    rebuild_seconds: int


@cache
def limits() -> Limits:
    """The limits that hold here.

    >>> limits().words
    500
    """
    return Limits(**own_yaml("valoshka.square", "limits.yml"))
