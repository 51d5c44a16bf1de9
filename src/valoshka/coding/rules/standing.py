"""On what a telling stands: lived through, seen, a paper, hearsay, the organisation's own word, an allegation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.coding.rules.certainty import has

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.proposal import Victim


def standing(
    folded: str,
    before: str,
    language: str,
    *,
    teller: str | None,
    quoted: bool,
    victims: Sequence[Victim],
    first_person: bool,
) -> str:
    """A code of `terms.vocabulary.epistemic()`.

    `folded` is the sentence, or what of it is quoted with the act; `before` what of it stands before the act; `teller`
    whose account it is, if known.
    """
    if has("alleged", language, before):
        return "alleged"
    if has("documents", language, folded):
        return "document"
    if has("clinical", language, folded) and quoted:
        return "clinical"
    if has("hearsay", language, folded) and not has("hearsay_not", language, folded):
        return "hearsay"
    own = first_person or any(victim.label == teller for victim in victims)
    if first_person or (own and teller is not None):
        return "experienced"
    if has("witnessed", language, folded):
        return "witnessed"
    return "witnessed" if quoted and teller is not None else "organisation"
