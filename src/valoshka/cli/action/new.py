"""`valoshka action new`: a folder to start an action from."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Begin an action: a FOLDER with an action.yml to fill in, and the staff's key pair.

    The secret half of the key lies beside the folder, as FOLDER.staff-key: it opens what visitors send, and it never
    goes to a server. Without it nobody can read their messages, so keep a copy where you keep your passphrases.
    """
    from valoshka.errors import Refused
    from valoshka.solidarity.action import new_action
    from valoshka.square.staff_key import StaffSecretKey

    folder = Path(str(folder).rstrip("/"))
    secret_path = folder.with_name(f"{folder.name}.staff-key")
    if secret_path.exists():
        raise Refused(f"{secret_path.name} is there already, the key of another action. Name another folder.")
    secret = StaffSecretKey.fresh()
    made = new_action(folder, secret.public().line())
    try:
        secret.write(secret_path)
    except Refused:
        # A public half whose secret half was never kept would take messages that nobody can open.
        for path in made:
            path.unlink()
        raise
    for path in made:
        click.echo(f"  {path}")
    click.echo(f"  {secret_path}   secret: it stays with you")
    click.echo(f"Change {made[0]}, then look at it: valoshka action build {folder} -o {folder}-site")
