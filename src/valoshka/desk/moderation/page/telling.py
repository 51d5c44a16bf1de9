"""One message as the page shows it: JSON, with the gate's marks laid into the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from valoshka.desk.moderation.judging import texts_of
from valoshka.desk.moderation.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.desk.moderation.page.desk import Desk
    from valoshka.disclosure import Finding

Told: TypeAlias = dict[str, object]


def told_list(desk: Desk) -> Told:
    """Every message by id, with what was decided, and the reasons by kind, in the order of their numbers."""
    pile = desk.pile
    return {
        "messages": [{"id": id_, **_decided(desk, id_)} for id_ in pile.ids],
        "reasons": {kind: _reasons(desk, kind) for kind in ("reject", "stand")},
        "languages": list(desk.action.languages),
        "protects": pile.gate.knows_people,
        "unread": len(pile.unread),
    }


def told_message(desk: Desk, id_: str) -> Told:
    """All that the page shows of one message; the picture is asked for by itself."""
    judged = desk.pile.judged(id_)
    opened, letter = judged.opened, judged.opened.letter
    phrase = next((each.words for each in desk.action.phrases if each.id == letter.phrase), {})
    shows = "picture" if letter.picture else "flower" if letter.seed else ""
    return {
        "id": id_,
        "day": opened.day,
        "language": letter.language,
        "country": letter.country,
        "shows": shows,
        "phrase": phrase.get(letter.language, "") or phrase.get("en", ""),
        "words": segments(opened.words, [finding for finding in judged.findings if _stands_in_words(finding)]),
        "findings": [_finding(each, desk.language) for each in judged.findings],
        "blocked": judged.is_blocked,
        "doubts": len(judged.doubts),
        "translations": opened.notes.translations,
        "alt": opened.notes.alt,
        "covers": opened.notes.covers,
        "consent": opened.consent,
        "alike": list(desk.pile.alike(id_)),
        "texts": dict(texts_of(opened.item())),
        **_decided(desk, id_),
    }


def segments(text: str, findings: Sequence[Finding]) -> list[list[str]]:
    """`text` in pieces, each with the gravest tier of the findings that touch it: `block`, `review` or nothing.

    >>> from valoshka.disclosure import Finding, Place
    >>> segments("Dear Ann", [Finding("unknown_name", None, Place(start=5, end=8, text="Ann"))])
    [['Dear ', ''], ['Ann', 'review']]
    """
    tiers = [""] * len(text)
    for finding in sorted(findings, key=lambda each: each.tier, reverse=True):
        for start, end in _spans(text, finding):
            tiers[start:end] = [finding.tier] * (end - start)
    pieces: list[list[str]] = []
    for sign, tier in zip(text, tiers, strict=True):
        if pieces and pieces[-1][1] == tier:
            pieces[-1][0] += sign
        else:
            pieces.append([sign, tier])
    return pieces


def _spans(text: str, finding: Finding) -> Iterator[tuple[int, int]]:
    """Where a finding stands; its words are looked for if they do not stand where it says (another reading of them)."""
    start, end, said = finding.at.start, finding.at.end, finding.at.text or ""
    if start is not None and end is not None and text[start:end] == said:
        yield start, end
    elif said and (place := text.find(said)) >= 0:
        yield place, place + len(said)


def _stands_in_words(finding: Finding) -> bool:
    where = finding.at.where or ""
    return where.split(",")[0].split(" ")[0] == "words" or "parts 1," in where


def _finding(finding: Finding, language: str) -> Told:
    return {
        "tier": finding.tier,
        "text": finding.at.text or "",
        "person": finding.person or "",
        "why": finding.why_in(language),
        "instead": finding.instead_in(language),
    }


def _decided(desk: Desk, id_: str) -> Told:
    decided = desk.pile.decision(id_)
    return {
        "decision": decided.decision if decided else "",
        "reason": decided.reason if decided else "",
        "who": decided.who if decided else "",
        "published": desk.pile.is_published(id_),
    }


def _reasons(desk: Desk, kind: str) -> list[list[str]]:
    return [[code, words[desk.language]] for code, words in reasons(kind).items()]
