"""What was told, kept: numbers that were told once are never told otherwise."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.counts.releasing import ALL, COUNTRY, LANGUAGE, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CODE = re.compile(r"[A-Za-z0-9-]{0,35}")
_KEYS = {field.name for field in fields(Row)}


def written_ledger(rows: Iterable[Row]) -> bytes:
    """Rows as JSON: `{"rows": [{"until", "of", "code", "added"}, ...]}`."""
    return json.dumps({"rows": [asdict(row) for row in rows]}, indent=1).encode()


def read_ledger(content: bytes, name: str) -> list[Row]:
    """The rows of a file called `name`. Raises `Refused` if it is not what `written_ledger` writes.

    >>> read_ledger(written_ledger([Row("2026-05-02", "all", "", 130)]), "counts.json")
    [Row(until='2026-05-02', of='all', code='', added=130)]
    """
    try:
        told = json.loads(content)["rows"]
        rows = [_row(each) for each in told]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused(
            f"{name} is not the list of numbers that were told before. Bring it back from a backup: without it, "
            "numbers could be told twice, and people be found between the two."
        ) from error
    return rows


def _row(told: dict[str, object]) -> Row:
    until, of, code, added = told["until"], told["of"], told["code"], told["added"]
    if set(told) != _KEYS or not (isinstance(until, str) and isinstance(code, str) and isinstance(added, int)):
        raise ValueError(told)
    if not (_DAY.fullmatch(until) and _CODE.fullmatch(code) and of in (ALL, COUNTRY, LANGUAGE)) or added < 0:
        raise ValueError(told)
    return Row(until, str(of), code, added)
