"""Marks → the SVG's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.solidarity.flowers.ink import Mark, Path


def svg_text(marks: Sequence[Mark], paper: str, width: int, height: int) -> str:
    """One group of paths on a sheet of `paper` (six hex digits); no text, style, script or link in it.

    >>> svg_text([], "ffffff", 4, 5)[-72:]
    '<g fill="none" stroke-linecap="round" stroke-linejoin="round"></g></svg>'
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<path d="M0 0h{width}v{height}H0z" fill="#{paper}"/>'
        '<g fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f"{''.join(map(_path, marks))}</g></svg>"
    )


def _path(mark: Mark) -> str:
    text = f'<path d="{path_text(mark.path)}"'
    if mark.fill:
        text += f' fill="#{mark.fill}" fill-opacity="{_share(mark.fill_opacity)}"'
    if mark.stroke:
        text += f' stroke="#{mark.stroke}" stroke-width="{mark.width}" stroke-opacity="{_share(mark.stroke_opacity)}"'
    return text + "/>"


def path_text(path: Path) -> str:
    """SVG's short form: a minus sign divides as well as a space.

    >>> path_text([("M", [5, -6]), ("q", [1, -2, 3, 4]), ("z", [])])
    'M5-6q1-2 3 4z'
    """
    return "".join([letter + " ".join(map(str, numbers)).replace(" -", "-") for letter, numbers in path])


def _share(hundredths: int) -> str:
    """1 to 99 hundredths as a decimal fraction.

    >>> _share(5), _share(40), _share(46)
    ('.05', '.4', '.46')
    """
    return f".{hundredths:02d}".rstrip("0")
