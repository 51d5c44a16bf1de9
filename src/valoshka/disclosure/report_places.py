"""Where a finding stands, in words: the file, the line or page, and what is quoted from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.wording import part_in, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from valoshka.disclosure.findings import Finding, Place

_MOST = 30  # places of one word that are told one by one


@dataclass(frozen=True)
class Spot:
    """One place: the file, what part of it, and the line in what `valoshka text` prints, from 1."""

    file: str
    part: str = ""
    line: int | None = None


def spots(finding: Finding, text: str | None, language: str) -> list[Spot]:
    """Every place that `finding` tells of: its own, and further ones of a name that stands there again.

    `text` is what `valoshka text` prints of the file, if it prints anything.
    """
    starts = [finding.at.start, *map(int, dict(finding.details).get("elsewhere", "").split())]
    part = ", ".join(_parts(finding.at, language))
    if text is None and not part and finding.at.start is not None:
        part = f"{finding.at.start}-{finding.at.end}"
    if part or text is None or finding.at.start is None:
        return [Spot(finding.at.file or "", part)]
    return [Spot(finding.at.file or "", line=text.count("\n", 0, start) + 1) for start in starts if start is not None]


def quoted(finding: Finding, text: str | None) -> str:
    """What stands there on one line, with the full stop that belongs to an initial at its end."""
    told = finding.at.text or ""
    ends = finding.at.end
    if told and text is not None and ends is not None and text[ends : ends + 1] == "." and _ends_in_initial(told):
        told += "."
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(told.split()))


def in_words(places: Sequence[Spot], language: str) -> str:
    """Places in one phrase, the lines of one file together.

    >>> in_words([Spot("a.txt", line=3), Spot("a.txt", line=9), Spot("b.pdf", "page 2")], "en")
    'a.txt, lines 3, 9; b.pdf, page 2'
    """
    every = list(dict.fromkeys(places))
    told = every[:_MOST]
    lines: dict[tuple[str, str], list[int]] = {}
    for spot in told:
        lines.setdefault((spot.file, spot.part), []).extend([] if spot.line is None else [spot.line])
    phrase = "; ".join(_of_file(file, part, numbers, language) for (file, part), numbers in lines.items())
    more = len(every) - len(told)
    return f"{phrase}; {said(language, 'more_places', count=more)}" if more else phrase


def _of_file(file: str, part: str, lines: Sequence[int], language: str) -> str:
    word = "line" if len(lines) == 1 else "lines"
    at = f"{said(language, word)} {', '.join(map(str, lines))}" if lines else ""
    return ", ".join(filter(None, (file, part, at)))


def _parts(at: Place, language: str) -> list[str]:
    """What carries it, part by part; that it is text goes without saying where more is told."""
    told = [part for each in (at.where, at.metadata) if each for part in each.split(", ")]
    known: Mapping[str, str] = part_in(language)
    shown = [_translated(part, known) for part in told]
    return shown[1:] if len(shown) > 1 and told[0] == "text" else shown


def _translated(part: str, known: Mapping[str, str]) -> str:
    if part in known:
        return known[part]
    first, _, rest = part.partition(" ")
    return f"{known[first]} {rest}" if rest and first in known else part


def _ends_in_initial(told: str) -> bool:
    return told[-1].isupper() and not told[-2:-1].isalpha()
