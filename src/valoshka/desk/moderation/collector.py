"""Talking to the collector: requests signed with the staff's key, and only when somebody asked for it."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from valoshka.errors import Refused
from valoshka.square.signing import authorization

if TYPE_CHECKING:
    from valoshka.square.staff_key import StaffSecretKey

Told: TypeAlias = dict[str, object]
_LONGEST = 256 * 2**20  # bytes: fifty messages, each with a picture at its largest
_PATIENCE = 120  # seconds, for each answer
_WHY = {
    "not_staff": "It does not take this key's signature. Is this computer's clock right, and does the collector have "
    "this action's staff-key.pub?",
    "too_large": "It does not take that much at once.",
    "queue_full": "Its disk is full, or it is busy. Try again in a few minutes.",
    "not_understood": "It does not know this kind of request. Is it as new as this program?",
    "nothing_here": "There is no collector at that address. Look at “collector:” in action.yml.",
}


@dataclass(frozen=True)
class Collector:
    """The collector at `address` (https, or http on this computer or to an onion address)."""

    address: str
    key: StaffSecretKey = field(repr=False)

    def get(self, path: str) -> Told:
        """What it answers to `GET path`; `path` counts from its address, without a slash before."""
        return self._ask("GET", path, b"")

    def post(self, path: str, told: Told) -> Told:
        """What it answers to `POST path` with `told` as JSON."""
        return self._ask("POST", path, json.dumps(told, ensure_ascii=False).encode())

    def _ask(self, method: str, path: str, body: bytes) -> Told:
        address = urlsplit(self.address)
        head = {"Authorization": authorization(self.key, method, path, body), "Content-Type": "application/json"}
        line = self._line()
        try:
            line.request(method, f"{address.path.rstrip('/')}/{path}", body or None, head)
            answer = line.getresponse()
            untrusted = answer.read(_LONGEST + 1)
        except (OSError, http.client.HTTPException) as error:
            raise Refused(
                f"The collector at {address.hostname} does not answer. Nothing is lost: go online, or wait, and run "
                "the same command again."
            ) from error
        finally:
            line.close()
        return _answer(answer.status, untrusted)

    def _line(self) -> http.client.HTTPConnection:
        address = urlsplit(self.address)
        host = address.hostname or ""
        if address.scheme == "https":
            return http.client.HTTPSConnection(host, address.port, timeout=_PATIENCE)
        if host in ("127.0.0.1", "localhost") or host.endswith(".onion"):
            return http.client.HTTPConnection(host, address.port, timeout=_PATIENCE)
        raise Refused("“collector:” in action.yml begins with http:, so that others could read along. Write https:.")


def _answer(status: int, untrusted: bytes) -> Told:
    try:
        told = json.loads(untrusted) if len(untrusted) <= _LONGEST else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise Refused(
            f"At the collector's address stands something else (HTTP {status}). Look at “collector:” in action.yml."
        )
    if status >= http.HTTPStatus.BAD_REQUEST:
        why = _WHY.get(str(told.get("refused")), "Its own words: none that are known here.")
        raise Refused(f"The collector did not do it (HTTP {status}). {why}")
    return told
