"""What the collector says when it does not take something: a code, never a word of what was sent."""

from __future__ import annotations

from functools import cache

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml


@cache
def statuses() -> dict[str, int]:
    """Each code with its HTTP status, from `refusals.yml`.

    >>> statuses()["heic"]
    415
    """
    codes: dict[str, int] = own_yaml("valoshka.square", "refusals.yml")
    return codes


class NotTaken(Refused):
    """A submission or a staff request was not taken; `code` is a key of `refusals.yml`, `status` its HTTP status.

    >>> NotTaken("heic").status
    415
    """

    def __init__(self, code: str) -> None:
        super().__init__(f"Not taken: {code}. The page says what to do next.")
        self.code = code
        self.status = statuses()[code]
