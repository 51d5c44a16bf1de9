"""An open casebook for each test, copied from one that is made once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from valoshka.casebook.opening import FLOOR, Casebook, create, unlock

if TYPE_CHECKING:
    from collections.abc import Iterator

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
