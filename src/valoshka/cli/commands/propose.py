"""`valoshka propose`: the acts that a text tells, proposed for a person to accept, correct or reject."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from valoshka import coding, documents
from valoshka.cli.casework import by_option
from valoshka.cli.own_passphrase import own_passphrase_option
from valoshka.cli.passphrase import passphrase_option
from valoshka.errors import Refused
from valoshka.terms import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.coding import Proposal


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE|CASE")
@click.option(
    "--json", "as_json", is_flag=True, help="Print a JSON list; positions count in what `valoshka text FILE` prints."
)
@click.option(
    "--language",
    type=click.Choice(["en", "ru", "be"]),
    help="Read the whole text in this language. Without it, each paragraph's own letters tell.",
)
@click.option("--interview", "which", metavar="WHICH", help="In a casebook: only this one, by number, id or pseudonym.")
@by_option
@own_passphrase_option
@passphrase_option
def command(file: Path, *, as_json: bool, language: str | None, **in_casebook: Any) -> None:
    """Propose who did what to whom in FILE, or in every interview of a casebook.

    A proposal is a question to you, not a finding: read the passage first, then decide. In a casebook, proposals wait
    for `valoshka review`; running this again keeps what was decided and adds what is new.
    """
    if file.is_dir():
        _in_casebook(file, as_json=as_json, language=language, **in_casebook)
        return
    text = documents.read(file).text
    found = coding.propose(text, language)
    if as_json:
        click.echo(json.dumps([proposal.as_json() for proposal in found], ensure_ascii=False, indent=1))
        return
    if not found:
        said = f"{documents.shown(file.name)} was read as a document; no act was found in it."
        click.echo(f"{said} Rules miss things: read it yourself.")
        return
    click.echo("\n\n".join("\n".join(_lines(number, proposal)) for number, proposal in enumerate(found, 1)))
    click.echo(f"\n{len(found)} proposed. Nothing is recorded until a person accepts it.")


def _in_casebook(case: Path, *, as_json: bool, language: str | None, **options: Any) -> None:
    if as_json or language:
        raise Refused(f"{case} is a folder; --json and --language are for one text file. Leave them out here.")
    from valoshka.cli.proposing import propose_in_casebook

    propose_in_casebook(case, **options)


def _lines(number: int, proposal: Proposal) -> Iterator[str]:
    """The passage first, then the suggestion."""
    for mention in proposal.mentions:
        yield f"{number:>3}. “{' '.join(mention.quote.split())}”  [{mention.start}–{mention.end}]"
    term = vocabulary.acts()[proposal.act].label_in("en")
    marks = "" if proposal.modality == "happened" else f" ({vocabulary.modalities()[proposal.modality].label_in('en')})"
    yield f"     {term}{marks}: {', '.join(victim.label for victim in proposal.victims)}"
    by = proposal.perpetrator
    facts = {
        "by": f"{by.label} ({vocabulary.perpetrators()[by.type].label_in('en')})" if by else "",
        "when": f"{proposal.date} ({proposal.date_basis})" if proposal.date else "",
        "where": proposal.place or "",
        "stands on": vocabulary.epistemic()[proposal.epistemic].label_in("en"),
        "story": proposal.story or "",
    }
    yield "     " + " · ".join(f"{name} {value}" for name, value in facts.items() if value)
