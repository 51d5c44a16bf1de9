"""Proof of work after ALTCHA's published protocol, version 1: the server's half (altcha.org/docs/v2/proof-of-work).

A challenge is the SHA-256 of a salt and a secret number; whoever finds the number has paid with computing time. It is
signed and carries its expiry, so that nothing is stored until it is used. The wheel `altcha` would do the same, and
much else that the collector does not want.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict
from urllib.parse import parse_qs

from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken

if TYPE_CHECKING:
    from datetime import datetime

_LONGEST = 1024


class Challenge(TypedDict):
    """What `GET challenge` answers."""

    algorithm: str
    challenge: str
    maxnumber: int
    salt: str
    signature: str


def new_challenge(key: bytes, now: datetime, largest: int | None = None) -> Challenge:
    """A challenge signed with `key`, good for `challenge_minutes` from `now` (UTC).

    `largest` is how many SHA-256 finding the number can take at most.

    >>> from datetime import UTC, datetime
    >>> sorted(new_challenge(b"k" * 32, datetime.now(UTC)))
    ['algorithm', 'challenge', 'maxnumber', 'salt', 'signature']
    """
    largest = largest or limits().challenge_number
    expires = int((now + timedelta(minutes=limits().challenge_minutes)).timestamp())
    salt = f"{secrets.token_hex(12)}?expires={expires}&"
    challenge = _digest(salt, secrets.randbelow(largest + 1))
    signature = _signature(key, challenge)
    return {"algorithm": "SHA-256", "challenge": challenge, "maxnumber": largest, "salt": salt, "signature": signature}


def solve(challenge: Challenge) -> str:
    """The payload for a challenge: what the page's worker does in the visitor's browser.

    >>> from datetime import UTC, datetime
    >>> key, now = b"k" * 32, datetime.now(UTC)
    >>> len(proof_of(solve(new_challenge(key, now, largest=20)), key, now))
    64
    """
    numbers = range(challenge["maxnumber"] + 1)
    number = next(n for n in numbers if _digest(challenge["salt"], n) == challenge["challenge"])
    told = {name: challenge[name] for name in ("algorithm", "challenge", "salt", "signature")}
    return base64.b64encode(json.dumps({**told, "number": number}).encode()).decode()


def proof_of(untrusted_payload: str, key: bytes, now: datetime) -> str:
    """The challenge (64 hex digits) that a payload solves, to be spent once.

    Raises `NotTaken("proof_wrong")`: not ours, not solved, expired, or no payload at all.
    """
    try:
        told = json.loads(base64.b64decode(untrusted_payload[:_LONGEST], validate=True))
        algorithm, challenge, salt = (str(told[name]) for name in ("algorithm", "challenge", "salt"))
        number, signature = int(told["number"]), str(told["signature"])
        expires = int(parse_qs(salt.partition("?")[2])["expires"][0])
    except (binascii.Error, ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise NotTaken("proof_wrong") from error
    genuine = _equal(_signature(key, challenge), signature)
    solved = _equal(_digest(salt, number), challenge)
    if not (genuine and solved and algorithm == "SHA-256" and now.timestamp() <= expires):
        raise NotTaken("proof_wrong")
    return challenge


def _digest(salt: str, number: int) -> str:
    return hashlib.sha256(f"{salt}{number}".encode("utf-8", "replace")).hexdigest()


def _signature(key: bytes, challenge: str) -> str:
    return hmac.new(key, challenge.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _equal(ours: str, untrusted: str) -> bool:
    return hmac.compare_digest(ours.encode(), untrusted.encode("utf-8", "replace"))
