"""What is said twice of one person in one place: by a longer and a shorter piece of one name, or by two readings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.disclosure.findings import Finding

_KINDS = frozenset({"name", "third_person", "identifier"})


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """`findings` of one file in their order, but for those that another finding of the same person says as surely.

    Only for people to read: every finding stays in what is counted and printed for machines.
    """
    every = list(findings)
    kept: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    said: set[int] = set()
    for number in sorted(range(len(every)), key=lambda number: _rank(every[number]), reverse=True):
        finding = every[number]
        others = kept[finding.person or "", finding.kind]
        if finding.person and finding.kind in _KINDS and any(_same_place(other, finding) for other in others):
            said.add(number)
        else:
            others.append(finding)
    return [finding for number, finding in enumerate(every) if number not in said]


def _same_place(one: Finding, other: Finding) -> bool:
    if one.at.metadata != other.at.metadata:
        return False
    if one.at.start is not None and one.at.end is not None and other.at.start is not None and other.at.end is not None:
        return one.at.start < other.at.end and other.at.start < one.at.end
    # Another reading of a text has no positions: it says the same if its words are part of the other's.
    letters = (_letters(one), _letters(other))
    return bool(letters[0] and letters[1]) and (letters[0] in letters[1] or letters[1] in letters[0])


def _rank(finding: Finding) -> tuple[bool, bool, int]:
    """How much a finding says: certain before doubtful, with positions before without, of more words before fewer."""
    return finding.tier == "block", finding.at.start is not None, len(_letters(finding))


def _letters(finding: Finding) -> str:
    return "".join(letter for letter in fold(finding.at.text or "") if letter.isalnum())
