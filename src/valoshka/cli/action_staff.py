"""What the staff's commands of an action share: whom the gate protects, the key, the collector."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from valoshka.cli.own_passphrase import own_passphrase_option
from valoshka.cli.passphrase import passphrase_option

if TYPE_CHECKING:
    from valoshka.desk.moderation.collector import Collector
    from valoshka.desk.moderation.judging import Gate
    from valoshka.desk.moderation.pile import Pile
    from valoshka.disclosure import ProtectedPerson
    from valoshka.solidarity.action import Action
    from valoshka.square.staff_key import StaffSecretKey

F = TypeVar("F", bound=Callable[..., Any])
UNLISTED = (
    "Nobody was protected by a list: give --casebook or --protect people.yml. Unknown names, numbers and third persons "
    "were looked for all the same."
)


def protect_options(function: F) -> F:
    """Add `--casebook`, `--protect` and the files of passphrases to a command."""
    for option in (
        passphrase_option,
        own_passphrase_option,
        click.option("--casebook", type=click.Path(path_type=Path), help="The people to protect, from a casebook."),
        click.option("--protect", type=click.Path(path_type=Path), help="The people to protect, in a people.yml."),
    ):
        function = option(function)
    return function


def by_option(function: F) -> F:
    """Add `--by` to a command."""
    return click.option(
        "--by", "who", default="", metavar="WORD", help="What you are called in decisions.jsonl: initials, or nothing."
    )(function)


def people_of(
    protect: Path | None,
    casebook: Path | None,
    passphrase_file: Path | None,
    identities_passphrase_file: Path | None,
) -> tuple[ProtectedPerson, ...]:
    """Whom to protect, from one of the two; nobody, which is said, if neither was given."""
    from valoshka.cli.protecting import protected

    if protect is None and casebook is None:
        click.echo(UNLISTED, err=True)
        return ()
    return protected(protect, casebook, passphrase_file, identities_passphrase_file)


def gate_for(action: Action, people: tuple[ProtectedPerson, ...]) -> Gate:
    """The gate over an action's messages."""
    from valoshka.desk.moderation.judging import Gate

    return Gate(people, tuple(each.name for each in action.public_names), datetime.now(UTC).date().isoformat())


def opened_pile(folder: Path, key: StaffSecretKey, gate: Gate, who: str) -> Pile:
    """Every message opened; those that do not open are told of."""
    from valoshka.desk.moderation.pile import Pile

    pile = Pile(folder, key, gate, who)
    pile.open()
    for sentence in pile.unread:
        click.echo(sentence, err=True)
    return pile


def collector_of(action: Action, key: StaffSecretKey) -> Collector | None:
    """The action's collector, if it has one."""
    from valoshka.desk.moderation.collector import Collector

    return Collector(action.collector, key) if action.collector else None


def counted(number: int, thing: str) -> str:
    """A number with its thing, in English.

    >>> counted(1, "message"), counted(3, "message")
    ('1 message', '3 messages')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"
