"""Who suffers an act and who does it, in Russian and Belarusian: by case, not by the order of the words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import words
from valoshka.coding.rules.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.rules.actors import Doer
    from valoshka.coding.rules.hits import Hit
    from valoshka.coding.rules.mentions import Mention
    from valoshka.coding.rules.resolution import Told

# Threats that use a relative are made to the one who fears for them.
THROUGH_FAMILY = frozenset({"threat_to_family", "removal_of_child"})
REACH = 8  # tokens between a verb and its victim
# Short participles, and verbs in -ся that say what befell the subject.
_PASSIVE = re.compile(r".*(?:ан|ана|аны|ано|ен|ена|ены|ён|ёна|ены|ят|ята|яты|ыт|ыта|ыты|іт|іта|іты|ит|ита|иты)$")
_MARKS = frozenset(".;:!?()«»")


def roles(told: Told, hit: Hit) -> Roles | None:
    """Victims and doer of one hit, or `None` if the words tell no act done to anybody."""
    frame = hit.trigger.frame
    near = _near(told, hit)
    if frame == "subject":
        victim = _first(near, hit, ("nom",))
        return Roles(_with(victim), hit.start, wants_context=victim is None)
    if frame == "noun":
        victim = _owner(told, hit)
        return Roles(_with(victim), hit.start, _doer(told, hit)) if victim is not None else None
    if frame == "object":
        return _verb(told, hit, near)
    if hit.trigger.act in THROUGH_FAMILY:
        families = family_heads(told.passage.language)
        near = [m for m in near if m.head not in families]
    victim = _first(near, hit, ("obj", "dat", "poss")) or _first(near, hit, ("nom",))
    return Roles(_with(victim), hit.start, _doer(told, hit), wants_context=victim is None)


@cache
def family_heads(language: str) -> frozenset[str]:
    """Words for relatives, in the forms that people.yml lists."""
    listed = words(language, "people")["family_heads"]
    assert isinstance(listed, list)
    return frozenset(word.replace("ё", "е") for word in listed)


def _verb(told: Told, hit: Hit, near: Sequence[Mention]) -> Roles | None:
    low = told.lows[hit.start]
    if _PASSIVE.match(low) and not low.endswith("ли"):
        victim = _first(near, hit, ("nom",))
    else:
        victim = _first(near, hit, ("obj", "dat"))
    if victim is None:
        # A man's name that the text gives in one case only looks like a woman's nominative: "Алеся затрымалі".
        victim = next((m for m in near if m.sort == "name"), None)
    plural = low.endswith(("ли", "лі"))
    if victim is None and not (plural or _PASSIVE.match(low)):
        return None
    return Roles(_with(victim), hit.start, _doer(told, hit), wants_context=victim is None)


def _near(told: Told, hit: Hit) -> list[Mention]:
    """Mentions in the clause of the hit, nearest first; at equal distance those after the verb."""
    found = []
    for mention in told.mentions:
        if mention.doer:
            continue
        first, last = (hit.end, mention.start) if mention.start >= hit.end else (mention.end, hit.start)
        between = told.lows[first:last]
        if len(between) <= REACH and not any(low in _MARKS for low in between):
            found.append((len(between) + 2 * between.count(","), mention.start < hit.start, mention))
    return [mention for _, _, mention in sorted(found, key=lambda entry: entry[:2])]


def _first(near: Sequence[Mention], hit: Hit, cases: tuple[str, ...]) -> Mention | None:
    return next((m for m in near if m.case in cases and m.head not in hit.trigger.not_victims), None)


def _with(victim: Mention | None) -> tuple[Mention, ...]:
    return () if victim is None else (victim,)


def _owner(told: Told, hit: Hit) -> Mention | None:
    """ "её задержание", "задержание Галины"."""
    before = (m for m in told.mentions if m.case == "poss" and 0 <= hit.start - m.end <= 1)
    after = (m for m in told.mentions if m.case == "obj" and m.start == hit.end and not m.doer)
    return next(before, None) or next(after, None)


def _doer(told: Told, hit: Hit) -> Doer | None:
    near = [doer for doer in told.doers if abs(doer.start - hit.start) <= 2 * REACH]
    return min(
        (doer for doer in near if not doer.only or doer.end <= hit.start),
        key=lambda d: abs(d.start - hit.start),
        default=None,
    )
