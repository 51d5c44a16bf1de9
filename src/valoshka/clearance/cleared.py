"""Content that the gate has cleared: the only thing that may be rendered."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from valoshka.clearance.content import Content, Use


@dataclass(frozen=True)
class Check:
    """One check that the gate made: what it looked for, and what it found, in words for the report."""

    name: str
    looked_for: str
    result: str


@dataclass(frozen=True)
class Reason:
    """Why a doubtful finding may stand: the finding's key and the words of the person who decided.

    The key has a person's id in it and stays in the casebook; `rule`, `places` and `details` are for the report.
    """

    finding: str
    words: str
    rule: str = field(default="", compare=False)
    places: tuple[str, ...] = field(default=(), compare=False)
    details: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, eq=False)
class ClearedContent:
    """A `Content` in which the gate found nobody at risk.

    Only `disclosure` can make one (through `clearance.minting`, which `lint-imports` closes to every other room);
    calling, copying, pickling, replacing or subclassing fails, so that no caller publishes past the gate by mistake.
    `people` are the ids of everybody it was held against; `reasons` go into the release's log;
    `found_uses` are what the gate found to be shown of whom, declared by a passage or not.

    >>> ClearedContent(content=None, checks=(), _seal=None)
    Traceback (most recent call last):
    TypeError: ClearedContent is made by disclosure.clear(content), never by hand.
    """

    content: Content
    checks: tuple[Check, ...]
    # Not kept: a seal that could be read off one instance would open the next.
    _seal: InitVar[object]
    reasons: tuple[Reason, ...] = ()
    people: tuple[str, ...] = ()
    found_uses: tuple[Use, ...] = ()

    def __post_init__(self, _seal: object) -> None:
        """Refuse every maker but the gate."""
        from valoshka.clearance.minting import is_the_seal

        if not is_the_seal(_seal):
            raise TypeError("ClearedContent is made by disclosure.clear(content), never by hand.")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse `copy` and `pickle`, which make an object without asking it."""
        raise TypeError("ClearedContent cannot be copied or pickled; clear the content again.")

    def __init_subclass__(cls) -> NoReturn:
        """Refuse subclasses, which could forget to ask for the seal."""
        raise TypeError("ClearedContent cannot be subclassed.")
