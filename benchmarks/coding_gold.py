"""Texts coded by people, and how well proposals agree with them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from valoshka.coding import propose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from valoshka.coding import Proposal

_LEADING = re.compile(r"^(?:the|a|an|his|her|their|my|our|some|about|around)\s+")


@dataclass(frozen=True)
class GoldAct:
    """One act as a person coded it; `None` in a field means that the coder left it open."""

    act: str
    spans: tuple[tuple[int, int], ...]
    victims: tuple[str, ...]
    fields: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class CodedText:
    name: str
    text: str
    acts: tuple[GoldAct, ...]


@dataclass
class Agreement:
    """Counts over acts, and over the fields of the acts that agree."""

    right: int = 0
    proposed: int = 0
    coded: int = 0
    fields: Counter[tuple[str, bool]] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def figures(self) -> tuple[float, float, float]:
        precision = self.right / self.proposed if self.proposed else 0.0
        recall = self.right / self.coded if self.coded else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def share(self, name: str) -> float | None:
        right, wrong = self.fields[name, True], self.fields[name, False]
        return right / (right + wrong) if right + wrong else None

    def add(self, other: Agreement) -> None:
        self.right += other.right
        self.proposed += other.proposed
        self.coded += other.coded
        self.fields += other.fields
        self.missed += other.missed
        self.extra += other.extra


def coded_texts(folder: Path) -> Iterator[CodedText]:
    for gold in sorted(folder.glob("*.yml")):
        source = gold.with_suffix(".txt")
        if source.exists():
            yield _coded(gold, source.read_text("utf-8"))


def excerpt(gold: Path, source: Path) -> CodedText | None:
    """The published excerpt, if it is at hand and is the one that was coded."""
    if not source.exists():
        return None
    text = source.read_text("utf-8")
    listed = yaml.safe_load(gold.read_text("utf-8"))
    return _coded(gold, text) if hashlib.sha256(text.encode()).hexdigest() == listed["sha256"] else None


def _coded(gold: Path, text: str) -> CodedText:
    listed = yaml.safe_load(gold.read_text("utf-8"))
    acts = listed["acts"] if isinstance(listed, dict) else listed
    return CodedText(gold.stem, text, tuple(_act(entry, text) for entry in acts))


def _act(entry: dict[str, Any], text: str) -> GoldAct:
    spans = [tuple(span) for span in entry.get("spans", ())]
    for quote in entry.get("quotes") or entry.get("mentions") or ():
        words = quote["quote"] if isinstance(quote, dict) else quote
        start = text.index(words)
        spans.append((start, start + len(words)))
    by = entry.get("perpetrator")
    kind = by.get("type") if isinstance(by, dict) else by
    named = {"modality": entry["modality"], "perpetrator": kind, "date": entry.get("date")}
    return GoldAct(entry["act"], tuple(spans), tuple(v["label"] for v in entry["victims"]), tuple(named.items()))


def agreement(coded: CodedText) -> Agreement:
    """Each coded act takes at most one proposal of its term, passage and victim; what is left over is wrong."""
    found = propose(coded.text)
    free = list(found)
    result = Agreement(proposed=len(found), coded=len(coded.acts))
    for act in coded.acts:
        fits = next((proposal for proposal in free if _agrees(act, proposal)), None)
        if fits is None:
            result.missed.append(f"{coded.name}: {act.act}: {coded.text[slice(*act.spans[0])]!r} / {act.victims}")
            continue
        free.remove(fits)
        result.right += 1
        _compare(result, act, fits)
    result.extra += [f"{coded.name}: {p.act}: {p.mentions[0].quote!r} / {[v.label for v in p.victims]}" for p in free]
    return result


def _agrees(act: GoldAct, proposal: Proposal) -> bool:
    passage = any(m.start < end and start < m.end for m in proposal.mentions for start, end in act.spans)
    return act.act == proposal.act and passage and _same_victim(act.victims, [v.label for v in proposal.victims])


def _same_victim(coded: Sequence[str], proposed: Sequence[str]) -> bool:
    return any(_same_label(one, other) for one in coded for other in proposed)


def _same_label(one: str, other: str) -> bool:
    a, b = (set(_LEADING.sub("", " ".join(label.lower().replace("’", "'").split())).split()) for label in (one, other))
    return a <= b or b <= a


def _compare(result: Agreement, act: GoldAct, proposal: Proposal) -> None:
    own = {
        "modality": proposal.modality,
        "perpetrator": proposal.perpetrator.type if proposal.perpetrator else None,
        "date": proposal.date,
    }
    for name, value in act.fields:
        if value is not None:
            result.fields[name, own[name] == value] += 1
