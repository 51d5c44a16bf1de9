"""Runs in the environment `keys`: standard input a JSON array of surnames, standard output {method: [[key, ...], ...]}.

Metaphone, Daitch-Mokotoff and Beider-Morse are given the surname through unidecode; Beider-Morse guesses the language.
"""

from __future__ import annotations

import json
import sys

import jellyfish
from abydos.phonetic import BeiderMorse, DaitchMokotoff
from unidecode import unidecode


def main() -> None:
    surnames = [unidecode(surname).lower().replace("'", "") for surname in json.load(sys.stdin)]
    russian, sound = DaitchMokotoff(), BeiderMorse(match_mode="approx")
    told = {
        "unidecode, exact": [[surname] for surname in surnames],
        "Metaphone": [[jellyfish.metaphone(surname)] for surname in surnames],
        "Daitch-Mokotoff": [sorted(russian.encode(surname)) for surname in surnames],
        "Beider-Morse, approximate": [sound.encode(surname).split() for surname in surnames],
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
