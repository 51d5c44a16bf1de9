"""Dates made coarser, so that a story can be told without the day on which the state recorded it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.terms.edtf import PRECISIONS, Point, one_of

if TYPE_CHECKING:
    from datetime import date

    from valoshka.terms.edtf import Edtf, Precision, Span


def unit(day: date, precision: Precision) -> str:
    """The unit of that precision in which `day` lies, as EDTF.

    >>> from datetime import date
    >>> [unit(date(2020, 12, 24), precision) for precision in PRECISIONS]
    ['2020-12-24', '2020-12', '2021-24', '2020', '202X', '20XX']
    """
    if precision == "season":
        return _season(day)
    if precision == "decade":
        return f"{day.year // 10:03}X"
    if precision == "century":
        return f"{day.year // 100:02}XX"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


def _season(day: date) -> str:
    year = day.year + (day.month == 12)
    if not 1 < year <= 9999:  # the winters at both ends of the calendar would leave it
        return f"{day.year:04}"
    return f"{year:04}-{21 + (day.month - 3) % 12 // 3}"


def _qualifier(points: list[Point]) -> str:
    signs = {sign for point in points for sign in (point.qualifier.replace("%", "~?"))}
    return "%" if len(signs) == 2 else "".join(signs)


def _end(point: Point | str, to: Precision, *, first: bool) -> str:
    if not isinstance(point, Point):
        return point
    return unit(point.earliest if first else point.latest, max(to, point.precision, key=PRECISIONS.index))


def _ends(span: Span, to: Precision) -> tuple[str, str]:
    start, end = _end(span.start, to, first=True), _end(span.end, to, first=False)
    sign = _qualifier([point for point in (span.start, span.end) if isinstance(point, Point)])
    if start == end:
        return start + sign, end + sign
    return tuple(  # type: ignore[return-value]
        text + point.qualifier if isinstance(point, Point) else text
        for text, point in ((start, span.start), (end, span.end))
    )


def coarse(edtf: Edtf, to: Precision) -> str:
    """The EDTF of the same date in units no finer than `to`; `edtf.coarsen` is the way in.

    >>> from valoshka.terms.edtf import parse
    >>> coarse(parse("2020-08-09/2020-09-02"), "month"), coarse(parse("2020-08-09/2020-08-12~"), "month")
    ('2020-08/2020-09', '2020-08~')
    """
    ends = list(dict.fromkeys(_ends(span, to) for span in edtf.spans))
    if len(ends) == 1 and ends[0][0] == ends[0][1]:
        return ends[0][0]
    return "/".join(ends[0]) if edtf.kind == "interval" else one_of(ends)
