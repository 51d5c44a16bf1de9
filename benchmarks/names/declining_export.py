"""Runs in the corpus environment: declines Russian names with pytrovich, a library that knows nothing of ours.

Standard input: one JSON array of [gender "m"/"f", case 0-4, given, patronymic, surname]; standard output: as many
[given, patronymic, surname]. Cases in pytrovich's order: genitive, dative, accusative, instrumental, prepositional.
"""

from __future__ import annotations

import json
import sys

from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
PARTS = (NamePart.FIRSTNAME, NamePart.MIDDLENAME, NamePart.LASTNAME)


def main() -> None:
    maker = PetrovichDeclinationMaker()
    answers = []
    for gender, case, *names in json.load(sys.stdin):
        of = Gender.MALE if gender == "m" else Gender.FEMALE
        answers.append([maker.make(part, of, CASES[case], name) for part, name in zip(PARTS, names, strict=True)])
    json.dump(answers, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
