"""How likely one letter follows another, counted: what the gate tells a word from keys struck blindly by.

    python -m benchmarks.gate.mutations_letter_pairs > src/valoshka/disclosure/channels/letter_pairs.yml

Counted in this project's own documents and lists of names, and in the dev texts of FactRuEval-2016 (MIT) and
UD_Belarusian-HSE (CC BY-SA 4.0). Each pair becomes one figure, bits of surprise from 0 to 9;
nothing else of the texts is kept.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.gate.corpora.texts import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ALPHABETS = {"latin": "abcdefghijklmnopqrstuvwxyz", "cyrillic": "абвгдеёжзійклмнопрстуўфхцчшщъыьэюяиїєґ"}
_HEAD = """\
# How surprising one letter is behind another, in bits (0: certain, 9: hardly ever), by alphabet; “^” is the edge of a
# word. Made by benchmarks/gate/mutations_letter_pairs.py; rows are the letter before, columns the letter behind, in the
# order of `letters`.
source: >
  Counted in this project's documents and lists of names, and in the dev texts of FactRuEval-2016 (MIT) and
  UD_Belarusian-HSE (CC BY-SA 4.0).
"""


def main() -> None:
    counts = {name: Counter[str]() for name in ALPHABETS}
    for text in _texts():
        for word in re.findall(r"[^\W\d_]+", text.lower()):
            for name, letters in ALPHABETS.items():
                plain = bare(word) if name == "latin" else word
                if all(letter in letters for letter in plain):
                    counts[name].update(map("".join, zip("^" + plain, plain + "^", strict=True)))
    print(_HEAD, end="")
    for name, letters in ALPHABETS.items():
        print(f'{name}:\n  letters: "^{letters}"\n  bits:')
        for before in "^" + letters:
            print(f'    - "{"".join(_bits(counts[name], before, behind, letters) for behind in "^" + letters)}"')


def bare(word: str) -> str:
    """A Latin word without the marks on its letters."""
    apart = unicodedata.normalize("NFD", word.replace("ł", "l"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _bits(counts: Counter[str], before: str, behind: str, letters: str) -> str:
    every = sum(counts[before + each] for each in "^" + letters)
    share = (counts[before + behind] + 0.5) / (every + 0.5 * (len(letters) + 1))
    return str(min(round(-math.log2(share)), 9))


def _texts() -> Iterator[str]:
    for pattern in ("docs/**/*.md", "*.md", "src/valoshka/**/*.yml"):
        for path in sorted(ROOT.glob(pattern)):
            if path.name != "letter_pairs.yml":
                yield path.read_text(encoding="utf-8")
    for path in sorted(folder("factRuEval-2016").glob("devset/*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted(folder("UD_Belarusian-HSE").glob("*dev.conllu")):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield "\n".join(line[9:] for line in lines if line.startswith("# text = "))


if __name__ == "__main__":
    main()
