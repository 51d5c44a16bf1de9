"""Counts side by side, each bar named beside it, all from an honest zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.charts.measure import width_of, wrap
from valoshka.charts.svg import Drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIZE, LEADING = 15, 20
FOOT_SIZE, FOOT_LEADING = 13, 18
THICK, GAP = 20, 16
SIDE_BY_SIDE = 520  # wide enough for labels at the left; under it (a phone) they stand above their bars


@dataclass(frozen=True)
class Bar:
    """One bar: what it counts, how many, and whether it is the one that the reader should see first."""

    label: str
    value: int
    emphasis: bool = False


def bars(
    rows: Sequence[Bar],
    *,
    title: str,
    foot: Sequence[str] = (),
    width: int = 680,
    shown: Callable[[int], str] = str,
) -> str:
    """A horizontal bar chart as SVG text, `width` pixels wide and as high as it needs.

    The title is not drawn (the page sets it as a caption) but heard: it becomes `<title>`, the numbers `<desc>`.
    `foot` holds the lines under the chart (source, n); `shown` writes a value in the reader's way. Raises `ValueError`
    for no rows, a negative value, or a width under 240.

    >>> svg = bars([Bar("Dismissal", 4), Bar("Exile", 2)], title="What was done", foot=["Source: own count. n = 6"])
    >>> "Dismissal: 4; Exile: 2" in svg and 'role="img"' in svg
    True
    """
    if not rows or min(row.value for row in rows) < 0 or width < 240:
        raise ValueError("A bar chart needs at least one bar, no negative value, and 240 pixels of width.")
    drawing = Drawing(width)
    label_room = width * 2 // 5 if width >= SIDE_BY_SIDE else 0
    origin = label_room + 12 if label_room else 1
    most = max(row.value for row in rows)
    room = width - origin - 10 - max(width_of(shown(row.value), SIZE, bold=True) for row in rows)
    y = 4
    alike = not any(row.emphasis for row in rows)
    for row in rows:
        colour = "accent" if row.emphasis or alike else "quiet"
        y = _bar(drawing, row, y, (origin, label_room), (row.value * room // max(most, 1), colour), shown(row.value))
    drawing.line(origin, 0, origin, y - GAP + 4)
    y = _foot(drawing, foot, y + 4)
    described = "; ".join(f"{row.label}: {shown(row.value)}" for row in rows)
    return drawing.finish(y, title=title, description=". ".join([described, *foot]))


def _bar(drawing: Drawing, row: Bar, y: int, place: tuple[int, int], look: tuple[int, str], value: str) -> int:
    """Draw one bar whose top is `y`; the top of the next one.

    `place` is where bars start and the room for labels left of it (0: above); `look` the bar's length and colour.
    """
    (origin, label_room), (length, colour) = place, look
    lines = wrap(row.label, SIZE, label_room or drawing.width - 8)
    for number, line in enumerate(lines):
        drawing.text(0, y + 15 + number * LEADING, line, bold=row.emphasis)
    top = y if label_room else y + len(lines) * LEADING + 2
    if row.value:
        # One person among thirty thousand is still drawn.
        drawing.box(origin, top, max(length, 1), THICK, colour)
    drawing.text(origin + (length if row.value else 0) + 8, top + 15, value, bold=True)
    return max(top + THICK, y + len(lines) * LEADING if label_room else 0) + GAP


def _foot(drawing: Drawing, foot: Sequence[str], y: int) -> int:
    for note in foot:
        for line in wrap(note, FOOT_SIZE, drawing.width):
            drawing.text(0, y + 13, line, size=FOOT_SIZE, colour="grey")
            y += FOOT_LEADING
    return y
