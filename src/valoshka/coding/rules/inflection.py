"""Forms of English verbs, from the base form: by rule, or from the list of those that have none."""

from __future__ import annotations

from functools import cache
from typing import Literal

from valoshka.coding.lexicon import words

Form = Literal["base", "third", "past", "participle", "ing"]
_BE: dict[str, tuple[Form, ...]] = {
    "be": ("base",),
    "am": ("third",),
    "is": ("third",),
    "are": ("third",),
    "was": ("past",),
    "were": ("past",),
    "been": ("participle",),
    "being": ("ing",),
}


@cache
def forms(base: str) -> dict[str, frozenset[Form]]:
    """Every form of the verb and what it may be.

    >>> sorted(forms("drag")), sorted(forms("deny"))
    (['drag', 'dragged', 'dragging', 'drags'], ['denied', 'denies', 'deny', 'denying'])
    """
    if base == "be":
        return {form: frozenset(kinds) for form, kinds in _BE.items()}
    third, past, participle, ing = _irregular(base) or _regular(base)
    found: dict[str, set[Form]] = {}
    kinds: tuple[tuple[str, Form], ...] = (
        (base, "base"),
        (third, "third"),
        (past, "past"),
        (participle, "participle"),
        (ing, "ing"),
    )
    for form, kind in kinds:
        found.setdefault(form, set()).add(kind)
    return {form: frozenset(kinds) for form, kinds in found.items()}


def _irregular(base: str) -> list[str] | None:
    listed = words("en", "verbs")["irregular"]
    assert isinstance(listed, dict)
    return listed.get(base)


def _regular(base: str) -> tuple[str, str, str, str]:
    stem, head = base.rpartition("-")[2], base.rpartition("-")[0]
    prefix = f"{head}-" if head else ""
    third, past, ing = _endings(stem)
    return prefix + third, prefix + past, prefix + past, prefix + ing


def _endings(stem: str) -> tuple[str, str, str]:
    doubled = stem + stem[-1] if stem in words("en", "verbs")["doubling"] else stem  # type: ignore[operator]
    if stem.endswith("e"):
        return stem + "s", stem + "d", stem[:-1] + "ing"
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing"
    third = stem + ("es" if stem.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, doubled + "ed", doubled + "ing"
