"""Where the two types of `clearance` are made. Only `disclosure` may import this: `lint-imports` holds it to that."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from valoshka.clearance.cleared import ClearedContent
from valoshka.clearance.release import Release

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.clearance.cleared import Check, Reason
    from valoshka.clearance.content import Content, Use

_SEAL = object()
# What was minted, by identity: Python lets an object be made without its class being asked (object.__new__).
_MINTED: WeakValueDictionary[int, ClearedContent | Release] = WeakValueDictionary()


def is_the_seal(candidate: object) -> bool:
    """Whether `candidate` is this process's seal; it cannot be pickled, copied or guessed."""
    return candidate is _SEAL


def is_minted(candidate: ClearedContent | Release) -> bool:
    """Whether `candidate` came out of this module."""
    return _MINTED.get(id(candidate)) is candidate


def mint_cleared(
    content: Content,
    checks: tuple[Check, ...],
    reasons: tuple[Reason, ...] = (),
    people: tuple[str, ...] = (),
    found_uses: tuple[Use, ...] = (),
) -> ClearedContent:
    """Declare that the gate has cleared `content`, held against `people` (ids)."""
    cleared = ClearedContent(
        content=content, checks=checks, _seal=_SEAL, reasons=reasons, people=people, found_uses=found_uses
    )
    _MINTED[id(cleared)] = cleared
    return cleared


def mint_release(
    files: Mapping[str, bytes], cleared: ClearedContent, checks: tuple[Check, ...], reasons: tuple[Reason, ...] = ()
) -> Release:
    """Declare that the gate has read every byte of `files` again."""
    release = Release(files=tuple(sorted(files.items())), cleared=cleared, checks=checks, _seal=_SEAL, reasons=reasons)
    _MINTED[id(release)] = release
    return release
