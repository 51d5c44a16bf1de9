"""What reading a file gives: its bytes, its text, and where in the text its pages or cues begin."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Break:
    """A place in the text where a page, a cue or a part (footnotes, headers) begins.

    `at` is a position in Unicode code points; `kind` is `page`, `cue` or `part`; `label` is for people to
    read: "page 3", "00:01:02,000 --> 00:01:04,500", "footnotes".
    """

    kind: str
    at: int
    label: str


@dataclass(frozen=True)
class Document:
    """One file that was read whole. Nothing in it ever changes: marks count on its positions.

    `text` is what positions count in: Unicode code points, 0-based, end exclusive. `sha256` is that of `original`, in
    lower-case hexadecimal. `encoding` is Python's name of the encoding of a plain text, `None` for formats that state
    their own. `notes` are sentences for the person who imports: what was assumed, what was left out.

    >>> Document("a.srt", "application/x-subrip", "00", b"", "One\\nTwo", None,
    ...          (Break("cue", 0, "00:01 --> 00:02"), Break("cue", 4, "00:03 --> 00:04"))).place(5)
    '00:03 --> 00:04'
    """

    name: str
    media_type: str
    sha256: str
    original: bytes = field(repr=False)
    text: str = field(repr=False)
    encoding: str | None
    breaks: tuple[Break, ...] = ()
    notes: tuple[str, ...] = ()

    def place(self, position: int) -> str | None:
        """The label of the page, cue or part that holds `position`; `None` if the format knows no such thing."""
        before = bisect_right([mark.at for mark in self.breaks], position)
        return self.breaks[before - 1].label if before else None


@dataclass(frozen=True)
class Extract:
    """What one format's reader hands back; `reading` adds the name, the bytes and the hash."""

    text: str
    breaks: tuple[Break, ...] = ()
    notes: tuple[str, ...] = ()
    encoding: str | None = None
