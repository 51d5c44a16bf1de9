"""The reasons for a decision, from `reasons.yml`: codes that are written down, in the order of their numbers' keys."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

from valoshka.own_yaml import own_yaml

Kind: TypeAlias = Literal["reject", "stand", "own"]


@cache
def reasons(kind: Kind) -> dict[str, dict[str, str]]:
    """The codes of a kind, each with its words by language.

    >>> list(reasons("reject"))[0]
    'names_somebody'
    """
    told: dict[str, dict[str, str]] = own_yaml("valoshka.desk.moderation", "reasons.yml")[kind]
    return told
