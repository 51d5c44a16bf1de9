"""What `valoshka check` says of files: each objection once, with every place where it stands."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valoshka.disclosure.report_overlaps import without_overlaps
from valoshka.disclosure.wording import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.checking import Checked
    from valoshka.disclosure.findings import Finding
    from valoshka.disclosure.lookout import Lookout

_WIDTH = 120
_INDENT = "    "
_TIERS = ("block", "review")


@dataclass
class _Objection:
    """One sentence about one person in one file, and where it holds."""

    tier: str
    why: str
    instead: str
    whom: str
    findings: list[Finding] = field(default_factory=list)


def report_on_files(checked: Sequence[Checked], lookout: Lookout, language: str = "en") -> str:
    """What `valoshka check` says: what is wrong, of whom, in which places, and what to do instead, each once a file.

    The words that were found are quoted as they stand in the file, because they have to be found there again; the
    person is named by id and pseudonym only, so that no name comes to the screen that was not in the file.
    """
    told = {file.file: without_overlaps(file.findings) for file in checked}
    every = [finding for findings in told.values() for finding in findings]
    blocks = sum(finding.tier == "block" for finding in every)
    counted = {"files": ", ".join(told) or "-", "people": len(lookout.people)}
    if every:
        head = said(language, "files_found", **counted, blocks=blocks, doubts=len(every) - blocks)
    else:
        head = said(language, "files_clear", **counted) if checked else ""
    parts = [
        "\n".join(_lines(objection, language))
        for file in sorted(told)
        for objection in _objections(told[file], lookout, language)
    ]
    limits = textwrap.fill(said(language, "files_limits"), _WIDTH, break_on_hyphens=False) if checked else ""
    return "\n\n".join(filter(None, [head, *parts, limits]))


def _objections(findings: Sequence[Finding], lookout: Lookout, language: str) -> list[_Objection]:
    """The findings of one file under their sentences: certain ones first, then as they stand in the file."""
    found: dict[tuple[str, ...], _Objection] = {}
    for finding in sorted(findings, key=lambda each: (_TIERS.index(each.tier), each.at.start or 0)):
        objection = _Objection(
            finding.tier, _why(finding, language), _instead(finding, language), _whom(finding, lookout)
        )
        key = (objection.tier, objection.why, objection.instead, objection.whom)
        found.setdefault(key, objection).findings.append(finding)
    return list(found.values())


def _lines(objection: _Objection, language: str) -> Iterator[str]:
    whom = f"  [{objection.whom}]" if objection.whom else ""
    label = said(language, objection.tier)
    if len(objection.findings) == 1:
        yield f"{label}  {_place(objection.findings[0], language)}{whom}"
        yield _wrapped(objection.why)
    else:
        yield _wrapped(f"{label}  {objection.why}{whom}", first="")
        yield from (f"{_INDENT}- {_place(finding, language)}" for finding in objection.findings)
    yield _wrapped(said(language, "instead", instead=objection.instead))


def _wrapped(text: str, first: str = _INDENT) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False
    )


def _place(finding: Finding, language: str) -> str:
    here = f" {said(language, 'here', text=_on_one_line(finding.at.text))}" if finding.at.text else ""
    count = dict(finding.details).get("count", "1") if finding.rule == "unknown_name" else "1"
    places = f" {said(language, 'places', count=count)}" if count != "1" else ""
    return f"{finding.at}{here}{places}"


def _why(finding: Finding, language: str) -> str:
    return said(language, "unknown") if finding.rule == "unknown_name" else finding.why_in(language)


def _instead(finding: Finding, language: str) -> str:
    return said(language, "unknown_instead") if finding.rule == "unknown_name" else finding.instead_in(language)


def _whom(finding: Finding, lookout: Lookout) -> str:
    person = lookout.people.get(finding.person or "")
    # A sheet may give the pseudonym for the id.
    return ", ".join(filter(None, dict.fromkeys([finding.person, *(person.pseudonyms if person else ())])))


def _on_one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))
