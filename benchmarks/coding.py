"""How fast acts are proposed, and how well they agree with people: `python -m benchmarks.coding [--wrong]`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.coding_gold import Agreement, CodedText, agreement, coded_texts, excerpt
from valoshka.coding import propose

HERE = Path(__file__).parent / "coding_texts"
EXCERPT = Path(__file__).parents[2] / "shared" / "real" / "briefing-excerpt.txt"
FIELDS = ("modality", "perpetrator", "date")
WORDS = 60_000


def main() -> None:
    print(f"{'coded by people':<26}{'acts':>6}{'P':>7}{'R':>7}{'F1':>7}" + "".join(f"{name:>13}" for name in FIELDS))
    for name in ("dev", "test"):
        texts = list(coded_texts(HERE / name))
        if texts:
            _row(f"{name} ({len(texts)} invented texts)", texts)
    real = excerpt(HERE / "excerpt.yml", EXCERPT)
    if real is not None:
        _row("the published excerpt", [real])
    _speed([*coded_texts(HERE / "dev"), *([real] if real else [])])


def _row(name: str, texts: list[CodedText]) -> None:
    whole = Agreement()
    for coded in texts:
        whole.add(agreement(coded))
    precision, recall, f1 = whole.figures
    shares = "".join(
        f"{share:>13.2f}" if (share := whole.share(field)) is not None else f"{'–':>13}" for field in FIELDS
    )
    print(f"{name:<26}{whole.coded:>6}{precision:>7.2f}{recall:>7.2f}{f1:>7.2f}{shares}")
    if "--wrong" in sys.argv and not name.startswith("test"):
        print(*(f"  missed  {line}" for line in whole.missed), *(f"  extra   {line}" for line in whole.extra), sep="\n")


def _speed(texts: list[CodedText]) -> None:
    whole = "\n\n".join(coded.text for coded in texts)
    propose(whole)  # warm: the lexicon is read and compiled once
    whole *= max(1, WORDS // len(whole.split()))
    begun = time.process_time()
    propose(whole)
    spent = time.process_time() - begun
    words = len(whole.split())
    print(f"\n{words:,} words in {spent:.2f} CPU s: {words / spent:,.0f} words per CPU second, warm")


if __name__ == "__main__":
    main()
