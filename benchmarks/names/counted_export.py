"""Runs in the corpus environment: `counted_export.py OUT.tsv` writes the counts of the package russiannames.

Rows: kind (given, patronymic, surname), gender (m, f, u), count, text, other form (a patronymic's given name, a
masculine surname's feminine form). Left out: entries seen fewer than three times, without a gender, or of more than
one word of Russian letters.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import duckdb

KINDS = {"given": ("names", "''"), "patronymic": ("midnames", "fname"), "surname": ("surnames", "f_form")}
QUERY = """
    COPY (
        SELECT '{kind}' AS kind, gender, sum(count)::BIGINT AS count, text, coalesce(any_value({other}), '') AS other
        FROM '{file}'
        WHERE gender IS NOT NULL AND regexp_full_match(text, '[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?')
        GROUP BY gender, text HAVING sum(count) >= 3 ORDER BY count DESC, text, gender
    ) TO '{out}' (DELIMITER '\t', HEADER false)
"""


def main(out: Path) -> None:
    package = find_spec("russiannames")
    if package is None or package.origin is None:
        raise SystemExit("The package russiannames is not installed here.")
    parts = []
    for kind, (file, other) in KINDS.items():
        part = out.with_suffix(f".{kind}")
        source = Path(package.origin).parent / "data" / f"{file}.parquet"
        duckdb.sql(QUERY.format(kind=kind, other=other, file=source, out=part))
        parts.append(part)
    out.write_text("".join(part.read_text(encoding="utf-8") for part in parts), encoding="utf-8")
    for part in parts:
        part.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
