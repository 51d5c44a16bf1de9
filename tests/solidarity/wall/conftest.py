"""An invented action and invented givers for the tests of wall, book, feed, counts and share-on."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from valoshka.solidarity.action import Action, new_action, read_action
from valoshka.solidarity.items import Item, written_items
from valoshka.solidarity.wall import Thumbnails

KINDS = ("cornflower", "poppy", "flax", "daisy")
Give = Callable[..., list[Item]]


@pytest.fixture(scope="session")
def action(tmp_path_factory: pytest.TempPathFactory) -> Action:
    folder = tmp_path_factory.mktemp("action") / "flowers"
    new_action(folder, "no key")
    return read_action(folder)


@pytest.fixture(scope="session")
def phrase(action: Action) -> str:
    return action.phrases[0].id


@pytest.fixture(scope="session")
def give(phrase: str) -> Give:
    """`give(number, days, seeds)`: flowers with an approved phrase, of few seeds, so that few have to be drawn."""

    def given(number: int, days: int = 3, seeds: int = 3) -> list[Item]:
        chance = random.Random(number)
        return [
            Item(
                f"{chance.getrandbits(64):016x}",
                f"2026-05-{1 + at * days // number:02}",
                chance.choice(["en", "be", "ar"]),
                chance.choice(["", "PL", "NO"]),
                f"seed{at % seeds}",
                KINDS[at % seeds % 4],
                phrase=phrase,
            )
            for at in range(number)
        ]

    return given


@pytest.fixture(scope="session")
def photograph() -> tuple[str, bytes]:
    """The SHA-256 and the bytes of a JPEG, lying."""
    out = io.BytesIO()
    Image.new("RGB", (640, 360), "teal").save(out, "JPEG")
    return hashlib.sha256(out.getvalue()).hexdigest(), out.getvalue()


@pytest.fixture(scope="session")
def drawn(give: Give, tmp_path_factory: pytest.TempPathFactory) -> Thumbnails:
    """Thumbnails of what `give` gives."""
    thumbnails = Thumbnails(tmp_path_factory.mktemp("thumbnails"))
    thumbnails.make(give(12), lambda _: b"")
    return thumbnails


@pytest.fixture
def staffed(tmp_path: Path, give: Give, drawn: Thumbnails) -> Path:
    """A staff folder with an action, a few published flowers and their thumbnails."""
    folder = tmp_path / "flowers"
    new_action(folder, "no key")
    (folder / "published.jsonl").write_bytes(written_items(give(9)))
    (folder / "thumbnails").symlink_to(drawn.folder, target_is_directory=True)
    return folder
