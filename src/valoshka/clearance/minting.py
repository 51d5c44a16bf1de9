"""Where the two types of `clearance` are made. Only `disclosure` may import this: `lint-imports` holds it to that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.clearance.cleared import Check, ClearedContent
from valoshka.clearance.release import Release

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.clearance.content import Content

_SEAL = object()


def is_the_seal(candidate: object) -> bool:
    """Whether `candidate` is this process's seal; it cannot be pickled, copied or guessed."""
    return candidate is _SEAL


def mint_cleared(content: Content, checks: tuple[Check, ...]) -> ClearedContent:
    """Declare that the gate has cleared `content`."""
    return ClearedContent(content=content, checks=checks, _seal=_SEAL)


def mint_release(files: Mapping[str, bytes], cleared: ClearedContent, checks: tuple[Check, ...]) -> Release:
    """Declare that the gate has read every byte of `files` again."""
    return Release(files=tuple(sorted(files.items())), cleared=cleared, checks=checks, _seal=_SEAL)
