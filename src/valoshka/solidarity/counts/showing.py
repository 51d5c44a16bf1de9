"""Told numbers → a table file, JSON, and a page a language with bars that screen readers read as numbers."""

from __future__ import annotations

import csv
import io
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from valoshka.own_yaml import own_yaml
from valoshka.solidarity.counts.ledger import written_ledger
from valoshka.solidarity.counts.releasing import ALL, COUNTRY, LANGUAGE
from valoshka.solidarity.wall.pages import POLICY
from valoshka.solidarity.wall.words import LANGUAGES, direction, shown_day, shown_number, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.counts.releasing import Row

_COLUMNS = ("until", "of", "code", "added")
# Country and number of a row, and how long its bar is, per cent of the longest.
Bar = tuple[str, str, int]


def count_files(action: Action, rows: Sequence[Row]) -> dict[str, bytes]:
    """`counts/counts.csv`, `counts/counts.json` and `counts/<language>/index.html`."""
    pages = {f"counts/{code}/index.html": _page(action, rows, code) for code in action.languages}
    return {"counts/counts.csv": as_csv(rows), "counts/counts.json": written_ledger(rows), **pages}


def as_csv(rows: Sequence[Row]) -> bytes:
    """The rows as CSV in UTF-8.

    >>> from valoshka.solidarity.counts.releasing import Row
    >>> as_csv([Row("2026-05-02", "country", "PL", 40)])
    b'until,of,code,added\\r\\n2026-05-02,country,PL,40\\r\\n'
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows([row.until, row.of, row.code, row.added] for row in rows)
    return out.getvalue().encode()


def country_name(code: str, language: str) -> str:
    """A country's name, or its code if there is none.

    >>> country_name("PL", "be"), country_name("PL", "ar")
    ('Польшча', 'بولندا')
    """
    names = _countries().get(code)
    return names[LANGUAGES.index(language)] if names else code


def language_name(code: str) -> str:
    """A language's own name, or its code."""
    return words_of(code)["name"] if code in LANGUAGES else code


@cache
def _countries() -> dict[str, list[str]]:
    names: dict[str, list[str]] = own_yaml("valoshka.solidarity.counts", "countries.yml")["names"]
    return names


def _page(action: Action, rows: Sequence[Row], language: str) -> bytes:
    counts = words_of(language)["counts"]
    tables = [
        (counts["countries"], _bars(_sums(rows, COUNTRY, language), language)),
        (counts["languages"], _bars(_sums(rows, LANGUAGE, language), language)),
        (counts["by_day"], _bars(_days(rows, language), language)),
    ]
    return (
        _template()
        .render(
            title=action.title[language],
            total=shown_number(sum(row.added for row in rows if row.of == ALL), language),
            tables=[table for table in tables if table[1]],
            language=language,
            direction=direction(language),
            words=words_of(language),
            languages=[(code, words_of(code)["name"], direction(code)) for code in action.languages],
            policy=POLICY,
        )
        .encode()
    )


def _sums(rows: Sequence[Row], of: str, language: str) -> list[tuple[str, int]]:
    sums: Counter[str] = Counter()
    for row in rows:
        if row.of == of:
            sums[row.code] += row.added
    named = ((country_name(code, language) if of == COUNTRY else language_name(code), sums[code]) for code in sums)
    return sorted(named, key=lambda each: (-each[1], each[0]))


def _days(rows: Sequence[Row], language: str) -> list[tuple[str, int]]:
    return [(shown_day(row.until, language), row.added) for row in reversed(rows) if row.of == ALL]


def _bars(counted: list[tuple[str, int]], language: str) -> list[Bar]:
    longest = max((number for _, number in counted), default=1) or 1
    return [(name, shown_number(number, language), max(1, 100 * number // longest)) for name, number in counted]


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("valoshka.solidarity.counts", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("counts.html.j2")
