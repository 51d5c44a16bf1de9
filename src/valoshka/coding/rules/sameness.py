"""One act told twice is one act with two mentions; different detentions stay apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.terms import edtf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.coding.proposal import Mention, Proposal

FAR_BACK = 12  # earlier acts of the same term and victim that a telling may repeat


@dataclass(frozen=True)
class Telling:
    """One telling of an act: as proposed, whether its words refer back ("her arrest"), and the order it marks."""

    proposal: Proposal
    refers_back: bool
    mark: str | None
    sentence: int


def joined(tellings: Iterable[Telling]) -> list[Proposal]:
    """The acts, in order of their first telling."""
    acts: list[Telling] = []
    mentions: list[set[Mention]] = []
    by_key: dict[tuple[str, frozenset[str]], list[int]] = {}
    for telling in tellings:
        key = (telling.proposal.act, _persons(telling.proposal))
        earlier = by_key.setdefault(key, [])
        same = next((n for n in reversed(earlier[-FAR_BACK:]) if _same(acts[n], telling)), None)
        if same is None:
            earlier.append(len(acts))
            acts.append(telling)
            mentions.append(set(telling.proposal.mentions))
        else:
            mentions[same].update(telling.proposal.mentions)
            acts[same] = replace(acts[same], proposal=_merged(acts[same].proposal, telling.proposal))
    return [replace(act.proposal, mentions=tuple(sorted(found))) for act, found in zip(acts, mentions, strict=True)]


def _persons(proposal: Proposal) -> frozenset[str]:
    """The victims' labels; "us" beside the teller's own name is no other victim."""
    labels = frozenset(victim.label for victim in proposal.victims)
    return labels - {"we", "us"} or labels


def _same(one: Telling, other: Telling) -> bool:
    a, b = one.proposal, other.proposal
    if (
        one.sentence == other.sentence
        and a.act not in MANY
        and one.mark == other.mark
        and a.modality == b.modality
        and _dates_agree(a, b)
    ):
        return True
    if a.modality != b.modality or (one.mark != other.mark and one.mark and other.mark):
        return False
    if not _dates_agree(a, b):
        return False
    if a.act in ONCE or (one.mark and one.mark == other.mark):
        return True
    if not _places_agree(a, b):
        return False
    if other.refers_back:
        return True
    if one.mark or other.mark or a.act in MANY:
        return False
    if a.date_basis == b.date_basis == "explicit":
        return a.date == b.date
    return abs(b.mentions[0].start - a.mentions[-1].end) < NEAR


# What hardly happens twice to one person, and what people do again and again.
ONCE = frozenset(
    {"dismissal", "forced_resignation", "exile", "killing", "expulsion_from_medical_school", "contract_not_renewed"}
)
MANY = frozenset({"expression", "medical_aid"})
NEAR = 400  # characters within which two undated tellings in one breath are one act


def _dates_agree(a: Proposal, b: Proposal) -> bool:
    if a.date is None or b.date is None or a.date == b.date:
        return True
    return overlap(a.date, b.date)


def overlap(one: str, other: str) -> bool:
    """Whether two EDTF dates can be the same day."""
    try:
        first, second = edtf.parse(one), edtf.parse(other)
    except Refused:
        return one == other
    starts_late = first.earliest and second.latest and first.earliest > second.latest
    ends_early = second.earliest and first.latest and second.earliest > first.latest
    return not (starts_late or ends_early)


def _places_agree(a: Proposal, b: Proposal) -> bool:
    if a.place is None or b.place is None:
        return True
    return a.place.lower() in b.place.lower() or b.place.lower() in a.place.lower()


def _merged(act: Proposal, telling: Proposal) -> Proposal:
    """The act with what only the new telling says; of the mentions the newest alone, for `_same` to measure from."""
    dated = (
        act.date_basis == "explicit"
        or telling.date is None
        or (act.date is not None and telling.date_basis != "explicit")
    )
    return replace(
        act,
        mentions=telling.mentions,
        perpetrator=act.perpetrator or telling.perpetrator,
        date=act.date if dated else telling.date,
        date_basis=act.date_basis if dated else telling.date_basis,
        place=act.place or telling.place,
    )
