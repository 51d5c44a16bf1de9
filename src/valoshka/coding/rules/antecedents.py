"""Which earlier mentions a pronoun can mean: its clause, number, gender and topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.coding.reading.people import word_set

if TYPE_CHECKING:
    from valoshka.coding.rules.mentions import Mention
    from valoshka.coding.rules.resolution import Told


def is_own_subject(told: Told, earlier: Mention, pronoun: Mention) -> bool:
    """Whether an object pronoun stands in the clause of that subject: "a paramedic refused to examine him"."""
    between = told.lows[earlier.end : pronoun.start]
    parted = any(low in (",", "and", "when", "that", "because", "after", "who", "but", "while") for low in between)
    return pronoun.case == "obj" and earlier.oblique is None and not parted


def is_topic(told: Told, mention: Mention) -> bool:
    """Whether the sentence is about that person: nobody else stands before, and no preposition."""
    first = next((m for m in told.mentions if not m.doer and m.case != "poss"), None)
    return mention.oblique is None and first == mention


def agrees(earlier: Mention, pronoun: Mention) -> bool:
    """Whether number and gender allow the mention to be whom the pronoun means."""
    if earlier.plural or (earlier.case == "poss" and earlier.sort == "noun"):
        return False
    return "-" in (earlier.gender, pronoun.gender) or earlier.gender == pronoun.gender


def is_family(told: Told, mention: Mention) -> bool:
    """ "her husband was beaten; she ..." means not the husband; a relative is rarely whom a later pronoun means."""
    if mention.owner is not None and told.lows[mention.owner] in ("my", "our"):
        return False
    return mention.owner is not None and mention.head in word_set("family_heads")
