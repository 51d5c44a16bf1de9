"""`valoshka names explain`: how far two names are one, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import printable
from valoshka.cli.tracing_arguments import STANDARD_INPUT, lines_of_input
from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.names import Comparison

_PARTS = ("surname", "given", "initials", "patronymic")


@click.group()
def command() -> None:
    """Compare names, and see why two are, or are not, taken for one."""


@command.command()
@click.argument("names", nargs=-1, metavar="[NAME NAME|-]")
@click.option("--json", "as_json", is_flag=True, help="One object: names, score, threshold, accepted, reasons.")
def explain(names: tuple[str, ...], as_json: bool) -> None:
    """Say how far two names are one person's, in words.

    Leave the names out and they are asked for: shells keep histories. With - they are read from standard input, two
    lines. Each word group with spaces is one name: put it in quotation marks.

    \b
      valoshka names explain "Верабей Галіна" "Vorobei Galina Petrovna"
    """
    from valoshka.names import compare

    one, other = _asked(names)
    compared = compare(one, other)
    told = json.dumps(_as_json(one, other, compared), ensure_ascii=False) if as_json else _told(one, other, compared)
    click.echo(told)


def _asked(names: tuple[str, ...]) -> tuple[str, str]:
    """The two names, each looked at as a search looks at its own. Raises `Refused` if there are not two."""
    from valoshka.tracing import asked_name

    how = "Put a name of several words in quotation marks."
    if names == (STANDARD_INPUT,):
        names, how = tuple(line for line in lines_of_input() if line.strip()), "Write one a line."
    elif not names:
        names = tuple(click.prompt(f"{which} name", err=True) for which in ("One", "The other"))
    if len(names) != 2:
        raise Refused(f"Two names are needed, and {len(names)} came. {how}")
    return asked_name(names[0]), asked_name(names[1])


def _parts(name: str) -> dict[str, list[str]]:
    """How a name is taken apart, in folded words."""
    from valoshka.names import parse

    parts = parse(name)
    return {part: list(getattr(parts, part)) for part in _PARTS}


def _as_json(one: str, other: str, compared: Comparison) -> dict[str, object]:
    from valoshka.names import ACCEPT

    return {
        "names": [{"name": name, **_parts(name)} for name in (one, other)],
        "score": round(compared.score, 4),
        "threshold": ACCEPT,
        "accepted": compared.score >= ACCEPT,
        "reasons": [{"part": reason.part, "words": str(reason)} for reason in compared.reasons],
    }


def _told(one: str, other: str, compared: Comparison) -> str:
    from valoshka.names import ACCEPT
    from valoshka.tracing.faint import just_under

    said = "taken for one person's name" if compared.score >= ACCEPT else "not taken for one person's name"
    nearly = just_under(compared.score, compared.reasons)
    verdict = f"{nearly}; so {said}" if nearly else f"{compared.score:.2f}, {said} (from {ACCEPT:.2f} on)"
    lines = [printable(one), printable(other), "", verdict]
    lines += [f"  · {reason}" for reason in dict.fromkeys(map(str, compared.reasons))] or [
        "  · no part of one is like a part of the other"
    ]
    lines += ["", "Taken apart, in folded words:"]
    for name in (one, other):
        parts = ", ".join(f"{part} {' '.join(words)}" for part, words in _parts(name).items() if words)
        lines.append(f"  {printable(name)}: {parts or 'nothing that reads as a name'}")
    return "\n".join(lines)
