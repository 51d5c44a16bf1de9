"""`valoshka withdraw`: a consent is taken back, and every release that used it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.cli.asking import asked_person
from valoshka.cli.casework import by_option, counted, on_casebook, printable
from valoshka.cli.watch_untied import tell_untied
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.consents import UsedIn


def _codes(vocabulary: str, given: tuple[str, ...]) -> tuple[str, ...] | None:
    from valoshka.casebook.records.vocabulary import codes, nearest

    wanted = tuple(code.strip() for each in given for code in each.split(",") if code.strip())
    for code in wanted:
        if code not in codes(vocabulary):
            raise Refused(f'"{code}" is not known here; {nearest(code, codes(vocabulary))} Nothing was withdrawn.')
    return wanted or None


@click.command()
@on_casebook
@click.argument("who", required=False)
@click.option("--item", "items", multiple=True, metavar="ITEM", help="Only this item (again for more); else all of it.")
@click.option("--audience", "audiences", multiple=True, metavar="CODE", help="Only towards this audience.")
@by_option
def command(
    casebook: Casebook, who: str | None, items: tuple[str, ...], audiences: tuple[str, ...], author: str
) -> None:
    """Withdraw consent in CASE. WHO is a pseudonym or an id.

    Lists every release that used what is withdrawn: those must be rebuilt without it, and what is out already cannot
    be recalled. If nothing is allowed any more, it also tells which searches are still kept open for them.
    """
    from valoshka.casebook.tasks.consents import withdraw_consent
    from valoshka.casebook.tasks.naming import stand_ins

    only, towards = _codes("consent_item", items), _codes("audience", audiences)
    person = asked_person(who)
    withdrawn, used = withdraw_consent(person, only, towards, author)
    name = stand_ins()[person.id]
    if withdrawn:
        click.echo(f"{name}: {counted(withdrawn, 'answer')} of the consent withdrawn, from today.")
    else:
        click.echo(f"{name}: no such consent stands; nothing had to be withdrawn.")
    _tell_releases(used)
    _tell_searches(person)


def _tell_releases(used: Sequence[UsedIn]) -> None:
    if not used:
        click.echo("No release used it.")
        return
    click.echo(f"{counted(len(used), 'release')} used it:")
    for release in used:
        click.echo(f"  {release.release}  {release.released}  to {release.audience}: {', '.join(release.items)}")
    click.echo(
        "Build them again without it and replace them wherever you can. What cannot be recalled: copies that readers "
        "saved, printed or quoted, search engines' and archives' copies, and what partners were sent. Ask each of them."
    )


def _tell_searches(person: Person) -> None:
    """A search names them too, and no consent reaches it: it may be the family's, so a person decides."""
    from valoshka.casebook.tasks.consents import consent_matrix
    from valoshka.casebook.tasks.stores import identities_open
    from valoshka.casebook.tasks.tracing.blacking import searches_for

    if consent_matrix(person):
        return
    if not identities_open():
        click.echo("Searches kept open for them cannot be seen without the identities. Attach them and run this again.")
        return
    tell_untied(person)
    searches = [each for each in searches_for(person) if each.is_open]
    if not searches:
        return
    number = counted(len(searches), "search is", "searches are")
    click.echo(f"{number} still kept open for them, and ask every new list for their name:")
    for search in searches:
        known = (search.id, search.reference, f"opened {search.opened:%Y-%m-%d}")
        click.echo(printable(f"  {'  '.join(filter(None, known))}"))
    click.echo(
        "Whoever asked may still need an answer: speak with them. Then, for each:\n"
        "  close it, so that it asks no more but stays on record: valoshka trace watch CASE --close ID\n"
        "  or erase it for good: valoshka erase CASE --search ID"
    )
