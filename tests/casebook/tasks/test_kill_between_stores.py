"""A process killed around either store's commit: what was acknowledged is there, and what is left can be mended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from valoshka.casebook.identities.models import Name, Original
from valoshka.casebook.opening import unlock
from valoshka.casebook.records.models import Interview, Person
from valoshka.casebook.tasks import owing
from valoshka.casebook.tasks.audit import verify_chain
from valoshka.casebook.tasks.details import Details
from valoshka.casebook.tasks.erasing import erase_person
from valoshka.casebook.tasks.importing import import_document, sweep_unfinished
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person, find_person
from valoshka.casebook.tasks.residue import residue
from valoshka.casebook.vault import blobs
from valoshka.documents import read_bytes

PASSPHRASE = "васількі ў жыце"
TOLD = b"My name is Zinaida Prykladna, and this was said on an invented day."

# The child kills itself before or after the first commit of a store, while it does `deed`.
CHILD = """
import os, signal, sys
from pathlib import Path
from valoshka.casebook.opening import unlock

case, store, moment, deed = sys.argv[1:]
with unlock(Path(case), "васількі ў жыце") as casebook:
    from django.db import connections
    from valoshka.casebook.tasks import erasing, importing, people
    from valoshka.documents import read_bytes

    commit = connections[store]._commit

    def die(*_):
        if moment == "after":
            commit()
        os.kill(os.getpid(), signal.SIGKILL)

    connections[store]._commit = die
    if deed == "import":
        told = read_bytes(b"My name is Zinaida Prykladna, and this was said on an invented day.", "told.txt")
        importing.import_document(told, casebook.originals)
    elif deed == "erase":
        erasing.erase_person(people.find_person("Vera"), casebook, keep_others=False)
    else:
        entry = people.PersonEntry(names=[people.NameEntry("Zinaida Prykladna")], pseudonym="Vera")
        people.add_person(entry)
"""

MOMENTS = [(store, moment) for store in ("casebook", "identities") for moment in ("before", "after")]


def killed(case: Path, store: str, moment: str, deed: str) -> None:
    done = subprocess.run([sys.executable, "-c", CHILD, str(case), store, moment, deed], capture_output=True)
    assert done.returncode == -9, done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("store", "moment"), MOMENTS)
def test_a_killed_import_is_mended_by_the_next_one(case: Path, store: str, moment: str) -> None:
    killed(case, store, moment, "import")
    with unlock(case, PASSPHRASE) as casebook:
        sweep_unfinished(casebook.originals)
        assert Interview.objects.count() == Original.objects.count() == len(blobs.blob_ids(casebook.originals))
        import_document(read_bytes(TOLD, "told.txt"), casebook.originals)
        assert (Interview.objects.count(), Original.objects.get().text) == (1, TOLD.decode())
        assert verify_chain() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("store", "moment"), MOMENTS)
def test_a_killed_erasing_leaves_no_name_without_its_person_and_can_be_done_again(
    case: Path, store: str, moment: str
) -> None:
    with unlock(case, PASSPHRASE) as casebook:
        add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera"))
        import_document(read_bytes(TOLD, "told.txt"), casebook.originals)
        Interview.objects.update(source=find_person("Vera"))
    killed(case, store, moment, "erase")
    with unlock(case, PASSPHRASE) as casebook:
        if Person.objects.exists():
            assert erase_person(find_person("Vera"), casebook, keep_others=False).residue == ()
        sweep_unfinished(casebook.originals)
        assert (
            Person.objects.count() == Name.objects.count() == Original.objects.count() == Interview.objects.count() == 0
        )
        assert blobs.blob_ids(casebook.originals) == set()
        assert verify_chain() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("store", "moment"), MOMENTS)
def test_a_killed_entry_never_leaves_a_name_in_a_working_text(case: Path, store: str, moment: str) -> None:
    with unlock(case, PASSPHRASE) as casebook:
        import_document(read_bytes(TOLD, "told.txt"), casebook.originals)
    killed(case, store, moment, "add")
    with unlock(case, PASSPHRASE):
        known = set(Name.objects.values_list("text", flat=True))
        assert not [name for name in known if name in Interview.objects.get().working_text]
        assert set(Name.objects.values_list("person", flat=True)) <= set(Person.objects.values_list("id", flat=True))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_an_erasing_owes_that_was_killed_goes_at_the_next_unlocking(case: Path) -> None:
    with unlock(case, PASSPHRASE) as casebook:
        add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera"))
        import_document(read_bytes(TOLD, "told.txt"), casebook.originals, Details(source="Vera"))
    killed(case, "casebook", "after", "erase")
    with unlock(case, PASSPHRASE) as casebook:
        assert (Person.objects.count(), Name.objects.count(), owing.is_owed()) == (0, 0, False)
        assert blobs.blob_ids(casebook.originals) == set()
        assert residue(["Zinaida Prykladna"], case, ["Zinaida Prykladna"]) == []
