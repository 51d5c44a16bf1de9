"""`valoshka brief`: a briefing from accepted acts, written only if the gate clears it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import by_option, on_casebook
from valoshka.cli.doubts import Doubts
from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.casebook.opening import Casebook
    from valoshka.clearance import Release


@click.command()
@on_casebook
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder to write.")
@click.option(
    "--reasons", "sheet", type=click.Path(path_type=Path), metavar="FILE|-", help="Reasons for doubts, as a YAML sheet."
)
@click.option("--second-reader", default="", metavar="CODE", help="Who else read it, as a code, never a name.")
@by_option
def command(casebook: Casebook, plan: Path, output: Path, sheet: Path | None, second_reader: str, author: str) -> None:
    """Build the briefing that PLAN (a briefing.yml) describes from CASE, as web page, PDF and Word file.

    Nothing is written unless the gate clears the content and then every rendered byte. What it blocks, nobody can
    override; a doubt takes a reason, asked for here or read from --reasons, and kept with the release.
    """
    from valoshka.casebook.tasks.publishing import publish
    from valoshka.casebook.vault.folder import refuse_inside_a_casebook

    refuse_inside_a_casebook(output)
    release = _cleared_and_inspected(casebook, plan, output, Doubts.from_sheet(sheet) if sheet else Doubts())
    published = publish(release, output, approver=author, second_reader=second_reader)
    for file in (*published.files, _report(release, output)):
        click.echo(f"  {file}")
    for warning in published.warnings:
        click.echo(warning, err=True)
    if published.replaced:
        click.echo(f"It takes the place of release {published.replaced} in this folder; copies of that one may be out.")
    click.echo(f"Kept in the casebook as release {published.release}. Let a second person read it before it goes out.")


def _cleared_and_inspected(casebook: Casebook, plan_path: Path, output: Path, doubts: Doubts) -> Release:
    from valoshka.briefing.compose import compose
    from valoshka.briefing.reading import read_plan
    from valoshka.briefing.render import render
    from valoshka.casebook.tasks.material import CasebookMaterial
    from valoshka.casebook.tasks.protected import protected_people
    from valoshka.casebook.tasks.publishing import check_folder_name
    from valoshka.casebook.tasks.releases import earlier_counts
    from valoshka.disclosure import clear, inspect
    from valoshka.terms import edtf

    plan = read_plan(plan_path)
    published = edtf.parse(plan.date).latest
    people = protected_people(published)
    content = compose(plan, CasebookMaterial(casebook.id, published))
    check_folder_name(output, people, content.audience)
    earlier = earlier_counts()
    cleared = doubts.settle(lambda reasons: clear(content, people, reasons, earlier))
    files = render(cleared)
    return doubts.settle(lambda reasons: inspect(files, cleared, people, reasons))


def _report(release: Release, output: Path) -> Path:
    from valoshka.casebook.vault.atomically import replacing
    from valoshka.disclosure.report import report

    target = output / "report.txt"
    try:
        with replacing(target) as file:
            file.write(report(release).encode())
    except OSError as error:
        raise Refused(
            f"The briefing is written, but {target} is not ({error.strerror}). Free some space, then build again."
        ) from error
    return target
