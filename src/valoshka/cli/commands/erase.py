"""`valoshka erase`: a person, an interview or a search is erased from both stores, and a search proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.cli.asking import ask_choice
from valoshka.cli.casework import by_option, counted, on_casebook, printable
from valoshka.cli.watch_erasing import StillThere, erase_sought
from valoshka.cli.watch_untied import tell_untied
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.erasing import Plan, Proof
    from valoshka.casebook.tasks.likenesses import Likeness

WORD = "erase"
OTHERS = ("destroy", "keep")


@click.command()
@on_casebook
@click.option("--person", "who", metavar="WHO", help="A pseudonym or an id.")
@click.option("--interview", "which", metavar="WHICH", help="Its number, its id, or its source's pseudonym.")
@click.option("--search", "sought", metavar="ID", help="A search kept open: its id, or the helpline's own reference.")
@click.option(
    "--others", type=click.Choice(OTHERS), help="The sealed original files of others' interviews that name the person."
)
@by_option
def command(
    casebook: Casebook, who: str | None, which: str | None, sought: str | None, others: str | None, author: str
) -> None:
    """Erase a person, an interview or a search from CASE, in both stores, and search everything for what is left.

    Says first what will happen, and waits for the word "erase".
    """
    from valoshka.casebook.tasks import erasing
    from valoshka.casebook.tasks.details import find_interview
    from valoshka.casebook.tasks.naming import stand_ins
    from valoshka.casebook.tasks.people import find_person

    if [who, which, sought].count(None) != 2:
        raise Refused("Say what to erase: --person WHO, --interview WHICH or --search ID.")
    if sought is not None:
        erase_sought(casebook, sought, None, author)
    elif who is not None:
        person = find_person(who)
        plan = erasing.plan_person(person)
        _announce("person", f"{stand_ins()[person.id]} ({person.id})", plan)
        tell_untied(person)
        _show_alike(person)
        keep = _asked_others(plan, others) == "keep"
        _wait_for_the_word()
        _report(erasing.erase_person(person, casebook, keep_others=keep, author=author))
        _show_blackouts(plan)
    else:
        interview = find_interview(which or "")
        _announce("interview", f"{interview.number} ({interview.id})", erasing.plan_interview(interview))
        _wait_for_the_word()
        _report(erasing.erase_interview(interview, casebook, author))


def _announce(what: str, which: str, plan: Plan) -> None:
    click.echo(f"What will be erased: the {what} {which}, with")
    if what == "person":
        click.echo("  every name, contact, pseudonym, consent and relation;")
    if plan.interviews:
        number = counted(len(plan.interviews), "interview")
        click.echo(f"  {number}: both texts, suggestions, the sealed original and its key;")
    click.echo(f"  {counted(plan.acts, 'accepted act')} that rest on them.")
    if plan.searches:
        click.echo(
            f"  {counted(len(plan.searches), 'search', 'searches')} kept open for them: {', '.join(plan.searches)}."
        )
    if plan.rows:
        click.echo(f"{counted(plan.rows, 'row')} of kept lists that name them, or a namesake, will be blacked out.")
    if plan.answered:
        others = ", ".join(plan.answered)
        click.echo(f"Such a row answers, or may answer, searches for somebody else, which lose it: {others}.")
    if plan.named_in:
        click.echo(f"In {counted(len(plan.named_in), 'interview')} of others the name will be blacked out.")
    click.echo("What stays: random ids in the audit log and in the record of releases.")
    if plan.releases:
        click.echo(f"Published already, and not recalled by this: {', '.join(plan.releases)}.")
    click.echo("Older backups, and copies on other machines, hold it until they expire or you delete them.")


def _show_alike(person: Person) -> None:
    from valoshka.casebook.tasks.likenesses import likenesses

    alike = likenesses(person)
    if not alike:
        return
    click.echo("These words of others' interviews may be one more form of the name, and would stay:")
    _print_passages(alike)
    click.echo(
        f"If one is, stop here, add it as another name (valoshka person CASE edit {person.id}), and erase again: then "
        "it is blacked out too."
    )


def _show_blackouts(plan: Plan) -> None:
    from valoshka.casebook.tasks.likenesses import blackouts

    passages = blackouts(plan.named_in)
    if passages:
        click.echo("Read what stands around each blackout: it can still tell who was meant.")
        _print_passages(passages)


def _print_passages(passages: Sequence[Likeness]) -> None:
    for each in passages:
        click.echo(f"  interview {each.interview}: {printable(f'… {each.before} ▸{each.word}◂ {each.after} …')}")


def _asked_others(plan: Plan, others: str | None) -> str:
    if not plan.named_in or others:
        return others or "destroy"
    click.echo("The sealed original files of those other interviews hold the name too, and cannot be blacked out.")
    return ask_choice("Destroy those files, or keep them", OTHERS)


def _wait_for_the_word() -> None:
    given = click.prompt(f'This cannot be undone. Type "{WORD}" to go on', default="", show_default=False, err=True)
    if given.strip().casefold() != WORD:
        raise Refused("Nothing was erased.")


def _report(proof: Proof) -> None:
    if proof.residue:
        places = "".join(f"\n  {each.where}" for each in proof.residue)
        raise StillThere(f"Erased, but the search found something left, in:{places}\nErase or edit what stands there.")
    if not proof.searched_for:
        click.echo("Erased. No name or sentence was known to search for, so nothing is proved: read what is left.")
        return
    click.echo(
        f"Erased. {counted(proof.searched_for, 'name or sentence', 'names and sentences')} searched for in every row "
        "of both stores and in every file of the casebook: none found, and no free page is left.\n"
        "Only what we know was sought: the names as they were entered, in other scripts and cases. A nickname, a "
        "diminutive or a misspelling that nobody entered is found by a reader only."
    )
    if proof.look_at:
        places = "".join(f"\n  {each.where}" for each in proof.look_at)
        click.echo(
            f"Look at these: the surname alone, or a pseudonym, stands there and may be somebody else's.{places}"
        )
    if proof.originals_kept:
        click.echo(f"Kept, with the name inside: sealed original {', '.join(proof.originals_kept)}.")
    click.echo("Now make a new backup and delete the old ones: they still hold what was erased.")
