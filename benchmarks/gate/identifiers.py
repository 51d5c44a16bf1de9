"""How well identifiers are found: invented ones in sentences of seven languages, known and unknown; alarms elsewhere.

Every sentence belongs to `dev` or `test` by a hash of its number, fixed before any was looked at; rules are mended on
dev alone, and what test misses is never printed. `--test` measures the test half, `--missed` prints what dev misses; a
folder of texts is read for alarms.
"""

from __future__ import annotations

import hashlib
import math
import random
import sys
import time
from collections import Counter
from pathlib import Path

import yaml

from benchmarks.gate.identifiers_heldout import held_out
from benchmarks.gate.identifiers_made import DIGITS, MAKERS
from benchmarks.gate.identifiers_ordinary import CARRIERS, ordinary
from valoshka.disclosure.identifiers import Identifiers, unknown_identifiers

ROOT = Path(__file__).parents[2]
EACH = 1_600  # of a kind, in both halves together
KEYED = ("phone", "email", "personal_number", "passport", "card", "bank_account", "birth_date", "account", "link", "ip")
HIDDEN = 0.1  # the share of numbers in digits of another script
COVERED = 0.7  # of the letters and digits: a phone is found without the code of its country


def main() -> None:
    half = "test" if "--test" in sys.argv else "dev"
    print(f"Half: {half}. Found, with Wilson's 95 % bounds.\n")
    print(f"{'kind':<16} {'n':>5} {'unknown':>8} {'bounds':>14} {'known':>7} {'bounds':>14}")
    every: Counter[str] = Counter()
    for kind in MAKERS:
        told = _measured(kind, half)
        every.update(told)
        _row(kind, told)
    _row("all", every)
    _odd()
    held_out(missed="--missed" in sys.argv)
    _alarms()
    _speed()


def _odd() -> None:
    """Ways of writing that were put down after the rules were made."""
    odd = yaml.safe_load(Path(__file__).with_name("identifiers_odd.yml").read_text(encoding="utf-8"))
    told: Counter[str] = Counter()
    for kind, every in odd["unknown"].items():
        for written in every:
            text = f"They wrote: {written}"
            _count(told, "unknown", written, kind, found=any(unknown_identifiers(text)))
    for kept, every in odd["known"].items():
        known = Identifiers([("p", kept)])
        for written in every:
            _count(told, "known", written, kept, found=any(known.find(f"They wrote: {written}.")))
    for which in ("unknown", "known"):
        print(f"odd, {which:<11} {told[which]:>5} {' / '.join(_share(told[f'{which} found'], told[which]))}")


def _count(told: Counter[str], which: str, written: str, of: str, *, found: bool) -> None:
    told[which] += 1
    told[f"{which} found"] += found
    if not found and "--missed" in sys.argv:
        print(f"    odd {which}, {of}: {written!r}")


def _measured(kind: str, half: str) -> Counter[str]:
    told: Counter[str] = Counter()
    for number in range(EACH):
        if _half(f"{kind} {number}") != half:
            continue
        chance = random.Random(f"{kind} {number}")
        kept, written = MAKERS[kind](chance)
        if kind in ("phone", "card", "personal_number") and chance.random() < HIDDEN:
            written = written.translate(str.maketrans("0123456789", chance.choice(list(DIGITS.values()))))
        carrier = chance.choice(CARRIERS)
        text = carrier.format(written)
        start = carrier.index("{}")
        told["n"] += 1
        found = _covered(text, start, start + len(written))
        told["unknown"] += found
        if not found and half == "dev" and "--missed" in sys.argv:
            print(f"    {kind}: {text!r} {[(s.kind, text[s.start : s.end]) for s in unknown_identifiers(text)]}")
        if kind in KEYED:
            told["keyed"] += 1
            known = Identifiers([], [("p", kept)]) if kind == "birth_date" else Identifiers([("p", kept)])
            seen = any(known.births(text) if kind == "birth_date" else known.find(text))
            told["known"] += seen
            if not seen and half == "dev" and "--missed" in sys.argv:
                print(f"    known {kind}: {kept!r} in {text!r}")
    return told


def _covered(text: str, start: int, end: int) -> bool:
    places = {place for place in range(start, end) if text[place].isdigit()}
    places = places or {place for place in range(start, end) if text[place].isalnum()}
    seen = {place for each in unknown_identifiers(text) for place in range(each.start, each.end)}
    return len(places & seen) >= COVERED * len(places)


def _half(name: str) -> str:
    return "test" if hashlib.sha256(name.encode()).digest()[0] % 2 else "dev"


def _row(kind: str, told: Counter[str]) -> None:
    known = _share(told["known"], told["keyed"]) if told["keyed"] else ("", "")
    found = _share(told["unknown"], told["n"])
    print(f"{kind:<16} {told['n']:>5} {found[0]:>8} {found[1]:>14} {known[0]:>7} {known[1]:>14}", flush=True)


def _share(found: int, asked: int, z: float = 1.96) -> tuple[str, str]:
    share, spread = found / asked, z * z / asked
    middle, wide = share + spread / 2, z * math.sqrt(share * (1 - share) / asked + spread / asked / 4)
    return f"{share:.4f}", f"{(middle - wide) / (1 + spread):.4f}-{min((middle + wide) / (1 + spread), 1):.4f}"


def _alarms() -> None:
    print(f"\n{'text without identifiers':<34} {'words':>8} {'alarms':>7} {'per 1,000 words':>16}")
    texts = {"dates, sums, articles, decrees (made)": ordinary(4_000)}
    sources = sorted((ROOT / "demo" / "sources").glob("*.txt"))
    texts["invented interviews (demo/sources)"] = "\n\n".join(each.read_text(encoding="utf-8") for each in sources)
    for folder in sys.argv[1:]:
        if Path(folder).is_dir():
            every = sorted(Path(folder).rglob("*.txt"))[:2_000]
            texts[Path(folder).name] = "\n\n".join(each.read_text(encoding="utf-8", errors="replace") for each in every)
    for name, text in texts.items():
        found, words = list(unknown_identifiers(text)), len(text.split())
        print(f"{name:<34} {words:>8,} {len(found):>7} {1000 * len(found) / words:>16.3f}  {_kinds(found)}")
        if "--missed" in sys.argv:
            for seen in found[:60]:
                print(
                    f"    {seen.kind}: {text[max(seen.start - 30, 0) : seen.start]!r} [{text[seen.start : seen.end]!r}]"
                )


def _kinds(found: list) -> dict[str, int]:  # type: ignore[type-arg]
    return dict(Counter(seen.kind for seen in found))


def _speed() -> None:
    sources = sorted((ROOT / "demo" / "sources").glob("*.txt"))
    told = " ".join(each.read_text(encoding="utf-8") for each in sources)
    told = told * (1_000_000 // len(told) + 1)
    bare = "".join(sign for sign in told if not sign.isdigit())
    known = Identifiers(
        [(f"p{n}", f"+37529{n * 37:07d}") for n in range(100_000)]
        + [(f"p{n}", f"u{n}x@mail.example") for n in range(100_000)]
    )
    print(f"\n{'words per CPU second':<34}")
    for name, text, find in (
        ("unknown, text without digits", bare, unknown_identifiers),
        ("unknown, interviews with dates", told, unknown_identifiers),
        ("known, 200,000 identifiers", told, known.find),
    ):
        list(find(text[:10_000]))
        began = time.process_time()
        list(find(text))
        print(f"{name:<34} {len(text.split()) / (time.process_time() - began):>12,.0f}")


if __name__ == "__main__":
    main()
