"""`valoshka verify`: what is wrong with a casebook, in one line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.own_passphrase import ask_own, own_passphrase_option
from valoshka.cli.passphrase import ask, passphrase_option
from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.casebook.opening import Casebook


@click.command()
@click.argument("casebook", metavar="CASE", type=click.Path(path_type=Path))
@own_passphrase_option
@passphrase_option
def command(casebook: Path, identities_passphrase_file: Path | None, passphrase_file: Path | None) -> None:
    """Check every page, row, sealed original and log entry of CASE, and say in one line what is wrong."""
    from valoshka.casebook.opening import unlock
    from valoshka.casebook.tasks.audit import last_hash, verify_chain
    from valoshka.casebook.vault.folder import CasebookFolder
    from valoshka.casebook.vault.stores import store_problems
    from valoshka.documents.unreadable import shown

    CasebookFolder.at(casebook).read_keys()
    passphrase = ask(passphrase_file)
    own = ask_own(casebook, passphrase_file, identities_passphrase_file)
    with unlock(casebook, passphrase, identities_passphrase=own) as opened:
        damage = store_problems() or [*_original_problems(opened), *filter(None, [verify_chain()])]
        if damage:
            raise Refused(
                f"{casebook} is damaged: {'; '.join(each.rstrip('.') for each in damage)}. Keep it as it is, and "
                "restore a backup beside it: valoshka restore BACKUP NEW_FOLDER."
            )
        click.echo(f"{casebook} is whole{_NOT_CHECKED[opened.identities]}.{_left_over(opened)}")
        if strangers := CasebookFolder(casebook).strangers():
            listed = ", ".join(map(shown, strangers))
            click.echo(f"Not part of a casebook, and lying in its folder: {listed}. Move that to another place.")
        click.echo(
            f"Its log ends with {last_hash()[:_ENOUGH]}. Noted elsewhere, that shows if an older copy is put back."
        )


_ENOUGH = 16  # hexadecimal digits of a SHA-256: more than anybody can forge, few enough to write down

_NOT_CHECKED = {
    "open": "",
    "locked": " as far as it is open; the identities are locked and were not checked",
    "detached": "; its identities are detached",
}


def _original_problems(opened: Casebook) -> list[str]:
    from valoshka.casebook.identities.models import Original
    from valoshka.casebook.vault.blobs import problems

    if not opened.has_identities:
        return []
    rows = Original.objects.exclude(blob="").values_list("blob", "key", "sha256")
    return problems(opened.originals, ((blob, bytes(key or b""), sha256) for blob, key, sha256 in rows))


def _left_over(opened: Casebook) -> str:
    from valoshka.casebook.identities.models import Original
    from valoshka.casebook.vault.blobs import orphans

    if not opened.has_identities:
        return ""
    count = len(orphans(opened.originals, Original.objects.values_list("blob", flat=True)))
    return f" ({count} sealed file(s) of an interrupted import are left; the next import clears them.)" if count else ""
