"""Words that make a region of a town's name: to say the region is to say less than the town."""

from __future__ import annotations

import re

_REGION = re.compile(
    r"\W+(?:region|oblast|voblasts?|area|district|вобласц\w*|област(?!н)\w*|раён(?!н)\w*|район(?!н)\w*)\b",
    re.IGNORECASE,
)
_REGION_BEFORE = re.compile(r"\b(?:obw[oó]d\w*|rejon\w*|powia\w*|wojewódz\w*)\W+\Z", re.IGNORECASE)


def is_of_a_region(text: str, start: int, end: int) -> bool:
    """Whether a word beside what stands at `start`-`end` makes it a region: "Hrodna region" is no town.

    >>> is_of_a_region("in Hrodna region", 3, 9), is_of_a_region("w obwodzie grodzieńskim", 11, 23)
    (True, True)
    """
    return bool(_REGION.match(text, end) or _REGION_BEFORE.search(text, max(0, start - 20), start))
