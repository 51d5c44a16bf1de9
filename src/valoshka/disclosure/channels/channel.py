"""One place of a published file in which something can be said."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from valoshka.documents import shown
from valoshka.errors import Refused

# `text` is the running text, which `documents.read` gives as well; `alt` words beside it: of pictures, charts,
# diagrams, signs, files inside the file; `name` those of files and parts; `hidden` what is deleted, left over, or of
# earlier versions. docs/gate-channels.md tells readers what each holds.
KINDS = frozenset({"text", "alt", "metadata", "attribute", "comment", "name", "script", "hidden"})


@dataclass(frozen=True)
class Channel:
    """A string of a published file, and where a person would find it.

    `kind` is one of `KINDS`; any other raises `ValueError`, so that nothing goes by unread. `where` is for people:
    "page 3", "metadata Author". `marks` are (position, place) pairs inside a long text; `place` answers from them.
    `reading` says how the text was made from what stands there, and is empty if it stands so; `guessed` that it may be
    nobody's words at all.

    >>> Channel("text", "web page", "One\\nTwo", ((0, "line 1"), (4, "line 9"))).place(5)
    'web page, line 9'
    """

    kind: str
    where: str
    text: str
    marks: tuple[tuple[int, str], ...] = ()
    reading: str = ""
    guessed: bool = False

    def __post_init__(self) -> None:
        """Know the kind: who reads channels decides by it."""
        if self.kind not in KINDS:
            raise ValueError(f"There is no kind of channel called {self.kind}.")

    def place(self, position: int) -> str:
        """Where in the file the character at `position` of `text` stands, as closely as is known."""
        before = bisect_right([at for at, _ in self.marks], position)
        return f"{self.where}, {self.marks[before - 1][1]}" if before else self.where


class CouldNotCheck(Refused):
    """A file of which the gate cannot say that it has read everything; it must not be published as it is.

    >>> print(CouldNotCheck("map.tiff", "it is a picture (TIFF)", "Save it as PNG."))
    map.tiff could not be checked: it is a picture (TIFF). Save it as PNG.
    """

    exit_code = 2

    def __init__(self, name: str, reason: str, advice: str) -> None:
        super().__init__(f"{shown(name)} could not be checked: {reason}. {advice}")
        self.name = name
        self.reason = reason
        self.advice = advice

    def __reduce__(self) -> tuple[type[CouldNotCheck], tuple[str, str, str]]:
        """Survive the way between processes, which `Exception` alone would not with three arguments."""
        return type(self), (self.name, self.reason, self.advice)
