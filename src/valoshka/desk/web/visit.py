"""One visit to the desk: an address that nobody can guess, a link that opens it once, and a cookie for the browser."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from dataclasses import dataclass, field

LOOPBACK = "127.0.0.1"
COOKIE = "desk"


@dataclass
class Visit:
    """What one start of the desk hands out; all of it is random and ends with the process.

    >>> visit = Visit(8421)
    >>> once = visit.link.rpartition("/")[2]
    >>> visit.enter(once), visit.enter(once)
    (True, False)
    """

    port: int
    path: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    _once: str | None = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    last_seen: float = field(default_factory=time.monotonic)

    @property
    def host(self) -> str:
        """What a browser must call this computer: another name for it is an attack by DNS."""
        return f"{LOOPBACK}:{self.port}"

    @property
    def origin(self) -> str:
        """Where requests that change something must come from."""
        return f"http://{self.host}"

    @property
    def link(self) -> str:
        """The link that opens the desk, once."""
        return f"{self.origin}/open/{self._once}"

    def enter(self, untrusted: str) -> bool:
        """Whether the link is right, and is used for the first time."""
        with self._lock:
            if self._once is None or not _same(self._once, untrusted):
                return False
            self._once = None
            return True

    def knows(self, untrusted: str) -> bool:
        """Whether a browser's cookie is this visit's."""
        return _same(self.cookie, untrusted)

    def is_path(self, untrusted: str) -> bool:
        """Whether an address is this visit's."""
        return _same(self.path, untrusted)


def _same(ours: str, untrusted: str) -> bool:
    return hmac.compare_digest(ours.encode(), untrusted.encode("utf-8", "replace"))


_now: list[Visit] = []


def begin(visit: Visit) -> None:
    """Make `visit` the one that this process answers to."""
    _now[:] = [visit]


def visit() -> Visit:
    """The visit that this process answers to."""
    return _now[0]
