"""Which likenesses are too faint to be shown unasked, and what lacks where one is just under the threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names import ACCEPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.names import Reason

# A surname that agrees, with nothing known of the rest, has 0.78, and still 0.5 if it is only nearly the same. Below
# half, more speaks against two names than for them: mostly another given name behind a common surname.
FAINT = 0.5
_NEARLY = 0.05  # below the threshold: worth a word on what lacks
_OTHERS = frozenset({"differs", "other_sex"})


def is_faint(score: float, reasons: Sequence[Reason]) -> bool:
    """Whether two names, `score` alike for `reasons`, are so only faintly: somebody else, as far as names can tell.

    >>> from valoshka.names import compare
    >>> siblings = compare("Узорнік Ціхан Пятровіч", "Узорнік Ганна Пятроўна")
    >>> is_faint(siblings.score, siblings.reasons)
    True
    """
    if score < FAINT:
        return True
    other = {reason.part for reason in reasons if reason.code in _OTHERS}
    return other >= {"given", "patronymic"}


def is_lone_given(reasons: Sequence[Reason]) -> bool:
    """Whether nothing but a given name was compared: thousands share one, so that it alone makes nobody likely."""
    return {reason.part for reason in reasons} == {"given"}


def just_under(score: float, reasons: Sequence[Reason]) -> str:
    """Why two names stay just under the threshold where only an initial is known; else empty.

    >>> from valoshka.names import compare
    >>> near = compare("Узорнік Ціхан", "Узорнік Ц.")
    >>> just_under(near.score, near.reasons)
    '0.83, just under 0.84: only an initial of the given name is known'
    """
    initial = any(reason.code == "initial" and reason.part == "given" for reason in reasons)
    if not initial or not ACCEPT - _NEARLY <= score < ACCEPT:
        return ""
    return f"{score:.2f}, just under {ACCEPT:.2f}: only an initial of the given name is known"
