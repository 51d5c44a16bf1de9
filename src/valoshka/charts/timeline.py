"""What happened, in order: a rail of moments, each with its date as it is known.

The moments stand at equal distances, because most dates are ranges and a scale would claim days that nobody gave.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.charts.bars import FOOT_LEADING, FOOT_SIZE, LEADING, SIDE_BY_SIDE, SIZE
from valoshka.charts.measure import width_of, wrap
from valoshka.charts.svg import Drawing

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 18


@dataclass(frozen=True)
class Moment:
    """One entry: the date in the reader's words, what happened, and whether it is a violation (a filled mark)."""

    shown: str
    text: str
    violation: bool = True


def timeline(moments: Sequence[Moment], *, title: str, foot: Sequence[str] = (), width: int = 680) -> str:
    """A vertical timeline as SVG text, `width` pixels wide and as high as it needs.

    Dates stand left of the rail, or above their text if the drawing is narrow. Title and content are heard through
    `<title>` and `<desc>`. Raises `ValueError` for no moments or a width under 240.

    >>> svg = timeline([Moment("spring 2020", "Election observer", violation=False)], title="What happened to Ales")
    >>> "spring 2020: Election observer" in svg
    True
    """
    if not moments or width < 240:
        raise ValueError("A timeline needs at least one moment and 240 pixels of width.")
    drawing = Drawing(width)
    widest = max(width_of(moment.shown, SIZE, bold=True) for moment in moments)
    date_room = min(widest, width // 3) if width >= SIDE_BY_SIDE else 0
    rail = date_room + 24 if date_room else 8
    tops = [6]
    for moment in moments:
        tops.append(tops[-1] + _height(moment, date_room, width - rail - 24) + GAP)
    drawing.line(rail, tops[0] + 9, rail, tops[-2] + 9)
    for moment, top in zip(moments, tops, strict=False):
        _moment(drawing, moment, top, rail, date_room)
    y = tops[-1]
    for note in foot:
        for line in wrap(note, FOOT_SIZE, width):
            drawing.text(0, y + 13, line, size=FOOT_SIZE, colour="grey")
            y += FOOT_LEADING
    described = "; ".join(f"{moment.shown}: {moment.text}" for moment in moments)
    return drawing.finish(y, title=title, description=". ".join([described, *foot]))


def _height(moment: Moment, date_room: int, text_room: int) -> int:
    text = len(wrap(moment.text, SIZE, text_room))
    date = len(wrap(moment.shown, SIZE, date_room or text_room, bold=True))
    return LEADING * (max(text, date) if date_room else text + date)


def _moment(drawing: Drawing, moment: Moment, top: int, rail: int, date_room: int) -> None:
    text_room = drawing.width - rail - 24
    dates = wrap(moment.shown, SIZE, date_room or text_room, bold=True)
    start = top + (0 if date_room else LEADING * len(dates))
    for number, line in enumerate(dates):
        drawing.text(0 if date_room else rail + 22, top + 15 + number * LEADING, line, bold=True)
    for number, line in enumerate(wrap(moment.text, SIZE, text_room)):
        drawing.text(rail + 22, start + 15 + number * LEADING, line)
    drawing.dot(rail, top + 10, 6, filled=moment.violation)
