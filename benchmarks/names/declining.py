"""Names in a grammatical case: Russian by pytrovich in its own environment, Belarusian by `belarusian_cases.yml`.

Which case: by a hash of the name. Names without a patronymic are left out, since it alone tells the gender.
"""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path

import yaml

from benchmarks.names.environments import HERE, CannotBeHad, interpreter
from benchmarks.names.persons import Parts, number_of

RUSSIAN_CASES = 5
BELARUSIAN_CASES = 3


def gender(parts: Parts) -> str:
    """`m` or `f`, by the patronymic's ending."""
    return "f" if parts.patronymic.lower().endswith(("на", "na")) else "m"


def declined_russian(names: list[Parts]) -> list[Parts | None]:
    """Each in one of five cases; None where the case looks like the nominative. Raises CannotBeHad."""
    cases = [number_of("case", name) % RUSSIAN_CASES for name in names]
    asked = [
        [gender(name), case, name.given.title(), name.patronymic.title(), name.surname.title()]
        for name, case in zip(names, cases, strict=True)
    ]
    done = subprocess.run(
        [str(interpreter("corpus")), str(HERE / "declining_export.py")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotBeHad(f"pytrovich could not be asked: {done.stderr.strip()[-200:]}")
    answers = [Parts(*each) for each in json.loads(done.stdout)]
    return [
        answer if str(answer).lower() != str(name).lower() else None
        for name, answer in zip(names, answers, strict=True)
    ]


def declined_belarusian(name: Parts) -> Parts | None:
    """In one of three cases, or None if an ending is not in the table.

    >>> str(declined_belarusian(Parts("Ігар", "Пятровіч", "Валошкаў")))
    'Ігару Пятровічу Валошкаву'
    """
    case = number_of("case", name) % BELARUSIAN_CASES
    parts = {"given": name.given, "patronymic": name.patronymic, "surname": name.surname}
    found = {part: _declined(text.title(), gender(name), part, case) for part, text in parts.items()}
    whole = [text for text in found.values() if text]
    return Parts(*whole) if len(whole) == len(parts) else None


def _declined(text: str, of: str, part: str, case: int) -> str | None:
    endings = _belarusian()[of][part]
    fitting = [ending for ending in endings if text.endswith(ending)]
    if not fitting:
        return None
    ending = max(fitting, key=len)
    return text.removesuffix(ending) + endings[ending][case]


@cache
def _belarusian() -> dict[str, dict[str, dict[str, list[str]]]]:
    tables: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(
        (Path(__file__).parent / "belarusian_cases.yml").read_text(encoding="utf-8")
    )
    return tables
