"""`valoshka action counts`: how many flowers, by country and language."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

LEDGER = "counts.json"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Where the tables go.")
def command(folder: Path, output: Path) -> None:
    """Write how many flowers were given, by country and language.

    Numbers below 20 are held back and all are rounded down to tens; a country at risk is never counted by itself. What
    was told once is kept in FOLDER/counts.json and never told otherwise, so that nobody can be found between two days.
    """
    from valoshka.solidarity.counts import count_files, read_ledger, released, written_ledger
    from valoshka.solidarity.staffing.durable import write_durably
    from valoshka.solidarity.wall.building import own_style
    from valoshka.solidarity.wall.gathering import gather
    from valoshka.solidarity.wall.writing import write_whole

    gathered, ledger = gather(folder), folder / LEDGER
    before = read_ledger(ledger.read_bytes(), LEDGER) if ledger.exists() else []
    today = datetime.now(UTC).date().isoformat()
    rows = released(gathered.items, gathered.action.countries_at_risk, today, before)
    write_durably(ledger, written_ledger(rows))
    write_whole(output, [*count_files(gathered.action, rows).items(), *own_style()])
    click.echo(
        f"{output / 'counts' / 'counts.csv'}: {len(rows)} numbers, the last day {rows[-1].until if rows else 'none'}"
    )
