"""An open casebook for each test, copied from one that is made once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from valoshka.casebook.opening import FLOOR, Casebook, create, unlock
from valoshka.casebook.records.models import Interview, Proposal
from valoshka.casebook.tasks.details import Details
from valoshka.casebook.tasks.importing import import_document
from valoshka.casebook.tasks.people import ContactEntry, NameEntry, PersonEntry, add_person
from valoshka.documents import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PASSPHRASE = "васількі ў жыце"


@pytest.fixture(scope="session")
def sealed_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pattern") / "case.valoshka"
    create(made, PASSPHRASE, cost=FLOOR)
    return made


@pytest.fixture
def case(sealed_pattern: Path, tmp_path: Path) -> Path:
    shutil.copytree(sealed_pattern, tmp_path / "case.valoshka")
    return tmp_path / "case.valoshka"


@pytest.fixture
def casebook(case: Path) -> Iterator[Casebook]:
    with unlock(case, PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def without_identities(case: Path) -> Iterator[Casebook]:
    """A casebook in travel mode: the key of the identities is not in this process."""
    from valoshka.casebook.vault import keyring

    with unlock(case, PASSPHRASE) as opened:
        held = keyring._open.pop("identities")
        yield opened
        keyring._open["identities"] = held


TOLD = (
    "My name is Zinaida Prykladna. On 12 August 2020 riot police beat Zinaida Prykladna in Hrodna. "
    "In November 2020 the hospital administration dismissed me. My neighbour Pavel Uzornik was never asked."
)


@pytest.fixture
def interview(casebook: Casebook) -> Interview:
    """An interview that Vera (by her invented name, Zinaida Prykladna) gave, with nothing suggested yet."""
    vera = PersonEntry(
        facts={"profession": "nurse", "town": "Hrodna", "risk": ["in_country"]},
        names=[NameEntry("Zinaida Prykladna")],
        contacts=[ContactEntry("phone", "+375 00 111 22 33")],
        pseudonym="Vera",
    )
    add_person(vera)
    document = read_bytes(TOLD.encode(), "told.txt")
    imported = import_document(document, casebook.originals, Details(source="Vera", language="en"))
    return Interview.objects.get(id=imported.interview)


@pytest.fixture
def beating(interview: Interview) -> Proposal:
    return suggest(interview, "beating", "riot police beat Zinaida Prykladna", date="2020-08-12", date_basis="explicit")


@pytest.fixture
def dismissal(interview: Interview) -> Proposal:
    return suggest(interview, "dismissal", "the hospital administration dismissed me", date="2020-11")


def suggest(interview: Interview, act: str, words: str, victim: str = "I", **fields: str) -> Proposal:
    """A suggestion as the proposer keeps it, on words of the original."""
    start = TOLD.index(words)
    who = words.split(" beat ")[0].split(" dismissed ")[0]
    proposal = Proposal(
        interview=interview,
        act=act,
        mentions=[{"start": start, "end": start + len(words), "quote": words.replace("Zinaida Prykladna", "Vera")}],
        victims=[{"label": victim, "kind": "person"}],
        perpetrator={"type": "police", "label": who, "start": start, "end": start + len(who)},
        epistemic="experienced",
        first=start,
        **fields,
    )
    proposal.save()
    return proposal


@pytest.fixture
def suggesting() -> Callable[..., Proposal]:
    """`suggesting(interview, act, words)` keeps a suggestion on words of the original."""
    return suggest
