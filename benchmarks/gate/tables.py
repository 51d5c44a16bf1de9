"""Invented tables, hidden by rule, attacked by trying every whole number: does the gate find what that finds?

`python -m benchmarks.gate.tables`. Nothing in `src/` was fitted to these tables; the seed is fixed.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.gate.tables_enumerated import TooMany, least_and_most
from valoshka.disclosure.tables import CannotJudge, Interval, Table, small_cells
from valoshka.disclosure.tables.reading import tables_in
from valoshka.disclosure.tables.remedies import hiding
from valoshka.disclosure.tables.sheets import delimited
from valoshka.disclosure.tables.smallness import FLOOR, is_small

SEED, TABLES = 20210521, 260
_WORKED_OUT = {"derived", "narrow"}
Rows = list[list[str]]
Rule = Callable[[Rows, np.random.Generator], None]


@dataclass
class Score:
    """Of one rule: tables, hidden cells, unsafe ones, those found, and those named without need."""

    tables: int = 0
    hidden: int = 0
    unsafe: int = 0
    found: int = 0
    needless: int = 0
    beyond: int = 0


def crossed(rng: np.random.Generator, rows: int, columns: int, people: int) -> Rows:
    """A table of region by profession with totals; a few cells hold most people, as in life."""
    counts = rng.multinomial(people, rng.dirichlet(np.full(rows * columns, 0.6))).reshape(rows, columns)
    head = ["Region", *(f"Profession {number}" for number in range(columns)), "Total"]
    body = [[f"Region {number}", *map(str, row), str(sum(row))] for number, row in enumerate(counts.tolist())]
    return [head, *body, ["Total", *map(str, counts.sum(axis=0).tolist()), str(people)]]


def threefold(rng: np.random.Generator, rows: int, columns: int, months: int, people: int) -> Rows:
    """A long table of region by profession by month, with every total."""
    shape = (rows, columns, months)
    counts = rng.multinomial(people, rng.dirichlet(np.full(rows * columns * months, 0.6))).reshape(shape)
    names = [
        [*(f"{word} {number}" for number in range(size)), "Total"] for word, size in zip("RPM", shape, strict=True)
    ]
    long = [["Region", "Profession", "Month", "n"]]
    for place in itertools.product(*(range(size + 1) for size in shape)):
        chosen = tuple(slice(None) if at == size else at for at, size in zip(place, shape, strict=True))
        long.append([*(name[at] for name, at in zip(names, place, strict=True)), str(int(np.sum(counts[chosen])))])
    return long


def small_places(rows: Rows) -> Iterator[tuple[int, int]]:
    """Where a count of one to four stands; totals, too."""
    for r, row in enumerate(rows):
        yield from ((r, c) for c, text in enumerate(row) if text.isdigit() and 0 < int(text) < FLOOR)


def primary(rows: Rows, rng: np.random.Generator) -> None:
    """Small counts are hidden, and nothing else."""
    for r, c in list(small_places(rows)):
        rows[r][c] = "x"


def ranged(rows: Rows, rng: np.random.Generator) -> None:
    """Small counts are printed as "<5"."""
    for r, c in list(small_places(rows)):
        rows[r][c] = "<5"


def one_beside(rows: Rows, rng: np.random.Generator) -> None:
    """Beside each small count another of its row is hidden, as editors do by hand."""
    for r, c in list(small_places(rows)):
        rows[r][c] = "x"
        others = [at for at, text in enumerate(rows[r]) if text.isdigit() and int(text) > 0]
        if others:
            rows[r][int(rng.choice(others))] = "x"


def proposed(rows: Rows, rng: np.random.Generator) -> None:
    """Small counts are hidden, and what the gate proposes to hide with them."""
    [table] = tables_in(delimited(written(rows)))
    beside = hiding(table) or ()
    for r, c in [*small_places(rows), *(cell.at for cell in beside if cell.at)]:
        rows[r][c] = "x"


def written(rows: Rows) -> str:
    return "\n".join(map(",".join, rows))


def judge(table: Table, score: Score) -> None:
    """Hold what the gate says of `table` against every case that fits it."""
    truth = least_and_most(table)
    hidden = {cell.group: cell for cell in table.cells if cell.told in {"hidden", "range"}}
    unsafe = {
        group for group, ends in truth.items() if is_small(Interval(*ends)) and not _as_told(hidden[group].told, ends)
    }
    found = {small.group for small in small_cells(table) if small.how in _WORKED_OUT}
    score.tables += 1
    score.hidden += len(hidden)
    score.unsafe += len(unsafe)
    score.found += len(unsafe & found)
    score.needless += len(found - unsafe)


def _as_told(told: str, ends: tuple[int, int]) -> bool:
    return told == "range" and ends[1] - ends[0] + 1 >= FLOOR - 1


def attacked() -> dict[str, Score]:
    """Every rule over its own tables."""
    rng = np.random.default_rng(SEED)
    scores: dict[str, Score] = {}
    rules: Sequence[Rule] = (primary, ranged, one_beside, proposed)
    for number in range(TABLES):
        rule = rules[number % len(rules)]
        score = scores.setdefault(rule.__doc__ or "", Score())
        if number % 5 == 4:
            rows = threefold(rng, 2, 2, 2, int(rng.integers(30, 90)))
        else:
            rows = crossed(rng, int(rng.integers(2, 5)), int(rng.integers(2, 5)), int(rng.integers(25, 90)))
        rule(rows, rng)
        tables = tables_in(delimited(written(rows)))
        try:
            for table in tables:
                judge(table, score)
        except TooMany:
            score.beyond += 1
    return scores


def costs() -> Iterator[tuple[int, int, float]]:
    """Counts in a table, those hidden, and CPU milliseconds from text to findings."""
    rng = np.random.default_rng(SEED)
    for rows, columns in ((4, 4), (6, 6), (10, 10), (20, 20), (40, 40), (100, 40)):
        table = crossed(rng, rows, columns, rows * columns * 12)
        one_beside(table, rng)
        text = written(table)
        start = time.process_time()
        try:
            small_cells(tables_in(delimited(text))[0])
        except CannotJudge:
            yield (rows + 1) * (columns + 1), text.count("x"), float("nan")
            continue
        yield (rows + 1) * (columns + 1), text.count("x"), 1000 * (time.process_time() - start)


def main() -> None:
    """Print both tables."""
    print("| hidden by rule | tables | hidden counts | unsafe | found | named without need | too many cases to try |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    total: Counter[str] = Counter()
    for rule, score in attacked().items():
        total.update(vars(score))
        print(_row(rule.rstrip("."), vars(score)))
    print(_row("all", total))
    print("\n| counts in the table | hidden | CPU ms |\n|---:|---:|---:|")
    for cells, hidden, milliseconds in costs():
        print(f"| {cells:,} | {hidden:,} | {milliseconds:,.0f} |")


def _row(name: str, numbers: dict[str, int] | Counter[str]) -> str:
    told = [numbers[each] for each in ("tables", "hidden", "unsafe", "found", "needless", "beyond")]
    return f"| {name} | {' | '.join(f'{number:,}' for number in told)} |"


if __name__ == "__main__":
    main()
