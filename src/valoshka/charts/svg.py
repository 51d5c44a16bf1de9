"""Writing SVG by hand: integer coordinates, escaped text, and colours that a page may override by class.

Colours stand as attributes, so that a chart is whole on its own (in print, in Word); their classes let a page with
a dark mode set them anew. Text is `currentColor`. No `style` attribute, which a strict content policy forbids.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from html import escape

INK = "#1B1F2A"
# shared look: cornflower is the one accent, grey what stands behind it.
COLOURS = {"accent": "#3B57C4", "quiet": "#8A90A0", "grey": "#5C6270", "hairline": "#C9C6BC", "paper": "#FBF9F4"}
FAMILY = "Inter, sans-serif"


@dataclass
class Drawing:
    """An SVG that grows downwards; `width` is fixed, the height is given when it is finished."""

    width: int
    _pieces: list[str] = field(default_factory=list)

    def text(self, x: int, y: int, words: str, *, size: int = 15, bold: bool = False, colour: str = "") -> None:
        """One line of text whose baseline starts at (x, y)."""
        weight = ' font-weight="600"' if bold else ""
        fill = f' class="{colour}" fill="{COLOURS[colour]}"' if colour else ' fill="currentColor"'
        self._pieces.append(f'<text x="{x}" y="{y}" font-size="{size}"{weight}{fill}>{_safe(words)}</text>')

    def box(self, x: int, y: int, width: int, height: int, colour: str) -> None:
        """A filled rectangle."""
        self._pieces.append(
            f'<rect class="{colour}" x="{x}" y="{y}" width="{width}" height="{height}" fill="{COLOURS[colour]}"/>'
        )

    def line(self, x1: int, y1: int, x2: int, y2: int) -> None:
        """A hairline."""
        self._pieces.append(
            f'<line class="hairline" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{COLOURS["hairline"]}"/>'
        )

    def dot(self, x: int, y: int, radius: int, *, filled: bool) -> None:
        """A round mark: filled, or a ring on paper."""
        inside = ("accent", COLOURS["accent"]) if filled else ("paper", COLOURS["paper"])
        self._pieces.append(
            f'<circle class="{inside[0]} ring" cx="{x}" cy="{y}" r="{radius}" fill="{inside[1]}" '
            f'stroke="{COLOURS["accent"]}" stroke-width="2"/>'
        )

    def finish(self, height: int, *, title: str, description: str) -> str:
        """The whole SVG, with `title` and `description` for those who hear it instead of seeing it."""
        # Ids must be unique on a page that holds the phone's drawing beside the wide one.
        key = f"{zlib.crc32(f'{self.width}{title}{description}'.encode()):08x}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {height}" width="{self.width}" '
            f'height="{height}" role="img" aria-labelledby="t{key} d{key}" color="{INK}" font-family="{FAMILY}">'
            f'<title id="t{key}">{_safe(title)}</title><desc id="d{key}">{_safe(description)}</desc>'
            f"{''.join(self._pieces)}</svg>"
        )


def _safe(words: str) -> str:
    """Escaped, and without the control characters that no XML may hold."""
    return escape("".join(c for c in words if c >= " " and c not in "\x7f\ufffe\uffff"))
