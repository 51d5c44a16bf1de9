"""A sealed casebook for each test, copied from one that is made once: Argon2id is slow on purpose."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from valoshka.casebook.opening import FLOOR, create

PASSPHRASE = "васількі ў жыце"
OTHER = "жыта і валошкі"


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pattern") / "case.valoshka"
    create(made, PASSPHRASE, cost=FLOOR)
    return made


@pytest.fixture
def case(pattern: Path, tmp_path: Path) -> Path:
    """A casebook that opens with PASSPHRASE."""
    shutil.copytree(pattern, tmp_path / "case.valoshka")
    return tmp_path / "case.valoshka"


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture
def other_passphrase() -> str:
    return OTHER
