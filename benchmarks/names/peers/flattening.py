"""What most peers are given: plain Latin small letters, words in alphabetical order where the peer minds the order."""

from __future__ import annotations

import re

from unidecode import unidecode


def flat(text: str) -> str:
    """Small Latin letters, words apart by one space."""
    return " ".join(re.findall(r"[a-z0-9]+", unidecode(text).lower().replace("'", "")))


def flat_sorted(text: str) -> str:
    """The same, words in alphabetical order."""
    return " ".join(sorted(flat(text).split()))
