"""The first step of publishing: is anybody in this content given away, or shown without having agreed?"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from valoshka.clearance import Check, ClearedContent, Content, Passage, Reason, minting, passages, plain_strings
from valoshka.disclosure import wording
from valoshka.disclosure.consent import unconsented
from valoshka.disclosure.findings import Blocked, Finding, Place
from valoshka.disclosure.jigsaw import pieced_together
from valoshka.disclosure.jigsaw.tellers import ill_told
from valoshka.disclosure.jigsaw.timelines import find_days_in_timelines
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.resting import doubtful, unfounded
from valoshka.disclosure.tables.in_content import find_in_content
from valoshka.disclosure.third_persons import find_in_content as third_persons_in_content
from valoshka.disclosure.unknown_names import unknown_in_content
from valoshka.disclosure.used import found_uses
from valoshka.errors import Refused
from valoshka.terms.vocabulary import audiences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from valoshka.disclosure.people import ProtectedPerson
    from valoshka.disclosure.tables.plain import PlainTable

_KEY = re.compile(r"[a-z_]{1,40}:[\w-]{1,40}:[0-9a-f]{6}")
_PLAIN = (str, bytes, int, bool, type(None))


def clear(
    content: Content,
    people: Iterable[ProtectedPerson],
    reasons: Mapping[str, str] | None = None,
    earlier: Sequence[PlainTable] = (),
) -> ClearedContent:
    """`content`, if nobody of `people` is named, identified, or shown to its audience without consent.

    `reasons` maps keys of review findings to the words of whoever decided that they may stand; they are kept with the
    cleared content. `earlier` are the counts of every earlier release, as plain values (`tables/plain.py`), so that
    nothing can be subtracted from them. Raises `Blocked` with every finding that stands, of both tiers; `Refused` for
    an audience that is not in the vocabulary, for nobody to protect, and for a reason that itself names or identifies
    somebody: reasons are kept and shown.
    """
    _require_tree(content)
    if content.audience not in audiences():
        raise Refused(f"Unknown audience. Choose one of: {', '.join(audiences())}.")
    lookout = Lookout.over(people, content.audience)
    if not lookout.people:
        raise Refused("There is nobody to protect in what the gate was given, so nothing could be checked. Add people.")
    named = _texts(content, lookout)
    findings = [
        *named,
        *unknown_in_content(content, lookout, named),
        *unconsented(content, lookout),
        *pieced_together(content, lookout),
        *find_days_in_timelines(content, lookout),
        *third_persons_in_content(content),
        *ill_told(content, lookout),
        *unfounded(content),
        *doubtful(content),
        *find_in_content(content, lookout, earlier),
    ]
    require_clear(reasons or {}, lookout)
    given = settle(findings, reasons or {})
    checks = _checks(content, lookout, given)
    return minting.mint_cleared(content, checks, given, tuple(lookout.people), found_uses(content, lookout))


def require_clear(reasons: Mapping[str, str], lookout: Lookout) -> None:
    """Raise `Refused` if a reason names or identifies a protected person: it goes into the report and the log.

    A reason may well repeat the doubtful word that it is about, but none that points to anybody else.
    """
    for number, (key, words) in enumerate(reasons.items(), start=1):
        found = lookout.findings(words, Place(where="reason"))
        if any(finding.tier == "block" or not _is_about(key, finding) for finding in found):
            # What was typed as a key may be a name as well.
            which = f"for {key}" if _KEY.fullmatch(key) else f"number {number}"
            raise Refused(
                f"The reason {which} names or identifies a protected person, and reasons are kept with the release. "
                "Say it again with the pseudonym, or without the person."
            )


def _is_about(key: str, found: Finding) -> bool:
    """Whether a doubtful word in a reason is the word, or a word for the person, that the reason is given for."""
    return found.key == key or (found.person is not None and key.split(":")[1:2] == [found.person])


def settle(findings: Sequence[Finding], reasons: Mapping[str, str]) -> tuple[Reason, ...]:
    """The reasons that lift `findings`. Raises `Blocked` if any finding stands: a block always does."""
    unique = sorted(
        set(findings), key=lambda finding: (finding.tier, str(finding.at), finding.rule, finding.person or "")
    )
    doubts = {finding.key: finding for finding in unique if finding.tier == "review"}
    places = {key: _places(key, unique) for key in doubts}
    used = tuple(
        Reason(key, reasons[key].strip(), doubts[key].rule, places[key], doubts[key].details)
        for key in sorted(doubts)
        if reasons.get(key, "").strip()
    )
    lifted = {reason.finding for reason in used}
    standing = tuple(finding for finding in unique if finding.tier == "block" or finding.key not in lifted)
    if standing:
        raise Blocked(standing)
    return used


def _places(key: str, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Where a doubt stands, without its position: a report that goes out must not point at the word."""
    found = (finding.at for finding in findings if finding.key == key)
    return tuple(dict.fromkeys(", ".join(filter(None, (at.file, at.where, at.metadata))) for at in found))


def _texts(content: Content, lookout: Lookout) -> list[Finding]:
    about = _about(content)
    found = [
        finding
        for where, each in passages(content)
        for finding in lookout.findings(each.text, Place(where=where), about.get(where, ()))
    ]
    for where, plain in plain_strings(content):
        if not _is_id(where):
            found += lookout.findings(plain, Place(where=where))
    return found


def _about(content: Content) -> dict[str, frozenset[str]]:
    """Whom each passage is known to tell of: the teller of its story, and whoever it says it is about."""
    tellers = {
        where: story.person
        for number, story in enumerate(content.stories, start=1)
        for where, _ in passages(story, f"stories {number}")
    }
    return {where: frozenset(filter(None, (tellers.get(where), each.about))) for where, each in passages(content)}


def _is_id(where: str) -> bool:
    """Whether the string at `where` is a random id of the casebook, which no rendering shows."""
    return where in {"content, casebook", "content, language", "content, audience"} or where.endswith(", person")


def _require_tree(node: object) -> None:
    """Refuse whatever the walk through a content would step over: what is not walked is not checked."""
    if isinstance(node, tuple):
        for part in node:
            _require_tree(part)
    elif is_dataclass(node) and type(node).__module__ == Passage.__module__:
        for field in fields(node):
            _require_tree(getattr(node, field.name))
    elif type(node) not in _PLAIN:
        raise TypeError(f"A content holds tuples, strings and the classes of clearance, not {type(node).__name__}.")


def _checks(content: Content, lookout: Lookout, reasons: Sequence[Reason]) -> tuple[Check, ...]:
    label = audiences()[content.audience].label
    counted = {
        "people": len(lookout.people),
        "nameless": sum(not (person.names or person.public_names) for person in lookout.people.values()),
        "passages": len(list(passages(content))),
        "stories": len(content.stories),
        "figures": len(content.figures),
        "reasons": len(reasons),
        "audience": label.get(content.language, label["en"]),
    }
    return tuple(
        wording.check(content.language, code, **counted)
        for code in ("names", "identifiers", "consent", "sources", "doubts")
    )
