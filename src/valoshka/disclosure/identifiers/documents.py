"""Numbers with letters in them: documents, accounts, plates."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.identifiers import check_digits
from valoshka.disclosure.identifiers.knowledge import read
from valoshka.disclosure.identifiers.labels import label_before
from valoshka.disclosure.identifiers.patterns import filled
from valoshka.disclosure.identifiers.sightings import Sighting, apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class _Pattern(NamedTuple):
    kind: str
    shape: re.Pattern[str]
    check: Callable[[str], bool] | None
    label: str | None


def documents(text: str) -> Iterator[Sighting]:
    """Every number with letters in `text` (in plain signs) that looks like a document's, an account's or a plate's.

    >>> [seen.kind for seen in documents("MP 1234567, 1234 AB-7, BY13NBRB3600900000002Z00AB00; COVID-19, G20, A4")]
    ['passport', 'plate', 'bank_account']
    """
    found = [Sighting(*span, kind=each.kind) for each in _patterns() for span in _spans(each, text)]
    # The longer tells more: “ID 4250678” may begin a number of fourteen signs.
    longest_first = sorted(found, key=lambda seen: (seen.start - seen.end, seen.start))
    yield from apart(longest_first)


def _spans(pattern: _Pattern, text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while match := pattern.shape.search(text, at):
        end = _end(pattern, text, match)
        if end:
            yield match.start(), end
        at = end or match.start() + 1


def _end(pattern: _Pattern, text: str, match: re.Match[str]) -> int | None:
    """Where a match ends for certain: capitals behind a number in groups look like one more group."""
    if pattern.check is None and pattern.label is None:
        return match.end()
    for end in _ends(match):
        if pattern.check and pattern.check(re.sub(r"\W", "", text[match.start() : end]).upper()):
            return end
    return match.end() if pattern.label and label_before(text, match.start()) == pattern.label else None


def _ends(match: re.Match[str]) -> Iterator[int]:
    yield match.end()
    yield from (match.start() + gap.start() for gap in reversed(list(re.finditer(r"\W+", match.group()))))


@functools.cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(_pattern(entry) for entry in cast(list[dict[str, str]], read("documents.yml")["patterns"]))


def _pattern(entry: dict[str, str]) -> _Pattern:
    pattern = filled(entry["pattern"], cast(dict[str, str], read("documents.yml")["parts"]))
    shape = re.compile(rf"(?<![\w.])(?:{pattern})(?!\w)", re.IGNORECASE if entry.get("anycase") else 0)
    check = check_digits.BY_NAME[entry["check"]] if "check" in entry else None
    return _Pattern(entry["kind"], shape, check, entry.get("label"))
