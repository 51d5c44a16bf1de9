"""Which likenesses are too faint to be shown unasked, and what lacks where one is just under the threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names import ACCEPT, parse
from valoshka.names.given import forms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.names import Reason

# A surname that agrees, with nothing known of the rest, has 0.78, and still 0.5 if it is only nearly the same. Below
# half, more speaks against two names than for them: mostly another given name behind a common surname.
FAINT = 0.5
_NEARLY = 0.05  # below the threshold: worth a word on what lacks
_OTHERS = frozenset({"differs", "other_sex"})
_AGREES = frozenset({"same", "sound", "form", "case"})


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


def is_of_the_family(one: str, other: str, reasons: Sequence[Reason]) -> bool:
    """Whether two names that differ have one surname, and nothing says that one is a man's and one a woman's.

    >>> from valoshka.names import compare
    >>> pairs = [("Жук Ціхан", "Жук Пётр"), ("Жук Ціхан", "Жук Ганна")]
    >>> [is_of_the_family(one, other, compare(one, other).reasons) for one, other in pairs]
    [True, False]
    """
    surname = {reason.code for reason in reasons if reason.part == "surname"}
    if not surname or not surname <= _AGREES or any(reason.code == "other_sex" for reason in reasons):
        return False
    sexes, others = _sexes(one), _sexes(other)
    return not sexes or not others or bool(sexes & others)


def _sexes(name: str) -> frozenset[str]:
    return frozenset(form.sex for word in parse(name).given for form in forms_of(word))


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
