"""Meanings of phrases made of other dates: "from May to July 2021", "since 2019", "by the end of October"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from valoshka.terms.coarse_dates import unit
from valoshka.terms.dates.calendar import bounds
from valoshka.terms.edtf import precision

if TYPE_CHECKING:
    from valoshka.terms.edtf import Edtf


def _first(told: Edtf) -> str:
    return told.text if told.kind == "date" else bounds(told)[0].isoformat()


def _last(told: Edtf) -> str:
    return told.text if told.kind == "date" else bounds(told)[1].isoformat()


def interval(told: Edtf, until: Edtf) -> str:
    """From one date to another; the second alone, if the first comes after it.

    >>> from valoshka.terms.edtf import parse
    >>> interval(parse("2021-05"), parse("2021-07"))
    '2021-05/2021-07'
    """
    return f"{_first(told)}/{_last(until)}" if bounds(told)[0] <= bounds(until)[1] else until.text


def since(told: Edtf) -> str:
    """Since 2019: it goes on."""
    return f"{_first(told)}/.."


def until(told: Edtf) -> str:
    """Until July 2021: nobody says since when."""
    return f"../{_last(told)}"


def no_later(told: Edtf) -> str:
    """By the end of October 2020."""
    return f"[..{_last(told)}]"


def before(told: Edtf) -> str:
    """Before 9 August 2020: the day before, at the latest.

    >>> from valoshka.terms.edtf import parse
    >>> before(parse("2020-08-09")), before(parse("2020-08"))
    ('[..2020-08-08]', '[..2020-07]')
    """
    to = precision(told)
    return f"[..{unit(bounds(told)[0] - timedelta(1), 'month' if to == 'season' else to)}]"


def after(told: Edtf) -> str:
    """After August 2020: in it or later, since people say so of its last days too."""
    return f"[{_first(told)}..]"


def night_to(told: Edtf) -> str:
    """«В ночь на 10 августа»: the night that began the day before.

    >>> from valoshka.terms.edtf import parse
    >>> night_to(parse("2020-08-10"))
    '[2020-08-09..2020-08-10]'
    """
    first, last = bounds(told)
    return f"[{(first - timedelta(1)).isoformat()}..{last.isoformat()}]" if precision(told) == "day" else told.text
