"""The staff's requests, signed: there is no login on the public server, and no password to steal.

Signed are method, path with query, the body's SHA-256, the minute and a nonce that the collector takes once.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from nacl.exceptions import BadSignatureError

from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken

if TYPE_CHECKING:
    from valoshka.square.staff_key import StaffPublicKey, StaffSecretKey

SCHEME = "Valoshka-Staff-1"
_FORM = re.compile(rf"{SCHEME} (\d{{4}}-\d\d-\d\dT\d\d:\d\dZ) ([0-9a-f]{{32}}) ([0-9a-f]{{64}}) ([0-9a-f]{{128}})")
_MINUTE = "%Y-%m-%dT%H:%MZ"


@dataclass(frozen=True)
class Signed:
    """A request whose signature holds; its nonce is still to be spent, its body to be compared with `body_sha256`."""

    nonce: str
    body_sha256: str


def authorization(key: StaffSecretKey, method: str, path: str, body: bytes, now: datetime | None = None) -> str:
    """The `Authorization` header for a request; `path` counts from the collector's address: `staff/queue?after=0`.

    >>> from valoshka.square.staff_key import StaffSecretKey
    >>> key = StaffSecretKey.fresh()
    >>> header = authorization(key, "GET", "staff/queue", b"")
    >>> len(check(header, key.public(), "GET", "staff/queue", datetime.now(UTC)).nonce)
    32
    """
    minute = (now or datetime.now(UTC)).strftime(_MINUTE)
    nonce, digest = secrets.token_hex(16), hashlib.sha256(body).hexdigest()
    signature = key.signing.sign(_signed_text(method, path, digest, minute, nonce)).signature
    return f"{SCHEME} {minute} {nonce} {digest} {signature.hex()}"


def check(header: str, key: StaffPublicKey, method: str, path: str, now: datetime) -> Signed:
    """The nonce and the body's hash that a header vouches for. Raises `NotTaken("not_staff")`."""
    form = _FORM.fullmatch(header)
    if form is None:
        raise NotTaken("not_staff")
    minute, nonce, digest, signature = form.groups()
    try:
        key.verifying.verify(_signed_text(method, path, digest, minute, nonce), bytes.fromhex(signature))
        told = datetime.strptime(minute, _MINUTE).replace(tzinfo=UTC)
    except (BadSignatureError, ValueError) as error:
        raise NotTaken("not_staff") from error
    if abs(now - told) > timedelta(minutes=limits().staff_minutes):
        raise NotTaken("not_staff")
    return Signed(nonce, digest)


def _signed_text(method: str, path: str, digest: str, minute: str, nonce: str) -> bytes:
    return "\n".join((SCHEME, method, path, digest, minute, nonce)).encode()
