"""What was not searched of a list, or mended in it: told row by row, neighbours with one reason as one stretch."""

from __future__ import annotations

from dataclasses import dataclass, replace

_MOST = 1_000  # stretches that are kept of one list


@dataclass(frozen=True, slots=True)
class Fault:
    """Rows `line` to `last` of a page: no name was taken of them, or they were `mended` and taken; `why` in words."""

    page: str
    line: int
    last: int
    why: str
    mended: bool = False

    def __str__(self) -> str:
        """Where and why, in words.

        >>> str(Fault("Sheet2", 3, 5, "no name"))
        'Sheet2, lines 3 to 5: no name'
        """
        lines = f"line {self.line}" if self.line == self.last else f"lines {self.line} to {self.last}"
        return f"{self.page}, {lines}: {self.why}" if self.page else f"{lines}: {self.why}"


class Faults:
    """The faults of one list as they are met; `rows` counts all, `unsearched` those that were not mended."""

    def __init__(self) -> None:
        self.kept: list[Fault] = []
        self.rows = self.unsearched = 0

    def add(self, page: str, line: int, why: str, *, last: int | None = None, mended: bool = False) -> None:
        """Remember one row, or all from `line` to `last`."""
        last = last or line
        self.rows += last - line + 1
        self.unsearched += 0 if mended else last - line + 1
        fault = Fault(page, line, last, why, mended)
        if self.kept:
            before = self.kept[-1]
            if replace(before, line=line, last=last) == fault and before.last + 1 == line:
                self.kept[-1] = replace(before, last=last)
                return
        if len(self.kept) < _MOST:
            self.kept.append(fault)
