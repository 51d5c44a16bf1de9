"""Ways of writing identifiers that were put down before the rules were mended for them: what is found, what is not.

In `identifiers_heldout.yml`, `[[...]]` marks what must be seen: 70 % of its digits, or of its letters if it has none.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, cast

import yaml

from benchmarks.names.scoring import Share
from valoshka.disclosure.identifiers import Identifiers, unknown_identifiers

if TYPE_CHECKING:
    from collections.abc import Iterator

_COVERED = 0.7


def held_out(*, missed: bool) -> None:
    """Print, kind by kind, how many are found; with `missed`, which are not."""
    told = cast(
        dict[str, dict[str, list[str]]],
        yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")),
    )
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for kind, text, is_found in _answers(told):
        asked[kind] += 1
        found[kind] += is_found
        if missed and not is_found:
            print(f"    held out, {kind}: {text!r}")
    for kind in asked:
        print(f"held out, {kind:<16} {asked[kind]:>4} {Share(found[kind], asked[kind])}")
    _fresh(missed=missed)
    _last(missed=missed)
    every = cast(list[str], told["ordinary"])
    alarms = sum(len(list(unknown_identifiers(text))) for text in every)
    print(f"held out, ordinary: {alarms} alarms in {sum(len(text.split()) for text in every)} words")


def _fresh(*, missed: bool) -> None:
    """A second set, half by half; `test` was opened when all else was done."""
    told = cast(
        dict[str, dict[str, list[str]]],
        yaml.safe_load(Path(__file__).with_name("identifiers_fresh.yml").read_text(encoding="utf-8")),
    )
    for half in ("dev", "test"):
        marked = [text for every in told["unknown"].values() for text in every if _half(text) == half]
        seen = [_is_seen(text) for text in marked]
        alike = [text for every in told["ordinary"].values() for text in every if _half(text) == half]
        alarms = [text for text in alike if any(unknown_identifiers(text))]
        if missed and half == "dev":
            told_of = [text for text, found in zip(marked, seen, strict=True) if not found]
            print(*(f"    fresh: {text!r}" for text in (*told_of, *alarms)), sep="\n")
        print(f"fresh, {half:<4} {Share(sum(seen), len(seen))}; alarms in {len(alarms)} of {len(alike)} look-alikes")


def _last(*, missed: bool) -> None:
    """A third set, whole."""
    told = cast(
        dict[str, dict[str, list[str]]],
        yaml.safe_load(Path(__file__).with_name("identifiers_last.yml").read_text(encoding="utf-8")),
    )
    marked = [text for every in told["unknown"].values() for text in every]
    unseen = [text for text in marked if not _is_seen(text)]
    alike = [text for every in told["ordinary"].values() for text in every]
    alarms = [text for text in alike if any(unknown_identifiers(text))]
    if missed:
        print(*(f"    last: {text!r}" for text in (*unseen, *alarms)), sep="\n")
    found = Share(len(marked) - len(unseen), len(marked))
    print(f"last        {found}; alarms in {len(alarms)} of {len(alike)} look-alikes")


def _half(text: str) -> str:
    return "test" if hashlib.sha256(text.encode()).digest()[0] % 2 else "dev"


def _answers(told: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str, bool]]:
    for kind, every in told["unknown"].items():
        for marked in every:
            yield kind, marked, _is_seen(marked)
    for kept, every in told["known"].items():
        known = Identifiers([("p", kept)])
        for text in every:
            yield "known", text, any(known.find(f"They wrote: {text}."))
    for kept, every in told["born"].items():
        known = Identifiers([], [("p", kept)])
        for text in every:
            yield "known day of birth", text, any(known.births(f"They wrote: {text}."))


def _is_seen(marked: str) -> bool:
    text, wanted = "", set()
    for place, piece in enumerate(re.split(r"\[\[|\]\](?!\])", marked)):
        wanted |= set(range(len(text), len(text) + len(piece))) if place % 2 else set()
        text += piece
    digits = {place for place in wanted if text[place].isdigit()} or {
        place for place in wanted if text[place].isalnum()
    }
    seen = {place for each in unknown_identifiers(text) for place in range(each.start, each.end)}
    return len(digits & seen) >= _COVERED * len(digits)
