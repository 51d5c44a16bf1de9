"""What `valoshka check` says of files: each objection once, with every place where it stands."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valoshka.disclosure.jigsaw.unlooked import said_of_unlooked
from valoshka.disclosure.report_overlaps import without_overlaps
from valoshka.disclosure.report_places import in_words, quoted, spots
from valoshka.disclosure.wording import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.checking import Checked
    from valoshka.disclosure.findings import Finding
    from valoshka.disclosure.lookout import Lookout
    from valoshka.disclosure.report_places import Spot

_WIDTH = 120
_INDENT = "    "
_TIERS = ("block", "review")
_UNKNOWN = "unknown_name"


@dataclass
class _Words:
    """What is quoted of one person, or of nobody known, and where it stands."""

    quote: str
    whom: str
    places: list[Spot] = field(default_factory=list)


@dataclass
class _Objection:
    """One sentence, and all words in all files of which it is true."""

    tier: str
    rule: str
    why: str
    instead: str
    words: dict[tuple[str, str], _Words] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, bool, bool]:
        """Certain ones first, then those about somebody; names that nobody listed are the longest list, and last."""
        of_somebody = any(words.whom for words in self.words.values())
        return _TIERS.index(self.tier), self.rule == _UNKNOWN, not of_somebody


def report_on_files(
    checked: Sequence[Checked], lookout: Lookout, language: str = "en", *, casebook: bool = False
) -> str:
    """What `valoshka check` says: what is wrong, of whom, in which places of which files, and what to do, each once.

    The words that were found are quoted as they stand in the file, because they have to be found there again; the
    person is named by id and pseudonym only, so that no name comes to the screen that was not in the file. `casebook`
    says that counts were subtracted from what a casebook published before.
    """
    if not checked:
        return ""
    told = {file.file: without_overlaps(file.findings) for file in checked}
    every = [finding for findings in told.values() for finding in findings]
    blocks = sum(finding.tier == "block" for finding in every)
    counted = {"files": ", ".join(told), "people": len(lookout.people)}
    rest = {"blocks": blocks, "doubts": len(every) - blocks}
    head = said(language, "files_found", **counted, **rest) if every else said(language, "files_clear", **counted)
    objections = _objections(checked, told, lookout, language)
    parts = ["\n".join(_lines(objection, language)) for objection in objections]
    notes = map(_plain, said_of_unlooked(lookout.people.values(), language))
    return "\n\n".join([_wrapped(head, first=""), *parts, *notes, *_closing(checked, language, casebook=casebook)])


def _closing(checked: Sequence[Checked], language: str, *, casebook: bool) -> Iterator[str]:
    known = "casebook" if casebook else "list"
    if passed := sum(file.passed_over for file in checked):
        yield _plain(said(language, "passed_over", count=passed))
    yield _plain(said(language, "files_looked_for", earlier=said(language, f"subtracted_{known}")))
    yield _plain(said(language, "files_limits", published=said(language, f"published_{known}")))


def _objections(
    checked: Sequence[Checked], told: dict[str, list[Finding]], lookout: Lookout, language: str
) -> list[_Objection]:
    """All findings under their sentences, in their order; words of one sentence as they stand in the files."""
    found: dict[tuple[str, str, str], _Objection] = {}
    for file in sorted(checked, key=lambda file: file.file):
        for finding in sorted(told[file.file], key=lambda finding: finding.at.start or 0):
            why, instead = _why(finding, language), _instead(finding, language)
            objection = found.setdefault(
                (finding.tier, why, instead), _Objection(finding.tier, finding.rule, why, instead)
            )
            whom, quote = _whom(finding, lookout), quoted(finding, file.text)
            words = objection.words.setdefault((_same(finding), whom), _Words(quote, whom))
            if finding.rule == _UNKNOWN:
                words.quote = max(words.quote, quote, key=len)
            words.places += spots(finding, file.text, language)
    return sorted(found.values(), key=lambda objection: objection.order)


def _same(finding: Finding) -> str:
    """What is one word to the reader: a name that nobody listed in any case, anything else as it stands."""
    mark = finding.at.shown if finding.rule == _UNKNOWN else None
    return mark or (finding.at.text or "").lower()


def _lines(objection: _Objection, language: str) -> Iterator[str]:
    label, words = said(language, objection.tier), list(objection.words.values())
    whom = {each.whom for each in words}
    if len(words) == 1 and len(set(words[0].places)) == 1:
        place = in_words(words[0].places, language)
        yield _wrapped(f"{label}  {place}{_shown(words[0].quote, language)}{_of(words[0].whom)}", first="")
        yield _wrapped(objection.why)
    else:
        yield _wrapped(f"{label}  {objection.why}{_of(*whom) if len(whom) == 1 else ''}", first="")
        yield from (_item(each, language, tell_whom=len(whom) > 1) for each in words)
    yield _wrapped(said(language, "instead", instead=objection.instead))


def _item(words: _Words, language: str, *, tell_whom: bool) -> str:
    quote = _shown(words.quote, language).lstrip()
    name = f"{quote}{_of(words.whom) if tell_whom else ''}".strip()
    told = f"{name}: {in_words(words.places, language)}" if name else in_words(words.places, language)
    return _wrapped(f"- {told}")


def _shown(quote: str, language: str) -> str:
    return f" {said(language, 'here', text=quote)}" if quote else ""


def _of(whom: str) -> str:
    return f"  [{whom}]" if whom else ""


def _wrapped(text: str, first: str = _INDENT) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False
    )


def _plain(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_on_hyphens=False)


def _why(finding: Finding, language: str) -> str:
    return said(language, "unknown") if finding.rule == _UNKNOWN else finding.why_in(language)


def _instead(finding: Finding, language: str) -> str:
    return said(language, "unknown_instead") if finding.rule == _UNKNOWN else finding.instead_in(language)


def _whom(finding: Finding, lookout: Lookout) -> str:
    person = lookout.people.get(finding.person or "")
    # A sheet may give the pseudonym for the id.
    return ", ".join(filter(None, dict.fromkeys([finding.person, *(person.pseudonyms if person else ())])))
